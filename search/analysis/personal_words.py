"""Whether a question speaks of a person: then it is not noted among the searches without an answer."""

import re

# What a person is called, before a name: M. Dupont, Mme Martin, Dr Who, senyora Puig…
TITLES = "m|mr|mrs|ms|mme|mmes|mlle|mlles|mm|dr|sr|sra|srta|monsieur|madame|mademoiselle|docteur|senyor|senyora|señor|señora"
# These are words too, unless a full stop follows: « me promener », « maître nageur ».
WITH_FULL_STOP = "me|pr|prof"
PATTERNS = (
    re.compile(r"@|\bat\s+\w+\s+dot\b", re.IGNORECASE),  # an address of mail
    re.compile(r"https?:|www\.|\w\.(?:com|net|org|fr|cat|eu|io)\b", re.IGNORECASE),
    re.compile(r"\d(?:[\s.,/()+-]?\d){5,}"),  # a phone, a card, a date of birth; a postcode has five figures
    re.compile(rf"(?<!\w)(?:(?:{TITLES})(?:\.\s*|\s+)|(?:{WITH_FULL_STOP})\.\s*)\w", re.IGNORECASE),
)


def tells_of_person(text: str) -> bool:
    """Whether `text` holds what looks like a mail address, a phone number, or a name after « M. » and the like."""
    return any(pattern.search(text) for pattern in PATTERNS)
