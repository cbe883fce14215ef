"""The blocks of a tutorial (StreamField): its steps, and the questions asked before a certificate."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from common.videos import video_at

MOST_STEPS = 20
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
    """The steps in order. The name is kept in the database: it does not change. That there is one is asked when the tutorial is
    published (the field may not be empty): a lower bound here would be shown as an error before anything is typed."""

    step = StepBlock()

    class Meta:
        max_num = MOST_STEPS


class QuizQuestionBlock(blocks.StructBlock):
    text = blocks.CharBlock(label=_("Question"), max_length=200)
    right = blocks.CharBlock(label=_("La bonne réponse"), max_length=150)
    wrong = blocks.ListBlock(
        blocks.CharBlock(label=_("Réponse fausse"), max_length=150), label=_("Réponses fausses"), min_num=1, max_num=3
    )
    step = blocks.IntegerBlock(
        label=_("Étape où se trouve la réponse"),
        required=False,
        min_value=1,
        max_value=MOST_STEPS,
        help_text=_("Son numéro : qui se trompe y est reconduit."),
    )

    class Meta:
        label = _("Question")
        icon = "help"

    def clean(self, value):
        cleaned = super().clean(value)
        choices = [cleaned["right"], *cleaned["wrong"]]
        if len({choice.strip().casefold() for choice in choices}) < len(choices):
            message = _("Deux réponses sont les mêmes : elles doivent se distinguer.")
            raise blocks.StructBlockValidationError(block_errors={"right": ValidationError(message)})
        return cleaned


class Quiz(blocks.StreamBlock):
    """The name is kept in the database: it does not change."""

    question = QuizQuestionBlock()

    class Meta:
        max_num = 2
        required = False
