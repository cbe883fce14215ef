"""The block of a tutorial's step (StreamField)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from common.videos import video_at

TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class VideoAddressBlock(blocks.URLBlock):
    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned and video_at(cleaned) is None:
            raise ValidationError(_("Cette adresse n’est pas celle d’une vidéo de YouTube, de Vimeo ou d’un site PeerTube."))
        return cleaned


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), max_length=120)
    text = blocks.RichTextBlock(label=_("Ce qu’il faut faire"), features=TEXT_FEATURES)
    picture = ImageChooserBlock(label=_("Photo"), required=False)
    document = DocumentChooserBlock(label=_("Fichier à télécharger"), required=False)
    video = VideoAddressBlock(
        label=_("Vidéo"),
        required=False,
        max_length=300,
        help_text=_("YouTube, Vimeo ou PeerTube. Rien n’est chargé avant que le lecteur l’ait demandé."),
    )

    class Meta:
        label = _("Étape")
        icon = "list-ol"


class Steps(blocks.StreamBlock):
    """The steps in order. The name is kept in the database: it does not change."""

    step = StepBlock()

    class Meta:
        min_num = 1
        max_num = 20
