"""How many years after another something happened: "the last train left on Friday, 66 years after the line was opened in 1950"; "In 2022,
four years after it was stolen, a copy was put up", where the article says "stolen in 2020".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._told_spans import Told
from claimcheck.model import Claim
from claimcheck.vocabulary import word_set

_ON = re.compile(rf"\bon ({'|'.join(days.WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?, (?:just |only |exactly )?\Z")
_IN = re.compile(r",? (?:just |only |exactly )?")
_AFTER = re.compile(r" after (?:it|he|she|they|the|its|his|her|their)\b[^.;:,\d]{0,60}? in ")
_DONE = re.compile(
    r" after (?:it|he|she|they|the (?P<what>[a-z]+))(?: had)?(?: was| were| been)? "
    r"(?P<verb>[a-z]+(?:ed|en|wn|ght|ost|uck|uilt|aid|old|eft|ell|gan|ank))(?=[,.;]| (?:by|from|in|at|on)\b)"
)
_THE_OTHER = re.compile(r"[^,;]*, (?:the )?(?:([A-Z][\w'’-]+)|(?<=the )([a-z]+))\b")
"""What the sentence goes on with, which "it" may stand for: "six years after it was stolen, the portrait"."""
_BEFORE, _CROWD = 80, 10
_FAR = 3
"""How many times too long or too short a length may be: what is further off is of something else."""


def told(case: Case) -> Iterator[Told]:
    """The lengths in years with the year they count from and the one they lead to; an end of None is the year of publication.

    >>> import claimcheck as cc
    >>> text = "The statue was stolen in 2020. In 2022, four years after it was stolen, a copy was put up."
    >>> case = Case(cc.Document(text, text, published="2026-11-24"), tuple(cc.extract(text, published="2026-11-24")))
    >>> [(found.start.surface, found.end.surface) for found in told(case)]
    [('2020', '2022')]
    """

    @cache
    def dated() -> Mapping[str, list[Claim]]:
        """The years behind "in" by the words of their clauses."""
        found: dict[str, list[Claim]] = {}
        for year in case.claims:
            for word in _clause(case.document.text, year) if _is_year(year) else ():
                found.setdefault(word, []).append(year)
        return found

    for length in case.claims:
        if length.kind == "duration" and length.unit == "year" and length.qualifier == "exact" and not isinstance(length.value, tuple):
            found = _up_to_now(case, length) or _up_to_year(case, length, dated)
            if found is not None and _is_near(case, found):
                yield found


def _is_year(claim: Claim) -> bool:
    return claim.kind == "year" and not isinstance(claim.value, tuple)


def _up_to_now(case: Case, length: Claim) -> Told | None:
    """ "On Friday, 66 years after it was opened in 1950"."""
    text = case.document.text
    if _ON.search(text[length.sentence_span[0] : length.span[0]][-_BEFORE:]) is None:
        return None
    behind = [year for year in case.beside(length) if _is_year(year) and year.span > length.span]
    joined = len(behind) == 1 and _AFTER.fullmatch(text, length.span[1], behind[0].span[0])
    return Told(length, behind[0], None) if joined else None


def _up_to_year(case: Case, length: Claim, dated: Callable[[], Mapping[str, list[Claim]]]) -> Told | None:
    """ "In 2022, four years after it was stolen", with the one year in which something is said to have been stolen."""
    text, done = case.document.text, _DONE.match(case.document.text, length.span[1])
    if done is None:
        return None
    near = (year for year in case.beside(length) if _is_year(year))
    ends = [year for year in near if _IN.fullmatch(text, year.span[1], max(year.span[1], length.span[0]))]
    starts = [year for year in dated().get(done["verb"], ())[:_CROWD] if year.sentence_span != length.sentence_span]
    if done["what"] or _is_common(done["verb"]):
        starts = [year for year in starts if done["what"] in year.sentence.split()]
    onwards = _THE_OTHER.match(text, done.end())
    if onwards is not None:
        starts = [year for year in starts if (onwards[1] or onwards[2]) in year.sentence]
    return Told(length, starts[0], ends[0]) if len(ends) == 1 == len({year.value for year in starts}) else None


def _is_common(verb: str) -> bool:
    """Whether many things of an article may have done what a verb says: opened, began."""
    return any(verb in word_set(name) for name in ("ways of beginning", "spans begin", "spans end"))


def _clause(text: str, year: Claim) -> frozenset[str]:
    """The words before "in" and a year, in its clause."""
    clause = re.split(r"[,;:]", text[max(year.sentence_span[0], year.span[0] - _BEFORE) : year.span[0]])[-1]
    return frozenset(clause.split()) if clause.endswith(" in ") else frozenset()


def _is_near(case: Case, found: Told) -> bool:
    end = str(found.end.value) if found.end is not None else case.document.published
    apart = int(end[:4]) - int(str(found.start.value)[:4]) if end else 0
    return 0 < apart <= middle(found.length) * _FAR and middle(found.length) <= apart * _FAR
