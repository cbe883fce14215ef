"""The sections of the profile's form, and what of it is filled in."""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Profile
from intranet.people.forms import ProfileForm
from notifications.models import Preferences

FIELDS = {
    "portrait": ("portrait_file", "portrait_kept"),
    "moi": ("preferred_name", "job", "about"),
    "themes": ("themes",),
    "langues": ("languages",),
    "joindre": ("phone", "private_phone", "working_days"),
    "absence": ("away_from", "away_until", "stand_in"),
    "professionnels": ("shown_to_professionals",),
}


def sections_of(form: ProfileForm) -> dict[str, dict]:
    """{slug: {title, fields}}, in the order of the form; without the sections of which the person is asked nothing."""
    titles = {
        "portrait": _("Portrait"),
        "moi": _("Qui je suis"),
        "themes": _("Mes thèmes"),
        "langues": _("Langues"),
        "joindre": _("Me joindre"),
        "absence": _("Absence"),
        "professionnels": _("Les professionnels"),
    }
    fields = {slug: {name: form[name] for name in names if name in form.fields} for slug, names in FIELDS.items()}
    return {slug: {"title": titles[slug], "fields": section} for slug, section in fields.items() if section}


def profile_steps(form: ProfileForm, profile: Profile) -> list[dict]:
    """The lines of `components/step_nav.html`."""
    filled = {
        "portrait": bool(profile.portrait),
        "moi": bool(profile.job),
        "themes": bool(profile.themes.all()),
        "langues": bool(profile.languages),
        "joindre": bool(profile.person.phone or profile.working_days),
    }
    return [
        {
            "title": section["title"],
            "url": f"#{slug}",
            "state": "error" if any(field.errors for field in section["fields"].values()) else "done" if filled.get(slug) else "",
        }
        for slug, section in sections_of(form).items()
    ]


def steps_of_first_day(profile: Profile) -> list[dict]:
    """What a newcomer does first: [{title, text, url, words, is_done}]."""
    is_told = Preferences.objects.filter(person=profile.person, tour_ended_at__isnull=False).exists()
    return [
        {
            "title": _("Dire qui vous êtes"),
            "text": _("Votre portrait, votre fonction, vos thèmes : vos collègues savent à qui demander quoi."),
            "url": reverse("people:mine"),
            "words": _("Modifier mon profil"),
            "is_done": bool(profile.job and profile.themes.all()),
        },
        {
            "title": _("Choisir vos notifications"),
            "text": _("Tout est activé au départ. Vous choisissez ce qui vous est dit, où et à quel rythme."),
            "url": reverse("notifications:preferences"),
            "words": _("Choisir mes notifications"),
            "is_done": is_told,
        },
        {
            "title": _("Recevoir l’agenda dans votre téléphone"),
            "text": _("Réunions, formations, événements de vos communes : ils viennent d’eux-mêmes dans votre calendrier."),
            "url": reverse("accounts:profile") + "#calendrier",
            "words": _("Voir mon adresse de calendrier"),
            "is_done": False,
        },
        {
            "title": _("Savoir qui fait quoi"),
            "text": _("L’annuaire du réseau, par office, par thème et par langue."),
            "url": reverse("people:list"),
            "words": _("Voir l’annuaire"),
            "is_done": False,
        },
    ]
