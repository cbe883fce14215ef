"""The files of the house, for the tests about them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINGS = ("site", "intranet", "pro_portal", "search")


def sources(*endings: str) -> list[Path]:
    """The files of all wings with these endings, migrations left out."""
    return [
        path
        for wing in WINGS
        for ending in endings
        for path in (ROOT / wing).rglob(f"*{ending}")
        if "migrations" not in path.parts
    ]
