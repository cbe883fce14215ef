"""The facts on the page of a place: plain values for its template."""

from urllib.parse import urlsplit

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, ngettext, pgettext
from django.utils.translation import gettext as _

from common.models import Picture, fetch_substitutes, shown_picture
from common.names import fold_name
from common.phones import phones_of
from common.text import web_address
from destination.places.choices import Cooking, Label, Payment, Setting, access_details_in_words, in_words, spoken_languages
from destination.places.models import Access, Place, PlaceKind, PlaceTranslation
from destination.places.opening_hours.sentences import (
    HEADINGS,
    TODAY_LABELS,
    closed_days_in_words,
    hours_in_words,
    seasons_in_words,
    status_in_words,
)
from destination.places.presenters.chips import ACCESS_ICONS
from destination.places.presenters.prices import price_in_words, stars_in_words


def facts(place: Place, words: PlaceTranslation | None) -> list[dict]:
    """Price, class, contact and public, each with its icon, for `components/facts.html`."""
    language = get_language()
    price, all_prices = capfirst(price_in_words(place)), words.prices if words else ""
    lang = words.language if all_prices and words.language != language else ""
    candidates = [
        fact("euro", _("Prix"), price or all_prices)
        | {"note": all_prices if price else "", "note_lang": lang, "lang": "" if price else lang},
        fact("star", _("Classement"), stars_in_words(place)),
        *phone_facts(place.phone),
        fact("mail", _("Courriel"), place.email, f"mailto:{place.email}"),
        fact("link", _("Site internet"), site_name(place.website), place.website),
        fact("family", _("Public"), _("Convient aux familles") if place.family else ""),
        setting_fact(Setting(place.setting)),
    ]
    return [line for line in candidates if line["value"]]


def services(place: Place) -> list[dict]:
    """Table, room, languages, payment, labels: what is known, each with its icon, for `components/facts.html`."""
    menu_url = web_address(place.menu_url)
    candidates = [
        fact("food", _("Cuisine"), _listed(in_words(Cooking, place.cooking))),
        fact("book", pgettext("d’un restaurant", "Menu"), _("Voir le menu") if menu_url else "", menu_url),
        fact("users", _("Capacité"), capacity_in_words(place)),
        fact("globe", _("On y parle"), _listed([name for code, name in spoken_languages() if code in place.languages])),
        fact("ticket", _("Paiement"), _listed(in_words(Payment, place.payments))),
        fact("check", _("Labels"), _listed(in_words(Label, place.labels))),
    ]
    return [line for line in candidates if line["value"]]


def _listed(names: list[str]) -> str:
    """« Cuisine régionale, poisson et fruits de mer »: a capital at the beginning; names of marks keep theirs."""
    return capfirst(", ".join(names))


def capacity_in_words(place: Place) -> str:
    """« 34 chambres · 70 personnes »"""
    rooms = place.rooms if place.kind == PlaceKind.ACCOMMODATION else None
    return " · ".join(
        [
            *([ngettext("%(count)d chambre", "%(count)d chambres", rooms) % {"count": rooms}] if rooms else []),
            *(
                [ngettext("%(count)d personne", "%(count)d personnes", place.capacity) % {"count": place.capacity}]
                if place.capacity
                else []
            ),
        ]
    )


def setting_fact(setting: Setting) -> dict:
    """Indoors or outdoors; a line without value where it is not known."""
    icon = setting if setting in (Setting.INDOORS, Setting.OUTDOORS) else "home"
    return fact(icon, _("Cadre"), str(setting.label) if setting else "")


def fact(icon: str, label: str, value: str, url: str = "") -> dict:
    """A line of `components/facts.html`."""
    return {"icon": icon, "label": label, "value": value, "url": url if value else ""}


def phone_facts(stored: str) -> list[dict]:
    """A line for each number: one calls one or the other."""
    return [fact("phone", _("Téléphone"), phone.shown, phone.url) | {"note": phone.note} for phone in phones_of(stored)]


def site_name(url: str) -> str:
    """« musee.example » of an address of the web; empty for anything else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts.netloc.removeprefix("www.") if parts.scheme in ("http", "https") else ""


def address_lines(place: Place) -> list[str]:
    """Street, then postcode and commune, without repeating the commune."""
    town = " ".join(filter(None, [place.postcode or place.commune.postcode, place.commune.name]))
    # Many addresses are typed with their town at the end, its hyphens written or not.
    if f" {fold_name(place.commune.name)} " in f" {fold_name(place.address)} ":
        return [place.address]
    return [line for line in (place.address, town) if line]


def access(thing, place: Place | None = None) -> dict:
    """What a place or an event has for people with a disability, and the kinds for which it says to be prepared; what the `place`
    of an event has counts for it too. Empty when nothing is known: nothing is claimed then."""
    details = access_details_in_words({*(thing.access_details or ()), *((place.access_details or ()) if place else ())})
    kinds = [{"label": label, "icon": ACCESS_ICONS[kind]} for kind, label in Access.choices if kind in thing.accessibility]
    return {"details": details, "kinds": kinds} if details or kinds else {}


def opening(place: Place) -> dict:
    """Now, today, the seasons, the days closed by exception and the note, with the words for what the hours are those of."""
    hours, now, language = place.hours, timezone.now(), get_language()
    today = timezone.localdate(now)
    note, note_language = hours.note_in(language)
    return {
        "is_known": bool(hours),
        "heading": HEADINGS[hours.meaning],
        "today_label": TODAY_LABELS[hours.meaning],
        "is_open": hours.is_open(now) if hours else False,
        "status": status_in_words(hours, now, language),
        "today": hours_in_words(hours.today(today), language, hours.meaning) if hours else "",
        "seasons": seasons_in_words(hours, today, language),
        "closed_days": closed_days_in_words(hours, today, language),
        "note": note,
        "note_lang": note_language if note_language != language else "",
    }


def shown_pictures(place: Place, user) -> list[dict]:
    """The further pictures that this reader may see, each with its licence."""
    pictures = [further.picture for further in place.pictures.all()]
    fetch_substitutes(pictures)
    return [with_licence(visible) for picture in pictures if (visible := shown_picture(picture, user))]


def with_licence(picture: Picture) -> dict:
    """A picture with the words and address of its licence, empty where it is unknown."""
    return {
        "picture": picture,
        "credit": picture.names,
        "licence": picture.licence_words,
        "licence_url": picture.licence_url,
    }
