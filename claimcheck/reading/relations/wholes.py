"""Wholes and their parts: totals that a list adds up to, parts that may not be all, some among many."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations, takewhile

from claimcheck.reading import partitions
from claimcheck.reading.relations.links import SentenceLinks, largest
from claimcheck.reading.relations.members import fits, general, has_noun, is_specific, persons
from claimcheck.reading.relations.patterns import Match
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_AUXILIARIES = frozenset(("was", "were", "is", "are", "had", "have", "has", "been", "died", "drowned", "perished"))
_TELLS = frozenset(("were", "are", "was", "is", "had", "have", "has"))
_TENTH = 10
_FEWEST, _SEVERAL = 2, 4
"""Parts that a sum has at least, and how many of a total a group of them holds at least."""
_PREPOSITIONS = frozenset("in at from on to for inside outside near aboard away abroad under against with about over during after".split())
_ARTICLES = ("the", "a", "an")
_CALENDAR = word_set("calendar")
_UNCOUNTED, _JOINS, _ENDS = word_set("items that nobody counted"), frozenset(("and", ",", "plus")), frozenset((".", ";", "—", "–"))
_NEXT = 4
"""Tokens from an item without a number in which a figure still counts it: "the rest, about 40"."""
_PARTICIPLES = ("ed", "en", "wn", "ght")


def summed(sentence: SentenceLinks, match: Match) -> None:
    """A total and the parts that the words say make it up; "the two sides" before a list of parts is none of them."""
    total = match.one("total")
    parts = match.every("parts") or match.every("divided") or match.every("part")
    if len(parts) > _FEWEST and _is_definite(sentence, parts[0]):
        parts = parts[1:]
    if total is None or len(parts) < 2 or total in parts or sentence.has(total, "total_of"):
        return
    if all(fits(sentence, part, total) for part in parts) and not _has_uncounted(sentence, parts):
        for part in parts:
            sentence.link(total, "total_of", part)


def _has_uncounted(sentence: SentenceLinks, parts: Sequence[int]) -> bool:
    """Whether the list of parts has an item without a number: "310 from Norland, 200 from Sarno and some from Alta"."""
    words, figures = sentence.tokens.words, sentence.figures
    starts = {figures[part].first for part in parts}
    for at in range(figures[parts[0]].last, len(words) - 1):
        if words[at] in _ENDS:
            return False
        item = at + 2 if words[at + 1] in _ARTICLES else at + 1
        if words[at] in _JOINS and words[item : item + 1] and words[item] in _UNCOUNTED and starts.isdisjoint(range(at, item + _NEXT)):
            return True
    return False


def consisting(sentence: SentenceLinks, match: Match) -> None:
    """ "140 homes, comprising 84 flats and 66 houses": what a total consists of.

    Groups of it are no parts ("240 districts, divided into 12 regions and 3 territories"), nor is a bare number of which a new clause
    tells ("split into 12 groups, and 32 went through").
    """
    total, parts = match.one("total"), match.every("parts")
    if total is not None and _is_list(sentence, parts) and not _are_groups(sentence, total, parts):
        summed(sentence, match)


def apposition(sentence: SentenceLinks, match: Match) -> None:
    """ "Nine guests, five men and four women": parts named by nouns of their own, all of them groups of the whole."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of"):
        return
    figures = sentence.figures
    if not _ends_list(sentence, parts[-1]):
        return
    groups = [_group(sentence, part) for part in parts]
    named = all(group in persons() - general() for group in groups)
    divided = all(partitions.disjoint(a, b) for a, b in combinations(groups, 2))
    if figures[total].counted not in persons() and all(partitions.opposed(a, b) for a, b in combinations(groups, 2)):
        for part in parts:
            sentence.link(part, "some_of", total)
            sentence.link(total, "split_into", part)
        return
    if any(figures[part].change for part in parts) or partitions.disjoint(figures[total].counted or "", groups[0]):
        return
    if not named or figures[total].counted not in persons():
        if all(has_noun(figures[index]) for index in (total, *parts)) and _nearly_make(sentence, total, parts):
            _split(sentence, total, parts)
        return
    if divided:
        summed(sentence, match)
    elif not any(partitions.divides(group, "people") for group in groups):
        _split(sentence, total, parts)


def listed(sentence: SentenceLinks, match: Match) -> None:
    """ "180 aircraft: 154 jets and 26 turboprops": what follows a colon is all there is, if it can be."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or not has_noun(sentence.figures[total]):
        return
    smaller = all(largest(sentence.figures[part]) < largest(sentence.figures[total]) for part in parts)
    if not smaller or not _ends_list(sentence, parts[-1]):
        return
    if all(has_noun(sentence.figures[part]) for part in parts):
        summed(sentence, match)
    elif all(_is_placed(sentence, part) for part in parts):
        _split(sentence, total, parts)


def cast(sentence: SentenceLinks, match: Match) -> None:
    """ "by 93 votes to 52, with all 145 members voting": votes for and against make the members."""
    total, parts = match.one("total"), match.every("part")
    if (
        total is not None
        and all(sentence.figures[index].kind == "count" for index in (total, *parts))
        and not sentence.has(total, "total_of")
    ):
        for part in parts:
            sentence.link(total, "total_of", part)


def composed(sentence: SentenceLinks, match: Match) -> None:
    """ "The 40-member choir has 22 women and 18 men": groups that leave nobody out make up what has them."""
    total, parts = match.one("total"), match.every("parts")
    figures = sentence.figures
    if total is None or sentence.has(total, "total_of") or figures[total].kind != "count" or not _ends_list(sentence, parts[-1]):
        return
    groups = [_group(sentence, part) for part in parts]
    if partitions.complete(groups) or sorted(groups) == ["man", "woman"]:
        for part in parts:
            sentence.link(total, "total_of", part)


def placed(sentence: SentenceLinks, match: Match) -> None:
    """ "30 goals, 18 at home and 12 away": parts without a noun are told by where they are, and may not be all."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of") or not has_noun(sentence.figures[total]) or not _ends_list(sentence, parts[-1]):
        return
    if all(largest(sentence.figures[part]) > largest(sentence.figures[total]) for part in parts) or opens_list(sentence, total, parts):
        return
    if all(not has_noun(sentence.figures[part]) and _is_placed(sentence, part) for part in parts):
        _split(sentence, total, parts)


def fates(sentence: SentenceLinks, match: Match) -> None:
    """ "fired 120 missiles; 45 were intercepted and 75 hit": what became of the whole, if nothing else is said of it."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of") or _is_told(sentence, total, parts[0]) or not _ends_list(sentence, parts[-1]):
        return
    figures = sentence.figures
    if all(not has_noun(figures[part]) and largest(figures[part]) < largest(figures[total]) for part in parts):
        _inside(sentence, total, parts, "some_of")


def running(sentence: SentenceLinks, match: Match) -> None:
    """ "bringing the toll to 47": a total that holds these parts and what came before."""
    total = match.one("total")
    if total is not None and not sentence.has(total, "total_of"):
        _inside(sentence, total, match.every("parts"), "part_of")


def within(sentence: SentenceLinks, match: Match) -> None:
    """ "60 people, including 8 children" (a part_of); "12 of the 25", "among the 40 pupils, 9 were" (some_of)."""
    whole = match.one("whole")
    if whole is None or sentence.has(whole, "total_of") or _is_told_of(sentence, whole):
        return
    if (part := match.one("part")) is not None and sentence.tokens.words[max(0, sentence.figures[part].first - 1)] == "all":
        return
    whole = _held_in(sentence, whole, match.one("part"))
    first, *further = match.every("part") or match.every("portion") or match.every("inside") or match.every("parts")
    named = [part for part in further if is_specific(sentence.figures[part]) or match.every("part") or match.every("parts")]
    _inside(sentence, whole, (first, *named), "part_of" if match.relation == "part" else "some_of")


def _is_told_of(sentence: SentenceLinks, whole: int) -> bool:
    """Whether a figure behind "of these" is itself a part, of which the verb behind it tells: "Of these 190 were cars, 96 were vans"."""
    words, figure = sentence.tokens.words, sentence.figures[whole]
    if figure.first == 0 or words[figure.first - 1] not in ("these", "those", "them") or figure.last >= len(words):
        return False
    return words[figure.last] in _TELLS and all(other.first != figure.last + 1 for other in sentence.figures)


def _held_in(sentence: SentenceLinks, whole: int, part: int | None) -> int:
    """The whole, or where it is too small the nearest figure before it that is not: "29 seats go to three lists, 17 of them"."""
    figures = sentence.figures
    if part is None or part < whole or largest(figures[part]) <= largest(figures[whole]):
        return whole
    larger = (index for index in range(whole - 1, -1, -1) if figures[index].change is None and fits(sentence, part, index))
    return next((index for index in larger if largest(figures[index]) >= largest(figures[part])), whole)


def _nearly_make(sentence: SentenceLinks, total: int, parts: Sequence[int]) -> bool:
    """Whether figures of other nouns are so nearly a number before them, or its digits in another order, that they must be its parts."""
    made, stated = sum((largest(sentence.figures[part]) for part in parts), Decimal(0)), largest(sentence.figures[total])
    return abs(made - stated) * _TENTH <= stated or sorted(str(made)) == sorted(str(stated))


def _is_list(sentence: SentenceLinks, parts: Sequence[int]) -> bool:
    """Whether each figure has a noun of its own where the first one has, or a place."""
    first, *further = parts
    return not has_noun(sentence.figures[first]) or all(has_noun(sentence.figures[part]) or _is_placed(sentence, part) for part in further)


def _are_groups(sentence: SentenceLinks, total: int, parts: Sequence[int]) -> bool:
    """Whether things of other nouns are so few that each holds several of the total, or so many that each of it holds several."""
    figures = sentence.figures
    named = figures[total].kind == "count" and all(figures[part].counted not in (None, figures[total].counted) for part in parts)
    made, whole = sum(largest(figures[part]) for part in parts), largest(figures[total])
    return named and not whole < made * _SEVERAL < whole * _SEVERAL * _SEVERAL


def _split(sentence: SentenceLinks, total: int, parts: Sequence[int]) -> None:
    _inside(sentence, total, parts, "some_of")
    for part in parts:
        sentence.link(total, "split_into", part)


def _inside(sentence: SentenceLinks, whole: int, parts: Sequence[int], role: str) -> None:
    for part in parts:
        if (
            part != whole
            and fits(sentence, part, whole)
            and not sentence.has(part, "part_of", "some_of")
            and not sentence.has(whole, "part_of")
        ):
            sentence.link(part, role, whole)


def _group(sentence: SentenceLinks, index: int) -> str:
    """What a figure counts by a word of its own: its noun, or a noun left in the singular ("three man"); "" where it has none."""
    figure = sentence.figures[index]
    if has_noun(figure):
        return figure.counted or ""
    return next(iter(sentence.tokens.words[figure.last : figure.last + 1]), "")


def _ends_list(sentence: SentenceLinks, index: int) -> bool:
    """Whether neither "and" nor "among them" goes on from a figure before the next mark."""
    behind = takewhile(lambda word: word[0].isalnum(), sentence.tokens.words[sentence.figures[index].last :])
    return {"and", "among"}.isdisjoint(behind)


def _is_placed(sentence: SentenceLinks, index: int) -> bool:
    """Whether a preposition or "away" stands right behind a figure, or behind a participle there ("151 killed in action"); or a word that
    has an opposite ("161 full-time")."""
    behind = sentence.tokens.words[sentence.figures[index].last : sentence.figures[index].last + 2]
    if behind[:1] != () and partitions.has_opposite(behind[0]):
        return True
    return behind[:1] != () and (behind[0] in _PREPOSITIONS or (behind[0].endswith(_PARTICIPLES) and behind[-1] in _PREPOSITIONS))


def opens_list(sentence: SentenceLinks, total: int, parts: Sequence[int]) -> bool:
    """Whether the first figure is placed as one behind it is, and so no whole: "nine in Graz, six in Linz", "four in May, six in June"."""
    tokens, first = sentence.tokens, sentence.figures[total].first
    if "total" in tokens.words[max(0, first - 3) : first]:
        return False
    own = _sorts_of_place(tokens, sentence.figures[total].last, sentence.figures[parts[0]].first)
    return any(own & _sorts_of_place(tokens, end, end + 2) for end in (sentence.figures[part].last for part in parts))


def _sorts_of_place(tokens: Tokens, start: int, end: int) -> frozenset[tuple[str, bool, bool]]:
    """The prepositions of a stretch with the sort of what they govern: a name or not, a month or weekday or not."""
    found = set()
    for at in range(start, min(end, len(tokens) - 1)):
        if tokens.words[at] in _PREPOSITIONS:
            noun = at + 2 if tokens.words[at + 1] in _ARTICLES and at + 2 < len(tokens) else at + 1
            found.add((tokens.words[at], tokens.capital(noun), tokens.words[noun] in _CALENDAR))
    return frozenset(found)


def _is_definite(sentence: SentenceLinks, index: int) -> bool:
    """Whether a figure is spoken of as known: "the two sides"."""
    first = sentence.figures[index].first
    return sentence.tokens.words[max(0, first - 1) : first] in (("the",), ("both",), ("these",), ("all",), ("its",), ("their",))


def _is_told(sentence: SentenceLinks, index: int, other: int) -> bool:
    """Whether a verb between two figures already says what became of the first: "nine were killed; ..."."""
    return not _AUXILIARIES.isdisjoint(sentence.words_between(index, other))
