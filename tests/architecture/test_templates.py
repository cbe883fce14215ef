"""Templates are read line by line in a diff: at most 120 characters, one attribute or tag a line where it is long.

And `blocktranslate` prints a callable as Python writes it, where `{{ … }}` calls it: such a name is bound by `with` first.
"""

import re

import pytest
from django.template import engines
from django.template.base import TokenType
from django.templatetags.i18n import BlockTranslateNode
from django.test import RequestFactory

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


def test_days_are_written_in_words():
    """« 1er décembre », «1 de desembre»: by `day_in_words`, for Django's own formats have neither."""
    wrong = [
        str(path.relative_to(ROOT))
        for path in [*sources(".html"), *sources(".txt")]
        if re.search(r'date:"(l )?j F', path.read_text())
    ]
    assert wrong == []


#: Attributes of one value: `lang="⏎ fr"` is no language.
ONE_VALUE = re.compile(r'\b(?:action|datetime|for|href|hreflang|id|lang|src|value)="(\s+[^\s"]|[^"]*\}\}\s+")')


def test_value_of_an_attribute_has_no_space_around_it():
    wrong = [
        f"{path.relative_to(ROOT)}: {match[0]}" for path in sources(".html") for match in ONE_VALUE.finditer(path.read_text())
    ]
    assert wrong == []
    assert ONE_VALUE.search('<p lang="\n  {{ lang }}">') and ONE_VALUE.search('<p id="{{ id }}\n">')


def callables_of_every_page() -> set[str]:
    """The names that the context processors give as functions."""
    request = RequestFactory().get("/")
    engine = engines["django"].engine
    context = {}
    for processor in engine.template_context_processors:
        if not processor.__module__.startswith("django."):
            context |= processor(request)
    return {name for name, value in context.items() if callable(value)}


def names_in_blocktranslate(source: str) -> set[str]:
    template = engines["django"].from_string(source).template
    return {
        token.contents.strip()
        for node in template.nodelist.get_nodes_by_type(BlockTranslateNode)
        for token in [*node.singular, *node.plural]
        if token.token_type == TokenType.VAR and token.contents.strip() not in {*node.extra_context, node.countervar}
    }


def test_blocktranslate_is_given_no_callable():
    callables = callables_of_every_page()
    assert "site_name" in callables
    wrong = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in [*sources(".html"), *sources(".txt")]
        if "blocktrans" in path.read_text()
        for name in names_in_blocktranslate(path.read_text()) & callables
    }
    assert wrong == set()


@pytest.mark.parametrize(("bound", "names"), [("", {"site_name"}), (" with site_name=site_name", set())])
def test_names_in_blocktranslate_are_seen(bound, names):
    source = "{% load i18n %}{% blocktranslate" + bound + " %}De {{ site_name }}.{% endblocktranslate %}"
    assert names_in_blocktranslate(source) == names


def test_hours_are_written_as_the_language_writes_them():
    """« 12 h 50 », “12:50 p.m.”: by the formats of `config.formats`, not by one of the template's own."""
    own = re.compile(r"""(?:date|time):["'][^"']*[GHgh]\W*i""")
    assert [path.name for path in sources(".html") if own.search(path.read_text())] == []


def test_titles_of_pages_name_the_site():
    """« Mes événements · Pays d’Aurelle »: in a row of tabs, each says whose it is."""
    titles = {
        str(path.relative_to(ROOT)): title[1]
        for path in sources(".html")
        if (title := re.search(r"{% block title %}(.*?){% endblock(?: title)? ?%}", source := path.read_text(), re.S))
        and re.match(r"\s*(?:{#.*?#}\s*)?{% extends \"base_", source)
    }
    assert "intranet/submissions/templates/submissions/mine.html" in titles
    assert [path for path, title in titles.items() if "site_name" not in title and "block page_title" not in title] == []


def test_component_that_is_kept_shows_nothing_of_who_asks_nor_of_when():
    """`{% component %}` draws once for everybody who is shown the same values."""
    names = {name for path in sources(".html") for name in re.findall(r'{% component "([^"]+)"', path.read_text())}
    files = {name: engines["django"].get_template(name).template.source for name in names}
    assert "components/row_event.html" in names
    of_the_moment = re.compile(
        r"csrf_token|\brequest\.|(?<!\x22)\buser\b|timesince|timeuntil|\|ago\b|waiting_since|{% now|{% messages"
    )
    code = {name: re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", source, flags=re.S) for name, source in files.items()}
    assert {name: found for name, source in code.items() if (found := of_the_moment.findall(source))} == {}


def test_pages_leave_the_referrer_to_the_setting():
    """`same-origin` keeps signed addresses from other sites; a page that says `no-referrer` sends its own forms without their
    origin, and they are refused."""
    assert [str(path.relative_to(ROOT)) for path in sources(".html") if 'name="referrer"' in path.read_text()] == []
