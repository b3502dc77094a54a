"""Names in a sentence: runs of words with capital letters, with the place or people they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from functools import lru_cache

from claimcheck.reading import places
from claimcheck.reading.frozen import frozen
from claimcheck.reading.nouns import is_function_word, is_plural
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ]"
_CAPITALS = frozenset(letter for letter in map(chr, range(0x17F)) if re.match(_CAPITAL, letter))
_BODIES = (
    "Union|Association|Federation|Guild|Party|League|Congress|Alliance|Front|List|Movement|Bloc|Coalition|Council|Army|Bank|Court|Fund|"
    "Assembly|Committee|Society|Forum|Network|Hospital|Liberation"
)
_OF_MANY = rf"(?:(?:People|Men|Children|{_CAPITAL}[^\W_]*(?:men|people|children))['’]s|{_CAPITAL}[^\W_]*s['’])(?= (?:{_BODIES})\b)"
_WORD = rf"(?:{_OF_MANY}|(?:{_CAPITAL}\.){{2,}}|(?:St|Mt)\.|{_CAPITAL}[^\W_]*(?:['’](?!s\b)[^\W\d_]+)*(?:[-&/][^\W_]+)*)"
_JOINT = r"(?:& |(?:of|de|da|do|del|di|la|las|los|el|bin|ibn|van|von|der|den|du|des)[ ](?:the[ ])?|al-)"
_NAME = re.compile(rf"(?<![\w-]){_WORD}(?:[ ]{_JOINT}?{_WORD})*")
_TIMES = frozenset(row["wording"] for row in table("calendar") if row["class"].startswith(("month", "weekday")))
_SCALES = word_set("scales of temperature")
_DIVISIONS = ("province", "state")
"""Words that tell one place from another of the same name: Washington state, Gaza province."""
_TOLLS = frozenset(row["word"] for row in table("story_words") if row["role"] == "toll")
_NUMBERS = frozenset(row["word"] for row in table("numerals"))
_OPENING = frozenset(("“", '"', "—", "–", "-", ":", "(", "‘", "'", ";", "."))


@frozen
class Name:
    """A name at tokens first..last as written; `place` is the gazetteer's name, `side` the place whose demonym it is."""

    first: int
    last: int
    text: str
    place: str | None = None
    side: str | None = None


def find(tokens: Tokens, known: Collection[str] = ()) -> tuple[Name, ...]:
    """The names of a sentence in text order; `known` are words seen as names elsewhere, to tell names from mere sentence beginnings.

    >>> from claimcheck.reading.tokens import cut
    >>> [(name.text, name.place or name.side) for name in find(cut("In Kyiv the U.S. envoy met Ana Ruiz and German troops"))]
    [('Kyiv', 'Kyiv'), ('U.S.', 'United States'), ('Ana Ruiz', None), ('German', 'Germany')]
    """
    if not tokens.words:
        return ()
    text, starts, stop = tokens.text, tokens.starts, tokens.ends[-1]
    found, end = [], 0
    for first in [at for at, start in enumerate(starts) if text[start] in _CAPITALS]:
        match = _NAME.match(text, starts[first], stop) if starts[first] >= end else None
        if match:
            end = match.end()
            name = _name(tokens, first, bisect_left(starts, end, first), match.group(), known)
            if name is not None:
                found.append(name)
    return tuple(found)


def _name(tokens: Tokens, first: int, last: int, text: str, known: Collection[str]) -> Name | None:
    """The name at tokens first..last without the days and months, and the function words of a sentence's beginning, in front of it."""
    words = tokens.words
    opens = begins = first == 0 or words[first - 1] in _OPENING
    begin = first
    if words[first] in _SCALES and words[first - 1 : first] == ("degrees",):
        first += 1
    while first < last and (words[first] in _TIMES or tokens.kinds[first] != "w" or (begins and _is_mere_word(tokens, first, text))):
        first, begins = first + 1, True
    if first >= last:
        return None
    if opens and " of " in text and words[first + 1 : first + 2] == ("of",) and (is_plural(words[first]) or words[first] in _TOLLS):
        first = next((at for at in range(first + 2, last) if words[at] != "the"), first)
    if first > begin:
        text, opens = tokens.surface(first, last), True
    place, side = _meaning(text)
    if last < len(words) and words[last] in _DIVISIONS:
        place = places.canonical(f"{text} {words[last]}") or place
    single = last - first == 1 or (" " not in text and text[1:].islower())
    if opens and single and text not in known and place is None and side is None:
        return None
    return Name(first, last, text, place, side)


@lru_cache(maxsize=8192)
def _meaning(text: str) -> tuple[str | None, str | None]:
    """The place a name is in the gazetteer, or whose demonym it begins with."""
    place = places.canonical(text)
    return place, None if place is not None else places.demonym(text) or places.demonym(text.split(" ", 1)[0])


def _is_mere_word(tokens: Tokens, at: int, text: str) -> bool:
    """Whether a capital only opens a sentence: "In", "The"; not "US" or "WHO"."""
    return (is_function_word(tokens.words[at]) or tokens.words[at] in _NUMBERS) and not (len(text) > 1 and text.isupper())
