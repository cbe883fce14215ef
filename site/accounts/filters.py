"""What a reader of the directory may ask for; the professionals' contacts understand the same."""

from accounts.choices import SpokenLanguage
from common.filters import Choice, Filters, Flag, Page, Words


class PeopleFilters(Filters):
    words = Words("q")
    office = Choice("organisme")  # a slug
    theme = Choice("theme")  # a code
    language = Choice("langue", SpokenLanguage.values)
    away = Flag("absents")
    page = Page(most=1000)
