"""Templates are read line by line in a diff: at most 120 characters, one attribute or tag a line where it is long."""

import re

from tests.architecture.files import ROOT, sources

WIDTH = 120
#: What cannot be broken: one template tag, one value, one attribute.
TAG, VALUE = r"\{%(?:(?!%\}).)*%\}", r"\{\{.*?\}\}"
WHOLE = re.compile(rf""">?{TAG}>?|{VALUE}|[\w:-]+="(?:{TAG}|{VALUE}|[^"<>])*"/?>?|[\w:-]+='[^<>']*'/?>?""")


def test_lines_of_templates_are_short():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources(".html")
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if len(line) > WIDTH and not WHOLE.fullmatch(line.strip())
    ]
    assert long == []
