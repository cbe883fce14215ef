"""One tile as SVG. Colours, widths and fonts are those of `tiles.css`: a layer is a class."""

from array import array
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from destination.base_map.tiles.features import LAYERS
from destination.base_map.tiles.grid import EXTENT, LAST_ZOOM
from destination.base_map.tiles.labels import SIGNS, Label
from destination.base_map.tiles.lines import Line

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {extent} {extent}">{content}</svg>'


def tile_svg(lines_by_layer: Mapping[str, list[Line]], labels: Iterable[Label], zoom: int, corner: tuple[int, int]) -> str:
    """The tile whose north-western corner is at `corner`; empty where there is nothing to draw."""
    shift = LAST_ZOOM - zoom
    parts = []
    for layer in LAYERS:
        if not (lines := lines_by_layer.get(layer.name)):
            continue
        path = "".join(written for line in lines if (written := path_of(line, shift, corner, layer.is_area)))
        if not path:
            continue
        hidden = f" from-{layer.first}" if layer.first > LAST_ZOOM + 1 else ""
        if layer.has_edge:
            parts.append(f'<path class="m-edge m-edge-{layer.name}" d="{path}"/>')
        parts.append(f'<path class="m-{layer.name}{hidden}" d="{path}"/>')
    # The edge of a road lies below every road, else it would cut those it meets.
    parts.sort(key=_height)
    parts += [text_of(label, shift, corner) for label in labels]
    return SVG.format(extent=EXTENT, content="".join(parts)) if parts else ""


def _height(part: str) -> int:
    """Where in the drawing: edges go below the narrowest road that has a body."""
    if part.startswith('<path class="m-edge'):
        return 1
    name = part.split('"', 2)[1].split()[0].removeprefix("m-")
    return 0 if name in BELOW_EDGES else 2


BELOW_EDGES = {layer.name for layer in LAYERS if layer.is_area} | {"stream", "river"}


def path_of(line: Line, shift: int, corner: tuple[int, int], is_area: bool) -> str:
    """`d` of one line, in whole steps from point to point; empty where it is smaller than a step."""
    half = (1 << shift) >> 1
    steps = array("i")
    x = y = None
    for index in range(0, len(line), 2):
        here_x, here_y = (line[index] - corner[0] + half) >> shift, (line[index + 1] - corner[1] + half) >> shift
        if x is None:
            start_x, start_y = here_x, here_y
        elif here_x == x and here_y == y:
            continue
        else:
            steps.extend((here_x - x, here_y - y))
        x, y = here_x, here_y
    if len(steps) < (4 if is_area else 2):
        return ""
    written = "".join(f" {step}" if step >= 0 else str(step) for step in steps).lstrip()
    return f"M{start_x} {start_y}l{written}{'z' if is_area else ''}"


def text_of(label: Label, shift: int, corner: tuple[int, int]) -> str:
    name = label.name
    x, y = (name.x - corner[0]) >> shift, (name.y - corner[1]) >> shift
    hidden = f" from-{label.first}" if label.first > LAST_ZOOM + 1 else ""
    others = "".join(f" data-{code}={quoteattr(text)}" for code, text in name.others.items())
    turned = f' transform="rotate({name.angle} {x} {y})"' if name.angle else ""
    text = f'<text class="m-name m-{name.kind}{hidden}" x="{x}" y="{y}"{turned}{others}>{escape(name.text)}</text>'
    if name.kind in SIGNS and name.kind != "parking":
        return f'<path class="m-sign m-sign-{name.kind}{hidden}" d="M{x} {y}h0"/>{text}'
    return text
