"""The blocks of a page's body (StreamField), named as an editor would name them."""

from urllib.parse import urlencode

from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from common.registry import call_hook
from destination.pages.choices import category_choices, commune_choices, fact_icons
from destination.pages.links import check_link, link_of
from destination.places.models import PlaceKind
from privacy.blocks import PersonalDataBlock

PREVIEW = "pages/blocks/preview.html"
TEXT_FEATURES = ["bold", "italic", "h3", "ol", "ul", "link", "document-link", "hr"]
SHORT_FEATURES = ["bold", "italic", "link"]
WORDS, PICTURES, LIVE = _("Texte"), _("Images"), _("Vivant")


class Shown:
    """The base of the `Meta` of a block that stands in a page."""

    group = WORDS
    preview_template = PREVIEW


def html(words):
    """The (lazy) text of a preview as a paragraph."""
    return lazy(lambda: f"<p>{words}</p>", str)()


class PictureBlock(blocks.StructBlock):
    picture = ImageBlock(label=_("Photo"))
    caption = blocks.CharBlock(label=_("Légende"), required=False, max_length=200)

    class Meta(Shown):
        label = _("Photo")
        icon = "image"
        group = PICTURES
        template = "pages/blocks/picture.html"
        preview_value = {"picture": None, "caption": _("De la tour de guet, on voit la plaine jusqu’à la mer.")}
        description = _("Une photo, sa légende et son crédit.")


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Citation"), max_length=400, rows=3)
    source = blocks.CharBlock(label=_("De qui"), required=False, max_length=120)

    class Meta(Shown):
        label = _("Citation")
        icon = "openquote"
        template = "pages/blocks/quote.html"
        preview_value = {"text": _("Le schiste rend la nuit la chaleur qu’il a prise le jour."), "source": _("Une vigneronne")}
        description = _("Une phrase dite par quelqu’un d’ici.")


class FactBlock(blocks.StructBlock):
    icon = blocks.ChoiceBlock(label=_("Icône"), choices=fact_icons, default="info")
    label = blocks.CharBlock(label=_("Quoi"), max_length=60)
    text = blocks.CharBlock(label=_("Réponse"), max_length=200)
    link = blocks.URLBlock(label=_("Lien"), required=False)

    class Meta:
        label = pgettext_lazy("une information", "Fait")
        icon = "list-ul"


class StepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), max_length=120)
    text = blocks.TextBlock(label=_("Texte"), max_length=1000, rows=3, required=False)

    class Meta:
        label = _("Étape")
        icon = "list-ol"


class QuestionBlock(blocks.StructBlock):
    question = blocks.CharBlock(label=_("Question"), max_length=200)
    answer = blocks.RichTextBlock(label=_("Réponse"), features=[*SHORT_FEATURES, "ul"])

    class Meta:
        label = _("Question")
        icon = "help"


class CallBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Titre"), max_length=120)
    text = blocks.TextBlock(label=_("Texte"), required=False, max_length=300, rows=2)
    page = blocks.PageChooserBlock(label=_("Vers une page"), required=False)
    address = blocks.CharBlock(
        label=_("ou vers une adresse"),
        required=False,
        max_length=300,
        help_text=_("https://…, ou agenda, places, communes pour nos listes."),
    )
    label = blocks.CharBlock(label=_("Mots du bouton"), max_length=60, help_text=_("Un verbe : Réserver, Suivre l’itinéraire."))

    class Meta(Shown):
        label = _("Invitation à agir")
        icon = "arrow-right-full"
        template = "pages/blocks/call.html"
        preview_value = {
            "title": _("Un week-end sans voiture"),
            "text": _("Deux jours, un train, deux bus et vos jambes."),
            "page": None,
            "address": "agenda",
            "label": _("Suivre l’itinéraire"),
        }
        description = _("Un bouton et la phrase qui donne envie de le presser.")

    def clean(self, value):
        return check_link(super().clean(value))

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["link"] = link_of(value.get("page"), value.get("address"), context.get("closed_trees", ()))
        return context


class EventsBlock(blocks.StructBlock):
    category = blocks.ChoiceBlock(label=_("Catégorie"), choices=category_choices, required=False)
    commune = blocks.ChoiceBlock(label=_("Commune"), choices=commune_choices, required=False)
    count = blocks.IntegerBlock(label=_("Combien"), default=4, min_value=1, max_value=12)

    class Meta(Shown):
        label = _("Prochaines dates")
        icon = "date"
        group = LIVE
        template = "pages/blocks/events.html"
        preview_value = {"category": "", "commune": "", "count": 4}
        description = _("Les prochains événements de l’agenda, mis à jour d’eux-mêmes.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        category, commune = value.get("category") or "", value.get("commune") or ""
        filters = {name: text for name, text in (("category", category), ("commune", commune)) if text}
        context["tiles"] = call_hook("pages.event_tiles", value.get("count") or 4, category, commune)
        names = {**dict(category_choices() if category else ()), **dict(commune_choices() if commune else ())}
        context["filter_names"] = [str(names[text]) for text in filters.values() if text in names]
        context["query"] = f"?{urlencode(filters)}" if filters else ""
        return context


class PlacesBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(label=_("Nature"), choices=PlaceKind.choices, required=False)
    count = blocks.IntegerBlock(label=_("Combien"), default=3, min_value=1, max_value=12)

    class Meta(Shown):
        label = _("Lieux")
        icon = "site"
        group = LIVE
        template = "pages/blocks/places.html"
        preview_value = {"kind": "", "count": 3}
        description = _("Quelques lieux d’une même nature, tirés de l’annuaire.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["cards"] = call_hook("pages.place_cards", value.get("count") or 3, value.get("kind") or "")
        context["kind_name"] = PlaceKind(value["kind"]).label if value.get("kind") in PlaceKind.values else ""
        return context


class CommunesBlock(blocks.StaticBlock):
    class Meta(Shown):
        label = _("Communes")
        icon = "map"
        group = LIVE
        template = "pages/blocks/communes.html"
        preview_value = None
        admin_text = _("Toutes les communes, avec leur photo et un lien vers leur page.")
        description = _("Toutes les communes, avec leur photo et un lien vers leur page.")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["cards"] = call_hook("pages.commune_cards")
        return context


class StageBlock(blocks.StructBlock):
    """One stage of an itinerary: how long, how far, and where it leads."""

    title = blocks.CharBlock(label=_("Étape"), max_length=120)
    duration = blocks.CharBlock(label=_("Durée"), required=False, max_length=40)
    distance = blocks.CharBlock(label=_("Distance"), required=False, max_length=40)
    by = blocks.CharBlock(
        label=pgettext_lazy("moyen de transport", "Comment"),
        required=False,
        max_length=60,
        help_text=_("À pied, en train, à vélo."),
    )
    text = blocks.RichTextBlock(label=_("Texte"), features=SHORT_FEATURES, required=False)
    picture = ImageBlock(label=_("Photo"), required=False)

    class Meta(Shown):
        label = _("Étape d’itinéraire")
        icon = "crosshairs"
        template = "pages/blocks/stage.html"
        preview_value = {
            "title": _("Du port au phare"),
            "duration": "1 h 15",
            "distance": "4 km",
            "by": _("À pied"),
            "text": html(_("Le sentier longe la falaise ; gardez la mer à main droite.")),
            "picture": None,
        }
        description = _("Une étape avec sa durée, sa distance et sa photo.")


class PageBody(blocks.StreamBlock):
    """What a page is made of. The names are kept in the database and in the demo: they do not change."""

    heading = blocks.CharBlock(
        max_length=120,
        label=_("Intertitre"),
        icon="title",
        template="pages/blocks/heading.html",
        preview_value=_("Trois façons de commencer"),
        description=_("Un titre dans la page."),
        group=WORDS,
        preview_template=PREVIEW,
    )
    text = blocks.RichTextBlock(
        features=TEXT_FEATURES,
        label=_("Texte"),
        icon="pilcrow",
        template="pages/blocks/text.html",
        preview_value=html(_("Un matin sur le quai, quand les pêcheurs vendent ce que la nuit leur a laissé.")),
        description=_("Des paragraphes, des listes, des liens."),
        group=WORDS,
        preview_template=PREVIEW,
    )
    quote = QuoteBlock()
    facts = blocks.ListBlock(
        FactBlock(),
        label=_("En bref"),
        icon="list-ul",
        template="pages/blocks/facts.html",
        preview_value=[
            {"icon": "clock", "label": _("Durée"), "text": _("Deux heures et demie")},
            {"icon": "walk", "label": _("Distance"), "text": _("8 km, facile")},
        ],
        description=_("Des faits courts : durée, distance, prix, téléphone."),
        group=WORDS,
        preview_template=PREVIEW,
    )
    steps = blocks.ListBlock(
        StepBlock(),
        label=_("Étapes"),
        icon="list-ol",
        template="pages/blocks/steps.html",
        preview_value=[
            {"title": _("9 h 40 : le port"), "text": _("Café face à la criée, puis le sentier du littoral.")},
            {"title": _("15 h 10 : les remparts"), "text": _("Musée, chemin de ronde, dîner sous les arcades.")},
        ],
        description=_("Une suite numérotée : un itinéraire, une marche à suivre."),
        group=WORDS,
        preview_template=PREVIEW,
    )
    stage = StageBlock()
    question = blocks.ListBlock(
        QuestionBlock(),
        label=_("Questions et réponses"),
        icon="help",
        template="pages/blocks/questions.html",
        preview_value=[{"question": _("Peut-on laisser ses bagages ?"), "answer": _("Oui, pendant les heures d’ouverture.")}],
        description=_("Des questions que l’on déplie."),
        group=WORDS,
        preview_template=PREVIEW,
    )
    call = CallBlock()
    picture = PictureBlock()
    gallery = blocks.ListBlock(
        ImageBlock(label=_("Photo")),
        min_num=2,
        max_num=24,
        label=_("Galerie"),
        icon="media",
        template="pages/blocks/gallery.html",
        preview_value=[None, None, None],
        description=_("Plusieurs photos côte à côte."),
        group=PICTURES,
        preview_template=PREVIEW,
    )
    events = EventsBlock()
    places = PlacesBlock()
    communes = CommunesBlock()
    personal_data = PersonalDataBlock(group=LIVE, preview_template=PREVIEW)
