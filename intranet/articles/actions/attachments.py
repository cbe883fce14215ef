"""The pictures and files of an article: those given with it open and close with it, the others keep their own audience."""

from collections.abc import Iterable
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from common.access import Audience, is_narrower
from common.documents.virus_scanner import scan_at_door
from common.forms.dropped_files import FILES_AWAY
from common.models import Picture, SharedDocument
from common.rich_text import documents_in, pictures_in
from common.storages import StorageAway
from common.text import plain
from intranet.articles.limits import DOCUMENT_ENDINGS, LARGEST_DOCUMENT
from intranet.articles.models import Article


class DocumentRefused(ValidationError):
    """A file that cannot be joined; `message` says why and what to do."""


def keep_document(upload: UploadedFile, person) -> SharedDocument:
    """Keep a file for its author alone, until the article it is given with is published; raises `DocumentRefused`."""
    name = PurePath(plain(upload.name or "")).name
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending not in DOCUMENT_ENDINGS:
        raise DocumentRefused(_("Ce genre de fichier ne peut pas être joint : enregistrez-le en PDF, par exemple."))
    if not upload.size:
        raise DocumentRefused(_("Ce fichier est vide : choisissez-en un autre."))
    if upload.size > LARGEST_DOCUMENT:
        too_big = _("Ce fichier pèse plus de {most} Mo : enregistrez-le en plus petit.")
        raise DocumentRefused(format_lazy(too_big, most=LARGEST_DOCUMENT // 1024**2))
    answer = scan_at_door(upload)
    if not answer.may_be_given:
        raise DocumentRefused(answer.refusal)
    title = PurePath(name).stem.replace("_", " ").strip()[:200] or str(_("Fichier"))
    document = SharedDocument(
        title=title, audience=Audience.PRIVATE, author=person, uploaded_by_user=person, scan_state=answer.state
    )
    upload.name = f"{PurePath(name).stem[:80] or 'fichier'}.{ending}"
    document.file = upload
    try:
        with transaction.atomic():
            document.save()
    except StorageAway:
        raise DocumentRefused(FILES_AWAY) from None
    return document


def pictures_of(article: Article) -> list[Picture]:
    """Every picture that it shows, at its head and in its text."""
    keys = {article.picture_id, *pictures_in(article.body)} - {None}
    return list(Picture.objects.filter(pk__in=keys).prefetch_related("audience_groups"))


def documents_of(article: Article) -> list[SharedDocument]:
    """Every file that it offers, under its text and in it."""
    keys = {document.pk for document in article.documents.all()} | set(documents_in(article.body))
    return list(SharedDocument.objects.filter(pk__in=keys).prefetch_related("audience_groups"))


def narrower_attachments(article: Article) -> list[Picture | SharedDocument]:
    """What some readers of the article will not see in it, since its own audience is narrower."""
    things = [
        *((picture, article.brought_ids("pictures")) for picture in pictures_of(article)),
        *((document, article.brought_ids("documents")) for document in documents_of(article)),
    ]
    return [thing for thing, brought in things if thing.pk not in brought and is_narrower(thing, article)]


def _brought(article: Article) -> Iterable[Picture | SharedDocument]:
    yield from Picture.objects.filter(pk__in=article.brought_ids("pictures"))
    yield from SharedDocument.objects.filter(pk__in=article.brought_ids("documents"))


def _serves_elsewhere(thing: Picture | SharedDocument, article: Article) -> bool:
    """Whether another thing shows it too, whose readers it keeps."""
    others = Article.objects.exclude(pk=article.pk)
    if isinstance(thing, SharedDocument):
        return others.filter(documents=thing).exists()
    return thing.events.exists() or thing.places.exists() or others.filter(picture=thing).exists()


def open_brought(article: Article) -> None:
    """The article is published: what was given with it opens to those who may read it, and to nobody else."""
    for thing in _brought(article):
        if _serves_elsewhere(thing, article) and not is_narrower(thing, article):
            continue
        thing.audience, thing.organisation_id = article.audience, article.organisation_id
        thing.save(update_fields=["audience", "organisation"])
        thing.audience_groups.set(article.audience_groups.all())


def close_brought(article: Article) -> None:
    """The article is in the bin: what was given with it is its author's alone."""
    for thing in _brought(article):
        if _serves_elsewhere(thing, article):
            continue
        thing.audience, thing.organisation_id = Audience.PRIVATE, None
        thing.save(update_fields=["audience", "organisation"])


def destroy_with_files(article: Article) -> None:
    """Delete the article for good, and what was given with it where nothing else shows it."""
    things = [thing for thing in _brought(article) if not _serves_elsewhere(thing, article)]
    article.delete()
    for thing in things:
        thing.delete()
