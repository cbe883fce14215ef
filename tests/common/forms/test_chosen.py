"""What is chosen inside blocks and hidden from who edits: it is not named, and it stays."""

import json
import re
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.utils.datastructures import MultiValueDict
from wagtail import blocks
from wagtail.admin.compare import get_comparison_class_for_block
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

from common.models import SharedDocument
from common.permissions import editor as reader
from destination.agenda.models import Event
from tests.factories import make_event, make_picture
from tests.stream_fields import fields_of, without_ids

pytestmark = pytest.mark.django_db

PICTURE, PAGE = "Une image que vous ne pouvez pas voir", "Une page que vous ne pouvez pas voir"
DOCUMENT, THING = "Un document que vous ne pouvez pas voir", "Un contenu que vous ne pouvez pas voir"


class Door(blocks.StructBlock):
    page = blocks.PageChooserBlock()
    event = SnippetChooserBlock(Event)
    text = blocks.RichTextBlock(features=["link", "document-link"])


class Body(blocks.StreamBlock):
    """Choosers at each depth: by themselves, in a structure, in a list, in a stream inside the stream."""

    picture = ImageChooserBlock()
    document = DocumentChooserBlock()
    door = Door()
    gallery = blocks.ListBlock(ImageBlock())
    doors = blocks.ListBlock(Door())
    stream = blocks.StreamBlock([("gallery", blocks.ListBlock(ImageBlock())), ("stream", blocks.StreamBlock([("door", Door())]))])


@pytest.fixture
def hidden(member, editor):
    """The raw value of a body full of what the editor, who reads it, may not see."""
    private = {"audience": "private", "author": member, "organisation": member.organisation}
    file = ContentFile(b"-", name="qzdocument.txt")
    picture, document = (
        make_picture("qzpicture", **private),
        SharedDocument.objects.create(title="qzdocument", file=file, **private),
    )
    event = make_event("qzevent", **private)
    root = Page.objects.get(depth=1)
    page = root.add_child(instance=Page(title="qzpage", slug="qzpage", live=False))
    page.view_restrictions.create(restriction_type="groups")
    link = f'<p><a linktype="page" id="{page.pk}">ici</a> <a linktype="document" id="{document.pk}">là</a></p>'
    door = {"page": page.pk, "event": event.pk, "text": link}
    shown = {"image": picture.pk, "alt_text": "Le quai", "decorative": False}
    value = [
        {"type": "picture", "value": picture.pk},
        {"type": "document", "value": document.pk},
        {"type": "door", "value": door},
        {"type": "gallery", "value": [shown, shown]},
        {"type": "doors", "value": [door]},
        {"type": "stream", "value": [
            {"type": "gallery", "value": [shown]}, {"type": "stream", "value": [{"type": "door", "value": door}]},
        ]},
    ]  # fmt: skip
    token = reader.set(type(editor).objects.get(pk=editor.pk))
    yield value
    reader.reset(token)


def with_ids(raw):
    """The same value with the identifiers by which Wagtail compares the parts of two."""
    if isinstance(raw, list):
        items = [each if "type" in each else {"type": "item", "value": each} for each in raw]
        return [{**each, "id": str(uuid4()), "value": with_ids(each["value"])} for each in items]
    return raw


def test_hidden_choice_inside_blocks_is_not_named_and_stays(hidden):
    body = Body()
    state = body.get_form_state(body.to_python(hidden))
    words = json.dumps(state, ensure_ascii=False, default=str)
    assert not re.search("qz(picture|document|event|page)", words)  # keys of paragraphs are letters by chance
    assert [words.count(sentence) for sentence in (PICTURE, PAGE, THING)] == [4, 3, 3] and DOCUMENT in words
    typed = MultiValueDict({name: [value] for name, value in fields_of(body, state, "body").items()})
    saved = body.clean(body.value_from_datadict(typed, {}, "body"))
    assert without_ids(body.get_prep_value(saved)) == hidden


@pytest.mark.parametrize("step", ["added", "taken away", "replaced", "as it was"])
def test_comparison_of_blocks_names_no_hidden_choice(hidden, step):
    body, nothing = Body(), Body().to_python([])
    stored = with_ids(hidden)
    before, after = body.to_python(stored), body.to_python(stored)
    if step == "replaced":
        other = make_picture("qzother", audience="private")
        other.contextual_alt_text, other.decorative = "Le phare", False
        after[0].value = after[3].value[1] = after[5].value[0].value[0] = other
        after[2].value["page"] = None
        del after[4].value[0]
    values = {"added": (nothing, after), "taken away": (before, nothing)}.get(step, (before, after))
    comparison = get_comparison_class_for_block(body)(body, True, True, *values)
    assert not re.search("qz(picture|document|event|page|other)", comparison.htmldiff())
