"""What can be found. A new subject is one class like these and one line here."""

from search.sources.articles import Articles
from search.sources.base import Room, SearchDocument, Source
from search.sources.communes import Communes
from search.sources.documents import Documents
from search.sources.events import Events
from search.sources.pages import Pages
from search.sources.people import People
from search.sources.photos import Photos
from search.sources.places import Places
from search.sources.tutorials import Tutorials
from search.sources.watch import Watch

SOURCES: list[Source] = [
    Events(),
    Places(),
    Communes(),
    Pages(),
    Photos(),
    Watch(),
    Tutorials(),
    People(),
    Articles(),
    Documents(),
]
BY_CODE: dict[str, Source] = {source.code: source for source in SOURCES}
