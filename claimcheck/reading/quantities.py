"""Numerals become quantities: unit or counted noun, hedge, direction of change, ranges, and relations the sentence states.

Read from the inside out: `_read` looks at one numeral and what touches it (`counted`, `ages`, `hedges`), `ranges` and `compounds` join
neighbours, `sharing` hands units and nouns along lists, `changes` says which figures are changes, `relations` adds the links. No step
looks at anything but its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import evolve

from claimcheck.reading import (
    ages,
    changes,
    compounds,
    converted_units,
    counted,
    designators,
    hedges,
    identifiers,
    idle_numbers,
    magnitudes,
    numerals,
    ranges,
    relations,
    scores,
    sharing,
)  # fmt: skip
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.number_words import Numeral
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens


def find(tokens: Tokens, taken: Iterable[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities of a sentence in text order; `taken` are token ranges of dates and clock times.

    >>> from claimcheck.reading.tokens import cut
    >>> [(str(q.value), q.unit, q.counted, q.qualifier) for q in find(cut("Almost 4,000 villagers fled 90 miles"))]
    [('4000', 'count', 'villager', 'almost'), ('90', 'mile', None, 'exact')]
    """
    found = numerals.find(tokens)
    if not found:
        return ()
    free = _outside(found, [*taken, *identifiers.blocked(tokens, found)])
    parts = _joined(tokens, _parts(tokens, scores.without(tokens, free)))
    parts = [
        part for at, part in enumerate(parts) if not (idle_numbers.is_idle(tokens, parts, at) or designators.is_year_or_time(tokens, part))
    ]
    sharing.share(tokens, parts)
    if len(parts) > 1:
        converted_units.share_hedges(tokens, parts)
        converted_units.share_rates(tokens, parts)
    changes.read_all(tokens, parts)
    figures = tuple(map(_finished, parts))
    if len(figures) < 2:
        return figures
    linked = zip(figures, relations.stated(tokens, figures), strict=True)
    return _of_one_noun(tuple(evolve(figure, links=links) if links else figure for figure, links in linked))


def _of_one_noun(figures: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """The figures, with an earlier level that has no noun of its own in that of its later one, not in that of a figure between."""
    levels = {old: figure for figure in figures for role, old in figure.links if role == "from" and figure.counted is not None}
    return tuple(
        evolve(figure, counted=levels[at].counted, noun=levels[at].noun) if at in levels and figure.last == figure.number_last else figure
        for at, figure in enumerate(figures)
    )


def _outside(numbers: Sequence[Numeral], ranges: Sequence[tuple[int, int]]) -> list[Numeral]:
    """The numbers with a value that overlap none of the ranges."""
    covered = {index for first, last in ranges for index in range(first, last)} if ranges else frozenset[int]()
    return [number for number in numbers if number.form != "malformed" and covered.isdisjoint(range(number.first, number.last))]


def _parts(tokens: Tokens, numbers: Sequence[Numeral]) -> list[Part]:
    """The parts of numerals that stand neither inside another's unit ("parts per million") nor in a name that runs on ("ATR 72-600")."""
    parts: list[Part] = []
    name_end = -1
    for number in numbers:
        if parts and number.first < parts[-1].last:
            continue
        runs_on = (
            number.first == name_end + 1
            and tokens.words[name_end] in ranges.DASHES
            and tokens.touches(name_end)
            and tokens.touches(number.first)
        )
        part = None if runs_on else _read(tokens, number, parts[-1].last if parts else 0)
        if part is None:
            name_end = number.last
        else:
            parts.append(part)
    return parts


def _read(tokens: Tokens, number: Numeral, floor: int) -> Part | None:
    """The part a numeral makes with its own currency, unit or noun and hedge; None for names. Tokens before `floor` belong to another."""
    part = Part.of(number)
    hedges.read_after(tokens, part)
    counted.read_unit(tokens, part, floor)
    ages.read_age(tokens, part)
    if part.bare:
        magnitudes.read_magnitude(tokens, part)
    if part.bare or (part.kind == "duration" and part.unit == "second" and number.form == "words"):
        counted.read_count(tokens, part)
    if part.last != number.last:
        hedges.read_after(tokens, part)
    hedges.read_before(tokens, part)
    if designators.is_name(tokens, part, floor):
        return None
    compounds.with_article(tokens, part)
    return part


def _joined(tokens: Tokens, parts: Sequence[Part]) -> list[Part]:
    """Parts with ranges, ratios and compounds made of neighbours."""
    out: list[Part] = []
    for part in parts:
        whole = (compounds.joined(tokens, out[-1], part) or ranges.joined(tokens, out[-1], part)) if out else None
        if whole is not None:
            out[-1] = whole
        else:
            if out:
                ranges.share_scale(tokens, out[-1], part)
            out.append(part)
    return out


def _finished(part: Part) -> Quantity:
    kind, unit = (part.kind or "count"), (part.unit or "count")
    if part.number.form == "fraction" and part.bare and part.single is not None and abs(part.single) < 1:
        kind, unit = "ratio", "dimensionless"
    return Quantity(
        part.first, part.last, part.number_first, part.number_last, part.value, part.step, kind, unit, part.counted, part.noun,
        part.qualifier, part.change,
    )  # fmt: skip
