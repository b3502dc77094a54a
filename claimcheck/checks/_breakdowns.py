"""Breakdowns that no words join to their whole: the figures that follow a number and can be all there is of it.

"Shelling killed 14 people. Six died in Kharsk, three in Belovo and two in Arnis." A list may be of some only; so what follows is taken
for all of the whole where the words close it ("the other five", "the rest", a colon), or where it ends as a list does, its items are
plainly apart, and the sum misses the whole as a slip of the pen does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._groups import apart
from claimcheck.checks._levels_alike import PLAIN
from claimcheck.checks._sums import agree, are_swapped, make
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.reading.relations.members import ADDABLE, persons
from claimcheck.vocabulary import table, word_set


def one_of(role: str) -> str:
    """A pattern for the wordings of a role in breakdown_words.csv."""
    return "|".join(row["wording"] for row in table("breakdown_words") if row["role"] == role)


_REST = re.compile(rf"\b(?:{one_of('rest')})\b", re.IGNORECASE)
TO_WHOM = re.compile(r"\b(?:went|goes|go|fell|was|were|is|are)\b[^,;]* (?:to|among|between|by|with) (?:the |some |about )?\Z")
"""Those who get the rest are not the rest: "the rest went to four others"."""
_SOME = re.compile(
    rf"\b(?:{one_of('some')}|other \w+ (?:were|are)|both(?! sides)|main(?! (?:island|land|town))[- ]\w+|"
    r"(?:third|second|biggest|largest|highest)[- ]\w+)\b",
    re.IGNORECASE,
)
_DIVIDED = re.compile(rf"\b(?:{one_of('divides')})\b[^.;\d]{{0,40}}\binto $")
_SAMPLES = re.compile(rf"\b(?:{one_of('samples')})\b", re.IGNORECASE)
"""Words that make the figures behind them examples; they may be of all there is, but of no more."""
ANOTHER_TIME = re.compile(rf"\b(?:{one_of('another time')})\b", re.IGNORECASE)
_UNTOLD = re.compile(rf"\b(?:{one_of('untold')})\b", re.IGNORECASE)
_LAST = re.compile(rf"\b(?:{one_of('last')})\b|;", re.IGNORECASE)
OF_THESE = re.compile(r"\W*(?:Of|From|Out of) (?:these|those|this|that|them|it|which)\b(?! [\d£$€])")
"""How a sentence opens that tells the first part of a whole before it."""
_STOOD = re.compile(r"\W*(?:It|(?:The|This) (?:toll|number|total|count|figure|tally)) had (?:stood|been) ")
"""Levels of earlier days are no parts: "The toll rose to 90. It had stood at 61 on Monday and 74 on Tuesday"."""
_SOME_OF = re.compile(r"[^.;]{0,9} of (?:them|the|whom|these|those)\b")
_COLON = re.compile(r"[^,.;:]{0,30}(?:, [^,.;:]{0,30} said)?:")
PLACED = re.compile(rf"\b({one_of('place')}) ", re.IGNORECASE)
"""A figure's preposition."""
_SUBJECT = re.compile(rf"\b(?:{one_of('takes')})s? $")
_GOES_ON = re.compile(
    r"[,;] (?:and )?(?:(?:the|its|their|his|her) [a-z]+(?: [a-z]+)?|(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?|[a-z]{3,}s) "
)
"""Another subject right before the next figure, whose verb is the first one's: "the state pays 50 million, the region 25 million"."""
_OF_A_WHOLE = re.compile(r"(?:Of|Among|Out of) (?:all )?(?:the|these|those|its|their|them|whom)\b[^,.;:\d]{0,60}, (?:[a-z]+ )?")
"""A whole without its figure, of which the first one is a part already: "Of the closures, 60 are in the north, 30 in the south"."""
_IN = re.compile(rf"\b(?:{one_of('setting')}) (?:the |all |some |about )?$", re.IGNORECASE)
_ELSEWHERE = re.compile(r" ?(?:[a-z]+ )?(?:in |across |at |from |of )?(?:the rest|elsewhere|other [a-z]+)\b")
_IN_A_PLACE = re.compile(r"\b[Ii]n (?:the )?[A-Z][\w'-]+")
_TOGETHER = re.compile(rf"\b(?:{one_of('together')})\b")
_VERB = re.compile(r" (?:were|was|are|is|had|have|has|died|will)\b")
FEWEST, _MOST, _SENTENCES = 2, 6, 3
"""Parts of a breakdown."""
_CROWD = 60
"""Figures of a sentence that are looked at, which keeps the work linear in a text without full stops."""
_TWICE = 2
"""Parts that make more than half of a whole and less than twice as much can be all of it."""
_QUARTER = 4
"""Parts that run over sentences miss it by no more than a quarter of it."""
SIGHT = 30
"""Characters beside a figure in which its preposition stands."""
MANY = 10
"""Smaller wholes differ by one digit from any sum."""


@frozen
class Breakdown:
    """A whole, the figures that may be all its parts, and whether the words say that they are."""

    whole: Claim
    parts: tuple[Claim, ...]
    closed: bool


def in_sight(case: Case) -> Iterator[Breakdown]:
    """The breakdowns of each sentence by the figures behind its first one, else by those of the next sentence."""
    counted = Layout(tuple(claim for claim in case.claims if claim.kind in ADDABLE and not says_where(case, claim)))
    before: Sequence[Claim] = ()
    ordered = [figures[:_CROWD] for figures in counted.sentences.values()]
    for index, figures in enumerate(ordered):
        wholes = [claim for claim in before if _is_whole(claim)]
        filled = [
            (whole, parts)
            for whole in wholes
            for parts in _following(case, whole, ordered[index : index + _SENTENCES])
            if _can_fill(whole, parts)
        ]
        if filled and len({middle(whole) for whole, _ in filled}) == 1:
            if not any(agree(whole, parts) for whole, parts in filled):
                yield from _shortest_closed([found for pair in filled for found in _breakdown(case, *pair)])
        elif not any(middle(claim) > middle(figures[0]) and _is_part(figures[0], claim) for claim in before):
            whole = next(filter(_is_whole, figures), None)
            parts = figures[figures.index(whole) + 1 :] if whole is not None else []
            if whole is not None and _can_fill(whole, parts) and not _is_item(case, whole, parts):
                yield from _breakdown(case, whole, parts)
        before = figures


def _following(case: Case, whole: Claim, sentences: Sequence[Sequence[Claim]]) -> Iterator[list[Claim]]:
    """The figures of the sentence behind a whole, and with them those of the next ones, as long as nothing but parts is told there.

    Two parts stand in the whole's own paragraph, or are those of the two places it names.
    """
    text, parts, end = case.document.text, list[Claim](), whole.sentence_span[1]
    for figures in sentences:
        between = text[end : figures[0].sentence_span[0]]
        if between.strip() or (parts and ("\n" in between or not all(_goes_on_with(claim, whole) for claim in figures))):
            return
        parts, end = [*parts, *figures], figures[0].sentence_span[1]
        own = "\n" not in text[whole.sentence_span[1] : parts[0].sentence_span[0]]
        if own or len(parts) > FEWEST or _one_each(case, whole, parts):
            yield parts


def _one_each(case: Case, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether there is a part for each of so many places: "2,110 fled from two districts. In Alta 1,160 had to leave, in Baja 950"."""
    where = [claim for claim in case.beside(whole) if claim.kind == "count" and says_where(case, claim)]
    alone = len(where) == 1 and middle(where[0]) == len(parts) and where[0].counted in word_set("places of a breakdown")
    starts = (parts[0].sentence_span[0], *(part.span[1] for part in parts[:-1]))
    text = case.document.text
    return alone and all(_IN_A_PLACE.search(text, start, part.span[0]) for start, part in zip(starts, parts, strict=True))


def _goes_on_with(claim: Claim, whole: Claim) -> bool:
    """Whether a figure of a later sentence can still be a part: no other statistic is told of."""
    return _is_part(claim, whole) and (claim.kind != "count" or claim.measure in (None, whole.measure))


def _shortest_closed(found: Sequence[Breakdown]) -> Sequence[Breakdown]:
    """The breakdowns up to the first one of which the words say that it is all there is."""
    closed = next((index for index, breakdown in enumerate(found) if breakdown.closed), None)
    return found if closed is None else found[closed : closed + 1]


def says_where(case: Case, claim: Claim) -> bool:
    """Whether a small count only says where or in how many steps: "in two raids", "across nine counties"."""
    small = claim.kind == "count" and claim.counted not in {None, *persons()} and middle(claim) < MANY
    return small and bool(_IN.search(case.document.text[max(0, claim.span[0] - SIGHT) : claim.span[0]]))


def _breakdown(case: Case, whole: Claim, parts: Sequence[Claim]) -> Iterator[Breakdown]:
    if not FEWEST <= len(parts) <= _MOST:
        return
    text, end = case.document.text, parts[-1].sentence_span[1]
    last = text[parts[-2].span[1] : parts[-1].span[0]]
    behind = text[whole.span[1] : end]
    elsewhere = _ELSEWHERE.match(text, parts[-1].number_span[1])
    start = elsewhere.end() if elsewhere else parts[-1].span[1]
    others = bool(_REST.search(last + parts[-1].surface)) and not TO_WHOM.search(last)
    rest = others or elsewhere is not None or bool(_TOGETHER.search(behind))
    later = parts[0].span[0] if parts[0].sentence_span == whole.sentence_span else parts[0].sentence_span[0]
    if parts[0].sentence_span != whole.sentence_span and _STOOD.match(parts[0].sentence):
        return
    if any(middle(part) > middle(whole) and _TOGETHER.match(text, part.span[1] + 1) for part in parts):
        return
    if any(claim.kind == "ratio" for claim in case.layout.between(whole.sentence_span[0], end)):
        return
    samples = _SAMPLES.search(behind) and make(parts) <= middle(whole)
    two_of_them = len(parts) == FEWEST and make(parts) < middle(whole) and _SOME_OF.match(text, parts[0].span[1])
    some = samples or two_of_them or _SOME.search(behind) or ANOTHER_TIME.search(text, later, end)
    if (some and not rest) or _SOME_OF.match(text, parts[-1].span[1]) or _UNTOLD.search(text, start, end):
        return
    divided = _DIVIDED.search(text, parts[0].sentence_span[0], parts[0].span[0]) is not None
    closed = (
        rest
        or divided
        or _one_each(case, whole, parts)
        or (bool(_COLON.match(behind)) and (len(parts) > FEWEST or apart(case, whole, parts)))
    )
    if closed or (_LAST.search(last) and all(middle(part) < middle(whole) for part in parts)):
        yield Breakdown(whole, tuple(parts), closed)


def _is_whole(claim: Claim) -> bool:
    plain = not isinstance(claim.value, tuple) and claim.qualifier in PLAIN and not OF_THESE.match(claim.sentence)
    return plain and middle(claim) > 1


def _can_fill(whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether figures can be the parts of a whole, and make about as much."""
    near = middle(whole) < _TWICE * make(parts) < _TWICE * _TWICE * middle(whole)
    if parts and parts[0].sentence_span != parts[-1].sentence_span:
        near = abs(make(parts) - middle(whole)) * _QUARTER < middle(whole)
    return (near or (len(parts) >= FEWEST and are_swapped(whole, parts))) and all(_is_part(part, whole) for part in parts)


def _is_part(part: Claim, whole: Claim) -> bool:
    """Whether a figure can be one of the whole's parts: of its unit and noun, no change, no level before or after."""
    plain = part.change is None and not isinstance(part.value, tuple) and part.qualifier in PLAIN
    free = not any(link.role not in ("some_of", "part_of", "split_into") for link in part.links)
    same = part.kind == whole.kind and part.unit == whole.unit and middle(part) > 0
    people = {part.counted or "", whole.counted or ""} <= persons()
    alike = part.counted in (None, whole.counted) or (part.measure == whole.measure is not None)
    return plain and free and same and (alike or people or part.kind != "count")


def _is_item(case: Case, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the first figure is one of the list itself: "188,000 in Volusia, 96,000 in Duval", "rail gets 5 billion, roads take 3"."""
    text = case.document.text
    ends = [*(part.span[0] for part in parts), whole.sentence_span[1]]
    stretches = [text[part.number_span[1] : min(end, part.number_span[1] + SIGHT)] for part, end in zip((whole, *parts), ends, strict=True)]
    if _COLON.match(stretches[0]):
        return False
    if _OF_A_WHOLE.fullmatch(text, whole.sentence_span[0], whole.span[0]):
        return True
    own, *others = map(PLACED.search, stretches)
    placed = own is not None and any(other is not None and other[1].lower() == own[1].lower() for other in others)
    verb = _SUBJECT.search(text[whole.sentence_span[0] : whole.span[0]]) if whole.kind == "money" else None
    if _GOES_ON.fullmatch(text, whole.span[1], parts[0].span[0]):
        return True
    alike = _VERB.match(text, whole.span[1])
    told = alike is not None and any(text.startswith(alike[0], part.span[1]) for part in parts)
    return (placed and not _TOGETHER.search(stretches[0])) or told or verb is not None
