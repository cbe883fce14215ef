"""Whom a picture names beside it, and what it says that it shows."""

import re

from django.conf import settings

from common.choices import Licence
from common.models.rights import rights
from common.text import fold_accents

COPYRIGHT_MARK = re.compile(r"^\s*(©|\(c\)|copyright|photo\s*:)\s*", re.IGNORECASE)


def name_key(name: str) -> str:
    """What two ways to write a name have in common: its words, without accents, capitals, marks nor years."""
    return " ".join(re.findall(r"[^\W\d_]+", fold_accents(COPYRIGHT_MARK.sub("", name)).lower()))


def same_name(creator: str, credit: str) -> bool:
    """Whether the credit names that creator: « © Émile Brossard 2024 » and « E. Brossard / Aurelle » name « Emile Brossard »."""
    names, words = name_key(creator).split(), name_key(credit).split()
    return not names or (any(name in words for name in names if len(name) > 1) and all(_stands(name, words) for name in names))


def _stands(name: str, words: list[str]) -> bool:
    """Whether a name is one of these words, or one of the two is the other's initial."""
    return any(name == word or (1 in (len(name), len(word)) and name[0] == word[0]) for word in words)


def both_names(creator: str, credit: str) -> str:
    """Who made a picture and the credit that was asked for, each once."""
    if same_name(creator, credit):
        return credit
    if credit and same_name(credit, creator):
        return creator  # which says more than the credit
    return " / ".join(name for name in (creator, credit) if name)


class CreditedMixin:
    """Of the model `Picture`: its credit, its licence, its alternative texts."""

    @property
    def licence_words(self) -> str:
        """What stands beside the credit; empty where nobody said."""
        return "" if self.licence == Licence.UNKNOWN else self.get_licence_display()

    @property
    def licence_url(self) -> str:
        """The licence's public text, empty where there is none."""
        return Licence(self.licence).address

    @property
    def other_creator(self) -> str:
        """Who made it, where the credit names somebody else."""
        return "" if same_name(self.creator, self.credit) else self.creator

    @property
    def names(self) -> str:
        """Whom every page, file and feed names beside it: who made it and the credit that was asked for, each once."""
        return both_names(self.creator, self.credit)

    def credits_inside(self) -> dict[str, str]:
        """What is written into each file that leaves (see `imaging.metadata.writing.packet`)."""
        return {
            "credit": self.credit,
            "creator": self.creator or self.credit,
            "rights": f"© {self.names}" if self.names else "",
            "title": self.title,
            "description": self.alternative(settings.LANGUAGE_CODE),
            **rights().terms(self),
        }

    def describe(self, alternatives: dict[str, str]) -> None:
        """What the picture shows, by language; nothing is stored. Wagtail's own rooms show the first as its description."""
        self.alternatives = {code: text for code, text in (self.alternatives | alternatives).items() if text}
        if settings.LANGUAGE_CODE in alternatives:
            self.description = alternatives[settings.LANGUAGE_CODE][:255]

    @property
    def is_described(self) -> bool:
        """Whether it says, in the site's language, what it shows: required before everybody sees it."""
        return bool(self.alternative(settings.LANGUAGE_CODE))

    def alternative(self, language: str) -> str:
        """What the picture shows, for who cannot see it; empty when nobody wrote it."""
        return self.alternatives.get(language) or self.alternatives.get(settings.LANGUAGE_CODE) or self.description
