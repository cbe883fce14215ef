from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from taggit.models import TaggedItem

from accounts.models import Organisation, User, WorkGroup
from common.models import DocumentPage, SharedDocument
from intranet.documents.choices import ICONS, family_of
from intranet.documents.presenters.listing import kind_in_words
from intranet.documents.presenters.passages import pages_with_words
from search.models import Entry
from search.sources.base import Room, RowSource, SearchDocument, join_lines

#: Letters of one document whose words find it, some two hundred pages; what follows is not indexed. After the first
#: `LONGEST_TEXT` a word counts once, so that one book does not weigh as much as all the rest.
MOST_INDEXED = 400_000
#: Letters that an entry shows lines of; the passage of a result is taken from its page.
MOST_SHOWN = 4_000


class Documents(RowSource):
    """What members share, found by the words inside too."""

    code = "document"
    name = _("Document")
    label = _("Documents")
    room = Room.INTRANET
    icon = "file"
    has_drawing = False
    batch = 30  # each may have MOST_INDEXED letters

    def published(self):
        return SharedDocument.objects.shared().with_line().prefetch_related("audience_groups", "tags")

    def load(self, names):
        documents = super().load(names)
        for document in documents.values():
            document.words, document.room_left = [], MOST_INDEXED
        rows = DocumentPage.objects.filter(document__in=[document.pk for document in documents.values()])
        for pk, version, title, text in rows.values_list("document_id", "version", "title", "text").iterator(chunk_size=50):
            document = documents.get(str(pk))
            if document is not None and version == document.version and document.room_left > 0:
                words = join_lines(title, text)[: document.room_left]
                document.words.append(words)
                document.room_left -= len(words)
        return documents

    def document(self, document, language):
        words = "\n".join(document.words)
        with translation.override(language):
            url, label = document.get_absolute_url(), kind_in_words(document)
        return SearchDocument(
            language=language,
            words_language=settings.LANGUAGE_CODE,
            title=document.title,
            text=join_lines(document.note, words[:MOST_SHOWN]),
            more=join_lines(
                words[MOST_SHOWN:], document.author, document.organisation, document.filename if document.file else "",
                *(tag.name for tag in document.tags.all()),
            ),
            url=url,
            keys=document.audience_keys(),
            changed_at=document.changed_at or document.shared_at,
            label=label,
            drawing=ICONS[family_of(document.kind, not document.is_note)],
        )  # fmt: skip

    def icon_for(self, drawing):
        """As the documents' own lists have it: of what sort of file it is."""
        return drawing or self.icon

    def pages(self, names, text):
        pages = pages_with_words([int(name) for name in names], text)
        return {str(pk): numbered for pk, numbered in pages.items()}

    def watched_models(self):
        shared = SharedDocument.objects.shared()
        return {
            SharedDocument: self._shared_or_indexed,
            TaggedItem: lambda tagged: shared.filter(pk=tagged.object_id) if _is_of_document(tagged) else [],
            User: lambda person: shared.filter(author=person),
            Organisation: lambda organisation: shared.filter(organisation=organisation),
            WorkGroup: lambda group: shared.filter(audience_groups=group),
        }

    def _shared_or_indexed(self, document) -> list:
        """The files of pages and articles, and those on their way, are none of these."""
        return (
            [document.pk] if document.shared_at or Entry.objects.filter(kind=self.code, thing=str(document.pk)).exists() else []
        )


def _is_of_document(tagged: TaggedItem) -> bool:
    return tagged.content_type.model_class() is SharedDocument
