"""Names of places and communes as people write them: one folding, and the commune that an address names.

Hyphens, apostrophes and spaces are one, « St » is « Saint », capitals and accents do not matter.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from common.text import fold_accents

ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes"}
# « Mairie du Perthus » is the commune of Le Perthus.
TOWN_HALL = re.compile(r"(?:mairie|ville|commune|village|hotel de ville|ajuntament) (?:de |du |des |del |dels |d |of )?")
ARTICLE = re.compile(r"(?:le|la|les|l|el|els) ")
CONTRACTIONS = {"le": ("du", "au"), "les": ("des", "aux"), "el": ("del", "al"), "els": ("dels", "als")}
ON_A_RIVER = re.compile(r"\bs/\s*(?=\w)", re.I)  # « Estany s/ Mer »
POSTCODE = re.compile(r"\d{5}")
# « Les Angles (30) »; Corsica's postcodes begin with 20.
DEPARTMENT = re.compile(r"\(\s*(\d{2}|2[AB]|97\d)\s*\)", re.I)
AROUND_NAME = re.compile(r"\s*\((?:\d{2,5}|2[AB])\)\s*|^\s*(?:F-?)?\d{5}\s+|\s+\d{5}\s*$")
STREETS = {
    "rue", "avenue", "av", "boulevard", "bd", "route", "rte", "chemin", "impasse", "allee", "allees", "quai", "cours", "passage",
    "promenade", "rond", "place", "square", "carrer", "avinguda", "cami", "carretera", "passeig", "placa", "street", "road",
}  # fmt: skip
LINKING = {"de", "du", "des", "d", "la", "le", "les", "l", "del", "dels"}
ABROAD = {
    "andorra", "andorre", "allemagne", "germany", "alemanya", "belgique", "belgium", "belgica", "canada", "espagne", "espana",
    "espanya", "spain", "etats unis", "italia", "italie", "italy", "luxembourg", "monaco", "portugal", "quebec", "royaume uni",
    "suisse", "suissa", "switzerland", "united kingdom", "united states", "usa",
}  # fmt: skip


def fold_name(text: str) -> str:
    """« Castelnou-d’Aurelle » and « CASTELNOU D AURELLE » give « castelnou d aurelle », « Ste-Eulalie » « sainte eulalie »."""
    words = re.findall(r"[^\W_]+", fold_accents(ON_A_RIVER.sub("sur ", text)))
    return " ".join(ABBREVIATIONS.get(word, word) for word in words)


def bare_name(text: str) -> str:
    """A commune's name without the postcode or the département that people put beside it."""
    return AROUND_NAME.sub(" ", text).strip()


def commune_key(text: str) -> str:
    """What two ways of naming a commune have in common: « Mairie du Perthus », « Le Perthus (66) », « PERTHUS »."""
    return ARTICLE.sub("", TOWN_HALL.sub("", fold_name(bare_name(text)), count=1), count=1)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name in an address: where, in words of the address, and what stands around it."""

    commune: object
    length: int
    position: int
    follows_postcode: bool
    in_street: bool


class CommuneFinder:
    """The communes of the territory, to be recognised in many addresses. Each has a ``name``, a ``postcode``, maybe empty, and
    ``other_names`` between commas."""

    def __init__(self, communes: Iterable):
        self.communes = list(communes)
        self.spellings = [
            (spelling.split(), commune)
            for commune in self.communes
            for name in [commune.name, *commune.other_names.split(",")]
            for spelling in _spellings(name)
        ]
        # « Perthus » alone is Le Perthus; within a sentence it may be any word.
        self.bare_names = {
            commune_key(name): commune for commune in self.communes for name in [commune.name, *commune.other_names.split(",")]
        }

    def find(self, address: str):
        """The commune that an address names, or None. A postcode, a country or a town that is not of the territory speaks against
        a name that only stands in a street: « 12 rue de Port-Aurelle, 66000 Perpignan »; another département against any."""
        parts = _parts(address, r"[,;\n()]| [-–—] ")
        postcodes = {word for part in parts for word in part if POSTCODE.fullmatch(word)}
        if not postcodes and any(" ".join(part) in ABROAD for part in parts):
            return None
        departments = {code.upper().replace("2A", "20").replace("2B", "20") for code in DEPARTMENT.findall(address)}
        for separator in (r"[,;\n()]| [-–—] ", r"[,;\n()]"):  # then « Port - Aurelle »
            mentions = self._mentions(_parts(address, separator))
            meant = [mention for mention in mentions if self._is_meant(mention, postcodes, departments)]
            best = max(meant, key=lambda mention: (mention.follows_postcode, mention.length, mention.position), default=None)
            if best:
                return best.commune
        by_postcode = [commune for commune in self.communes if commune.postcode and commune.postcode in postcodes]
        return by_postcode[0] if len(by_postcode) == 1 else None

    def _mentions(self, parts: list[list[str]]) -> Iterable[_Mention]:
        for number, part in enumerate(parts):
            bare = " ".join(word for word in part if not POSTCODE.fullmatch(word))
            if bare and (commune := self.bare_names.get(bare)):
                yield _Mention(commune, len(part), number * 100, any(_is_near(word, commune.postcode) for word in part), False)
            for spelling, commune in self.spellings:
                for start in range(len(part) - len(spelling) + 1):
                    if part[start : start + len(spelling)] != spelling:
                        continue
                    before = part[:start]
                    while before and before[-1] in LINKING:
                        before = before[:-1]
                    follows = bool(part[:start]) and _is_near(part[start - 1], commune.postcode)
                    in_street = not follows and bool(STREETS.intersection(before)) and not POSTCODE.search(" ".join(before))
                    in_street = in_street and (number < len(parts) - 1 or len(part) > start + len(spelling))
                    yield _Mention(commune, len(spelling), number * 100 + start, follows, in_street)

    def _is_meant(self, mention: _Mention, postcodes: set[str], departments: set[str]) -> bool:
        if departments and mention.commune.postcode and not mention.commune.postcode.startswith(tuple(departments)):
            return False
        if mention.follows_postcode or not (postcodes or mention.in_street):
            return True
        return bool(mention.commune.postcode) and mention.commune.postcode in postcodes


def _parts(address: str, separator: str) -> list[list[str]]:
    return [words for part in re.split(separator, address) if (words := fold_name(part).split())]


def _is_near(word: str, postcode: str) -> bool:
    """Whether a word is the postcode of a commune or of the post office that serves it, in the same département."""
    return bool(POSTCODE.fullmatch(word)) and word[:2] == (postcode or word)[:2]


def _spellings(name: str) -> Iterable[str]:
    """« le perthus », and « du perthus », « au perthus » as a sentence has them."""
    folded = fold_name(name)
    if folded:
        yield folded
    article, _space, rest = folded.partition(" ")
    for word in CONTRACTIONS.get(article, ()) if rest else ():
        yield f"{word} {rest}"
