"""The first steps of an installation, each done or not by what there is: nobody ticks anything."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from accounts.models import Invitation, Organisation, Territory, User
from backups.models import BackupRun
from common.access import Audience
from common.choices import Licence
from common.models import Picture
from common.outbox import OutgoingMail
from destination.agenda.models import Event
from destination.base_map.models import BaseMap
from destination.pages.importers import KINDS
from destination.pages.models import DestinationSettings, HomePage, Menu
from destination.pages.page_cache import cached, get_many
from destination.pages.presenters.site_layout import site_layout_key
from installation.actions.starters import marks_in, starter_pages
from installation.models import ChecklistChoice
from installation.permissions import may_follow_checklist

PAGES_KEY = "installation:page_facts"
SHOWN = 4  # on a first page, where the checklist is one thing among others


@dataclass(frozen=True)
class Step:
    title: str
    sentence: str
    is_done: bool
    url: str
    words: str  # of the link or the button
    is_button: bool = False  # what the address makes, it makes by POST


@dataclass(frozen=True)
class StarterState:
    """The first page of a kind: `pk` is None where there is none."""

    pk: int | None = None
    is_live: bool = False
    marks: int = 0


@dataclass(frozen=True)
class PageFacts:
    """What the steps ask of the pages in the main language: the first page (`home_pk` None where there is none), and
    {kind: StarterState}; whether the main menu leads to one of the published pages."""

    home_pk: int | None
    is_home_written: bool
    starters: dict[str, StarterState]
    has_menu: bool


class Facts:
    """What the steps ask: one query, however much there is, and what the pages say until one of them changes."""

    def __init__(self, person):
        self.person = person
        self.there_is = _there_is(self._questions())

    @cached_property
    def pages(self) -> PageFacts:
        get_many([PAGES_KEY, site_layout_key(get_language())])  # what the layout of the page asks for next: one query
        return cached(PAGES_KEY, _page_facts)

    def _questions(self) -> dict[str, QuerySet]:
        of_members = Q(organisation__kind__in=Organisation.OF_MEMBERS)
        destination = DestinationSettings.objects.filter(site__is_default_site=True)
        pictures = Picture.objects.filter(~Exists(destination.filter(logo=OuterRef("pk"))))
        return {
            "choice_put_away": _choices_put_away(self.person),
            "look": destination.exclude(accent="", logo=None),
            "backup": BackupRun.objects.of(BackupRun.Kind.BACKUP).filter(succeeded=True),
            "communes": Territory.objects.all(),
            "base_map": BaseMap.objects.ready(),
            "office": Organisation.objects.filter(kind__in=Organisation.OF_MEMBERS),
            "mail": OutgoingMail.objects.filter(state=OutgoingMail.State.SENT),
            "event": Event.objects.published().filter(audience=Audience.PUBLIC),
            "picture": pictures.exclude(credit="", creator="").exclude(licence=Licence.UNKNOWN),
            "invitation": Invitation.objects.filter(of_members | Q(organisation=None), withdrawn_at=None),
            "colleague": User.objects.filter(of_members | Q(is_superuser=True), is_active=True).exclude(pk=self.person.pk),
        }


def _there_is(questions: dict[str, QuerySet]) -> dict[str, bool]:
    """Whether each queryset has a row, in one query."""
    row = Site.objects.annotate(**{f"has_{name}": Exists(rows) for name, rows in questions.items()})
    answers = row.filter(is_default_site=True).values(*(f"has_{name}" for name in questions)).first() or {}
    return {name: bool(answers.get(f"has_{name}")) for name in questions}


def _page_facts() -> PageFacts:
    home = HomePage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    is_written = bool(home and (home.tagline or home.introduction) and home.picture_id)
    return PageFacts(home.pk if home else None, is_written, _starter_states(), _has_menu())


def _has_menu() -> bool:
    """Our starter menus hold the agenda and the places from the first click on, before there is any page."""
    menu = Menu.objects.filter(code=Menu.Code.MAIN).first()
    entries = [entry.value for entry in menu.entries] if menu else []
    return any(value["page"] and value["page"].live for entry in entries for value in (entry, *entry["children"]))


def _starter_states() -> dict[str, StarterState]:
    """{kind: the state of its first page in the main language}."""
    models = {name: KINDS[name] for name in {starter["kind"] for starter in starter_pages().values()}}
    types = ContentType.objects.get_for_models(*models.values(), for_concrete_models=False)
    pages = Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, content_type__in=types.values())
    rows = pages.order_by("-live", "path").values_list("content_type_id", "pk", "live")
    first = {}
    for content_type_id, pk, live in rows:
        first.setdefault(content_type_id, (pk, live))
    return {name: _starter_state(model, first.get(types[model].pk)) for name, model in models.items()}


def _starter_state(model, row: tuple[int, bool] | None) -> StarterState:
    if row is None:
        return StarterState()
    pk, live = row
    return StarterState(pk, live, marks_in(model.objects.get(pk=pk).text()) if live else 0)


# ---- the steps --------------------------------------------------------------------------------------------------
def _look(facts: Facts) -> Step:
    sentence = _("Les langues du site, sa couleur et son logo.")
    return Step(_("L’aspect du site"), sentence, facts.there_is["look"], reverse("installation:look"), _("Choisir"))


def _communes(facts: Facts) -> Step:
    sentence = _("Le territoire, par un fichier de contours ou par des noms : la carte et l’agenda s’en servent.")
    return Step(_("Les communes"), sentence, facts.there_is["communes"], reverse("installation:communes"), _("Les ajouter"))


def _base_map(facts: Facts) -> Step:
    sentence = _("Routes, eau, bois et villages sous vos points : un fichier d’OpenStreetMap à déposer.")
    return Step(_("Le fond de carte"), sentence, facts.there_is["base_map"], reverse("installation:base_map"), _("Le déposer"))


def _office(facts: Facts) -> Step:
    sentence = _("Celui qui tient le site : son nom est au bas des pages, et ses membres y sont invités.")
    return Step(_("Le premier office"), sentence, facts.there_is["office"], reverse("installation:office"), _("L’écrire"))


def _mail(facts: Facts) -> Step:
    is_done = settings.EMAIL_BACKEND.endswith("smtp.EmailBackend") and facts.there_is["mail"]
    sentence = _("Un message d’essai, et ce que le serveur en a dit.")
    return Step(_("Le courriel"), sentence, is_done, reverse("installation:mail"), _("Essayer"))


def _home(facts: Facts) -> Step:
    pk, is_done = facts.pages.home_pk, facts.pages.is_home_written
    url = reverse("wagtailadmin_pages:edit", args=[pk]) if pk else reverse("wagtailadmin_home")
    return Step(_("La page d’accueil"), _("Une phrase, une photo large : la première impression."), is_done, url, _("L’écrire"))


STARTER_TITLES = {
    "mentions-legales": (_("Les mentions légales"), _("Un texte à corriger : la loi les demande.")),
    "accessibilite": (_("La déclaration d’accessibilité"), _("Un texte à corriger : la loi la demande aussi.")),
    "contact": (_("La page de contact"), _("Un formulaire dont les messages arrivent à l’office.")),
    "decouvrir": (_("Une première rubrique"), _("« Découvrir » : quelques mots, puis la liste de ses pages.")),
    "venir": (_("Une première page pratique"), _("« Venir et se déplacer » : des faits, des réponses.")),
    "une-journee": (_("Un premier article"), _("« Une journée ici » : ce qui donne envie, avec une photo.")),
}


def _starter(name: str) -> Callable[[Facts], Step]:
    def step(facts: Facts) -> Step:
        title, sentence = STARTER_TITLES[name]
        state = facts.pages.starters[starter_pages()[name]["kind"]]
        if state.pk is None:
            return Step(title, sentence, False, reverse("installation:make_page", args=[name]), _("Partir de notre texte"), True)
        url = reverse("wagtailadmin_pages:edit", args=[state.pk])
        if not state.is_live:
            sentence = _("Le brouillon est là : complétez ce qui est entre crochets, puis publiez.")
        elif state.marks:
            sentence = ngettext(
                "La page est publiée, mais %(number)s passage reste à compléter.",
                "La page est publiée, mais %(number)s passages restent à compléter.",
                state.marks,
            ) % {"number": state.marks}
        return Step(title, sentence, state.is_live and not state.marks, url, _("La corriger"))

    return step


def _menus(facts: Facts) -> Step:
    sentence = _("Ce qui mène aux pages, en haut et en bas : à faire une fois les premières pages écrites.")
    url = reverse("installation:make_menus")
    return Step(_("Les menus"), sentence, facts.pages.has_menu, url, _("Les composer"), True)


def _event(facts: Facts) -> Step:
    sentence = _("Proposé, puis accepté, il paraît dans l’agenda.")
    return Step(_("Un premier événement"), sentence, facts.there_is["event"], reverse("submissions:new"), _("Le proposer"))


def _picture(facts: Facts) -> Step:
    sentence = _("Avec son auteur et sa licence, pour les pages et les professionnels.")
    url = reverse("wagtailimages:add_multiple")
    return Step(_("Une première photo"), sentence, facts.there_is["picture"], url, _("La déposer"))


def _invitation(facts: Facts) -> Step:
    is_done = facts.there_is["invitation"] or facts.there_is["colleague"]
    sentence = _("Un lien lui est envoyé ; elle choisit son mot de passe.")
    return Step(_("Une première collègue"), sentence, is_done, reverse("team:invite"), _("L’inviter"))


def _backup(facts: Facts) -> Step:
    sentence = _("Elle se fait chaque nuit ; cette ligne se coche quand la première a réussi.")
    return Step(_("Une première sauvegarde"), sentence, facts.there_is["backup"], reverse("backups:index"), _("Les sauvegardes"))


ADMINISTRATION = (_look, _communes, _office, _mail, _base_map)
CONTENT = (_home, *(_starter(name) for name in STARTER_TITLES), _menus, _picture)


def steps_for(user) -> list[Step]:
    """The steps this person may take, in the order in which they are best taken."""
    return _steps(user, Facts(user))


def _steps(user, facts: Facts) -> list[Step]:
    steps = list(CONTENT)
    if user.is_member:
        steps.append(_event)
    if user.is_superuser:
        steps = [*ADMINISTRATION, *steps, _invitation, _backup]
    return [step(facts) for step in steps]


def setup_addresses_done(user) -> set[str]:
    """Of the steps after the setup page, those that are done."""
    facts = Facts(user)
    return {step.url for step in (make(facts) for make in ADMINISTRATION) if step.is_done}


def is_put_away(user) -> bool:
    return _choices_put_away(user).exists()


def _choices_put_away(user) -> QuerySet:
    return ChecklistChoice.objects.filter(Q(person=user) & ~Q(put_away_at=None))


def panel_for(user) -> dict | None:
    """For `installation/_checklist.html`; None where this person has nothing to do, or put it away."""
    if not may_follow_checklist(user):
        return None
    facts = Facts(user)
    if facts.there_is["choice_put_away"]:
        return None
    steps = _steps(user, facts)
    waiting = [step for step in steps if not step.is_done]
    return checklist_context(steps) | {"checklist": waiting[:SHOWN]} if waiting else None


def checklist_context(steps: list[Step]) -> dict:
    return {"checklist": steps, "checklist_done": sum(step.is_done for step in steps), "checklist_total": len(steps)}
