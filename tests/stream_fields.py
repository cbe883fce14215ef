"""What a browser sends for the blocks of a StreamField: Wagtail draws their form in the browser, from the state that the page holds."""

import re

from wagtail import blocks
from wagtail.blocks.field_block import BooleanBlock, ChooserBlock


def fields_of(block, state, prefix: str) -> dict[str, str]:
    """{name: value} of the form's fields for a block in this state (`block.get_form_state`, as JSON)."""
    if isinstance(block, blocks.StreamBlock):
        parts = [(block.child_blocks[part["type"]], part) for part in state]
        return {f"{prefix}-{n}-type": part["type"] for n, part in enumerate(state)} | _sequence(parts, prefix)
    if isinstance(block, blocks.ListBlock):
        return _sequence([(block.child_block, part) for part in state], prefix)
    if isinstance(block, blocks.StructBlock):
        fields = {}
        for name, child in block.child_blocks.items():
            fields |= fields_of(child, state[name], f"{prefix}-{name}")
        return fields
    if isinstance(block, ChooserBlock):
        return {prefix: str(state["id"]) if state else ""}
    if isinstance(block, BooleanBlock):
        return {prefix: "on"} if state else {}
    return {prefix: "" if state is None else str(state)}


def _sequence(parts: list[tuple], prefix: str) -> dict[str, str]:
    fields = {f"{prefix}-count": str(len(parts))}
    for number, (block, part) in enumerate(parts):
        of_part = f"{prefix}-{number}"
        fields |= {f"{of_part}-deleted": "", f"{of_part}-order": str(number), f"{of_part}-id": part.get("id") or ""}
        fields |= fields_of(block, part["value"], f"{of_part}-value")
    return fields


def without_ids(raw):
    """The raw value of a block without the identifiers of its parts."""
    if isinstance(raw, list):
        return [without_ids(each) for each in raw]
    if isinstance(raw, dict):
        raw = {name: without_ids(each) for name, each in raw.items() if name != "id"}
        return raw["value"] if raw.get("type") == "item" else raw
    return re.sub(' data-block-key="[^"]*"', "", raw) if isinstance(raw, str) else raw
