"""What a reader of the directory, or of the professionals' contacts, may ask for."""

from accounts.choices import SpokenLanguage
from common.filters import Choice, Filters, Flag, Page, Words


class ContactFilters(Filters):
    words = Words("q")
    office = Choice("organisme")  # a slug
    theme = Choice("theme")  # a code
    language = Choice("langue", SpokenLanguage.values)
    page = Page(most=1000)


class PeopleFilters(ContactFilters):
    """Among colleagues, who is away too."""

    away = Flag("absents")
