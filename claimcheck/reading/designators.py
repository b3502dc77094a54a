"""Numbers that are part of a name, an address, a rank or a list, and so count and measure nothing."""

from __future__ import annotations

import re

from claimcheck.reading import glued_numbers, hotlines, list_marks, named_before
from claimcheck.reading.capitals import headline
from claimcheck.reading.named_before import CAPITAL, designators
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_STREET, _RUE = designators("street"), designators("street before")
_MONTHS = word_set("months")
_BEFORE_A_COUNT = word_set("before a count like a year")
_OPENING = word_set("before a title")
_TIME_ZONES = ("local", "gmt", "utc", "bst", "est", "edt", "cet", "eastern", "pacific", "hrs")
_TITLED_UNITS = word_set("units in titles")
_WHOLE = re.compile(r"\d+$")
_YEAR = re.compile(r"(?:1[7-9]|2[01])\d\d$")
_RECENT_YEAR = re.compile(r"(?:19|20)(?:\d[1-9]|[1-9]\d)$")
_CLOCK = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d$")


def is_name(tokens: Tokens, part: Part, floor: int) -> bool:
    """Whether a number, read with its unit, noun and hedge, is part of a name or another thing that is no quantity.

    A unit, a currency or a hedge ("more than 40 Air Marshals") overrules all but the surest signs. Words before token `floor` belong to
    another number and name nothing ("20 Rupees 50").
    """
    counts = part.kind not in ("", "count") or part.hedged
    return (
        glued_numbers.is_name(tokens, part, counts, floor)
        or (part.number.first != floor and named_before.is_named(tokens, part, counts))
        or (not counts and (_is_street(tokens, part) or _is_model(tokens, part) or hotlines.is_called(tokens, part)))
        or list_marks.is_mark(tokens, part)
        or _is_title(tokens, part, counts)
    )


def _is_street(tokens: Tokens, part: Part) -> bool:
    """ "1750 Orchard Avenue", "31 Mill Street", "27 Rue de Lyon"."""
    if part.number.form != "digits" or not _WHOLE.match(tokens.words[part.number.first]):
        return False
    at = part.number.last
    if at + 1 < len(tokens) and tokens.words[at] in _RUE and tokens.capital(at):
        return True
    for end in range(at, min(at + 3, len(tokens))):
        if tokens.kinds[end] != "w" or not tokens.capital(end):
            return False
        if end > at and tokens.words[end] in _STREET:
            return True
    return False


def _is_model(tokens: Tokens, part: Part) -> bool:
    """ "the 350 Corsair", "two old 911 Turbo cars", "12 Wing": bare digits before a capitalised word that is no plural."""
    first, last = part.number.first, part.number.last
    if part.number.form != "digits" or first == 0 or last >= len(tokens) or not _WHOLE.match(tokens.words[first]):
        return False
    if not tokens.capital(last) or tokens.kinds[last] != "w" or tokens.words[last] in _MONTHS or headline(tokens):
        return False
    if CAPITAL.at(tokens, last) is not None:
        return True
    return len(tokens.words[first]) > 2 and not part.counted


def is_year_or_time(tokens: Tokens, part: Part) -> bool:
    """Whether a number is four digits without a separator that can be a year or an hour, and counts nothing or what a year stands before.

    "in a dry 1997", "among 2004 graduates", "2349 The minister says ..."; newspapers set a comma in counts of a thousand and more.
    """
    number, words = part.number, tokens.words
    if part.kind not in ("", "count") or number.form != "digits" or number.scaled or part.number_last - number.first != 1:
        return False
    digits = words[number.first]
    if not part.counted:
        after = words[number.last] if number.last < len(tokens) else ""
        timed = number.first == 0 and after and tokens.capital(number.last)
        starts = (timed or after in _TIME_ZONES) and _CLOCK.match(digits) is not None
        return starts or _YEAR.match(digits) is not None
    if part.counted == "hour":
        return _CLOCK.match(digits) is not None
    if part.hedged or _RECENT_YEAR.match(digits) is None:
        return False
    return number.first == 0 or words[number.first - 1] not in _BEFORE_A_COUNT


def _is_title(tokens: Tokens, part: Part, counts: bool) -> bool:
    """ "the Guildford Four", "the Fiat Five Hundred", "48 Hours": capitalised inside a sentence that is no headline."""
    first, last = part.number.first, part.number.last
    if first > 0 and part.number.form == "words" and tokens.capital(first):
        return tokens.words[first - 1] not in _OPENING and not headline(tokens)
    if not counts or part.number.form != "digits" or last >= len(tokens.words) or tokens.words[last] not in _TITLED_UNITS:
        return False
    return tokens.capital(last) and not headline(tokens)
