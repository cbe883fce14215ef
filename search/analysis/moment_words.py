"""The words for days and hours of each language that the search understands (`search.analysis.moments`)."""

from dataclasses import dataclass
from datetime import time

Hours = tuple[time, time]
LAST_HOUR = time(23, 59)
MORNING, NOON, AFTERNOON, EVENING, NIGHT = "morning", "noon", "afternoon", "evening", "night"
#: Between which hours something of that part of the day begins, both included.
PARTS: dict[str, Hours] = {
    MORNING: (time(5), time(11, 59)),
    NOON: (time(11, 30), time(13, 59)),
    AFTERNOON: (time(12), time(17, 59)),
    EVENING: (time(17), LAST_HOUR),
    NIGHT: (time(20), LAST_HOUR),
}


@dataclass(frozen=True)
class Vocabulary:
    """Regular expressions over words without accents and with one space between them . The names of weekdays
    and months come from `common.date_formats`."""

    today: str
    tomorrow: str
    day_after: str
    tonight: str
    week_end: str  # after `this` or alone
    week: str
    month: str
    this: str
    next: str  # before or after
    on: str  # what may stand before a day
    indefinite: str  # what stands before a week-end that is no date
    parts: dict[str, str]
    noon: str
    midnight: str
    after: str
    before: str
    at: str
    between: tuple[str, str]  # two hours
    span: tuple[str, str]  # two days
    hour: str  # one group for the hour, one for the minutes, maybe one for the half of the day


FRENCH = Vocabulary(
    today="aujourd ?hui|ce jour",
    tomorrow="demain",
    day_after="apres demain",
    tonight="ce soir|cette nuit",
    week_end="week ?ends?|weekends?|wk",
    week="semaine",
    month="mois(?: ci)?",
    this="ce|cet|cette|le|la|l|les",
    next="prochain|prochaine",
    on="le|les|du|des|pour|pour le|au",
    indefinite="un|une|deux|trois|d un|par",
    parts={
        MORNING: "matin|matinee", AFTERNOON: "apres midi|apresmidi|aprem", NOON: "midi", EVENING: "soir|soiree", NIGHT: "nuit",
    },
    noon="midi",
    midnight="minuit",
    after="apres|a partir de|des|depuis",
    before="avant|jusqu a",
    at="a|vers|pour",
    between=("entre|de", "et|a"),
    span=("du|entre le", "au|et le"),
    hour=r"(\d{1,2}) ?(?:h|heure|heures)(?: (\d{2}))?()",
)  # fmt: skip
ENGLISH = Vocabulary(
    today="today",
    tomorrow="tomorrow",
    day_after="(?:the )?day after tomorrow",
    tonight="tonight|this evening",
    week_end="week ?ends?|weekends?",
    week="week",
    month="month",
    this="this|the|coming",
    next="next",
    on="on|for|this|every",
    indefinite="a|an|two|three|per",
    parts={
        MORNING: "mornings?", NOON: "lunchtime|noon", AFTERNOON: "afternoons?", EVENING: "evenings?", NIGHT: "nights?",
    },
    noon="noon|midday",
    midnight="midnight",
    after="after|from|since",
    before="before|until|till",
    at="at|around|by",
    between=("between|from", "and|to"),
    span=("from|between", "to|and"),
    hour=r"(\d{1,2})(?: (\d{2}))? ?(am|pm|a m|p m)",
)  # fmt: skip
CATALAN = Vocabulary(
    today="avui",
    tomorrow="dema",
    day_after="dema passat|passat dema",
    tonight="aquest vespre|aquesta nit",
    week_end="caps? de setmana|finde",
    week="setmana",
    month="mes",
    this="aquest|aquesta|el|la|l",
    next="proper|propera|vinent|que ve",
    on="el|els|del|dels|per|per al|per a|l",
    indefinite="un|una|dos|tres|per",
    parts={MORNING: "mati", NOON: "migdia", AFTERNOON: "tarda", EVENING: "vespre", NIGHT: "nit"},
    noon="migdia",
    midnight="mitjanit",
    after="despres de|a partir de|des de",
    before="abans de|fins a",
    at="a|cap a|per",
    between=("entre|de", "i|a"),
    span=("del|entre el", "al|i el"),
    hour=r"(?:les? |la )?(\d{1,2})(?: (\d{2}))? ?(?:h|hores|hora)()",
)
INDEFINITE = "|".join((FRENCH.indefinite, ENGLISH.indefinite, CATALAN.indefinite))
# Articles, which point at no day: « le matin » is every morning, « ce matin » is today's.
ARTICLES = frozenset(["le", "la", "l", "les", "the", "el"])
VOCABULARIES = {"fr": FRENCH, "en": ENGLISH, "ca": CATALAN}
