"""The steps after the setup page, in their order."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

STEPS = {
    "look": _("Langues, couleur et logo"),
    "communes": _("Communes"),
    "office": _("Premier office"),
    "mail": _("Courriel"),
    "base_map": _("Fond de carte"),
}


def steps_of(current: str) -> list[dict]:
    """For `components/step_nav.html`."""
    return [
        {"title": title, "url": reverse(f"installation:{name}"), "state": "current" if name == current else ""}
        for name, title in STEPS.items()
    ]


def next_step(current: str) -> str:
    """The address after this step: the last one leads to the checklist."""
    names = list(STEPS)
    place = names.index(current) + 1
    return reverse(f"installation:{names[place] if place < len(names) else 'checklist'}")
