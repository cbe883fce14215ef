"""The chips of `components/chips.html`."""


def chip(label, url: str, count: int | None = None, is_on: bool = False, icon: str = "", lang: str = "") -> dict:
    """One choice; every key is there, for a template looks long for one that is not."""
    return {"label": label, "url": url, "count": count, "is_on": is_on, "icon": icon, "lang": lang}
