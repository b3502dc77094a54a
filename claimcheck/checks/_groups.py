"""How the parts of a whole are described: can anybody belong to two of them, do they leave anybody out?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from claimcheck.case import Case
from claimcheck.model import Claim
from claimcheck.reading import partitions, units
from claimcheck.vocabulary import either, table, word_set

_PLACE = re.compile(r"\b(in|at|from|on|aboard|inside|near|to(?= (?:the |[A-Z]))|by) (.+)")
_PURPOSE = re.compile(r"\b(in|from|to|by|for) (.+)", re.IGNORECASE)
_NAMED = re.compile(r"(?:the )?(?:[a-z]+ )??(?:[A-Z]|(?:" + either("settled places") + r")\b)")
_NOBODY_ABSTAINED = re.compile(r"\b(?:no|none|nobody|without|not one)\b[^,;]{0,40}\b(?:absten|abstain|undecided)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[,;:.()]|\d|\band\b")
_OF_WHOLE = re.compile(r" of (?:the|those|these|its|their|all|some) (?:[a-z]+ )?[\d,]+")
_SPAN_OF_TIME = re.compile(rf"\b(?:{either('stretches of a year or a game')}|\d{{4}})\b", re.IGNORECASE)
_TWICE = re.compile(rf"\b(?:{either('says that parts overlap')})\b", re.IGNORECASE)
_ARE = re.compile(r" (?:(?:were|are|was|is) )?(?:an? )?([a-z]+s)\b(?=,| and|[.;]|\Z)")
_SIGHT, _WORDS, _THREE = 80, 8, 3


def apart(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether nobody can belong to two of the parts: men and women, those in the north and those in the south, for and against.

    Where a part is the opposite of the whole (nine dead, five rescued), they are no parts of it, and where the sentence goes on to say that
    some are shared or were counted twice, they are not apart.
    """
    described = [_behind(case, part) for part in group]
    sorts = _sorts(group, described)
    if _TWICE.search(case.document.text[max(part.span[1] for part in group) : whole.sentence_span[1]]):
        return False
    if whole.span < group[0].span and any(_opposed(_behind(case, whole), words) for words in described):
        return False
    if all(partitions.disjoint(a, b) for a, b in combinations(sorts, 2)):
        return True
    if all(_opposed(one, other) for one, other in combinations(described, 2)):
        return True
    return _placed_apart(case, whole, group, described)


def hardly_more(case: Case, group: Sequence[Claim]) -> bool:
    """Whether two parts leave few out: those in the north and those in the south."""
    described = [_behind(case, part) for part in group]
    return len(group) == 2 and _opposed(described[0], described[1], ("none", "few"))


def complete(case: Case, group: Sequence[Claim]) -> bool:
    """Whether the parts leave nobody out: together they are all there is of their kind, or one is the other's contrary.

    Votes for and against leave out who abstained, unless the sentence says that nobody did.
    """
    described = [_behind(case, part) for part in group]
    if partitions.complete(_sorts(group, described)):
        return True
    if len(group) != 2 or not _opposed(described[0], described[1], ("none",)):
        return False
    return not any("against" in words for words in described) or bool(_NOBODY_ABSTAINED.search(group[0].sentence))


def sorted_out(case: Case, group: Sequence[Claim]) -> bool:
    """Whether three parts or more each have a noun of their own, and no two of two divisions: "287 were cars, 96 vans, 49 lorries"."""
    text = case.document.text
    nouns = [part.counted if part.span[1] > part.number_span[1] and part.counted else _is_noun(text, part) for part in group]
    if len(group) < _THREE or None in nouns or len(set(nouns)) < len(nouns):
        return False
    named = [noun for noun in nouns if noun and partitions.known(noun)]
    return not named or (len(named) == len(nouns) and all(partitions.disjoint(a, b) for a, b in combinations(named, 2)))


def _is_noun(text: str, part: Claim) -> str | None:
    """What the things of a part are said to be: "287 were cars"; the verb may be left out of all but the first."""
    found = _ARE.match(text, part.number_span[1])
    return units.singular(found[1]) if found else None


def _sorts(group: Sequence[Claim], described: Sequence[Sequence[str]]) -> list[str]:
    """What each part counts, in a word that divides: its own noun, else the first such word behind it."""
    nouns = [part.counted or "" if part.span[1] > part.number_span[1] else "" for part in group]
    return [next(filter(partitions.known, (noun, *words)), "") for noun, words in zip(nouns, described, strict=True)]


def _placed_apart(case: Case, whole: Claim, group: Sequence[Claim], described: Sequence[Sequence[str]]) -> bool:
    """Whether the parts of one thing are told apart by where they are, with one preposition and different places of one sort."""
    if len({part.counted for part in group} - {None}) > 1 or may_overlap(case, whole, group):
        return False
    sought = _PURPOSE if group[0].kind == "money" else _PLACE
    places = [match for match in (sought.search(_text_behind(case, part)) for part in group) if match is not None]
    prepositions, named = {match[1].lower() for match in places}, {bool(_NAMED.match(match[2])) for match in places}
    if len(places) < len(group) or len(prepositions) > 1 or len(named) > 1 or len({match[2].lower() for match in places}) < len(group):
        return False
    return not any(map(_SPAN_OF_TIME.search, (match[2] for match in places)))


def may_overlap(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether a part may lie in another one, as hospital and intensive care do, or be at several places: firms are, and those who sell."""
    if not word_set("at home in several places").isdisjoint({claim.counted or "" for claim in (whole, *group)}):
        return True
    described = [_behind(case, part) for part in group]
    done, nested = word_set("done in several places"), _nested()
    return any(not done.isdisjoint(words[:1]) or not nested.isdisjoint(words) for words in described)


def _behind(case: Case, part: Claim) -> list[str]:
    """The words that describe a part: those behind it, up to the next figure or mark; plural nouns in the singular as well."""
    return [form for word in words_up_to_mark(_text_behind(case, part)) for form in forms(word)]


def words_up_to_mark(text: str) -> list[str]:
    """The first words of a text, in small letters, up to the next figure, mark or "and"."""
    return _WORD.findall(_END.split(text, maxsplit=1)[0].lower())[:_WORDS]


def forms(word: str) -> tuple[str, ...]:
    """A word, and its singular where it differs."""
    return tuple(dict.fromkeys((word, units.singular(word))))


def _text_behind(case: Case, part: Claim) -> str:
    text = case.document.text[part.number_span[1] : part.number_span[1] + _SIGHT]
    whole = _OF_WHOLE.match(text)
    return _END.split(text[whole.end() :] if whole else text, maxsplit=1)[0]


def _opposed(one: Sequence[str], other: Sequence[str], neither: tuple[str, ...] = ("none", "few", "")) -> bool:
    """Whether two descriptions hold a word and its opposite; `neither` says how many may be neither the one nor the other."""
    return any(partitions.opposed(x, y, neither) for x in one for y in other)


@cache
def _nested() -> frozenset[str]:
    """Words for places and states of which one may lie in another: hospital and intensive care."""
    return frozenset(next(row["wordings"] for row in table("relation_words") if row["class"] == "nested").split("|"))
