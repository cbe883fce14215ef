"""Every word of the interface exists in every language, without needing the system's gettext."""

import ast
import re
from functools import cache
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

from tests.architecture.files import ROOT, sources

SINGLE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
CONTEXT = {"pgettext", "pgettext_lazy"}
# A call as `templatize` writes it; a sentence may hold brackets of its own.
CALL = re.compile(r"""(?:n?p?gettext|_)\((?:[^"'()]|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")*\)""")


def words_of_python(source: str) -> set[str]:
    """The message ids in the calls of a Python source; with a context they read `context|message`."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        texts = [
            argument.value for argument in node.args if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
        ]
        if name in SINGLE | PLURAL and texts:
            found.add(texts[0])
        elif name in CONTEXT and len(texts) > 1:
            found.add(f"{texts[0]}|{texts[1]}")
    return found


def words_of_template(source: str) -> set[str]:
    return set().union(*(words_of_python(call) for call in CALL.findall(templatize(source))))


def owner(path: Path) -> Path:
    """The folder whose `locale` holds the words of `path`."""
    for folder in path.parents:
        if (folder / "locale").is_dir() or (folder / "apps.py").exists() or folder.name == "config":
            return folder
    raise AssertionError(f"{path} has no catalogue")


@cache
def used_words() -> dict[Path, set[str]]:
    used: dict[Path, set[str]] = {}
    for path in sources(".py", ".html", ".txt"):
        if path.suffix == ".py":
            words = words_of_python(path.read_text())
        else:
            words = words_of_template(path.read_text()) if "templates" in path.parts else set()
        if words:
            used.setdefault(owner(path), set()).update(words)
    return used


@pytest.mark.parametrize("language", ["en", "ca"])
def test_every_word_is_translated(language):
    missing = []
    for folder, words in used_words().items():
        catalogue = folder / "locale" / language / "LC_MESSAGES" / "django.po"
        entries = polib.pofile(str(catalogue)) if catalogue.exists() else []
        translated = {
            (f"{entry.msgctxt}|" if entry.msgctxt else "") + entry.msgid
            for entry in entries
            if not entry.obsolete and "fuzzy" not in entry.flags and (entry.msgstr or all(entry.msgstr_plural.values() or [""]))
        }
        missing += [f"{folder.relative_to(ROOT)}: {word}" for word in sorted(words - translated)]
    assert not missing, f"{len(missing)} missing: {missing[:20]}"


@pytest.mark.parametrize("language", ["en", "ca"])
def test_a_word_has_one_translation(language):
    """Django reads all catalogues as one: of two translations of a word, one is shown everywhere. What means two things has a
    context."""
    translations: dict[tuple, set[str]] = {}
    for catalogue in (path for path in ROOT.rglob(f"locale/{language}/LC_MESSAGES/django.po") if ".venv" not in str(path)):
        for entry in polib.pofile(str(catalogue)):
            if not entry.obsolete and "fuzzy" not in entry.flags:
                translations.setdefault((entry.msgctxt, entry.msgid), set()).add(entry.msgstr or entry.msgstr_plural.get(0, ""))
    different = {words: sorted(texts) for words, texts in translations.items() if len(texts) > 1}
    assert not different, f"{len(different)} with several: {list(different.items())[:10]}"


def test_placeholders_survive_translation():
    broken = []
    for catalogue in (path for path in ROOT.rglob("LC_MESSAGES/django.po") if ".venv" not in str(path)):
        for entry in polib.pofile(str(catalogue)):
            wanted = set(re.findall(r"%\(\w+\)[sd]|{\w+}", entry.msgid + entry.msgid_plural))
            for text in [entry.msgstr, *entry.msgstr_plural.values()]:
                if text and not set(re.findall(r"%\(\w+\)[sd]|{\w+}", text)) <= wanted:
                    broken.append(f"{catalogue.relative_to(ROOT)}: {entry.msgid}")
    assert not broken


def test_french_punctuation_does_not_stand_alone_at_the_end_of_a_line():
    """A quotation mark, colon, semicolon, question or exclamation mark holds to its word by a non-breaking space."""
    loose = re.compile(r"« \S|\S »|[\w)»…%] [:;?!](?:\s|$)")
    sentences = {
        f"{folder.relative_to(ROOT)}: {word}" for folder, words in used_words().items() for word in words if loose.search(word)
    }
    assert not sentences, f"{len(sentences)} with a plain space: {sorted(sentences)[:20]}"
