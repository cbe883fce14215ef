"""What is new in each version: `content/news/0.3.yaml`, in words for who works with Escale, one list for each language.

`CHANGELOG.md` is for who installs and programs; a test holds that each of its versions has its news.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings

FOLDER = Path(__file__).resolve().parent / "content" / "news"
#: Of whom a line speaks; the others do not see those of the administration.
FOR_ALL, FOR_ADMINISTRATION = "everyone", "administration"


@dataclass(frozen=True)
class Version:
    """A version "0.3" and its lines: language → reader → [{"title", "text"}]."""

    number: str
    lines: dict[str, dict[str, list[dict[str, str]]]]

    def is_of(self, version: str) -> bool:
        """Whether "0.3.1" is one of "0.3"."""
        return f"{version}.".startswith(f"{self.number}.")

    def groups(self, language: str | None, with_administration: bool) -> list[tuple[str, list[dict[str, str]]]]:
        """(reader, lines) of those that are for this person, in their language or that of the installation."""
        lines = self.lines.get(language or "") or self.lines[settings.LANGUAGE_CODE]
        readers = [FOR_ALL, FOR_ADMINISTRATION] if with_administration else [FOR_ALL]
        return [(reader, lines[reader]) for reader in readers if lines.get(reader)]


@cache
def versions() -> list[Version]:
    """The latest first."""
    read = [Version(path.stem, yaml.safe_load(path.read_text())) for path in FOLDER.glob("*.yaml")]
    return sorted(read, key=lambda version: [int(part) for part in version.number.split(".")], reverse=True)
