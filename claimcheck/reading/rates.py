"""What a figure is stated per: "a month", "per 100,000 people", "/kg", "each".

rates.csv lists the words that may follow "a" and those that state a rate alone; after "per" any unit or noun may stand.
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading.frozen import frozen
from claimcheck.reading.lemmas import singular
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.unit_senses import listed
from claimcheck.reading.unit_table import ONE, Currency, known
from claimcheck.reading.unit_words import SPELLED, SYMBOLS, with_hyphens
from claimcheck.vocabulary import table


@frozen
class Rate:
    """What a figure is stated per: a unit or a counted noun, and how many of them (100,000 people). As text it is the unit's name.

    >>> str(Rate("person", Decimal(100000))), str(Rate("hour"))
    ('100000 person', 'hour')
    """

    per: str
    multiple: Decimal = ONE

    def __str__(self) -> str:
        return self.per if self.multiple == ONE else f"{self.multiple:f} {self.per}"


_JOINTS = frozenset(("per", "a", "an", "/", "every", "-", "for"))


def _rate_words(joint: str) -> Phrases[str]:
    return Phrases((wording, row["per"]) for row in table("rates") if row["after"] == joint for wording in with_hyphens((row["wording"],)))


_AFTER_A, _AFTER_PER, _ALONE = _rate_words("a"), _rate_words("per"), _rate_words("alone")


def rate_after(tokens: Tokens, index: int) -> tuple[int, Rate] | None:
    """(end, rate) of what a figure that ends before token `index` is stated per; None where it is stated per nothing.

    "a month", "an hour", "per 100,000 people", "/kg", "-a-share", "for every 1,000 births", "each", "per head", "annually". "each" and
    "apiece" give an "item". "a year ago", "a day after", "a second time" are no rates. Call it again for "per person per day".

    >>> from claimcheck.reading.tokens import cut
    >>> [str(rate_after(cut(text), 1)[1]) for text in ("12 per 100,000 people", "9 a share", "3/kg", "5 per head")]
    ['100000 person', 'share', 'kilogram', 'person']
    >>> rate_after(cut("9 a year ago"), 1)
    """
    words = tokens.words
    if index >= len(words):
        return None
    joint = words[index]
    if joint not in _JOINTS:
        alone = _ALONE.at(tokens, index)
        return (alone[0], Rate(alone[1])) if alone else None
    if joint == "-" and index + 1 < len(words) and words[index + 1] in ("a", "an", "per") and tokens.touches(index + 1):
        return rate_after(tokens, index + 1)
    if joint in ("a", "an"):
        return _after_article(tokens, index)
    if joint == "per":
        whole = _ALONE.at(tokens, index)
        return (whole[0], Rate(whole[1])) if whole else _denominator(tokens, _past_hyphen(tokens, index + 1))
    if joint == "every" or (joint == "for" and words[index + 1 : index + 2] == ("every",)):
        return _after_every(tokens, index + (1 if joint == "every" else 2), joint == "for")
    return _after_slash(tokens, index + 1) if joint == "/" else None


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if index < len(tokens) and tokens.words[index] == "-" else index


def _after_article(tokens: Tokens, index: int) -> tuple[int, Rate] | None:
    first = _past_hyphen(tokens, index + 1)
    found = _AFTER_A.at(tokens, first)
    if found is None:
        return None
    end, per = found
    following = tokens.words[end] if end < len(tokens) else ""
    if (
        following in listed("no rate")
        or tokens.words[end : end + 2] == ("from", "now")
        or following == "-"
        or (per == "second" and end < len(tokens) and tokens.kinds[end] == "w")
    ):
        return None
    return end, Rate(per)


def _after_every(tokens: Tokens, first: int, wide: bool) -> tuple[int, Rate] | None:
    """A time after "every" ("every 11 seconds"); anything after "for every" ("for every 100,000 people")."""
    found = _denominator(tokens, first)
    if found is None:
        return None
    unit = known(found[1].per)
    return found if wide or (unit is not None and unit.kind == "duration") else None


def _after_slash(tokens: Tokens, first: int) -> tuple[int, Rate] | None:
    """What follows the slash of "/kg", "/month" and "/100km"; before other digits a slash joins two figures."""
    if first < len(tokens) and tokens.kinds[first] == "d" and tokens.words[first].strip("0") != "1":
        return None
    return _denominator(tokens, first, slash=True)


def _denominator(tokens: Tokens, first: int, slash: bool = False) -> tuple[int, Rate] | None:
    """The unit or noun at token `first`, with the number in front of it if there is one."""
    if first >= len(tokens):
        return None
    at, multiple = _multiple(tokens, first)
    listed_noun = _AFTER_PER.at(tokens, at)
    if listed_noun is not None:
        return listed_noun[0], Rate(listed_noun[1], multiple)
    unit = _unit_below(tokens, at)
    if unit is not None:
        return unit[0], Rate(unit[1], multiple)
    noun = _noun_below(tokens, at, multiple) if not slash or _AFTER_A.at(tokens, at) else None
    if noun is not None:
        return noun[0], Rate(noun[1], multiple)
    return (at, Rate("person", multiple)) if multiple >= _POPULATION else None


_POPULATION = Decimal(1000)
"""A bare "per 100,000" is per 100,000 people: the convention of epidemiology and crime statistics."""


def _multiple(tokens: Tokens, first: int) -> tuple[int, Decimal]:
    """(end, number) in front of a denominator: "100,000", "million", "10 million"; 1 where there is none."""
    at, number = first, ONE
    if tokens.kinds[at] == "d":
        digits = tokens.words[at].replace(",", "")
        if not digits.isdecimal() or len(digits) > 15 or not int(digits):
            return first, ONE
        at, number = at + 1, Decimal(digits)
    if at < len(tokens) and tokens.words[at] in _SCALES:
        at, number = at + 1, number * _SCALES[tokens.words[at]]
    return at, number


_SCALES = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


def _unit_below(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """(end, name) of a unit as a denominator: words and symbols, their first sense, never money or a share."""
    symbol, spelled = SYMBOLS.at(tokens, at), SPELLED.at(tokens, at)
    found = symbol if symbol and (spelled is None or symbol[0] > spelled[0]) else spelled
    if found is None or isinstance(found[1], Currency) or found[1].kind in _NO_BASIS or found[1].offset:
        return None
    return found[0], found[1].name


_NO_BASIS = frozenset(("percent", "percentage_point", "ratio", "magnitude", "age", "temperature", "angle", "rate", "speed"))


def _noun_below(tokens: Tokens, at: int, multiple: Decimal) -> tuple[int, str] | None:
    """(end, singular) of a counted noun as a denominator: "vehicle", "1,000 live births", "100,000 of population"."""
    if at < len(tokens) and multiple > ONE and tokens.words[at] in ("of", "head"):
        return _noun_below(tokens, at + 1, multiple)
    if at >= len(tokens) or tokens.kinds[at] != "w" or tokens.words[at] in listed("no denominator"):
        return None
    word = tokens.words[at]
    if word in ("population", "inhabitants", "residents", "people"):
        return at + 1, "person"
    following = tokens.words[at + 1] if at + 1 < len(tokens) and tokens.kinds[at + 1] == "w" else ""
    if multiple > ONE and singular(word) == word and singular(following) != following:
        return at + 2, singular(following)
    lemma = singular(word)
    return (at + 1, lemma) if lemma.isalpha() else None
