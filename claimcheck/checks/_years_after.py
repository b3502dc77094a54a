"""How many years after another something happened: "the last train left on Friday, 66 years after the line was opened in 1950"; "In 2022,
four years after it was stolen, a copy was put up", where the article says "stolen in 2020".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._told_spans import Told
from claimcheck.model import Claim
from claimcheck.vocabulary import word_set

_ON = re.compile(rf"\bon ({'|'.join(days.WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?, (?:just |only |exactly )?\Z")
_IN = re.compile(r",? (?:just |only |exactly )?")
_AFTER = re.compile(r" after (?:it|he|she|they|the|its|his|her|their)\b[^.;:,\d]{0,60}? in ")
_DONE = re.compile(r" after (?:it|he|she|they|the (?P<what>[a-z]+))(?: had)?(?: was| were| been)? (?P<verb>[a-z]+)(?=[ ,.;])")
_BEFORE = 80
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
    years = [claim for claim in case.claims if claim.kind == "year" and not isinstance(claim.value, tuple)]
    for length in case.claims if years else ():
        if length.kind == "duration" and length.unit == "year" and length.qualifier == "exact" and not isinstance(length.value, tuple):
            found = _up_to_now(case, length, years) or _up_to_year(case, length, years)
            if found is not None and _is_near(case, found):
                yield found


def _up_to_now(case: Case, length: Claim, years: Sequence[Claim]) -> Told | None:
    """ "On Friday, 66 years after it was opened in 1950"."""
    text = case.document.text
    if _ON.search(text[length.sentence_span[0] : length.span[0]]) is None:
        return None
    behind = [year for year in years if year.sentence_span == length.sentence_span and year.span > length.span]
    joined = len(behind) == 1 and _AFTER.fullmatch(text, length.span[1], behind[0].span[0])
    return Told(length, behind[0], None) if joined else None


def _up_to_year(case: Case, length: Claim, years: Sequence[Claim]) -> Told | None:
    """ "In 2022, four years after it was stolen", with the one year in which something is said to have been stolen."""
    text, done = case.document.text, _DONE.match(case.document.text, length.span[1])
    ends = [year for year in years if _IN.fullmatch(text, year.span[1], max(year.span[1], length.span[0]))]
    if done is None or len(ends) != 1 or done["verb"] in word_set("calendar"):
        return None
    starts = [year for year in years if year.sentence_span != length.sentence_span and _says(text, year, done["verb"])]
    starts = [year for year in starts if done["what"] in year.sentence.split()] if done["what"] or _is_common(done["verb"]) else starts
    return Told(length, starts[0], ends[0]) if len({year.value for year in starts}) == 1 else None


def _is_common(verb: str) -> bool:
    """Whether many things of an article may have done what a verb says: opened, began."""
    return any(verb in word_set(name) for name in ("ways of beginning", "spans begin", "spans end"))


def _says(text: str, year: Claim, verb: str) -> bool:
    """Whether a verb stands before "in" and a year in its clause."""
    clause = re.split(r"[,;:]", text[max(year.sentence_span[0], year.span[0] - _BEFORE) : year.span[0]])[-1]
    return clause.endswith(" in ") and verb in clause.split()


def _is_near(case: Case, found: Told) -> bool:
    end = str(found.end.value) if found.end is not None else case.document.published
    apart = int(end[:4]) - int(str(found.start.value)[:4]) if end else 0
    return 0 < apart <= middle(found.length) * _FAR and middle(found.length) <= apart * _FAR
