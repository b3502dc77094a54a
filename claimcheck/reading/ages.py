"""Ages and earthquake magnitudes: numbers whose unit is understood from how they stand."""

from __future__ import annotations

from claimcheck.reading import nouns
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

OLDEST = 125
"""Years; the oldest age on record is 122 (Jeanne Calment, INED 1997)."""

_QUAKE = word_set("earthquake")


def read_age(tokens: Tokens, part: Part) -> None:
    """ "68-year-old", "66 years old", "aged 25", "Smith, 66," and "he was 19"."""
    words, size = tokens.words, len(tokens)
    if part.kind == "duration" and part.unit in ("year", "month", "week", "day"):
        at = part.last
        if at < size and words[at] == "-":
            at += 1
        if at < size and words[at] in ("old", "olds", "year-old"):
            part.kind, part.last = "age", at + 1
        elif at + 1 < size and words[at] == "of" and words[at + 1] == "age":
            part.kind, part.last = "age", at + 2
        return
    if (
        not part.bare
        or isinstance(part.value, tuple)
        or not 0 < part.value <= OLDEST
        or part.number.scaled
        or part.value != part.value.to_integral_value()
    ):
        return
    after = words[part.last] if part.last < size else "."
    if after in ("yo", "yr", "y"):
        end = part.last + 1
        if after == "yo" or (end < size and words[end] in ("old", "o")):
            part.kind, part.unit, part.last = "age", "year", end if after == "yo" else end + 1
        return
    if _age_cue(tokens, part, after) or (
        part.number.form == "digits" and (_apposition(tokens, part, after) or _said_of_person(tokens, part, after))
    ):
        part.kind, part.unit = "age", "year"


def _age_cue(tokens: Tokens, part: Part, after: str) -> bool:
    """ "aged 25", "at the age of 40", "raise the pension age to 65", "people under 25", "a boy of nine"."""
    words, at = tokens.words, part.first - 1
    while at >= 0 and words[at] in _AGE_JOINTS:
        at -= 1
    if at < 0 or nouns.after(tokens, part.last) is not None:
        return False
    if words[at] in ("aged", "age", "ages"):
        return True
    if at == part.first - 2 and words[at + 1] in ("under", "over", "above", "below", "of"):
        return words[at] in _CHILDREN or (words[at + 1] != "of" and words[at] in _PEOPLE)
    return (
        part.value >= 12
        and words[part.first - 1] in ("to", "at")
        and "age" in words[max(0, at - 8) : at + 1]
        and after not in ("%", "percent", "per")
    )


_AGE_JOINTS = word_set("between age and number")
_CHILDREN = word_set("person of an age")
_PEOPLE = word_set("people of an age")


def _apposition(tokens: Tokens, part: Part, after: str) -> bool:
    """The 66 of "Anna Weiss, 66, said"."""
    words, first = tokens.words, part.first
    if first < 2 or words[first - 1] not in (",", "(") or after not in (",", ".", ")", ";", "and", "of", "who", "!", "?", "”", '"', "—"):
        return False
    name = first - 2
    if tokens.kinds[name] != "w" or words[name] in _CALENDAR:
        return False
    return tokens.capital(name) or (
        after in (",", ")") and part.value > 3 and not nouns.is_plural(words[name]) and not nouns.is_function_word(words[name])
    )


_CALENDAR = word_set("calendar")


def _said_of_person(tokens: Tokens, part: Part, after: str) -> bool:
    """The 19 of "when he was 19" and of "the youngest victim, Amy Okoro, was 16."."""
    words, at = tokens.words, part.first - 1
    if (
        at < 1
        or after not in (".", ",", ";", "when", "at", "and", "in", "on", "before", "by", "after", "”", '"', "that", ")")
        or part.value < 1
    ):
        return False
    if words[at] == "be" and words[at - 1] in ("will", "would", "to") and at >= 2:
        at -= 2
        return words[at] in ("he", "she", "i", "who") or (
            tokens.kinds[at] == "w" and tokens.capital(at) and after in (".", ",", "when", "by", "before", "in")
        )
    if words[at] in ("turned", "turns", "turning"):
        return True
    if words[at] not in ("was", "is", "am", "'s", "’s"):
        return False
    subject = words[at - 1]
    if subject in ("he", "she", "who"):
        return True
    if any(word in ("youngest", "oldest", "age") for word in words[:at]) and part.value > 3:
        return True
    if subject == "and" and any(word in ("he", "she") for word in words[:at]):
        return True
    named = at >= 3 and subject == "," and tokens.capital(at - 2) and tokens.kinds[at - 2] == "w" and tokens.capital(at - 3)
    return named and after in (".", "when", "and")


def read_magnitude(tokens: Tokens, part: Part) -> None:
    words, size, at = tokens.words, len(tokens), part.first - 1
    if not part.bare or isinstance(part.value, tuple) or not 0 < part.value < 11:
        return
    after = part.last + (1 if part.last < size and words[part.last] == "-" else 0)
    before = words[max(0, at - 2) : at + 1]
    if after < size and words[after] == "magnitude":
        part.last = after + 1
    elif (after < size and words[after] in _QUAKE and "." in words[part.first] and at >= 0) or (
        at >= 0 and (words[at] == "magnitude" or ("magnitude" in before and words[at] in ("of", "-", "a", "was", "at")))
    ):
        pass
    elif not (after + 2 < size and words[after] == "on" and "richter" in words[after : after + 4]):
        return
    part.kind, part.unit = "magnitude", "magnitude"
