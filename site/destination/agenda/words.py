"""The agenda's sentences use the words of days and hours that places use too."""

from common.day_words import LANGUAGES, Words, words_of

__all__ = ["LANGUAGES", "Words", "words_of"]
