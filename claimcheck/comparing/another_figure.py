"""What tells that a figure which is not a row's is rather another figure than a wrong one.

"The plan is to bring the plant back to 1,620", "another fire in 2012 took", "the Tenby district, with its suburbs", "a hut below Mount
Orla, at 4,138 meters": such words keep a figure from being called wrong, however near it comes to the row's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.clauses import clause, cues
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.row_days import is_of_a_year_of_its_own
from claimcheck.comparing.rows import told_by_a_forecast
from claimcheck.comparing.sentence_names import named_in, subject_names
from claimcheck.model import Claim, Row
from claimcheck.reading import partitions
from claimcheck.vocabulary import either, word_set

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_BEGUN = re.compile(rf"\b(?:{either('begun in its year')}) in (?:1[5-9]|20)\d\d\b")
"""What tells a year of the subject itself, and not of the figure: "built in 1994 and licensed for"."""
_ANOTHER_OF_KIND = either("another of the kind")
_OF_WHICH = re.compile(r"\s*;\s*(?:[a-z]+ ){0,3}of (?:which|whom|them|those)\b")
"""What behind a figure opens a part of it."""
_BROKEN = re.compile(rf"\b(?:{either('breaks a record')})\b", re.IGNORECASE)
_BEFORE = 40
"""Characters before a name in which a word still belongs to it."""
_ONLY_LOCATES = re.compile(rf"\b(?:{either('locates something else')})\s+(?:the )?$")


def may_be_another(claim: Claim, row: Row) -> bool:
    """Whether words by a figure tell of a plan, another thing, a part or another year, or name the row's subject only as near it.

    What is counted a year after an event may be told of its year.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Mount Orla", "height", "length", "4318", "meter", None, None, None)
    >>> texts = ("Mount Orla is 4,138 meters high.", "A hut below Mount Orla, at 4,138 meters, burned.", "Its sister peak has 4,138.")
    >>> [may_be_another(cc.extract(text)[0], row) for text in texts]
    [False, True, True]
    """
    if _is_planned(claim) or told_by_a_forecast(claim).verdict == "clash" or is_of_another_thing(claim, row):
        return True
    if cues("back then").search(clause(claim)) or _is_of_its_kind(claim.sentence, row.entity or "") or _befell_otherwise(claim, row):
        return True
    behind = claim.sentence[max(0, claim.span[1] - claim.sentence_span[0]) :][:_BEFORE]
    years = frozenset(_YEAR.findall(_BEGUN.sub("", f"{clause(claim)} ; {behind}"))) - {str(claim.said_on)[:4]}
    return bool(years) and row.as_of is not None and not years & {row.as_of[:4], str(int(row.as_of[:4]) - 1)}


def _befell_otherwise(claim: Claim, row: Row) -> bool:
    """Whether a figure's own words tell the opposite of what the row counts: "tore roofs off 1,240 homes" of homes destroyed."""
    told = claim.measure if claim.measure and "measure" not in claim.inherited else None
    return told is not None and any(partitions.opposed(told, word) for word in row.measure.lower().split())


def _is_planned(claim: Claim) -> bool:
    """Whether a word of a plan stands before a figure, or one like "planned" behind it; not "14.80 euros will be reviewed"."""
    before, _, behind = clause(claim).partition(" ; ")
    told = (found.group().lower() for found in cues("plan").finditer(behind))
    return bool(cues("plan").search(before)) or not word_set("only foretells").issuperset(told)


def is_of_another_thing(claim: Claim, row: Row) -> bool:
    """Whether a word by a figure says that it is of another thing than the row's, wider, smaller or only near it; or of other months."""
    if is_of_a_year_of_its_own(claim, row):
        return True
    own = stems(f"{row.entity} {row.event} {row.measure}".replace("-", " "))
    said = frozenset(found.group().lower() for found in cues("another thing").finditer(_OF_WHICH.split(clause(claim))[0]))
    located = _only_locates(claim.sentence, row.entity or row.place or "")
    return located or any(not stems(word) & own for word in said) or _breaks_record(claim, row)


def _breaks_record(claim: Claim, row: Row) -> bool:
    """Whether a sentence tells that the record a row holds was broken: "breaks heat record at 39.4C"."""
    return bool(stems(row.measure) & word_set("a record")) and _BROKEN.search(claim.sentence) is not None


@lru_cache(maxsize=1024)
def _is_of_its_kind(sentence: str, subject: str) -> bool:
    """Whether a sentence tells of another thing of the subject's kind: "the second dam", "the old bridge"."""
    if subject and subject in sentence:
        return False
    return any(re.search(rf"\b(?:{_ANOTHER_OF_KIND}) {re.escape(noun)}\b", sentence) for noun in subject.lower().split() if noun.isalpha())


@lru_cache(maxsize=1024)
def _only_locates(sentence: str, subject: str) -> bool:
    """Whether every mention of a subject only says where something else is."""
    wanted = subject_names(subject)
    mentions = [start for start, _, found in named_in(sentence) if shared(wanted, found)]
    return bool(mentions) and all(_ONLY_LOCATES.search(sentence, max(0, start - _BEFORE), start) for start in mentions)
