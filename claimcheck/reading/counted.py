"""What a number measures or counts: its currency, unit or noun."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading import nouns, scales, units
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set


def read_unit(tokens: Tokens, part: Part, floor: int) -> None:
    if part.number.form == "fold":
        part.kind, part.unit = "ratio", "dimensionless"
        return
    sign = units.currency_before(tokens, part.first)
    if sign is not None and sign[0] >= floor:
        part.first = sign[0]
        _money(tokens, part, sign[1])
        return
    at = _past_article(tokens, part)
    unit = units.after(tokens, at)
    currency = units.currency_after(tokens, at)
    if currency is not None and (unit is None or currency[0] > unit[0]):
        part.last = currency[0]
        scale = scales.factor_at(tokens, part.last) if not part.number.scaled and not isinstance(part.value, tuple) else None
        if scale is not None and not isinstance(part.value, tuple):
            part.last, part.value = part.last + 1, part.value * scale
            part.step = part.step * scale if part.step is not None else None
        _money(tokens, part, currency[1])
    elif unit is not None:
        part.last = unit[0]
        part.kind, part.unit = unit[1].kind, unit[1].name
        _and_a_half(tokens, part)


def _and_a_half(tokens: Tokens, part: Part) -> None:
    """ "a point and a half", "two miles and a half"."""
    if tokens.words[part.last : part.last + 3] == ("and", "a", "half") and not isinstance(part.value, tuple):
        part.value, part.step, part.last = part.value + Decimal("0.5"), None, part.last + 3


def _past_article(tokens: Tokens, part: Part) -> int:
    """Where the unit of a number begins: after the "a" of "half a mile" and "a quarter of a mile"."""
    words, at = tokens.words, part.last
    if part.number.form == "fraction" and part.last == part.number.last:
        if words[at : at + 1] in (("a",), ("an",)):
            return at + 1
        if words[at : at + 2] in (("of", "a"), ("of", "an")):
            return at + 2
    return at


def _money(tokens: Tokens, part: Part, currency: units.Currency) -> None:
    part.kind, part.unit = "money", currency.name
    if currency.factor != 1:
        part.value = (
            (part.value[0] * currency.factor, part.value[1] * currency.factor)
            if isinstance(part.value, tuple)
            else part.value * currency.factor
        )
        part.step = part.step * currency.factor if part.step is not None else None
    for _ in range(2):
        rate = units.rate_after(tokens, part.last)
        if rate is None:
            return
        part.last = rate[0]
        if rate[1].per != "item":
            part.kind, part.unit = "rate", f"{part.unit} / {rate[1]}"


def read_count(tokens: Tokens, part: Part) -> None:
    """A count and its noun: "55,000 Ukrainian troops", "18 of the soldiers", "three-judge", "a crew of 19"."""
    words, fraction = tokens.words, part.number.form == "fraction" and not isinstance(part.value, tuple) and part.value < 1
    if part.last < len(tokens) and words[part.last] == "per" and not fraction:
        rate = units.rate_after(tokens, part.last)
        if rate is not None:
            part.last, part.kind, part.unit = rate[0], "rate", f"count / {rate[1]}"
            return
    if fraction and not (part.last < len(tokens) and words[part.last] == "of"):
        return
    at = part.last
    if at + 1 < len(tokens) and words[at] in ("more", "additional", "further", "extra") and tokens.kinds[at + 1] == "w":
        at, part.more = at + 1, words[at] == "more"
    noun = nouns.after(tokens, at, single=part.value == 1)
    if noun is None:
        part.more = False
        _group(tokens, part)
        return
    part.last, part.counted, part.noun = noun.last, noun.lemma, noun.phrase(tokens)
    part.kind, part.unit = ("ratio", "dimensionless") if fraction else ("count", "count")
    if noun.lemma == "time" and part.last < len(tokens) and words[part.last] in _MULTIPLE:
        part.kind, part.unit, part.counted, part.noun = "ratio", "dimensionless", None, None
        return
    rate = units.rate_after(tokens, part.last)
    if rate is not None and rate[1].per != "item":
        part.last, part.kind, part.unit = rate[0], "rate", f"count / {rate[1]}"


def _group(tokens: Tokens, part: Part) -> None:
    """The noun of "a crew of 19"."""
    at = part.first
    if at >= 2 and tokens.words[at - 1] == "of" and tokens.words[at - 2] in _GROUPS:
        part.kind, part.unit, part.counted, part.noun = "count", "count", tokens.words[at - 2], tokens.words[at - 2]


_GROUPS = word_set("group of people")
_MULTIPLE = word_set("after times")
