"""The demo's tutorials, paths, questions and opinions: plain values, written for the professionals of a real territory."""

from pro_portal.tutorials.content import being_found, being_seen, being_trusted, catalan, english
from pro_portal.tutorials.content.around import OPINIONS, PATHS, QUESTIONS

TUTORIALS = [*being_found.TUTORIALS, *being_seen.TUTORIALS, *being_trusted.TUTORIALS]
for each in TUTORIALS:
    for language, translated in (("en", english.WORDS), ("ca", catalan.WORDS)):
        if each["slug"] in translated:
            each["words"][language] = translated[each["slug"]]

__all__ = ["OPINIONS", "PATHS", "QUESTIONS", "TUTORIALS"]
