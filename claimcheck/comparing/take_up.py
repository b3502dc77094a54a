"""Does a later figure of an article take an earlier one up?

"The storm felled 2,721 trees ... Owners of the 2,271 felled trees": the article, a demonstrative or "all"
says that the reader knows the number already. Such a figure is meant to be the earlier one, however little else is said
of either, if what it counts was named there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.names import shared, stems
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.vocabulary import table

_DEFINITE = re.compile(r"(?:\b(?:the|these|those|that|this|all|its|their|his|her)|\b(?:the|this|that) ([\w-]+) of)\s*$", re.IGNORECASE)
_SIGHT = 40
_WORDS_AFTER = 3


def takes_up(earlier: Claim, later: Claim) -> bool:
    """Whether a figure speaks of an earlier one as known, and counts or measures what that one did.

    >>> from claimcheck.reading import extract
    >>> first, second = extract("It felled 2,721 trees.\\nOwners of the 2,271 felled trees will be paid.")
    >>> takes_up(first, second), takes_up(second, first)
    (True, False)
    """
    if later.span[0] <= earlier.span[0] or later.sentence_span == earlier.sentence_span:
        return False
    start = later.span[0] - later.sentence_span[0]
    definite = _DEFINITE.search(later.sentence[max(0, start - _SIGHT) : start])
    if definite is None or moves(earlier.sentence) or moves(later.sentence):
        return False
    if _rare_unit(later) and later.unit == earlier.unit:
        return True
    words = stems(" ".join((definite[1] or "", later.noun or later.counted or "", *_after(later)))) - _general()
    if later.measure is not None and later.measure == earlier.measure and known(later.measure) is not None:
        return True
    return bool(shared(words, stems(earlier.sentence)))


def _after(claim: Claim) -> list[str]:
    """The words right behind a figure."""
    return re.findall(r"[^\W\d_]+|[.,;:]", claim.sentence[claim.number_span[1] - claim.sentence_span[0] :])[:_WORDS_AFTER]


@lru_cache(maxsize=4096)
def moves(sentence: str) -> bool:
    """Whether a sentence speaks of growth, revision or an earlier state, so that two figures of one quantity are no surprise.

    >>> moves("The toll rose to 360."), moves("All 360 were freed.")
    (True, False)
    """
    return bool(_moved().search(sentence))


@lru_cache(maxsize=1)
def _moved() -> re.Pattern[str]:
    wordings = next(row["wordings"] for row in table("relation_words") if row["class"] == "moved").split("|")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, wordings)) + r")\b", re.IGNORECASE)


def _rare_unit(claim: Claim) -> bool:
    """Whether what is measured needs no noun: barrels, hectares, tonnes; money, counts, shares and times come in every sentence."""
    return claim.kind in ("volume", "area", "mass", "energy", "power")


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    """Stems that tell nothing: people, others, units and number words."""
    general = {row["noun"] for row in table("people") if not row["group"]}
    units = {word for row in table("units") for word in row["wordings"].split("|")}
    return (
        frozenset(general) | stems(" ".join(units)) | {"million", "billion", "trillion", "thousand", "hundred", "total", "dollar", "euro"}
    )
