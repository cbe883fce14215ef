"""The steps after the setup page, in their order."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from installation.presenters.checklist import setup_addresses_done

STEPS = {
    "look": _("Langues, couleur et logo"),
    "communes": _("Communes"),
    "office": _("Premier office"),
    "mail": _("Courriel"),
    "base_map": _("Fond de carte"),
}


def steps_of(current: str, user) -> list[dict]:
    """For `components/step_nav.html`; a step is done where the checklist says so."""
    done = setup_addresses_done(user)
    addresses = {name: reverse(f"installation:{name}") for name in STEPS}
    states = {name: "current" if name == current else "done" if url in done else "" for name, url in addresses.items()}
    return [{"title": title, "url": addresses[name], "state": states[name]} for name, title in STEPS.items()]


def next_step(current: str) -> str:
    """The address after this step: the last one leads to the checklist."""
    names = list(STEPS)
    place = names.index(current) + 1
    return reverse(f"installation:{names[place] if place < len(names) else 'checklist'}")
