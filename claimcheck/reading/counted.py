"""What a number measures or counts: its currency, unit or noun."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.reading import nouns, scales, units
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_MINUS = ("-", "−", "–")
_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}$")
_THOUSAND = Decimal(1000)
_HALF = Decimal("0.5")
_GROUPS = word_set("group of people")
_CROWDS = word_set("crowd of people")
_MULTIPLE = word_set("after times")
_DEGREES = ("degree", "degree_Celsius", "degree_Fahrenheit")
_SHARED = word_set("between share and whole")
_ARRIVING = word_set("counted as they arrive")
_PER = (("per",), ("a",), ("an",))
_DIRECTIONS = {"more": "increase", "fewer": "decrease"}
_COUNT_UNITS = {row["wording"]: (row["counted"], row["per"]) for row in table("count_symbols")}
_BEFORE_NOUN = word_set("between number and noun")


def read_unit(tokens: Tokens, part: Part, floor: int) -> None:
    """Set the currency or unit of a number, in front of it (not before token `floor`) or behind it."""
    if part.number.form == "fold":
        part.kind, part.unit = "ratio", "dimensionless"
        return
    sign = units.currency_before(tokens, part.first)
    if sign is not None and sign[0] >= floor:
        part.first = sign[0]
        _sign_of_money(tokens, part, floor)
        _set_money(tokens, part, sign[1])
        return
    at = _past_article(tokens, part)
    found = units.meaning_after(tokens, at)
    if found is None:
        if tokens.words[at : at + 2] == ("below", "zero") and part.single is not None:
            part.kind, part.unit, part.value, part.last = "temperature", "degree", -part.single, at + 2
        return
    part.last, meaning = found
    if isinstance(meaning, units.Currency):
        factor = scales.factor_at(tokens, part.last) if not part.number.scaled and part.single is not None else None
        if factor is not None:
            part.last += 1
            part.scale(factor)
        _set_money(tokens, part, meaning)
        return
    part.kind, part.unit = meaning.kind, meaning.name
    _and_a_half(tokens, part)
    _below_zero(tokens, part)


def _sign_of_money(tokens: Tokens, part: Part, floor: int) -> None:
    """The minus of "-£250" and of "minus £250"."""
    minus = part.first - 1
    if minus < floor or part.single is None:
        return
    if letter_of(tokens.words[minus]) == "n" and (minus == 0 or tokens.words[minus - 1] != "or"):
        part.value, part.first, part.number_first = -part.single, minus, minus
        return
    if tokens.words[minus] not in _MINUS or not tokens.touches(part.first):
        return
    if minus == 0 or not tokens.touches(minus) or tokens.words[minus - 1] in ("(", "["):
        part.value, part.first, part.number_first = -part.single, minus, minus


def _past_article(tokens: Tokens, part: Part) -> int:
    """Where the unit of a number begins: after the "a" of "half a mile", the "of" of "dozens of tonnes" and of "3 millions of dollars"."""
    words, at = tokens.words, part.last
    if at != part.number.last:
        return at
    if (part.number.form == "vague" or part.number.scaled) and words[at : at + 1] == ("of",):
        return at + 1
    if part.number.form == "fraction":
        if words[at : at + 1] in (("a",), ("an",)):
            return at + 1
        if words[at : at + 2] in (("of", "a"), ("of", "an")):
            return at + 2
        if words[at : at + 1] == ("of",) and part.single is not None and part.single > 1:
            return at + 1
    return at


def _and_a_half(tokens: Tokens, part: Part) -> None:
    """ "a point and a half", "two miles and a half", "one hour and half"."""
    if part.single is None or tokens.words[part.last : part.last + 1] != ("and",):
        return
    end = part.last + 2 + (tokens.words[part.last + 1 : part.last + 2] == ("a",))
    if tokens.words[end - 1 : end] == ("half",) and (end - part.last == 3 or tokens.kinds[end : end + 1] in ("", "p")):
        part.value, part.step, part.last = part.single + _HALF, None, end


def _below_zero(tokens: Tokens, part: Part) -> None:
    """ "10 degrees below zero"."""
    if part.unit in _DEGREES and part.single is not None and tokens.words[part.last : part.last + 2] in (("below", "zero"), ("below", "0")):
        part.value, part.last = -part.single, part.last + 2


def _set_money(tokens: Tokens, part: Part, currency: units.Currency) -> None:
    """The currency of an amount, and what it is stated per."""
    part.kind, part.unit = "money", currency.name
    if currency.factor != 1:
        part.scale(currency.factor)
        part.factor = currency.factor
    for _ in range(2):
        rate = units.rate_after(tokens, part.last)
        if rate is None:
            return
        part.last = rate[0]
        if rate[1].per != "item":
            part.kind, part.unit = "rate", f"{part.unit} / {rate[1]}"


def read_count(tokens: Tokens, part: Part) -> None:
    """Set the noun of a count: "900 Polish troops", "18 of the soldiers", "three-judge", "a crew of 19"; a share of what is counted.

    Things counted have no thousandths, so "10.000 units" are ten thousand.
    """
    if _read_count_unit(tokens, part):
        return
    fraction = part.number.form == "fraction" and part.single is not None and part.single < 1
    if fraction and not (part.last < len(tokens) and tokens.words[part.last] in _SHARED):
        return
    if not fraction and tokens.words[part.last : part.last + 1] in _PER and _is_rate(tokens, part):
        return
    at, more = _past_more(tokens, part)
    noun = nouns.after(tokens, at, single=part.value == 1 or fraction)
    if noun is None:
        _set_group(tokens, part)
        before = tokens.words[part.first - 1] if part.first else ""
        if more == "increase" and part.bare and before not in ("and", "or", "from") and tokens.words[at] not in ("than", "or", "and"):
            part.more, part.last = more, at
        return
    part.more = more
    if noun.lemma == "time" and tokens.words[noun.last : noun.last + 1] != () and tokens.words[noun.last] in _MULTIPLE:
        part.last, part.kind, part.unit = noun.last, "ratio", "dimensionless"
        return
    part.kind, part.unit = ("ratio", "dimensionless") if fraction else ("count", "count")
    part.counted, part.noun = ("person", None) if noun.lemma == "strong" else (noun.lemma, noun.phrase(tokens))
    if part.number.last - part.number.first == 1 and _POINTED.match(tokens.words[part.number.first]):
        part.scale(_THOUSAND)
    if tokens.words[noun.first] == "new" and noun.lemma in _ARRIVING:
        part.more = "increase"
    if not noun.measures:
        part.last = noun.last
        _is_rate(tokens, part)


def _read_count_unit(tokens: Tokens, part: Part) -> bool:
    """Set what a unit that is short for things counted means: "half a point", "15.3 ppg"; whether there is one."""
    at = _past_article(tokens, part)
    if at >= len(tokens.words) or tokens.words[at] not in _COUNT_UNITS or (part.number.form != "fraction" and at != part.last):
        return False
    noun, per = _COUNT_UNITS[tokens.words[at]]
    if not per and part.number.form != "fraction":
        return False
    part.last, part.counted, part.noun = at + 1, noun, noun
    part.kind, part.unit = ("rate", f"count / {per}") if per else ("count", "count")
    return True


def _is_rate(tokens: Tokens, part: Part) -> bool:
    """Set what a count is stated per: "90 flights a day", "12 per 100,000 people"; whether it is."""
    rate = units.rate_after(tokens, part.last)
    if rate is None or rate[1].per == "item":
        return False
    part.last, part.kind, part.unit = rate[0], "rate", f"count / {rate[1]}"
    return True


def _past_more(tokens: Tokens, part: Part) -> tuple[int, str | None]:
    """(start of the noun, which way it goes): "9 more graves", "9 fewer jobs", "5 other trucks"."""
    at = part.last
    if at + 1 < len(tokens.words) and tokens.words[at] in _BEFORE_NOUN and tokens.kinds[at + 1] == "w":
        return at + 1, _DIRECTIONS.get(tokens.words[at])
    return at, None


def _set_group(tokens: Tokens, part: Part) -> None:
    """The noun of "a crew of 19"; "a crowd of 3,000" are people."""
    at = part.first
    if at < 2 or tokens.words[at - 1] != "of":
        return
    group = tokens.words[at - 2]
    if group in _GROUPS or group in _CROWDS:
        part.kind, part.unit = "count", "count"
        part.counted, part.noun = (group, group) if group in _GROUPS else ("person", None)
