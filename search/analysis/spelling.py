"""What a mistyped word may have meant: words of the index at one or two slips of the finger. Bounded work for any input."""

from search.models import Word

SHORTEST, LONGEST = 4, 30
# Letters of a word that is known by the others even where the first one and another are wrong.
SURE = 8
# Twice the words of a rich site that have about the same length; beyond, the first ones do.
MOST_READ = 20_000
MOST_CANDIDATES = 8


def letters_of(word: str) -> int:
    """One bit for each letter that stands in the word (others share by chance): a cheap measure of what differs."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits


def slips_allowed(word: str) -> int:
    """One slip in a short word, two in a long one, none in a very short one, where every word resembles another."""
    if len(word) < SHORTEST or len(word) > LONGEST or any(letter.isdigit() for letter in word):
        return 0
    return 1 if len(word) < 6 else 2


def distance(first: str, second: str, most: int) -> int:
    """The slips between two words (a letter more, less, other, or two exchanged), `most + 1` when there are more than `most`."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    before, row = [], list(range(len(second) + 1))
    for i, letter in enumerate(first, 1):
        before, previous, row = row, before, [i]
        for j, other in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other:
                cost = min(cost, previous[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _is_likely(word: str, other: str, slips: int, most: int) -> bool:
    """Nearly everybody gets the first letter right: two slips in a word that is not long leave another word otherwise."""
    return slips <= most and (slips < 2 or word[0] == other[0] or len(word) >= SURE)


def neighbours(word: str, language: str) -> dict[str, int]:
    """The likeliest words of the index that `word` may have meant, with their distance, nearest first."""
    most = slips_allowed(word)
    if not most:
        return {}
    bits = letters_of(word)
    rows = Word.objects.filter(language=language, length__range=(len(word) - most, len(word) + most)).exclude(word=word)
    # A slip changes two letters at most: one goes, one comes.
    close = [
        other for other, letters in rows.values_list("word", "letters")[:MOST_READ] if (letters ^ bits).bit_count() <= 2 * most
    ]
    slips_of = {other: slips for other in close if _is_likely(word, other, slips := distance(word, other, most), most)}
    order = sorted(slips_of, key=lambda other: (slips_of[other], other[0] != word[0], abs(len(other) - len(word)), other))
    return {other: slips_of[other] for other in order[:MOST_CANDIDATES]}
