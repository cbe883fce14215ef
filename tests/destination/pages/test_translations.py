"""A page in French that changes after its translation: what the translation shows, and when."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

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
