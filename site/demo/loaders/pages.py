"""The public site: its settings, pages and menus."""

from demo.loaders import content
from demo.loaders.loading import Loading
from destination.pages.bootstrap.site import ensure_site, make_menus, make_pages
from destination.pages.models import DestinationSettings, DestinationTranslation, HomePage, Menu

SOCIAL_PICTURE = "harbour-morning"


def load(demo: Loading) -> None:
    pages = content.pages()
    home = next(page for page in pages if page["kind"] == "home")
    destination = DestinationSettings.for_site(ensure_site(name=home["words"]["fr"]["title"]))
    destination.contact_email = demo.agency.email
    destination.social_picture = demo.pictures[SOCIAL_PICTURE]
    destination.save()
    for code, words in home["words"].items():
        demo.note(DestinationTranslation.objects.create(destination=destination, language=code, name=words["title"]))
    families = make_pages(pages, picture_for=demo.pictures.get, organisation=demo.agency)
    make_menus(content.menus())
    demo.note(*Menu.objects.all())
    demo.note(*(page for family in families.values() for page in family.values() if not isinstance(page, HomePage)))
