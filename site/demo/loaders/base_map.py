"""The country's map, cut from its drawing as an office's is from its file."""

import json
import tempfile
from pathlib import Path

from demo.drawings.country import features
from demo.loaders import content
from demo.loaders.loading import Loading
from destination.base_map.actions import make_base_map
from destination.base_map.models import BaseMap


def load(demo: Loading) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pays-d-aurelle.geojson")
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features(content.base_map())}))
        demo.note(make_base_map(path, source=BaseMap.Source.DRAWN))
