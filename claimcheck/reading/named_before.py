"""Numbers that the words before them name: "Channel 4", "S&P 500", "Airbus 350", "the Class of '84", "Nos. 4 and 6", "NY 10001"."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

from claimcheck.reading import named_counts, nouns, places
from claimcheck.reading.measured_alike import OF_THEM
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set


@cache
def designators(role: str) -> frozenset[str]:
    """The words of one role in designators.csv.

    >>> "avenue" in designators("street")
    True
    """
    return frozenset(row["word"] for row in table("designators") if row["role"] == role)


CAPITAL = Phrases((word, True) for word in designators("capital"))
"""Words that a number behind them names where they are capitalised: "Channel 4"."""
_ALWAYS = Phrases((word, True) for word in designators("always"))
_MODEL = Phrases((word, True) for word in designators("model"))
_ALONE = Phrases((word, True) for word in designators("alone"))
_INDEX = Phrases((word, True) for word in designators("index"))
_DESIGNATING = frozenset().union(*(phrases.lasts for phrases in (CAPITAL, _ALWAYS, _MODEL, _ALONE, _INDEX)))
"""The last words of all of these, one of which stands right before a number they name."""
_DOTTED, _SEVERAL, _ALSO_COUNTED = map(designators, ("dotted", "several", "also counted"))
_MONTHS = word_set("months")
_NOT_A_NAME = word_set("not a name")
_IDENTIFIED = word_set("identifier")
_AFTER_COUNT = word_set("after a count")
_PEOPLE = word_set("counted by one")
_GO_ON_AS_COUNTS = word_set("vague without of")
_DASHES = ("—", "–", "-")
_QUOTES = ('"', "“", "‘")
_SINGULAR_VERBS = ("was", "is", "has", "does")
_LATEST = (("last",), ("latest",), ("first",), ("final",), ("official",))
_LEVELS = word_set("level of a count")
_BEFORE_YEAR = word_set("before a shortened year")
_THEY = ("they", "we", "who", "which", "that", "now", "may", "could", "would", "might", "to")
_LISTING = ("and", "to", "or", ",", "-", "–", "through")
_WHOLE = re.compile(r"\d+$")
_VERSION = re.compile(r"\d{1,2}\.\d{1,2}$")
_ZIP = re.compile(r"\d{5}$")
_RIDES = word_set("rides with a number")
_ROUNDS = word_set("rounds of a tournament")
_WHERE = word_set("before a place where something is")
_MANY = 20
"""Things from which on a number behind an unknown name is a count and no part of the name."""
_LONGEST_LIST = 40
"""Tokens of the longest list of numbers that one word names."""
_NEAR = 6
"""Tokens before a code in which a word for codes stands."""


def is_named(tokens: Tokens, part: Part, counts: bool) -> bool:
    """Whether the words before a number name it: "No. 5", "Airbus 350", "Olivetti M20", "Xbox 360", "ranked 88", "the last 16"."""
    first, words = part.number.first, tokens.words
    if first == 0 or part.number.scaled or (part.number.form == "words" and counts):
        return False
    names = _NAMING.get(words[first - 1])
    if names is not None and names(tokens, part):
        return True
    designated = words[first - 1] in _DESIGNATING
    if designated and _INDEX.before(tokens, first):
        return not counts and _WHOLE.match(words[first]) is not None
    if _is_listed_name(tokens, part) or (part.bare and not counts and _is_code(tokens, first)):
        return True
    always = _ALWAYS.before(tokens, first) if designated else None
    if always is not None:
        return _is_numbered(tokens, part, counts, tokens.capital(always[0]))
    if part.bare and _is_day(tokens, first):
        return True
    if not counts and designated and _is_designated(tokens, part):
        return True
    return not counts and _follows_a_name(tokens, part) and not named_counts.is_listed(tokens, first)


def _is_designated(tokens: Tokens, part: Part) -> bool:
    """ "Channel 4", "an Airbus 350", a bare "page 12"."""
    first = part.number.first
    if part.bare and _ALONE.before(tokens, first) is not None and not _is_counted_by(tokens, first):
        return True
    capital = CAPITAL.before(tokens, first) or _MODEL.before(tokens, first)
    return capital is not None and tokens.capital(capital[0])


def _is_counted_by(tokens: Tokens, first: int) -> bool:
    """Whether "count" before a number is somebody's or some time's, "by the union's count 310", "at last count 310"; no "on count 3"."""
    before = tokens.words[max(0, first - _NEAR) : first - 1]
    return tokens.words[first - 1] == "count" and ("by" in before or before[-1:] in _LATEST)


def _is_day(tokens: Tokens, first: int) -> bool:
    """The 5 of "March 5" and "Sept. 5"."""
    words = tokens.words
    if len(words[first]) > 2 or not _WHOLE.match(words[first]):
        return False
    month = first - 2 if words[first - 1] == "." else first - 1
    return month >= 0 and words[month] in _MONTHS


def _is_pointed(tokens: Tokens, part: Part) -> bool:
    """The 5 of "No. 5"; the 1260 of "the Senate passed S. 1260", not the 12 of "in the U.S. 12 died"."""
    first = part.number.first
    if first > 1 and tokens.words[first - 2] in _DOTTED:
        return True
    if not part.bare or first < 2 or tokens.surface(first - 2, first) != "S.":
        return False
    return tokens.kinds[first] == "d" and (first == 2 or tokens.words[first - 3] != ".")


def _is_round(tokens: Tokens, part: Part) -> bool:
    """The 16 of "the last 16"."""
    return part.bare and tokens.words[part.number.first] in _ROUNDS


def _is_numbered(tokens: Tokens, part: Part, counts: bool, capital: bool) -> bool:
    """The 5 of "No. 5", the 12 of "Gate 12b"; not the 2,600 of "women number 2,600" nor the 40 of "platform 40 metres long"."""
    first, last, words = part.number.first, part.number.last, tokens.words
    if words[first - 1] == "number" and first > 1 and _may_number_so_many(words[first - 2]):
        return False
    if part.kind != "length" and last < len(tokens) and tokens.touches(last) and tokens.kinds[last] == "w" and len(words[last]) == 1:
        return True
    return not (counts and (words[first - 1] in _ALSO_COUNTED or not capital))


def _is_shortened_year(tokens: Tokens, part: Part) -> bool:
    """The 84 of "the Class of '84"."""
    first, words = part.number.first, tokens.words
    if not tokens.touches(first) or first < 2 or len(words[first]) != 2:
        return False
    return tokens.kinds[first] == "d" and words[first - 2] in _BEFORE_YEAR


def _is_against_par(tokens: Tokens, part: Part) -> bool:
    """The 67 of "a 5-under 67"."""
    first = part.number.first
    return first > 2 and tokens.words[first - 2] == "-" and tokens.touches(first - 1)


def _is_singled_out(tokens: Tokens, part: Part) -> bool:
    """The bare digits after an article that name one of a kind: "a 747", "a 10 from the judges", "the 38 bus"."""
    if not part.bare:
        return False
    first, last = part.number.first, part.number.last
    ride = tokens.words[first - 1] == "the" and tokens.words[last : last + 1] != () and tokens.words[last] in _RIDES
    if (tokens.words[first - 1] not in ("a", "an") and not ride) or part.number.form != "digits" or not _WHOLE.match(tokens.words[first]):
        return False
    return not part.number.scaled and tokens.words[last : last + 1] not in (("-",), ("%",), ("x",), ("×",), ("by",), ("(",))


_NAMING: dict[str, Callable[[Tokens, Part], bool]] = {
    **dict.fromkeys(("#", "per"), lambda tokens, part: True),
    ".": _is_pointed,
    **dict.fromkeys(("'", "’", "‘"), _is_shortened_year),
    **dict.fromkeys(("under", "over", "par"), _is_against_par),
    **dict.fromkeys(("a", "an", "the"), _is_singled_out),
    **dict.fromkeys(("last", "final"), _is_round),
}
"""Who tells whether a number right behind a word or sign is named by it."""


def _is_listed_name(tokens: Tokens, part: Part) -> bool:
    """The 6 of "Nos. 4 and 6", the 9 and 10 of "junctions 9 and 10", the 8 of "Photo 2 of 8"; "of the gates 12 were shut" counts."""
    words, first = tokens.words, part.number.first
    if tokens.kinds[first] != "d":
        return False
    if words[first - 1] == "of":
        return first > 2 and _ALWAYS.before(tokens, first - 2) is not None and _WHOLE.match(words[first - 2]) is not None
    if not part.bare:
        return False
    at = first - 1
    while at > max(0, first - _LONGEST_LIST) and (tokens.kinds[at] == "d" or words[at] in _LISTING):
        at -= 1
    if at < first - 1 and "d" not in tokens.kinds[at:first]:
        return False
    if words[at] == "." and at < first - 1:
        at -= 1
    if words[at] not in _SEVERAL or (at == first - 1 and words[part.last : part.last + 1] != () and words[part.last] in _AFTER_COUNT):
        return False
    return at == 0 or (tokens.kinds[at - 1] != "d" and letter_of(words[at - 1]) not in "uet")


def _is_code(tokens: Tokens, first: int) -> bool:
    """A hotline or flight of three digits and more, five digits after a word for codes, a ZIP code after its state ("NY 10001")."""
    words, digits = tokens.words, tokens.words[first]
    if not _WHOLE.match(digits) or len(digits) < 3:
        return False
    before = words[max(0, first - 3) : first]
    if "hotline" in before or (tokens.kinds[first - 1] == "d" and before[0] in ("flight", "flights")):
        return True
    before = words[max(0, first - _NEAR) : first]
    if len(digits) >= 5 and not _IDENTIFIED.isdisjoint(before):
        return "of" not in before
    state = tokens.text[tokens.starts[first - 1] : tokens.ends[first - 1]]
    return _ZIP.match(digits) is not None and len(state) == 2 and state.isupper() and state.isalpha()


def _follows_a_name(tokens: Tokens, part: Part) -> bool:
    """A bare whole number right after a capitalised word inside a sentence: a name unless the text goes on as a count would."""
    first, last, words = part.number.first, part.number.last, tokens.words
    at = first - 1
    if part.number.form != "digits" or tokens.kinds[at] != "w" or not tokens.capital(at):
        return False
    if words[at] in _MONTHS or words[at] in _NOT_A_NAME or not _may_number(words[first], part):
        return False
    if _stands_behind_a_place(tokens, part, at):
        return False
    opens = at == 0 or words[at - 1] in _QUOTES or (words[at - 1] in _DASHES and not tokens.touches(at))
    if (opens and not _may_open_a_name(tokens, part, at)) or _is_of_a_number(tokens, part):
        return False
    if opens and words[last : last + 1] != () and words[last] in _SINGULAR_VERBS and part.value != 1:
        return True
    return part.counted not in _PEOPLE and (words[last] if last < len(tokens) else ".") not in _AFTER_COUNT


def _stands_behind_a_place(tokens: Tokens, part: Part, at: int) -> bool:
    """Whether a counted number follows where something is: "In Ohio 800 jobs will go"; a name nobody knows needs a number of some size.

    "In Windows 10 users can" is of a version.
    """
    if part.counted is None or part.noun is None or not part.noun.endswith("s") or tokens.capital(part.number.last):
        return False
    first = at
    while first > 0 and tokens.kinds[first - 1] == "w" and tokens.capital(first - 1) and tokens.words[first - 1] not in _WHERE:
        first -= 1
    if first == 0 or tokens.words[first - 1] not in _WHERE:
        return False
    opens = first == 1 or tokens.words[first - 2] in (",", ";", "and", "while", "but")
    listed = places.canonical(tokens.surface(first, at + 1)) is not None
    return opens and (listed or (isinstance(part.value, Decimal) and part.value >= _MANY))


def _may_number(digits: str, part: Part) -> bool:
    """Whether digits may be part of a name: up to four, or those of a version ("Llama 3.1") that nothing follows a level would."""
    if part.bare and _VERSION.match(digits) is not None:
        return True
    return _WHOLE.match(digits) is not None and len(digits) < 5


def _may_number_so_many(word: str) -> bool:
    """Whether "number" behind a word is its verb: "women number 2,600", "they number 300", "those evacuated number 900"."""
    return nouns.is_plural(word) or word in _THEY or word in word_set("state of people") or word.endswith("ed")


def _is_of_a_number(tokens: Tokens, part: Part) -> bool:
    """Whether a number is told as some of a larger one: "handed the Alliance 94 of the 169 seats", not "Article 5 of the 1949 treaty"."""
    last = part.number.last
    if tokens.words[last : last + 2] in OF_THEM:
        return True
    if tokens.words[last : last + 2] not in (("of", "the"), ("of", "its"), ("of", "their")) or tokens.kinds[last + 2 : last + 3] != "d":
        return False
    return _WHOLE.match(tokens.words[last + 2]) is not None and len(tokens.words[last + 2]) < 4


def _may_open_a_name(tokens: Tokens, part: Part, at: int) -> bool:
    """Whether the first word of a sentence or quotation may be named by a bare number: "Reactor 4 leaked", not "Total 45"."""
    word, last = tokens.words[at], part.number.last
    if not part.bare or last >= len(tokens):
        return False
    after = tokens.words[last]
    if len(word) == 2:
        return after in _SINGULAR_VERBS and tokens.surface(at, at + 1).isupper()
    if nouns.is_function_word(word) or nouns.is_plural(word) or word in _LEVELS:
        return False
    if after in _GO_ON_AS_COUNTS and after not in _SINGULAR_VERBS:
        return False
    return len(word) > 3 or (len(word) == 3 and tokens.surface(at, at + 1).isupper())
