"""The names that may stand at the top level of an app, and the floor on which each stands.

An app is read from the ground up: what stands on a floor imports from its own floor and from those below
(`test_import_order.py`). A new name is added here with its reason, rarely: first look whether one of these says the same.
"""

LEAVES, MODELS, ACTIONS, PRESENTERS, VIEWS = range(5)

#: The names of Django, of Wagtail and of the house: a newcomer knows the file before opening the folder.
STANDARD = {
    "choices": LEAVES,
    "limits": LEAVES,
    "registry": LEAVES,
    "blocks": MODELS,
    "filters": MODELS,
    "models": MODELS,
    "permissions": MODELS,
    "querysets": MODELS,
    "actions": ACTIONS,
    "importers": ACTIONS,
    "notifications": ACTIONS,
    "personal_data": ACTIONS,  # which personal data the app holds, for how long, and how it is given out and erased
    "tasks": ACTIONS,  # named work: an action asks for it, and it calls one action
    "context_processors": PRESENTERS,
    "facets": PRESENTERS,
    "feeds": PRESENTERS,
    "front_page": PRESENTERS,  # what the app shows on the members' first page: what waits, what is new, panels
    "forms": PRESENTERS,
    "presenters": PRESENTERS,
    "serializers": PRESENTERS,
    "sitemaps": PRESENTERS,
    "adapters": VIEWS,
    "apps": VIEWS,
    "backends": VIEWS,
    "management": VIEWS,
    "middleware": VIEWS,
    "periodic": VIEWS,
    "signals": VIEWS,
    "templatetags": VIEWS,
    "urls": VIEWS,
    "views": VIEWS,
    "viewsets": VIEWS,
    "wagtail_hooks": VIEWS,
}

#: app → its own words, each with its floor and the reason why no standard one says it.
OWN: dict[str, dict[str, tuple[int, str]]] = {
    "backups": {
        "databases": (LEAVES, "a copy of a database, by each engine's own means"),
        "manifest": (LEAVES, "what a backup says of itself: its files' format"),
        "problems": (LEAVES, "what stops a backup or a restore, as a sentence"),
        "sealing": (LEAVES, "the age format: what is encrypted, and opened again"),
        "stores": (LEAVES, "where backups lie: a folder or a bucket"),
    },
    "destination.agenda": {
        "ical": (PRESENTERS, "calendar files, read and written: a domain of its own"),
        "schedule": (LEAVES, "when something takes place: value objects, their rules and sentences"),
    },
    "destination.base_map": {
        "tiles": (LEAVES, "the arithmetic of map tiles: positions, lines, the sea, names, drawings"),
    },
    "destination.pages": {
        "links": (MODELS, "where a link chosen by an editor leads: asked by blocks, menus and presenters"),
        "page_cache": (LEAVES, "what is the same for every reader, in the cache until something of it changes"),
        "visitor_mode": (LEAVES, "“I am preparing” or “I am here”: the visitor's answer, kept by their browser"),
    },
    "destination.places": {
        "opening_hours": (LEAVES, "value objects, their checks, what is typed and what is said"),
    },
    "demo": {
        "bench_data": (ACTIONS, "invented rows by the thousand, to measure with"),
        "drawings": (LEAVES, "the demo's pictures, drawn by code"),
        "loaders": (ACTIONS, "what each wing has in the demo"),
        "office_files": (LEAVES, "the files that the demo's members share, written by code"),
    },
    "health": {
        "news": (LEAVES, "what is new in each version, in plain words, read from its files"),
        "probes": (ACTIONS, "what each part of the installation says of itself, and how to mend it"),
    },
    "intranet.comments": {
        "uploads": (MODELS, "pictures and files on a comment: looked at, and kept as large as a screen shows them"),
    },
    "intranet.mentions": {
        "handles": (LEAVES, "how a text names a person or a group after an @"),
        "links": (MODELS, "the names in a text as its reader sees them: asked by notifications and by every room's presenters"),
    },
    "intranet.submissions": {
        "differences": (MODELS, "two versions of an event or of a form side by side"),
        "forms": (MODELS, "the long form reads what was typed: drafts, proposals and imports are made from it"),
    },
    "notifications": {"signed_links": (MODELS, "addresses of mails that open without signing in")},
    "pro_portal.documents": {
        "portal_cards": (VIEWS, "what the app shows on the portal's first page"),
    },
    "pro_portal.home": {
        "portal_cards": (VIEWS, "what the app shows on the portal's first page"),
    },
    "pro_portal.photos": {
        "api": (VIEWS, "the partners' API: a room with its own parameters, serializers and errors"),
        "portal_cards": (VIEWS, "what the app shows on the portal's first page"),
        "rights": (MODELS, "what may be shown, to whom, until when: the rules of a picture"),
        "session": (MODELS, "who takes a picture, and the basket, of a visitor without an account"),
    },
    "pro_portal.tutorials": {
        "portal_cards": (VIEWS, "what the app shows on the portal's first page"),
    },
    "pro_portal.watch": {
        "normalisation": (LEAVES, "what makes two links one: addresses and titles without what differs by chance"),
        "portal_cards": (VIEWS, "what the app shows on the portal's first page"),
        "signed_links": (MODELS, "addresses of the newsletter that open without signing in"),
    },
    "search": {
        "analysis": (MODELS, "the words of a text as the search knows them"),
        "engines": (ACTIONS, "the databases and the clusters behind one protocol"),
        "filters": (PRESENTERS, "a reader's question names sources and what engines answer"),
        "sources": (ACTIONS, "what each subject tells the search about its things"),
    },
}

#: The ground floor holds mechanisms, each under the name of its field; the house's other apps import them.
MECHANISMS = {
    "absolute_urls", "access", "caches", "call_stack", "changes", "clock", "colours", "content_files", "csv_tables",
    "date_formats", "date_reading", "decoding", "differences", "documents", "drafts", "facets", "fields", "health",
    "idle_connections", "imaging", "interrupted_forms", "job_process", "mail", "measures", "names", "navigation", "outbox", "page_head", "panels", "pdf",
    "personal_data", "phones", "positions", "processes", "rate_limits", "recycle_bin", "renditions", "responsibility",
    "request_log", "rich_text", "safe_http", "scanning", "search_port", "served_files", "slugs", "statements", "statistics", "storages", "text",
    "translations", "uploads", "vcards", "videos", "waiting", "workers", "zips",
}  # fmt: skip


def floor_of(app: str, name: str) -> int | None:
    """The floor of a top-level name of an app; None where the name is not allowed there."""
    if name in OWN.get(app, {}):
        return OWN[app][name][0]
    if app == "common" and name in MECHANISMS:
        return MODELS
    return STANDARD.get(name)
