"""The address that follows a title while it is typed in the CMS."""

from wagtail.admin.widgets import SlugInput

from common.slugs import APOSTROPHES
from common.text import UNDECOMPOSED

LETTERS = {chr(code): plain for code, plain in UNDECOMPOSED.items() if chr(code).isalpha()} | {"ß": "ss"}


class TitleSlugInput(SlugInput):
    """Wagtail's, told what its script does not know, so that it writes what `common.slugs.slug_of` gives."""

    def __init__(self, attrs=None):
        letters = [(f"[{letter}{'ẞ' if letter == 'ß' else letter.upper()}]", plain) for letter, plain in LETTERS.items()]
        super().__init__(attrs, formatters=[(APOSTROPHES.pattern, " "), *letters], locale="und")
