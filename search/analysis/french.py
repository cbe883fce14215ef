"""The forms of a French word that the stemmer does not bring together: jeux and jeu, vitraux and vitrail, blanche and blanc.

Endings that always belong together are rules. Where an ending belongs to two families (« chapelle » is no feminine of
« chapeau », « crique » none of « cric »), grammars list the few words of one of them, and so does this module. All is written
without accents, as it is typed; a rule may give a form that does not exist, which then meets nothing."""

import re
from functools import lru_cache

#: Ending → that of the singular or of the masculine.
ENDINGS = (
    ("eux", "eu"),  # jeux; bleus
    ("eus", "eu"),
    ("aux", "au"),  # noyaux; the stemmer knows chevaux and bateaux
    ("ive", "if"),  # sportive
    ("euse", "eur"),  # chanteuse; the stemmer knows heureuse
    ("trice", "teur"),  # directrice, ambassadrice
    ("drice", "deur"),
    ("anche", "anc"),  # blanche
    ("ouse", "oux"),  # jalouse
    ("euve", "euf"),  # neuve
    ("teresse", "teur"),  # enchanteresse
    ("iere", "ier"),  # entière; the stemmer knows première
    ("yere", "yer"),
    ("gere", "ger"),  # boulangère, bouchère
    ("chere", "cher"),
    ("anne", "an"),  # paysanne
)
#: Nouns in -ail whose plural is -aux, all of them.
NOUNS_IN_AIL = ["ail", "bail", "corail", "email", "fermail", "gemmail", "soupirail", "travail", "vantail", "ventail", "vitrail"]
#: Masculines in -eau whose feminine is -elle: adjectives, people, animals.
MASCULINES_IN_EAU = [
    "beau",
    "nouveau",
    "jumeau",
    "manceau",
    "tourangeau",
    "morvandeau",
    "chameau",
    "agneau",
    "tourtereau",
    "damoiseau",
    "jouvenceau",
    "puceau",
    "pastoureau",
]
#: Whose feminine or plural follows no rule, each with its other forms.
IRREGULAR = {
    "beau": "bel",
    "nouveau": "nouvel",
    "fou": "fol folle",
    "mou": "mol molle",
    "vieux": "vieil vieille",
    "oeil": "yeux",
    "ciel": "cieux",
    "aieul": "aieux",
    "doux": "douce",
    "roux": "rousse",
    "faux": "fausse",
    "tiers": "tierce",
    "sec": "seche",
    "frais": "fraiche",
    "long": "longue",
    "oblong": "oblongue",
    "gros": "grosse",
    "bas": "basse",
    "gras": "grasse",
    "las": "lasse",
    "epais": "epaisse",
    "metis": "metisse",
    "expres": "expresse",
    "gentil": "gentille",
    "favori": "favorite",
    "coi": "coite",
    "rigolo": "rigolote",
    "malin": "maligne",
    "benin": "benigne",
    "bref": "breve",
    "sauf": "sauve",
    "serf": "serve",
    "grec": "grecque",
    "turc": "turque",
    "public": "publique",
    "laic": "laique",
    "caduc": "caduque",
    "copain": "copine",
    "hote": "hotesse",
    "maitre": "maitresse",
    "prince": "princesse",
    "comte": "comtesse",
    "duc": "duchesse",
    "dieu": "deesse",
    "heros": "heroine",
    "empereur": "imperatrice",
    "hebreu": "hebraique",
    "creux": "creuse",
    "nul": "nulle",
    "sot": "sotte",
    "palot": "palotte",
    "chat": "chatte",
    "loup": "louve",
    "tigre": "tigresse",
    "poete": "poetesse",
    "monsieur": "messieurs",
    "madame": "mesdames",
}
#: Whose -s is no plural, and whose beginning is another word.
INVARIABLE = frozenset(
    ["mois", "fois", "paris", "sous", "tous", "plus", "puis", "nous", "vous", "vernis", "semis", "bois", "gros", "gras", "bas"]
)
# After these letters the stemmer leaves an s: vélos, menus, rois.
PLURAL = re.compile(r"[a-z]{2,}[aiou]s")
VOWEL = re.compile("[aeiouy]")

BASES: dict[str, str] = {form: base for base, forms in IRREGULAR.items() for form in forms.split()}
BASES |= {f"{noun.removesuffix('il')}ux": noun for noun in NOUNS_IN_AIL if noun != "ail"}
BASES |= {f"{word.removesuffix('au')}lle": word for word in MASCULINES_IN_EAU}


@lru_cache(maxsize=50_000)
def base_forms(folded: str) -> tuple[str, ...]:
    """The singulars and masculines that a word, given without accents, may be a form of; none for most words."""
    forms = []
    for word in {folded, folded.removesuffix("s")}:
        if word in BASES:
            forms.append(BASES[word])
        forms += [word.removesuffix(ending) + base for ending, base in ENDINGS if _ends(word, ending)]
    if PLURAL.fullmatch(folded) and folded not in INVARIABLE:
        forms.append(folded[:-1])
    return tuple(dict.fromkeys(forms))


def _ends(word: str, ending: str) -> bool:
    """Whether the word is more than this ending: a syllable before -anne (« canne » is none of « can »), a letter elsewhere."""
    before = word.removesuffix(ending)
    return before != word and bool(VOWEL.search(before) if ending == "anne" else before)
