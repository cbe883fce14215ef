"""Each version of the changelog has its news in plain words, in the three languages, with the same lines."""

import re

import pytest

from health.news import FOR_ADMINISTRATION, FOR_ALL, versions
from tests.architecture.files import ROOT

LANGUAGES = ("fr", "en", "ca")


def test_every_version_of_the_changelog_has_news():
    numbers = re.findall(r"^## (\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert [version.number for version in versions()] == numbers


@pytest.mark.parametrize("version", versions(), ids=lambda version: version.number)
def test_news_are_the_same_in_every_language(version):
    assert tuple(version.lines) == LANGUAGES
    shapes = [{reader: len(lines) for reader, lines in version.lines[language].items()} for language in LANGUAGES]
    assert shapes == [shapes[0]] * 3 and set(shapes[0]) <= {FOR_ALL, FOR_ADMINISTRATION}
    for lines in (lines for language in LANGUAGES for lines in version.lines[language].values()):
        assert all(line.keys() == {"title", "text"} and line["title"] and line["text"] for line in lines)
