"""Pictures and documents given in the CMS, dropped in its lists or not."""

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm


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


class PictureForm(DroppedFileMixin, BaseImageForm):
    pass


class SharedDocumentForm(DroppedFileMixin, BaseDocumentForm):
    pass
