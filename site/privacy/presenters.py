"""The table of what is held, as pages and files show it."""

from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from common.mail import office_name
from common.pdf import typeset
from common.personal_data import Kind, Outcome, People, Person, cookies, count_all, kinds
from common.registry import call_hook, hook

#: How the data is looked after: article 30.1 g of the GDPR. Each is something that the product does.
MEASURES = (
    gettext_lazy("Connexion chiffrée (HTTPS) ; les mots de passe ne sont gardés que hachés."),
    gettext_lazy("Double authentification, exigée des administrateurs."),
    gettext_lazy("Chaque page, fichier, calendrier et résultat de recherche suit la même règle d’accès ; rien de privé n’a "
                 "d’adresse publique."),
    gettext_lazy("Essais de mots de passe et envois de formulaires comptés et ralentis, sans garder d’adresse IP."),
    gettext_lazy("Aucun service extérieur, aucune mesure d’audience, aucune publicité ; les données restent sur le serveur de "
                 "l’office."),
    gettext_lazy("Sauvegarde chaque nuit, hors du serveur et chiffrée quand une clé est donnée ; restauration essayée."),
    gettext_lazy("Les durées de conservation sont appliquées chaque nuit par le site lui-même."),
)  # fmt: skip


class Line(NamedTuple):
    """A kind, and how many records are held about somebody; 0 where nobody is asked about."""

    kind: Kind
    count: int = 0


class Group(NamedTuple):
    title: Any
    lines: list[Line]


def groups() -> list[Group]:
    """All kinds, by whose data they are."""
    return [Group(people.label, of) for people in People if (of := [Line(kind) for kind in kinds() if kind.people == people])]


def lines_of(person: Person) -> list[Line]:
    """The kinds that hold something about this person."""
    counts = count_all(person)
    return [Line(kind, count) for kind in kinds() if (count := counts.get(kind.key))]


@hook("privacy.table_context")
def table_context() -> dict:
    """What the block of the legal page and the page of a person show besides."""
    return {"groups": groups(), "cookies": cookies(), "contact_email": contact_email()}


def contact_email() -> str:
    """Whom to write to about one's data: the office's address, where one is set."""
    return call_hook("privacy.contact_email")


class Result(NamedTuple):
    """What an erasure did to one kind."""

    kind: Kind
    outcome: Outcome


def results_of(outcomes: dict[str, Outcome]) -> list[Result]:
    return [Result(kind, outcomes[kind.key]) for kind in kinds() if kind.key in outcomes]


# ---- the register of processing ---------------------------------------------------------------------------------
def register_context() -> dict:
    """The record of processing activities (GDPR, article 30.1), from what the product does."""
    return {
        "controller": office_name(),
        "contact_email": contact_email(),
        "kinds": kinds(),
        "measures": MEASURES,
        "day": timezone.localdate(),
    }


def register_pdf() -> bytes:
    context = register_context()
    values = {
        "office": context["controller"],
        "title": _("Registre des activités de traitement"),
        "introduction": _("Article 30 du règlement général sur la protection des données."),
        "facts": [
            {"label": _("Responsable du traitement"), "value": context["controller"]},
            {"label": _("Contact"), "value": context["contact_email"] or _("à compléter")},
            {"label": _("Délégué à la protection des données"), "value": _("à compléter")},
            {"label": _("État au"), "value": date_format(context["day"], "DATE_FORMAT")},
        ],
        "entries": [
            {
                "title": str(kind.title),
                "facts": [{"label": label, "value": value} for label, value in facts_of(kind)],
            }
            for kind in context["kinds"]
        ],
        "measures_title": _("Mesures de sécurité"),
        "measures": [str(measure) for measure in MEASURES],
    }
    return typeset("privacy/register.typ", values, get_language() or "fr")


def facts_of(kind: Kind) -> list[tuple[str, str]]:
    """What article 30 asks of each processing: (label, text)."""
    return [
        (_("Finalité"), str(kind.purpose)),
        (_("Base légale"), str(kind.legal_basis.label)),
        (_("Personnes"), str(kind.people.label)),
        (_("Données"), str(kind.categories)),
        (_("Destinataires"), str(kind.recipients.label)),
        (_("Transfert hors de l’Union européenne"), _("Aucun par le site lui-même")),
        (_("Durée"), str(kind.term)),
        (_("À l’effacement"), kind.erasure_words),
    ]
