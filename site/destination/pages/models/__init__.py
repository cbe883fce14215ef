from destination.pages.models.base import SitePage
from destination.pages.models.contact import ContactMessage, ContactPage
from destination.pages.models.content import AccessibilityPage, EditorialPage, LegalPage, PracticalPage, SectionPage
from destination.pages.models.home import HomePage
from destination.pages.models.menus import Menu
from destination.pages.models.settings import DestinationSettings, DestinationTranslation, SocialLink
