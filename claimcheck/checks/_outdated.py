"""Old figures that an article quotes as if they still stood: the ledger holds a newer one, or that this one was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.case import Case, Past
from claimcheck.comparing import compare
from claimcheck.comparing.figures import lower
from claimcheck.comparing.labels import is_old
from claimcheck.comparing.pairs import is_held, is_later, is_level_again, recency
from claimcheck.comparing.relation import replaced
from claimcheck.comparing.time import course, of_another_day
from claimcheck.comparing.whom import same_voice
from claimcheck.model import Claim

if TYPE_CHECKING:
    from claimcheck.ledger import Correction


def is_outdated(case: Case, claim: Claim) -> bool:
    """Whether the ledger holds a newer figure than the one that is quoted, or that this one was wrong."""
    return stale(case, claim) is not None or corrected(case, claim) is not None


def stale(case: Case, claim: Claim) -> tuple[Past, Claim] | None:
    """The newer figure that the ledger holds of a quantity, and the older one that this claim repeats as if it still stood.

    None where the text gives an earlier day, calls the figure an earlier one, or gives the newer figure too; and for what moves both
    ways, where it is told as news or has only gone down since.
    """
    related = [pair for pair in case.earlier(claim) if not is_later(pair[0], claim)]
    old = next((past for past, relation in related if relation.label == "same_value"), None)
    if old is None or of_another_day(claim) or is_old(claim) or not (course(old, claim) == "grows" or is_level_again(old, claim)):
        return None
    for past in (*(past for past, relation in related if relation.label in ("update", "conflict")), *_since(case, old, claim)):
        newer = is_later(past, old) and compare(old, past).label == "update" and (course(old, claim) == "grows" or lower(past, old))
        own = claim.attribution is None or same_voice(past, claim)
        if newer and own and not _is_told(case, past.value, past.unit):
            return Past(past, replaced(past, claim), "outdated"), old
    return None


def corrected(case: Case, claim: Claim) -> tuple[Claim, Correction] | None:
    """An earlier claim with this very figure, and the latest record, of a day before this article, that it should have been another.

    None where the text calls the figure an earlier one, or gives the right one too.
    """
    if is_old(claim):
        return None
    for past in (past for past, relation in case.earlier(claim) if relation.label == "same_value"):
        correction = case.correction(past, claim)
        if correction is not None and not _is_told(case, correction.value, past.unit):
            return past, correction
    return None


def _since(case: Case, old: Claim, claim: Claim) -> Iterator[Claim]:
    """The later claims of the ledger, up to the claim's day, that took the place of an earlier one, the latest first."""
    others = [] if case.ledger is None else [past for past in case.ledger.candidates(old) if past.document != claim.document]
    later = [past for past in others if is_later(past, old) and not is_later(past, claim)]
    pairs = sorted([(past, compare(old, past)) for past in later], key=recency, reverse=True)
    yield from (past for past, relation in pairs if is_held(old, past, relation))


def _is_told(case: Case, value: str | tuple[str, str], unit: str | None) -> bool:
    """Whether the article gives a figure itself."""
    return any(other.value == value and other.unit == unit for other in case.claims)
