"""Files dropped in the lists of pictures and documents of the CMS."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


class DroppedFileMixin:
    """A file dropped in the list comes with a title and a collection alone: it is saved at once, the rest as the model's defaults
    have it. Otherwise Wagtail says that it is uploaded and keeps it aside until the form under it is saved."""

    SENT_WITH_A_FILE = {"title", "file", "collection"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        others = [name for name in self.fields if name not in self.SENT_WITH_A_FILE]
        if self.is_bound and not self.instance.pk and not any(self.add_prefix(name) in self.data for name in others):
            for name in others:
                del self.fields[name]


class PictureForm(DroppedFileMixin, BaseImageForm):
    pass


class SharedDocumentForm(DroppedFileMixin, BaseDocumentForm):
    pass
