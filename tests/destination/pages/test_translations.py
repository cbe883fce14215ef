"""A page in French that changes after its translation: what the translation shows, and when."""

import json
import re
from html import unescape

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from common.models import SharedDocument
from destination.pages.actions import forget_missing_references
from tests.factories import make_picture

BODY = [("heading", "Les sentiers"), ("text", "<p>Le chemin est ouvert.</p><p>Le refuge aussi.</p>")]
CATALAN = {
    "La-neige (fr)": "La neu",
    "Introduction la-neige fr.": "Introducció.",
    "Les sentiers": "Els camins",
    "Le chemin est ouvert.": "El camí és obert.",
    "Le refuge aussi.": "El refugi també.",
    "Le chemin est fermé jusqu’en mai.": "El camí és tancat fins al maig.",
}


@pytest.fixture
def translated(client, editor, pages, django_capture_on_commit_callbacks):
    """A French page, and its Catalan translation made and published in the CMS."""
    page = pages["la-neige"]["fr"]
    page.body = BODY
    page.save_revision().publish()
    client.force_login(editor)
    catalan = Locale.objects.get(language_code="ca")
    client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [catalan.pk]})
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=catalan)
    translate(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(user=editor)
    return page


def translate(translation) -> None:
    """Write the Catalan words of each French sentence that has some."""
    for segment in StringSegment.objects.filter(source=translation.source, string__data__in=CATALAN).select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={"data": CATALAN[segment.string.data]},
        )


def change(page) -> None:
    """As the CMS does: the block keeps its identity, by which the words of its translations are found again."""
    page.refresh_from_db()
    page.body[1].value = RichText("<p>Le chemin est fermé jusqu’en mai.</p><p>Le refuge aussi.</p>")
    page.save_revision().publish()


def body_of(client) -> str:
    return client.get("/ca/decouvrir-ca/la-neige/").content.decode()


def synchronise(client, page, **fields) -> None:
    source = TranslationSource.objects.get(object_id=page.translation_key)
    client.post(reverse("wagtail_localize:update_translations", args=[source.pk]), fields)


def test_changed_sentence_waits_until_someone_synchronises(client, translated):
    change(translated)

    assert "El camí és obert." in body_of(client)


def test_synchronised_sentence_is_shown_in_french_until_it_is_translated(
    client, translated, editor, django_capture_on_commit_callbacks
):
    change(translated)
    with django_capture_on_commit_callbacks(execute=True):
        synchronise(client, translated, publish_translations="on")

    page = body_of(client)
    assert "Le chemin est fermé jusqu’en mai." in page and "El camí és obert." not in page
    assert "El refugi també." in page and "Els camins" in page

    translation = Translation.objects.get(source__object_id=translated.translation_key)
    translate(translation)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(user=editor)
    page = body_of(client)
    assert "El camí és tancat fins al maig." in page and "Le chemin est fermé" not in page


def test_sentence_synchronised_without_publishing_changes_nothing_for_readers(
    client, translated, django_capture_on_commit_callbacks
):
    change(translated)
    with django_capture_on_commit_callbacks(execute=True):
        synchronise(client, translated)

    assert "El camí és obert." in body_of(client)
    source = TranslationSource.objects.get(object_id=translated.translation_key)
    assert StringSegment.objects.filter(source=source, string__data="Le chemin est fermé jusqu’en mai.").exists()


@pytest.fixture
def illustrated(client, editor, pages):
    """A French page with a picture of its own, one in a block and one in a gallery; its Catalan translation, begun in the CMS."""
    page = pages["la-neige"]["fr"]
    pictures = [make_picture(title) for title in ("Le col", "Le refuge", "La neige")]
    page.picture = pictures[0]
    page.body = [("picture", {"picture": pictures[1], "caption": "Le refuge"}), ("gallery", pictures[1:])]
    page.save_revision().publish()
    client.force_login(editor)
    catalan = Locale.objects.get(language_code="ca")
    client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [catalan.pk]})
    return page, pictures


def numbers_in_editor(client, page) -> list[int]:
    """The pictures that the editor of the Catalan translation asks for."""
    translation = page.get_translation(Locale.objects.get(language_code="ca"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[translation.pk])).content.decode()
    [props] = re.findall(r'data-props="([^"]*)"', html)
    segments = json.loads(unescape(props))["segments"]
    return sorted({segment["value"] for segment in segments if segment["type"] == "synchronised_value"})


def test_editor_of_a_translation_asks_for_no_deleted_picture(client, illustrated):
    """Its script would end, and the page stay blank for good."""
    page, pictures = illustrated
    assert numbers_in_editor(client, page) == sorted(picture.pk for picture in pictures)
    for left in (2, 1, 0):
        pictures.pop().delete()
        assert numbers_in_editor(client, page) == sorted(picture.pk for picture in pictures[:left])


def test_reference_is_kept_when_another_kind_of_thing_has_its_number(client, illustrated):
    page, pictures = illustrated
    SharedDocument.objects.create(pk=pictures[1].pk, title="Plan", file=ContentFile(b"plan", name="plan.pdf")).delete()
    assert pictures[1].pk in numbers_in_editor(client, page)


def test_picture_chosen_for_a_translation_alone_is_forgotten_too(client, illustrated):
    page, pictures = illustrated
    segment = OverridableSegment.objects.filter(source__object_id=page.translation_key).first()
    other = make_picture("Pour le catalan")
    catalan = Locale.objects.get(language_code="ca")
    SegmentOverride.objects.create(locale=catalan, context=segment.context, data_json=json.dumps(other.pk))
    other.delete()
    assert not SegmentOverride.objects.exists()
    SegmentOverride.objects.create(locale=catalan, context=segment.context, data_json="987654")
    forget_missing_references()
    assert not SegmentOverride.objects.exists()
    assert OverridableSegment.objects.filter(pk=segment.pk).exists()
