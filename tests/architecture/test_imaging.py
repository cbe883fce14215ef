"""Pictures are decoded, and documents read, in the process that is there for it, and nowhere else."""

import ast

from tests.architecture.files import ROOT, sources

DECODERS = {"PIL", "pillow_heif", "pyvips", "cv2", "pypdfium2", "python_calamine"}
#: Who may import a decoder, and why.
ALLOWED = {
    "site/common/documents/reading/": "the process that reads documents",
    "site/common/imaging/": "the imaging process, and the heads of files",
    "site/demo/drawings/": "draws the demo's pictures, by a command",
    "site/demo/office_files/": "draws the demo's files, by a command",
    "site/demo/bench_data/photos.py": "draws one picture to measure with, by a command",
}


def decoders_of(path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom):
            names |= {node.module or ""} | {f"{node.module}.{name.name}" for name in node.names}
        elif isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
    return {name for name in names if name.split(".")[0] in DECODERS or name == "willow.Image"}


def test_decoders_are_imported_where_pictures_are_decoded_apart():
    importers = {str(path.relative_to(ROOT)) for path in sources(".py") if decoders_of(path)}
    others = {name for name in importers if not name.startswith(("tests/", *ALLOWED))}
    assert others == set(), "ask `common.imaging.client`: a file made to fill the memory would end the web process"
    assert [place for place in ALLOWED if not any(name.startswith(place) for name in importers)] == []


def test_web_process_reads_heads_alone():
    """Of `common.imaging`, what the site imports touches no pixel: `load`, `convert`, `resize` stand in the process."""
    for name in ("client", "head", "metadata/reading", "metadata/text", "refusals", "size"):
        calls = {
            node.attr
            for node in ast.walk(ast.parse((ROOT / f"site/common/imaging/{name}.py").read_text()))
            if isinstance(node, ast.Attribute)
        }
        assert calls & {"load", "convert", "resize", "thumbnail", "verify"} == set(), name
