"""The country's map, cut from its drawing as an office's is from its file."""

from demo.drawings.country import features
from demo.loaders import content
from demo.loaders.loading import Loading
from destination.base_map.actions import draw_base_map


def load(demo: Loading) -> None:
    demo.note(draw_base_map(features(content.base_map())))
