"""Does a later figure of an article take an earlier one up?

"The storm felled 2,721 trees ... Owners of the 2,271 felled trees": the article, a demonstrative or "all"
says that the reader knows the number already. Such a figure is meant to be the earlier one, however little else is said
of either, if what it counts was named there.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck import days
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.same_event import one_word
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.vocabulary import either, table

_DEFINITE = re.compile(
    r"(?:\b(?:the|these|those|that|this|all|its|their|his|her)|\b(?:the|this|that|its|his|her|their) ([\w-]+) of|^at)\s*$", re.IGNORECASE
)
_BREAK = re.compile(r"[,;:—()] |\b(?:when|since|after|before|while|because|although|but)\b", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(?:{either('of other ranks')})\b", re.IGNORECASE)
_WIDER = re.compile(rf"\b(?:{either('of the whole land')})\b", re.IGNORECASE)
_STATES = either("states not fallen into")
"""What "fall" and "drop" lead to without a movement: fall ill, drop dead."""
_MONTH = re.compile(rf"\b(?:{'|'.join(days.MONTHS)})\b")
_RESTRICTED = re.compile(
    r"(?: [a-z]+(?:ed|en|ld|wn|de|nt|ght))? (?:from|with|under|over|near|outside|aged|in(?= [JFMASOND])) (?:the |a |an )?([\w-]+)"
)
_SIGHT = 40
_WORDS_AFTER = 3
_UNMISTAKABLE = 3
_ARTICLE = re.compile(r"\b(?:the|a|an|its|this|that)\s*$", re.IGNORECASE)
_DONE = re.compile(r"[a-z]{2,}(?:ed|wn|nt|id)")
"""A participle right behind a sum: the $2.3 million announced, thrown, spent, paid."""
_MARKS = (".", ",", ";", ":")


def takes_up(earlier: Claim, later: Claim, thousandfold: bool = False) -> bool:
    """Whether a figure speaks of an earlier one as known, and counts or measures what that one did.

    `thousandfold` says that the two have the same digits, a thousand or a million times apart: no growth explains that.

    >>> from claimcheck.reading import extract
    >>> first, second = extract("It felled 2,721 trees.\\nOwners of the 2,271 felled trees will be paid.")
    >>> takes_up(first, second), takes_up(second, first)
    (True, False)
    """
    if later.span[0] <= earlier.span[0] or later.sentence_span == earlier.sentence_span:
        return False
    start = later.span[0] - later.sentence_span[0]
    definite = _DEFINITE.search(later.sentence[max(0, start - _SIGHT) : start])
    if definite is None or (not thousandfold and (moves(clause(earlier)) or moves(clause(later)) or _looks_back(earlier, later))):
        return False
    if modifies(earlier) and later.kind == "money" and not one_word(*(" ".join(_after(claim)[:1]) or "." for claim in (earlier, later))):
        return False
    if _rare_unit(later) and (later.unit == earlier.unit or (thousandfold and later.kind == earlier.kind)):
        return True
    if later.measure is not None and later.measure == earlier.measure and known(later.measure) is not None:
        return True
    words = stems(" ".join((definite[1] or "", later.noun or later.counted or "", *_after(later)))) - _general()
    if any(one_word(word, other) for word in words for other in stems(earlier.sentence)) or _are_kin(earlier, later):
        return True
    return thousandfold and later.kind == "money" and (_names_nothing_else(later) or _many_digits(later))


def _are_kin(earlier: Claim, later: Claim) -> bool:
    """Whether two counts have two nouns for one sort of things, not of people: boats, and the vessels."""
    one, other = (groups_of(claim.counted) for claim in (earlier, later))
    return bool(one & other) and later.counted not in _general() and later.kind == "count"


def modifies(claim: Claim) -> bool:
    """Whether a figure stands before a noun of its own: "the $2.5 billion fund"."""
    before = claim.sentence[: claim.span[0] - claim.sentence_span[0]]
    return bool(_ARTICLE.search(before)) and bool(stems(" ".join(_after(claim)[:1])))


def set_apart(earlier: Claim, later: Claim) -> bool:
    """Whether the sentences set two figures apart: the first and the second flight, sold in May and in June, the 12 refugees from Mali.

    >>> from claimcheck.reading import extract
    >>> set_apart(*extract("The first train carried 153 passengers. The second train carried 135 passengers."))
    True
    """
    orders = _orders(earlier.sentence), _orders(later.sentence)
    if all(orders) and orders[0] != orders[1]:
        return True
    if _WIDER.search(later.sentence) and not _WIDER.search(earlier.sentence):
        return True
    months = _months(earlier.sentence), _months(later.sentence)
    if all(months) and months[0] != months[1]:
        return True
    restricted = _RESTRICTED.match(later.sentence, later.span[1] - later.sentence_span[0])
    return restricted is not None and not any(one_word(restricted[1].lower(), other) for other in stems(earlier.sentence))


@lru_cache(maxsize=4096)
def _orders(sentence: str) -> frozenset[str]:
    return frozenset(map(str.lower, _ORDINAL.findall(sentence)))


@lru_cache(maxsize=4096)
def _months(sentence: str) -> frozenset[str]:
    return frozenset(_MONTH.findall(sentence))


def _many_digits(claim: Claim) -> bool:
    """Whether a sum has digits enough that none other of the article has them by accident."""
    return len(str(claim.value).replace(".", "").strip("0-")) >= _UNMISTAKABLE


def _names_nothing_else(claim: Claim) -> bool:
    """Whether "the 3.7 billion euros" stands alone or with what was done with it, so that only a sum named before can be meant."""
    after = _after(claim)
    return not after or after[0] in _MARKS or bool(_wordings("tells-no-more").fullmatch(after[0])) or bool(_DONE.fullmatch(after[0]))


@fact
def _after(claim: Claim) -> list[str]:
    """The words right behind a figure."""
    return re.findall(r"[^\W\d_]+|[.,;:]", claim.sentence[_end(claim) - claim.sentence_span[0] :])[:_WORDS_AFTER]


def _end(claim: Claim) -> int:
    """Where a figure with its unit ends; the noun of a count is among the words behind it."""
    return claim.span[1] if claim.kind != "count" else claim.number_span[1]


@fact
def clause(claim: Claim) -> str:
    """The clause of a sentence that holds the figure."""
    start, end = claim.span[0] - claim.sentence_span[0], claim.span[1] - claim.sentence_span[0]
    before = [match.end() for match in _BREAK.finditer(claim.sentence, 0, start)]
    after = _BREAK.search(claim.sentence, end)
    return claim.sentence[before[-1] if before else 0 : after.start() if after else len(claim.sentence)]


@lru_cache(maxsize=4096)
def moves(sentence: str) -> bool:
    """Whether a sentence speaks of growth, revision or an earlier state, so that two figures of one quantity are no surprise.

    >>> moves("The toll rose to 360."), moves("All 360 were freed.")
    (True, False)
    """
    return bool(_wordings("moved").search(sentence))


def _looks_back(earlier: Claim, later: Claim) -> bool:
    """Whether only the later figure is said to be of an earlier time: "the 3,246 sold the year before"."""
    return bool(_wordings("before").search(later.sentence)) and not _wordings("before").search(earlier.sentence)


def _listed(name: str) -> list[str]:
    """The wordings of a class of relation_words.csv."""
    return next(row["wordings"] for row in table("relation_words") if row["class"] == name).split("|")


@cache
def _wordings(name: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, _listed(name))) + rf")\b(?! (?:{_STATES})\b)", re.IGNORECASE)


def _rare_unit(claim: Claim) -> bool:
    """Whether what is measured needs no noun: barrels, hectares, tonnes; money, counts, shares and times come in every sentence."""
    return claim.kind in ("volume", "area", "mass", "energy", "power")


@lru_cache(maxsize=1)
def _general() -> frozenset[str]:
    """Stems that tell nothing: people, others, units and number words."""
    general = set(_listed("anybody"))
    units = {word for row in table("units") for word in row["wordings"].split("|")}
    return (
        frozenset(general) | stems(" ".join(units)) | {"million", "billion", "trillion", "thousand", "hundred", "total", "dollar", "euro"}
    )
