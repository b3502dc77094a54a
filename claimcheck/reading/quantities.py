"""Numerals become quantities: unit or counted noun, hedge, direction of change, ranges, and relations the sentence states.

Read from the inside out: `_read` looks at one numeral and what touches it (`counted`, `ages`, `hedges`), `neighbours` joins ranges, ratios and
compounds and hands units and nouns along lists, `changes` says which figures are changes, `relations` adds the links. No step looks at
anything but its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve

from claimcheck.reading import ages, changes, counted, designators, hedges, neighbours, nouns, numerals, relations, units
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.numerals import Numeral
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens


def find(tokens: Tokens, taken: Iterable[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities of a sentence in text order; `taken` are token ranges of dates and clock times.

    >>> from claimcheck.reading.tokens import cut
    >>> [(str(q.value), q.unit, q.counted, q.qualifier) for q in find(cut("Almost 15,000 civilians fled 600 miles"))]
    [('15000', 'count', 'civilian', 'almost'), ('600', 'mile', None, 'exact')]
    """
    found = numerals.find(tokens)
    if not found:
        return ()
    ranges = [*taken, *designators.blocked(tokens)]
    free = [n for n in found if not any(n.first < last and first < n.last for first, last in ranges)]
    free = _without_scores(tokens, [n for n in free if n.form != "malformed"])
    parts = _parts(tokens, free)
    parts = [part for part in neighbours.joined(tokens, parts) if not _is_no_claim(tokens, part)]
    neighbours.share(tokens, parts)
    changes.read_all(tokens, parts)
    figures = tuple(_finished(tokens, part) for part in parts)
    linked = zip(figures, relations.stated(tokens, figures), strict=True)
    return tuple(evolve(figure, links=links) if links else figure for figure, links in linked)


def _parts(tokens: Tokens, free: list[Numeral]) -> list[Part]:
    """The parts of numerals that do not stand inside another's unit ("parts per million")."""
    parts: list[Part] = []
    name_end = -1
    for number in free:
        if parts and number.first < parts[-1].last:
            continue
        runs_on = (
            number.first == name_end + 1
            and tokens.words[name_end] in neighbours.DASHES
            and tokens.touches(name_end)
            and tokens.touches(number.first)
        )
        part = None if runs_on else _read(tokens, number, parts[-1].last if parts else 0)
        if part is None:
            name_end = number.last
        else:
            parts.append(part)
    return parts


def _without_scores(tokens: Tokens, found: list[Numeral]) -> list[Numeral]:
    """Numerals less the pairs that are scores, votes or odds ("3-1", "101-98"), and less designators that run on ("72-600")."""
    dropped: set[int] = set()
    for index in range(len(found) - 1):
        a, b = found[index], found[index + 1]
        hyphen = (
            b.first - a.last == 1 and tokens.words[a.last] in neighbours.DASHES[:4] and tokens.touches(a.last) and tokens.touches(b.first)
        )
        if not hyphen or a.form != "digits" or b.form != "digits" or a.scaled or b.scaled:
            continue
        if (
            units.after(tokens, b.last) is None
            and not _has_currency(tokens, a, b)
            and designators.is_score(tokens, a, b, nouns.after(tokens, b.last) is not None)
        ):
            dropped |= {index, index + 1}
    return [number for index, number in enumerate(found) if index not in dropped]


def _has_currency(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    return units.currency_before(tokens, a.first) is not None or units.currency_after(tokens, b.last) is not None


def _read(tokens: Tokens, number: Numeral, floor: int) -> Part | None:
    """The part a numeral makes with its own currency, unit or noun and hedge; None for names. Tokens before `floor` belong to another."""
    part = Part(number, number.first, number.last, number.value, number.step, number_first=number.first, number_last=number.last)
    if number.form == "vague":
        part.qualifier = "range"
    hedges.read_after(tokens, part)
    hedged = part.last > number.last
    counted.read_unit(tokens, part, floor)
    if designators.is_name(tokens, number, counts=not part.bare or hedged):
        return None
    ages.read_age(tokens, part)
    ages.read_magnitude(tokens, part)
    if part.bare or (part.kind == "duration" and part.unit == "second" and number.form == "words"):
        counted.read_count(tokens, part)
    hedges.read_after(tokens, part)
    hedges.read_before(tokens, part)
    return part


def _is_no_claim(tokens: Tokens, part: Part) -> bool:
    """Number words that count nothing: the pronoun "one", "the two", a bare "half"."""
    number, words = part.number, tokens.words
    if part.unit == "day" and words[number.first] == "one" and part.qualifier == "exact" and number.last - number.first == 1:
        before = words[number.first - 1] if number.first else ""
        return before not in ("in", "within", "for", "after", "of", "just", "only", "by", "than", "every") and words[
            part.last : part.last + 1
        ] not in (("of",), ("after",), ("before",), ("earlier",))
    if part.kind not in ("", "count") or part.number_last - part.number_first > number.last - number.first:
        return False
    if number.form == "fraction" and part.bare:
        return (
            words[number.first] == "half"
            and number.last - number.first == 1
            and part.qualifier == "exact"
            and not (number.last < len(tokens) and words[number.last] == "of")
        )
    if number.form != "words" or number.scaled:
        return False
    if designators.is_pronoun_one(tokens, number):
        return True
    after = words[part.last] if part.last < len(tokens) else "."
    if part.bare and number.value in (1, Decimal("1.5")) and words[number.first] in ("a", "an"):
        return True
    if part.bare and after in ("who", "would", "could", "should", "can", "will", "may", "might", "met", "that"):
        return True
    return (
        part.bare
        and part.value != 1
        and part.qualifier == "exact"
        and part.first > 0
        and words[part.first - 1] in ("the", "these", "those", "other", "last", "first", "next", "top", "bottom", "all", "any")
    )


def _finished(tokens: Tokens, part: Part) -> Quantity:
    kind, unit = (part.kind or "count"), (part.unit or "count")
    if part.number.form == "fraction" and part.bare and not isinstance(part.value, tuple) and part.value < 1:
        kind, unit = "ratio", "dimensionless"
    return Quantity(
        part.first,
        part.last,
        part.number_first,
        part.number_last,
        part.value,
        part.step,
        kind,
        unit,
        part.counted,
        part.noun,
        part.qualifier,
        part.change,
    )
