"""Documents: their files leave only through the guarded view. Members share them in folders; pages and articles have theirs."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet

from common.access import EVERYTHING_KEY, Audience, AudienceMixin, AudienceQuerySet, reader_keys
from common.choices import AllowedPeople
from common.documents.choices import Kind, TextState
from common.models.scans import PASSED, ScannedFilesMixin
from common.recycle_bin import BinMixin
from common.responsibility import ResponsibleMixin, ResponsibleQuerySet

VERSIONS_FOLDER = "documents/versions"


class DocumentFolderQuerySet(AudienceQuerySet):
    def present(self):
        """Those that are not in the bin."""
        return self.filter(deleted_at=None)


class DocumentFolder(BinMixin, AudienceMixin, models.Model):
    """A place for documents, inside another or at the top. Its audience sees its name, and is proposed for a new document in it;
    a document keeps its own audience: who may see it and not its folder sees it without one."""

    AUDIENCES = (Audience.MEMBERS, Audience.GROUP, Audience.PRIVATE, Audience.PROFESSIONALS)

    name = models.CharField(_("nom"), max_length=120)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("dans le dossier")
    )
    audience = models.CharField(
        _("qui peut voir"), max_length=16, choices=[(audience.value, audience.label) for audience in AUDIENCES],
        default=Audience.MEMBERS, db_index=True,
    )  # fmt: skip
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    audience_groups = models.ManyToManyField("accounts.WorkGroup", blank=True, related_name="+", verbose_name=_("groupes"))
    created_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentFolderQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")

    def __str__(self):
        return self.name

    @cached_property
    def url(self) -> str:
        """Its page: a list names the same folder on many lines."""
        return self.get_absolute_url()

    def get_absolute_url(self) -> str:
        return reverse("documents:folder", kwargs={"pk": self.pk})


#: What a line shows of a document, and what says whether its file is held and whether it is unread.
OF_LINE = (
    "title", "file", "file_size", "kind", "link", "note", "pages", "folder", "audience", "scan_state", "version", "text_state",
    "shared_at", "changed_at", "pinned_at", "author__preferred_name", "author__first_name", "author__last_name", "author__email",
    "organisation__name", "organisation__translated_names",
)  # fmt: skip


def document_address(pk: int) -> str:
    """The page of a document whose row was read as values."""
    return reverse("documents:document", kwargs={"pk": pk})


class SharedDocumentQuerySet(ResponsibleQuerySet, WagtailDocumentQuerySet):
    edit_any = "common.edit_any_document"

    def shared(self):
        """Those of the members' documents, beside those that a page or an article brought."""
        return self.present().exclude(shared_at=None)

    def with_line(self):
        """With all that a line of a list shows."""
        return self.select_related("author", "organisation", "folder")

    def with_short_line(self):
        """With what a line of a list shows and nothing else: a page of them has thirty."""
        return self.select_related("author", "organisation").only(*OF_LINE)

    def with_page(self):
        """With all that its page shows, but its groups: few documents have any."""
        return self.select_related(
            "author__profile", "author__organisation", "keeper", "organisation", "folder", "content"
        ).prefetch_related("tags")


class SharedDocument(BinMixin, ResponsibleMixin, AudienceMixin, ScannedFilesMixin, AbstractDocument):
    """A file to download, or a note with a link, with its audience.

    The row holds the current version; earlier ones are `DocumentVersion` rows, and an address survives them. `shared_at` is set
    for what members share with each other in `intranet/documents`; it is None for the files of pages, articles and comments.
    """

    file = models.FileField(upload_to="documents", verbose_name=_("fichier"), blank=True)  # none: a note, with its link
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.SET_NULL, null=True, blank=True, related_name="+")
    audience_groups = models.ManyToManyField("accounts.WorkGroup", blank=True, related_name="+")

    note = models.TextField(_("note"), max_length=2000, blank=True)
    link = models.URLField(_("lien"), max_length=500, blank=True)
    folder = models.ForeignKey(
        DocumentFolder, models.SET_NULL, null=True, blank=True, related_name="documents", verbose_name=_("dossier")
    )
    changeable_by = models.CharField(_("qui peut modifier"), max_length=8, choices=AllowedPeople, default=AllowedPeople.AUTHOR)
    deletable_by = models.CharField(_("qui peut supprimer"), max_length=8, choices=AllowedPeople, default=AllowedPeople.AUTHOR)
    shared_at = models.DateTimeField(_("partagé le"), null=True, blank=True, editable=False, db_index=True)
    changed_at = models.DateTimeField(_("modifié le"), null=True, blank=True, editable=False)
    announced_at = models.DateTimeField(null=True, blank=True, editable=False)
    pinned_at = models.DateTimeField(_("épinglé le"), null=True, blank=True, editable=False)
    # Who looks after it where its author has left: None is the author.
    keeper = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+")
    review_on = models.DateField(_("toujours vrai ? à vérifier le"), null=True, blank=True)
    reviewed_at = models.DateTimeField(_("vérifié le"), null=True, blank=True, editable=False)
    reminded_on = models.DateField(null=True, blank=True, editable=False)  # the last day its keeper was asked

    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    what_changed = models.CharField(_("ce qui a changé"), max_length=300, blank=True)
    kind = models.CharField(_("type"), max_length=16, choices=Kind, blank=True, editable=False)  # of the content
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True, editable=False)
    text_state = models.CharField(max_length=16, choices=TextState, default=TextState.WAITING, editable=False)

    admin_form_fields = ("title", "file", "audience", "audience_groups", "collection", "tags")

    objects = SharedDocumentQuerySet.as_manager()

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [
            ("choose_shareddocument", "Can choose document"),
            ("edit_any_document", "Can correct any document that members share"),
        ]
        indexes = [models.Index(fields=["deleted_at", "-shared_at"], name="documents_list")]

    def keys_once_published(self):
        return self._own_keys() if self.is_held else super().keys_once_published()

    @classmethod
    def _audience_q(cls, user, published_only):
        condition = super()._audience_q(user, published_only)
        if EVERYTHING_KEY in reader_keys(user):
            return condition
        passed = models.Q(scan_state__in=PASSED)
        own = models.Q(author=user) | models.Q(keeper=user) if user is not None and user.is_authenticated else None
        return condition & (passed if own is None else passed | own)

    @property
    def is_note(self) -> bool:
        """Without a file: words, and perhaps a link."""
        return not self.file

    def get_absolute_url(self) -> str:
        return document_address(self.pk)

    @property
    def url(self) -> str:
        """Behind the guarded door, also for the links of rich text."""
        return reverse("common:document", kwargs={"pk": self.pk, "filename": self.filename})

    def save(self, *args, **kwargs):
        if self.file and not self.pk and self.file_size is None:
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    def get_file_size(self) -> int | None:
        """In bytes, None where there is no file or it cannot be reached. Wagtail's own writes what it measured; a page is shown
        from a full disk too."""
        if self.file_size is None and self.file:
            try:
                self.file_size = self.file.size
            except OSError:
                return None
        return self.file_size


class DocumentVersion(ScannedFilesMixin, models.Model):
    """An earlier version of a document: its file as it was, until the document is destroyed."""

    document = models.ForeignKey(SharedDocument, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    file = models.FileField(_("fichier"), upload_to=VERSIONS_FOLDER, max_length=200)
    filename = models.CharField(_("nom du fichier"), max_length=255)
    file_size = models.PositiveBigIntegerField(_("poids"))  # bytes
    file_hash = models.CharField(max_length=40, blank=True)
    kind = models.CharField(_("type"), max_length=16, blank=True)
    pages = models.PositiveIntegerField(_("pages"), null=True, blank=True)
    what_changed = models.CharField(_("ce qui a changé"), max_length=300, blank=True)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    given_at = models.DateTimeField(_("donnée le"))

    class Meta:
        ordering = ["document", "-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="documents_version_once")]

    def __str__(self):
        return f"{self.document}, {self.number}"


class DocumentPage(models.Model):
    """The words of one page, slide or sheet of one version of a document: what is searched, quoted with its page, compared."""

    document = models.ForeignKey(SharedDocument, models.CASCADE, related_name="page_texts")
    version = models.PositiveIntegerField()
    number = models.PositiveIntegerField()  # from 1
    title = models.CharField(max_length=200, blank=True)  # of a slide, the name of a sheet
    text = models.TextField()

    class Meta:
        ordering = ["document", "version", "number"]
        constraints = [models.UniqueConstraint(fields=["document", "version", "number"], name="documents_page_once")]

    def __str__(self):
        return f"{self.document}, {self.number}"


class DocumentContent(models.Model):
    """What is shown of the inside of the current version, read by `common.documents`: clean HTML of a text or a presentation, the
    first rows of each sheet of a workbook ({"name", "rows", "is_cut"})."""

    document = models.OneToOneField(SharedDocument, models.CASCADE, related_name="content")
    version = models.PositiveIntegerField()
    html = models.TextField(blank=True)
    sheets = models.JSONField(default=list)
    is_cut = models.BooleanField(default=False)  # the text is longer than what is stored
    is_html_cut = models.BooleanField(default=False)

    def __str__(self):
        return str(self.document)
