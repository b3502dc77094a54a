"""Number words that count nothing: "one" the pronoun, "the two", a bare "half", "one day" some time, thousands no one counted."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.reading import changes
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_COUNTED_BY_ONE = word_set("counted by one")
_HARM = word_set("harm")
_PASSIVES = ("was", "is", "were", "has", "had")
_TOLD = word_set("told of one thing")
_NO_COUNT_OF_ONE = word_set("before one that points")
_BEFORE_A_DAY = word_set("before one day that is counted")
_AFTER_A_DAY = word_set("after one day that is counted")
_MODALS = word_set("after a pronoun")
_POINTING = word_set("before a number that points")
_LIST_JOINTS = word_set("between counts of a list")
_DETERMINERS = word_set("determiners")
_BY = 6
"""Tokens before "by half" in which its verb stands."""
_THINGS = word_set("units that are also things")
_AFTER_A_SUBJECT = word_set("after a subject")
_LOANS = word_set("loans named by their term")
_TERMS_OF_LOANS = (5, 10, 15, 20, 25, 30, 40)
_HOURS = 12
_BEFORE_HOUR = (("at",), ("by",), ("until",), ("till",), ("or",), ("around",), ("from",), ("after",), ("before",))
_AROUND_HOUR = ("after", "before", "past", "just", "well", "about", "around", "nearly", "almost", "gone")
_TO_THE_OTHER = 7
"""Words behind "one" among which "the other" makes it a pronoun."""
_LISTED = 3
"""Tokens that may join "one" to the next count of a list: "two men and one woman"."""
_MONTHS = word_set("months")
_PAIR = 2
"""Of that many "the other two" is a pointer, of more it counts the rest."""
_ONE_AND_A_HALF = (Decimal(1), Decimal("1.5"))


def _are_days(tokens: Tokens, after: int) -> bool:
    """Whether a month stands behind a fraction, which then is two days of it: "the night of 11/12 March"."""
    return tokens.words[after : after + 1] != () and tokens.words[after] in _MONTHS and tokens.capital(after)


def is_idle(tokens: Tokens, parts: Sequence[Part], index: int) -> bool:
    """Whether the number of one of the parts of a sentence counts nothing."""
    part = parts[index]
    number, word = part.number, tokens.words[part.number.first]
    single_word = number.last - number.first == 1 and part.number_last == number.last
    if part.unit == "day" and word == "one" and single_word and part.qualifier == "exact":
        return _is_some_day(tokens, part)
    if part.unit in _THINGS and word == "one" and single_word:
        return tokens.words[part.last : part.last + 1] != () and tokens.words[part.last] in _AFTER_A_SUBJECT
    if (part.bare and _is_an_hour(tokens, part)) or (part.unit == "year" and _names_a_term(tokens, part)):
        return True
    if part.kind not in ("", "count") or part.number_last - part.number_first > number.last - number.first:
        return False
    if number.form == "fraction" and part.bare:
        if _are_days(tokens, number.last):
            return True
        exact = word == "half" and single_word and part.qualifier == "exact"
        return exact and tokens.words[number.last : number.last + 1] != ("of",) and not _is_fall_by(tokens, number.first)
    if number.form != "words" or number.scaled:
        return False
    if word == "one" and single_word:
        return _is_pronoun(tokens, part) and not _is_listed(tokens, parts, index)
    return part.bare and _points(tokens, part)


def _is_fall_by(tokens: Tokens, at: int) -> bool:
    """Whether "by" and a word of rising or falling stand before a token: "immigration fell by half", not "too clever by half"."""
    return tokens.words[at - 1 : at] == ("by",) and not changes.VERBS.isdisjoint(tokens.words[max(0, at - _BY) : at])


def _is_an_hour(tokens: Tokens, part: Part) -> bool:
    """The hour of "at ten-ish", "or ten-ish"; "ten-ish people" are counted."""
    value = part.single
    if value is None or not 0 < value <= _HOURS:
        return False
    if not part.hedged_after:
        return _is_closing_hour(tokens, part)
    return tokens.words[part.last - 1] == "ish" and tokens.words[part.number.first - 1 : part.number.first] in _BEFORE_HOUR


def _is_closing_hour(tokens: Tokens, part: Part) -> bool:
    """The hour of "queued until after ten" and "open until just before eleven", at the end of a clause."""
    words, at = tokens.words, part.number.first - 1
    if tokens.kinds[part.last : part.last + 1] not in ("", "p"):
        return False
    while at > 0 and words[at] in _AROUND_HOUR:
        at -= 1
    return at >= 0 and words[at] in ("until", "till") and not (at == part.number.first - 1 and part.number.form == "digits")


def _names_a_term(tokens: Tokens, part: Part) -> bool:
    return _names_a_loan(tokens, part) or _names_a_half_year(tokens, part)


def _names_a_half_year(tokens: Tokens, part: Part) -> bool:
    """The half of "half-year profit" and of "its half-year results"; "a half-year delay" is a time."""
    if part.number.form != "fraction" or tokens.words[part.number_first : part.last] != ("half", "-", "year"):
        return False
    before = tokens.words[part.first - 1] if part.first else ""
    return part.first == part.number_first and before not in ("a", "and", "another") and tokens.kinds[part.last : part.last + 1] == "w"


def _names_a_loan(tokens: Tokens, part: Part) -> bool:
    """The term that names a loan: "a 25-year mortgage", "the 15-year fixed"."""
    if part.kind != "duration" or tokens.words[part.number_last : part.number_last + 1] != ("-",):
        return False
    return part.last < len(tokens) and (
        tokens.words[part.last] in _LOANS or (tokens.words[part.last] == "fixed" and part.single in _TERMS_OF_LOANS)
    )


def _is_some_day(tokens: Tokens, part: Part) -> bool:
    """ "One day he left", not "within one day", "one day after"."""
    before = tokens.words[part.number.first - 1] if part.number.first else ""
    return before not in _BEFORE_A_DAY and tokens.words[part.last : part.last + 1] not in {(word,) for word in _AFTER_A_DAY}


def _is_pronoun(tokens: Tokens, part: Part) -> bool:
    """Whether "one" stands for somebody or something instead of counting.

    It counts people, after a verb of harm, after a hedge and in "one in five"; before other nouns ("one lathe", "one account") it is an
    article, and "more than one" is no figure.
    """
    first, last, words = part.number.first, part.number.last, tokens.words
    if part.qualifier != "exact":
        return part.qualifier == "more_than" and words[first - 1] == "than"
    after = words[last] if last < len(tokens) else "."
    if after in _COUNTED_BY_ONE:
        return first > 0 and words[first - 1] in _NO_COUNT_OF_ONE
    return not (first > 0 and words[first - 1] in _HARM) and not _is_told_of(tokens, part)


def _is_told_of(tokens: Tokens, part: Part) -> bool:
    """Whether one thing is said to be found, lost or hit: "one recorder has been found", not "one road was long"."""
    verb = tokens.words[part.last : part.last + 3]
    if part.counted is None or verb[:1] == () or verb[0] not in _PASSIVES:
        return False
    return verb[1:2] != ("not",) and not _TOLD.isdisjoint(verb[1:])


def _is_one_of_two(tokens: Tokens, part: Part) -> bool:
    """Whether "the other" comes behind: "21 from one and 59 from the other"."""
    behind = tokens.words[part.last : part.last + _TO_THE_OTHER]
    return part.counted is None and ("the", "other") in pairwise(behind)


def _is_listed(tokens: Tokens, parts: Sequence[Part], index: int) -> bool:
    """Whether "one" stands in a list of counts: "two nurses and one driver", "one, two, three"."""
    part = parts[index]
    if (tokens.words[part.last : part.last + 1] != () and tokens.words[part.last] in _DETERMINERS) or _is_one_of_two(tokens, part):
        return False
    for other in (parts[index - 1] if index else None, parts[index + 1] if index + 1 < len(parts) else None):
        if other is None or other.kind not in ("", "count") or (other.counted is None) != (part.counted is None):
            continue
        first, last = sorted((part.first, other.first))
        between = tokens.words[min(part.last, other.last) : last]
        if first < last and len(between) <= _LISTED and set(between) <= _LIST_JOINTS and other.number.form in ("words", "digits"):
            return True
    return False


def _points(tokens: Tokens, part: Part) -> bool:
    """Whether a bare number word points at those spoken of: "the two", "three who left", "a hundred" of the idiom."""
    word, words = tokens.words[part.number.first], tokens.words
    if word in ("a", "an") and part.value in _ONE_AND_A_HALF:
        return True
    before = words[part.first - 1] if part.first else ""
    if before == "all" and words[max(0, part.first - 2)] in _HARM:
        return False
    if before == "other" and part.single is not None and part.single > _PAIR:
        return False
    if words[part.last : part.last + 1] != () and words[part.last] in _MODALS and before not in ("including", "with"):
        return True
    return part.value != 1 and part.qualifier == "exact" and before in _POINTING and letter_of(before) == "_"
