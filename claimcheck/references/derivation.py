"""Does a figure follow from rows? Sums over a period, changes and multiples between two days, amounts per head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from claimcheck.comparing.compared_days import compared_rows, latest
from claimcheck.comparing.derived import Derivation, changed, per_head, share, summed
from claimcheck.comparing.row_figures import agreement
from claimcheck.comparing.rows import Match, speaks_of
from claimcheck.comparing.statistic_words import said, statistics
from claimcheck.comparing.stretches import covered, without_stretch
from claimcheck.comparing.superlatives import Standing, is_ranked, is_record, rank, record
from claimcheck.model import Claim, Row
from claimcheck.references.collection import References

_DIGIT = re.compile(r"\d")
_GROWTH = re.compile(r"\b(?:grew|grown|growth|growing|grows?)\b", re.IGNORECASE)
HEAD = re.compile(r"\b(?:per|a|for every) (?:head|capita|person|inhabitant|resident)\b", re.IGNORECASE)
_CHANGES = ("percent", "percentage_point", "ratio", "count", "money")


@frozen
class Derived:
    """A verdict on a figure that follows from rows: supported, rounding or contradicted, and the derivation it rests on.

    `ranks` says that not the figure is in question but the record or rank that the text gives it.
    """

    verdict: str
    derivation: Derivation
    ranks: bool = False


def derive(claim: Claim, references: References) -> Derived | None:
    """The verdict on a figure whose sentence states how it follows from rows; None where it does not, or a row is missing."""
    if not _may_follow(claim):
        return None
    found = [_verdict(claim, match, ways) for match, ways in _ways(claim, references)]
    agreeing = [derived for derived in found if derived is not None and derived.verdict != "contradicted"]
    return next(iter(agreeing), None) or next((derived for derived in found if derived is not None), None)


def _may_follow(claim: Claim) -> bool:
    """Whether the sentence says anything by which a figure could follow from rows; most do not, and no row need be looked up."""
    if claim.kind == "year":
        return is_record(claim)
    if claim.kind == "rate":
        return HEAD.search(claim.sentence) is not None
    if claim.change is not None or claim.kind in ("ratio", "percent"):
        return True
    return is_ranked(claim) or covered(claim) is not None


def _verdict(claim: Claim, match: Match, ways: tuple[Derivation, ...] | Standing) -> Derived | None:
    if isinstance(ways, Standing):
        derivation = Derivation(ways.rows[0], ways.rows, ways.line)
        held = "supported" if ways.holds else "contradicted"
        return Derived(held, derivation, True) if ways.holds or match.sure else None
    for derivation in ways:
        verdict = agreement(claim, derivation.row)
        if verdict is not None:
            return Derived(verdict, derivation)
    return Derived("contradicted", ways[0]) if ways and match.sure else None


def _ways(claim: Claim, references: References) -> Iterator[tuple[Match, tuple[Derivation, ...] | Standing]]:
    """Each series that the claim may be derived from, with the ways to do so."""
    asked: set[tuple[object, ...]] = set()
    for row in references.candidates(claim):
        key = (row.entity, row.measure, row.place, row.event, row.unit)
        if row.kind == "date" or key in asked:
            continue
        asked.add(key)
        match = speaks_of(_as_if(claim, row), row)
        if not match.decision or match.part is not None:
            continue
        dated = [other for other in references.series(row) if other.as_of and other.unit == row.unit]
        standing = _standing(claim, row, dated, references)
        yield match, standing if standing is not None else _derivations(claim, row, dated, references)


def _derivations(claim: Claim, row: Row, dated: list[Row], references: References) -> tuple[Derivation, ...]:
    if claim.kind == "year":
        return ()
    if claim.kind == "rate" and HEAD.search(claim.surface + claim.sentence):
        people = _population(row, references)
        found = per_head(row, people) if people is not None else None
        return (found,) if found is not None else ()
    if claim.change is not None or claim.kind == "ratio":
        compared = compared_rows(claim, dated) if claim.kind in _CHANGES else None
        if compared is None:
            return ()
        new, old, named = compared
        change = changed(claim, new, old)
        return (change,) if change is not None and (named or agreement(claim, change.row)) else ()
    if claim.kind == "percent" and row.kind in ("count", "money", "mass"):
        return _shares(claim, row, references)
    return summed(claim, dated) if claim.kind == row.kind and claim.unit == row.unit else ()


def _standing(claim: Claim, row: Row, dated: list[Row], references: References) -> Standing | None:
    """The record of which the claim is the year, or the rank of the row that the claim agrees with."""
    if claim.kind == "year":
        return record(claim, dated)
    if not is_ranked(claim):
        return None
    new = latest(claim, dated) or (dated[-1] if dated else row)
    if claim.change is not None or agreement(claim, new) is None:
        return None
    measured = references.about(measure=new.measure)
    same = [row for row in measured if (row.table, row.unit, row.as_of) == (new.table, new.unit, new.as_of)]
    return rank(claim, new, same)


def _as_if(claim: Claim, row: Row) -> Claim:
    """The claim as if it stated the row's own quantity, so that its words can be held against the row's."""
    if claim.change is None and claim.kind == row.kind:
        return evolve(claim, sentence=without_stretch(claim.sentence))
    if claim.kind == "year":
        start = claim.number_span[0] - claim.sentence_span[0]
        claim = evolve(claim, sentence=_DIGIT.sub(" ", claim.sentence[:start]) + claim.sentence[start:])
    sentence = HEAD.sub(_blank, _GROWTH.sub(_blank, claim.sentence))
    value = row.value if isinstance(row.value, str) else row.value[0]
    claim = evolve(claim, sentence=sentence, change=None, qualifier="exact", links=(), bounds=None)
    return evolve(claim, kind=row.kind, unit=row.unit, value=value, counted=row.measure, noun=None)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _shares(claim: Claim, row: Row, references: References) -> tuple[Derivation, ...]:
    """The share of a row in another one that the sentence names too, where it is the figure: nothing tells which whole is meant."""
    wholes = (
        other
        for other in references.candidates(claim)
        if (other.entity, other.as_of, other.unit) == (row.entity, row.as_of, row.unit)
        and other != row
        and said(claim.sentence, other.measure)
    )
    found = (share(row, whole) for whole in wholes)
    return tuple(derived for derived in found if derived is not None and agreement(claim, derived.row))


def _population(row: Row, references: References) -> Row | None:
    """The population of a row's subject in the row's year, else the latest."""
    own = references.about(entity=row.entity) if row.entity else ()
    same = (other for other in own if other.unit == "count" and "population" in statistics(other.measure))
    year = (row.as_of or "")[:4]
    return next((other for other in same if (other.as_of or "")[:4] == year), None)
