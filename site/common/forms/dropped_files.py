"""Files given to the CMS: pictures and documents, one by one or dropped in their lists."""

from tempfile import NamedTemporaryFile

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.core.files.storage import Storage
from django.forms import FileInput
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from common.access import Audience
from common.documents.virus_scanner import Scan, scan_at_door
from common.imaging import client as imaging
from common.storages import answers

FILES_AWAY = _(
    "Aucun fichier ne peut être rangé en ce moment. Le reste de ce que vous avez écrit est encore là : choisissez de nouveau le "
    "fichier et envoyez-le dans une minute."
)


def refuse_while_away(storage: Storage) -> None:
    """Raise the sentence to show by the field where a file given now could not be stored."""
    if not answers(storage):
        raise ValidationError(FILES_AWAY, code="files_away")


def check_at_door(file: File, storage: Storage) -> Scan:
    """What the virus scanner says of a file that a form brings. Raises the sentence to show by the field where the file could not
    be stored, or may not be given to others."""
    refuse_while_away(storage)
    answer = scan_at_door(file)
    if not answer.may_be_given:
        raise ValidationError(answer.refusal, code=answer.state)
    return answer


class DroppedFileMixin:
    """A file dropped in the list comes with a title and a collection alone: it is saved at once, the rest as the model's defaults
    have it. Otherwise Wagtail says that it is uploaded and keeps it aside until the form under it is saved."""

    SENT_WITH_A_FILE = {"title", "file", "collection"}

    def __init__(self, *args, user=None, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if not self.instance.pk:
            self.instance.author = user  # who sees it whatever audience it gets
        others = [name for name in self.fields if name not in self.SENT_WITH_A_FILE]
        if self.is_bound and not self.instance.pk and not any(self.add_prefix(name) in self.data for name in others):
            for name in others:
                del self.fields[name]
            self.comes_alone(user)

    def comes_alone(self, user) -> None:
        """What a file that is saved before anything is said of it has instead of the model's defaults."""

    def clean_file(self):
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            self.note_scan(check_at_door(file, self._meta.model._meta.get_field("file").storage))
        return file

    def note_scan(self, answer: Scan) -> None:
        """Keep what the virus scanner said of a file that it passed."""


class PictureFileField(WagtailImageField):
    """Looked at by the imaging process. To count the pixels Wagtail decodes the picture in the web process: four megabytes for
    each million of them, however small the file. The file that it gives has what `imaging.inspect` answers as `inspection`."""

    def check_image_pixel_size(self, f):
        with NamedTemporaryFile() as source, NamedTemporaryFile() as upright:
            for chunk in f.chunks():
                source.write(chunk)
            source.flush()
            try:
                # The CMS takes small ones too: marks, partners.
                f.inspection = imaging.inspect(source.name, upright.name, smallest_side=1)
            except imaging.Refused as refused:
                raise ValidationError(refused.sentence, code=refused.code) from None
        f.seek(0)


class PictureForm(DroppedFileMixin, BaseImageForm):
    file = PictureFileField(label=_("Fichier"), widget=FileInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in (self._meta.exclude or ()):  # the form under a file that was dropped: it is stored already
            del self.fields["file"]

    def save(self, commit=True):
        if "file" in self.changed_data:  # stored as it was given; an earlier one goes
            self.instance.keep_given("", "")
        return super().save(commit)

    def comes_alone(self, user):
        """Nobody has written what it shows: its office sees it, until the form under it says who else."""
        self.instance.audience, self.instance.organisation = Audience.PRIVATE, user.organisation


class SharedDocumentForm(DroppedFileMixin, BaseDocumentForm):
    def note_scan(self, answer):
        self.instance.scan_state, self.instance.scan_result = answer.state, ""
