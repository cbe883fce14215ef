"""The state of an event in a calendar file: its STATUS, the METHOD of the message, the words that people put before titles."""

import re

from destination.agenda.ical.components import Component

CONFIRMED, TENTATIVE, CANCELLED, POSTPONED, FULL = "confirmed", "tentative", "cancelled", "postponed", "full"
# RFC 5545, 3.8.1.11, for an event; the others are what programs and people write all the same.
STATUSES = {"": CONFIRMED, "confirmed": CONFIRMED, "tentative": TENTATIVE, "cancelled": CANCELLED}
# RFC 5546, 1.4: those that announce; the others answer an invitation or ask for a copy.
ANNOUNCING_METHODS = ("", "PUBLISH", "REQUEST", "ADD", "CANCEL")
# What is said of an event, in the order in which one comes before another.
WORDS = {
    CANCELLED: r"annul[ée]e?s?|annulation|cancell?ed|cancel|cancel(?:·|\.|-)?lad?[at]s?|anul(?:·|\.|-)?lad?[at]s?|suspes[oa]?s?",
    POSTPONED: r"report[ée]e?s?|postponed|rescheduled|ajourn[ée]e?s?|ajornad?[at]s?|ajornades|posposad?[at]s?",
    FULL: r"compl[eè]te?s?|completa|sold.?out|full(?:y booked)?|guichets ferm[ée]s|(?:entrades )?(?:exhaurits?|exhaurid[ae]s?)",
}
# « au 12 juin », « pour cause de pluie »: said of the state, up to what parts it from the title.
REASON = r"(?:\s+(?:au?x?|à|en|le|pour|cause|to|until|due|because|al?|per|fins)\b[^:|()\[\]–—]{0,50}?)?"
PART = r"(?:\s*[:|!–—]+\s*|\s*-{1,3}\s+|\s+-{1,3}\s*)"
# A run of brackets or stars is looked at once: titles come from anyone.
OPENED, CLOSED = r"(?<![\[(*#])[\[(*#]++\s*+", r"[^\w()\[\]*#]*+[\])*#]++"
MOST_MARKS = 3
LONGEST_TITLE = 300


def _patterns(words: str) -> tuple[re.Pattern, ...]:
    return (
        re.compile(rf"^[^\w\[(*#]*+{OPENED}(?:{words}){REASON}{CLOSED}[\s:–—-]*(?P<title>.*)$", re.I | re.S),
        re.compile(rf"^(?P<title>.*?){OPENED}(?:{words}){REASON}{CLOSED}\W*$", re.I | re.S),
        re.compile(rf"^[^\w\[(]*(?:{words}){REASON}{PART}(?P<title>.+)$", re.I | re.S),
        re.compile(rf"^(?P<title>.+?)(?:{PART}|,\s+)(?:{words}){REASON}\W*$", re.I | re.S),
    )


ANY_WORD = re.compile("|".join(WORDS.values()), re.I)
PATTERNS = {state: _patterns(words) for state, words in WORDS.items()}
ALONE = {state: re.compile(rf"\W*(?:{words})\W*", re.I) for state, words in WORDS.items()}
SHOUTED = {state: re.compile(rf"\W*(?P<first>(?:{words})) (?P<title>.+)|(?P<start>.+) (?P<last>(?:{words}))\W*", re.I | re.S)
           for state, words in WORDS.items()}  # fmt: skip
# « Annulé Bal du port »: no title begins so. « Full Moon » does.
BEFORE_A_CAPITAL = {state: re.compile(rf"(?i:{WORDS[state]}) (?P<title>[A-ZÀ-Þ].+)", re.S) for state in (CANCELLED, POSTPONED)}


def state_in_title(title: str) -> tuple[str, str]:
    """The state that a title says (« ANNULÉ - Bal », « Bal [Complet] »), empty where it says none, and the title without it."""
    if not ANY_WORD.search(title):
        return "", title
    states: list[str] = []
    written, title = title, " ".join(title.split())
    for _mark in range(MOST_MARKS if len(title) <= LONGEST_TITLE else 0):
        state, rest = _first_mark(title)
        if not state:
            break
        states.append(state)
        title = rest or title
        if not rest:
            break
    return next((state for state in WORDS if state in states), ""), title if states else written


def _first_mark(title: str) -> tuple[str, str]:
    for state, patterns in PATTERNS.items():
        if ALONE[state].fullmatch(title):
            return state, ""
        for pattern in patterns:
            if (match := pattern.match(title)) and re.search(r"\w", match["title"]):
                return state, match["title"].strip(" :–—-")
        # In capitals before or after a title that is not: no need of a sign between them.
        if match := SHOUTED[state].fullmatch(title):
            word, rest = match["first"] or match["last"], match["title"] or match["start"]
            if word.isupper() and not rest.isupper():
                return state, rest.strip()
        if state in BEFORE_A_CAPITAL and (match := BEFORE_A_CAPITAL[state].fullmatch(title)):
            return state, match["title"].strip()
    return "", title


def state_of_status(component: Component) -> tuple[str, str]:
    """The state of STATUS and METHOD, and the word of STATUS where it is none that is known (the state is then « confirmed »)."""
    word = component.text("STATUS")
    state = STATUSES.get(word.lower()) or next((state for state in WORDS if ALONE[state].fullmatch(word)), "")
    methods = [method_of(one.text("METHOD")) for one in (component, component.calendar) if one]
    if "CANCEL" in methods:
        # RFC 5546, 3.2.5: a message that cancels does not have to say it of each event; some programs say it of the event alone.
        return CANCELLED, "" if state else word
    return (state, "") if state else (CONFIRMED, word)


def method_of(word: str) -> str:
    """The METHOD of a calendar, in capitals; « CANCELED » is read as CANCEL."""
    method = word.upper()
    return "CANCEL" if method in ("CANCELLED", "CANCELED", "CANCELLATION") else method


def strongest(*states: str) -> str:
    """The one that counts: cancelled before postponed, postponed before full, and what is said before what is not."""
    return next(state for state in (CANCELLED, POSTPONED, FULL, TENTATIVE, CONFIRMED) if state in (*states, CONFIRMED))
