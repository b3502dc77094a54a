"""Relations between the figures of a sentence that the sentence itself states, read once for comparing and for every
check.

The wordings stand in relations.csv (see `patterns`); here a wording found becomes links between figures, if the figures
can be what it says: levels of one kind, parts that the whole can hold, a conversion between two units of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise, takewhile

from claimcheck.reading import partitions, patterns, units
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.patterns import Match
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

Links = tuple[tuple[str, int], ...]
"""(role, index) pairs: what a figure is to other figures of its sentence, see model.Link for the roles."""

_MULTIPLES = ("doubled", "tripled", "quadrupled", "halved")
_ORDER = (
    "conversion",
    "change",
    "move",
    *_MULTIPLES,
    "base",
    "reached",
    "revision",
    "sum",
    "share",
    "apposition",
    "listed",
    "placed",
    "fates",
    "running",
    "part",
    "some",
    "rate",
    "restated",
    "average",
    "cast",
)
"""The relations in the order they are looked for: what states more comes before what states less."""
_CONVERTED = (
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "power",
    "pressure",
    "money",
    "rate",
    "duration",
    "angle",
    "data",
)
_THOUSAND = Decimal(1000)
_AUXILIARIES = frozenset(("was", "were", "is", "are", "had", "have", "has", "been", "died", "drowned", "perished"))
_HALF = Decimal("0.5")
_FEWEST = 2
"""Parts that a sum has at least."""
_PLACED = frozenset(
    ("in", "at", "from", "on", "to", "for", "inside", "outside", "near", "aboard", "away", "abroad", "under", "against", "with")
)
_PARTICIPLES = ("ed", "en", "wn", "ght")


def stated(tokens: Tokens, figures: Sequence[Quantity]) -> tuple[Links, ...]:
    """The links of each figure of a sentence, in order.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> [figure.links for figure in quantities.find(cut("It fell 20 percent to 400 from 500."))]
    [(('change_to', 1), ('change_from', 2)), (('from', 2),), ()]
    """
    if len(figures) < 2:
        return ((),) * len(figures)
    sentence = _Sentence(tokens, figures)
    for match in patterns.find(patterns.written(tokens, figures), _ORDER):
        _READERS[match.relation](sentence, match)
    sentence.levels()
    return tuple(map(tuple, sentence.links))


class _Sentence:
    """The links of a sentence while they are gathered."""

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity]) -> None:
        self.tokens, self.figures = tokens, figures
        self.links: list[list[tuple[str, int]]] = [[] for _ in figures]

    def link(self, index: int, role: str, other: int) -> None:
        """Adds a link, once."""
        if index != other and (role, other) not in self.links[index]:
            self.links[index].append((role, other))

    def has(self, index: int, *roles: str) -> bool:
        """Whether a figure has a link of one of these roles."""
        return any(role in roles for role, _ in self.links[index])

    def shares_scale(self, old: Quantity, new: Quantity) -> bool:
        """Whether only the second of two levels has the scale word of both: "from 20 to 30 million"."""
        return not self._scaled(old) and self._scaled(new) and old.unit == new.unit and _largest(old) * _THOUSAND < _largest(new)

    def _scaled(self, figure: Quantity) -> bool:
        return self.tokens.kinds[figure.number_last - 1] == "w" and "d" in self.tokens.kinds[figure.number_first : figure.number_last]

    def group(self, index: int) -> str:
        """What a figure counts by a word of its own: its noun, or a noun left in the singular ("three man"); "" where it has none."""
        figure = self.figures[index]
        if figure.last > figure.number_last:
            return figure.counted or ""
        return next(iter(self.tokens.words[figure.last : figure.last + 1]), "")

    def ends_list(self, index: int) -> bool:
        """Whether neither "and" nor "among them" goes on from a figure before the next mark."""
        behind = takewhile(lambda word: word[0].isalnum(), self.tokens.words[self.figures[index].last :])
        return {"and", "among"}.isdisjoint(behind)

    def placed(self, index: int) -> bool:
        """Whether a preposition or "away" stands right behind a figure, or behind a participle there ("151 killed in action")."""
        behind = self.tokens.words[self.figures[index].last : self.figures[index].last + 2]
        return behind[:1] != () and (behind[0] in _PLACED or (behind[0].endswith(_PARTICIPLES) and behind[-1] in _PLACED))

    def definite(self, index: int) -> bool:
        """Whether a figure is spoken of as known: "the two sides"."""
        first = self.figures[index].first
        return self.tokens.words[max(0, first - 1) : first] in (("the",), ("both",), ("these",), ("all",), ("its",), ("their",))

    def told(self, index: int, other: int) -> bool:
        """Whether a verb between two figures already says what became of the first: "nine were killed; ..."."""
        return not _AUXILIARIES.isdisjoint(self.tokens.words[self.figures[index].last : self.figures[other].first])

    def alternative(self, index: int) -> bool:
        """Whether another "or" behind a figure makes it one of several to choose from: "5 km, or 10 miles, or a marathon"."""
        return self.tokens.words[self.figures[index].last : self.figures[index].last + 2] == (",", "or")

    def listed(self, level: int, delta: int) -> bool:
        """Whether a level before a change ends a list ("5.5 percent and 3 percent"), so that the change may be of any of them."""
        if level == 0 or level > delta or not _alike(self.figures[level - 1], self.figures[level]):
            return False
        return "and" in self.tokens.words[self.figures[level - 1].last : self.figures[level].first]

    def levels(self) -> None:
        """ "from 31 to 33", "7.7 percent from 7.2": the earlier value behind a later one."""
        for index, (a, b) in enumerate(pairwise(self.figures)):
            between = self.tokens.words[a.last : b.first]
            if not between or a.kind != b.kind or self.has(index, "from", "revises") or self.has(index + 1, "from", "revises"):
                continue
            if between[-1] == "from" and len(between) <= 4 and a.unit == b.unit and a.change is None:
                self.link(index, "from", index + 1)
            elif between in (("to",), (",", "to")) and a.unit == b.unit and a.first > 0 and self.tokens.words[a.first - 1] == "from":
                self.link(index + 1, "from", index)


# ------------------------------------------------------------------------------------------------ changes


def _change(sentence: _Sentence, match: Match) -> None:
    """A change between two levels of one kind."""
    delta = next((index for name in ("delta", "gain", "times") if (index := match.one(name)) is not None), None)
    old, new = match.one("old"), match.one("new")
    if delta is None or old is None or new is None or len({delta, old, new}) < 3 or sentence.has(delta, "change_from", "change_to"):
        return
    levels = sentence.figures[old], sentence.figures[new]
    if _moves(sentence.figures[delta], *levels) and not sentence.listed(new, delta) and not sentence.shares_scale(*levels):
        sentence.link(delta, "change_to", new)
        sentence.link(delta, "change_from", old)


def _move(sentence: _Sentence, match: Match) -> None:
    """A change beside the range it runs through: "fell 45 percent in a week, from $2,200 to $1,210", "doubled from 400 to 800"."""
    delta = match.one("delta") if match.one("delta") is not None else match.one("times")
    between = match.one("range")
    if (
        delta is not None
        and between is not None
        and (sentence.figures[delta].kind == "percent" or _is_multiple(sentence.figures[delta]))
        and not sentence.has(delta, "change_from", "change_to")
    ):
        sentence.link(delta, "change_over", between)


def _moves(delta: Quantity, old: Quantity, new: Quantity) -> bool:
    """Whether a change can lead from one level to the other: percent of anything, points of percentages, else of their own unit."""
    if not _alike(old, new) and not (delta.kind == "percent" and _per(old) == _per(new)):
        return False
    if delta.kind == "ratio":
        return _is_multiple(delta)
    if delta.kind == "percent":
        return True
    if delta.kind in ("percentage_point", "basis_point"):
        return old.kind == "percent"
    return _alike(delta, old)


def _is_multiple(figure: Quantity) -> bool:
    """Whether a ratio multiplies ("doubled", "three times", "halved") and is no share of a change ("rose a quarter")."""
    return figure.kind == "ratio" and figure.change is None and (_largest(figure) > 1 or _largest(figure) == _HALF)


def _largest(figure: Quantity) -> Decimal:
    return max(figure.value) if isinstance(figure.value, tuple) else figure.value


def _alike(a: Quantity, b: Quantity) -> bool:
    """Whether two figures can be two levels of one quantity, or parts of one another."""
    return a.kind == b.kind and (a.unit == b.unit or _base(a) == _base(b) != "")


def _per(figure: Quantity) -> str:
    """The unit of a level, whatever it is per: the dollar of "$3,140" and of "$3,925 a year"."""
    return figure.unit.partition(" / ")[0] if figure.kind in ("money", "rate") else f"{figure.kind} {figure.unit}"


def _base(figure: Quantity) -> str:
    unit = units.named(figure.unit)
    return unit.base if unit is not None and figure.kind != "money" else ""


def _base_only(sentence: _Sentence, match: Match) -> None:
    """A change whose new level the sentence leaves to another one: "12.5% above the record of $80bn"."""
    delta, old = match.one("delta"), match.one("old")
    if delta is None or old is None or sentence.has(delta, "change_from", "change_to"):
        return
    if sentence.figures[delta].kind == "percent" or _alike(sentence.figures[delta], sentence.figures[old]):
        sentence.link(delta, "change_from", old)


def _reached(sentence: _Sentence, match: Match) -> None:
    """A change with the level it led to: "rose 25% to 500"."""
    delta, new = match.one("delta"), match.one("new")
    if delta is not None and new is not None and not sentence.has(delta, "change_from", "change_to"):
        sentence.link(delta, "change_to", new)


def _multiple(sentence: _Sentence, match: Match) -> None:
    """ "doubled from 400 to 800"."""
    old, new = match.one("old"), match.one("new")
    if old is not None and new is not None and _alike(sentence.figures[old], sentence.figures[new]):
        sentence.link(new, match.relation, old)
        sentence.link(new, "from", old)


def _revision(sentence: _Sentence, match: Match) -> None:
    """ "510, up from the 380 it named in May", "first put at 90, was revised to 115"."""
    old, new = match.one("old"), match.one("new")
    if old is None or new is None or not _alike(sentence.figures[old], sentence.figures[new]) or sentence.has(new, "from", "revises"):
        return
    sentence.link(new, "revises", old)


# ------------------------------------------------------------------------------------------------ conversions


def _conversion(sentence: _Sentence, match: Match) -> None:
    """One quantity in two units; a third one behind a semicolon converts the first as well."""
    one, other = match.one("one"), match.one("other")
    if one is None or other is None or sentence.has(other, "converts") or sentence.alternative(other):
        return
    first = next((index for role, index in sentence.links[one] if role == "converts"), one)
    a, b = sentence.figures[first], sentence.figures[other]
    if a.unit != b.unit and a.kind == b.kind and a.kind in _CONVERTED and (a.kind == "money" or _base(a) == _base(b) != ""):
        sentence.link(other, "converts", first)


# ------------------------------------------------------------------------------------------------ wholes and parts


def _sum(sentence: _Sentence, match: Match) -> None:
    """A total and the parts that the words say make it up; "the two sides" before a list of parts is none of them."""
    total = match.one("total")
    parts = match.every("parts") or match.every("divided") or match.every("part")
    if len(parts) > _FEWEST and sentence.definite(parts[0]):
        parts = parts[1:]
    if total is None or len(parts) < 2 or total in parts or sentence.has(total, "total_of"):
        return
    if all(_fits(sentence, part, total) for part in parts):
        for part in parts:
            sentence.link(total, "total_of", part)


def _apposition(sentence: _Sentence, match: Match) -> None:
    """ "Nine guests, five men and four women": parts named by nouns of their own, all of them groups of the whole."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of"):
        return
    figures = sentence.figures
    if not sentence.ends_list(parts[-1]):
        return
    groups = [sentence.group(part) for part in parts]
    named = all(group in _persons() - _general() for group in groups)
    divided = all(partitions.disjoint(a, b) for a, b in combinations(groups, 2))
    if not named or figures[total].counted not in _persons() or any(figures[part].change for part in parts):
        return
    if divided:
        _sum(sentence, match)
    elif not any(partitions.divides(group, "people") for group in groups):
        _split(sentence, total, parts)


def _listed(sentence: _Sentence, match: Match) -> None:
    """ "180 aircraft: 154 jets and 26 turboprops": what follows a colon is all there is, if it can be."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.figures[total].last == sentence.figures[total].number_last:
        return
    named = all(sentence.figures[part].last > sentence.figures[part].number_last for part in parts)
    smaller = all(_largest(sentence.figures[part]) < _largest(sentence.figures[total]) for part in parts)
    if named and smaller and sentence.ends_list(parts[-1]):
        _sum(sentence, match)


def _cast(sentence: _Sentence, match: Match) -> None:
    """ "by 93 votes to 52, with all 145 members voting": votes for and against make the members."""
    total, parts = match.one("total"), match.every("part")
    if (
        total is not None
        and all(sentence.figures[index].kind == "count" for index in (total, *parts))
        and not sentence.has(total, "total_of")
    ):
        for part in parts:
            sentence.link(total, "total_of", part)


def _placed(sentence: _Sentence, match: Match) -> None:
    """ "30 goals, 18 at home and 12 away": parts without a noun are told by where they are, and may not be all."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of") or sentence.figures[total].last == sentence.figures[total].number_last:
        return
    if all(_largest(sentence.figures[part]) > _largest(sentence.figures[total]) for part in parts):
        return
    if all(sentence.figures[part].last == sentence.figures[part].number_last and sentence.placed(part) for part in parts):
        _split(sentence, total, parts)


def _split(sentence: _Sentence, total: int, parts: Sequence[int]) -> None:
    _inside(sentence, total, parts, "some_of")
    for part in parts:
        sentence.link(total, "split_into", part)


def _fates(sentence: _Sentence, match: Match) -> None:
    """ "fired 120 missiles; 45 were intercepted and 75 hit": what became of the whole, if nothing else is said of it."""
    total, parts = match.one("total"), match.every("parts")
    if total is None or sentence.has(total, "total_of") or sentence.told(total, parts[0]) or not sentence.ends_list(parts[-1]):
        return
    figures = sentence.figures
    if all(figures[part].last == figures[part].number_last and _largest(figures[part]) < _largest(figures[total]) for part in parts):
        _inside(sentence, total, parts, "some_of")


def _running(sentence: _Sentence, match: Match) -> None:
    """ "bringing the toll to 47": a total that holds these parts and what came before."""
    total = match.one("total")
    if total is not None and not sentence.has(total, "total_of"):
        _inside(sentence, total, match.every("parts"), "part_of")


def _part(sentence: _Sentence, match: Match) -> None:
    """ "60 people, including 8 children" (a part_of); "12 of the 25", "among the 60, 8 had been" (some_of)."""
    whole = match.one("whole")
    if whole is None or sentence.has(whole, "total_of"):
        return
    first, *further = match.every("part") or match.every("inside") or match.every("parts")
    named = [part for part in further if _specific(sentence.figures[part]) or match.every("part") or match.every("parts")]
    _inside(sentence, whole, (first, *named), "part_of" if match.relation == "part" else "some_of")


def _inside(sentence: _Sentence, whole: int, parts: Sequence[int], role: str) -> None:
    for part in parts:
        if (
            part != whole
            and _fits(sentence, part, whole)
            and not sentence.has(part, "part_of", "some_of")
            and not sentence.has(whole, "part_of")
        ):
            sentence.link(part, role, whole)


def _fits(sentence: _Sentence, part: int, whole: int) -> bool:
    """Whether a figure can be counted within another: the same unit, and for counts nouns of one sort or none of its own."""
    a, b = sentence.figures[part], sentence.figures[whole]
    if a.kind != b.kind or a.kind in ("percent", "age", "ratio") or not _alike(a, b):
        return False
    if a.kind != "count" or a.counted is None or b.counted is None or a.counted == b.counted:
        return True
    return (a.counted in _persons() and b.counted in _persons()) or (a.counted not in _persons() and b.counted not in _persons())


def _specific(figure: Quantity) -> bool:
    """Whether a figure has a noun of its own that names a group and not just anybody."""
    return figure.last > figure.number_last and figure.counted not in _general()


# ------------------------------------------------------------------------------------------------ shares and averages


def _share(sentence: _Sentence, match: Match) -> None:
    """ "12 of the 25, or 48 percent"."""
    share, part, whole = match.one("share"), match.one("part"), match.one("whole")
    if share is None or part is None or whole is None or sentence.has(share, "share_of") or not _fits(sentence, part, whole):
        return
    sentence.link(share, "share_of", whole)
    sentence.link(share, "share_is", part)
    if not sentence.has(part, "part_of"):
        sentence.link(part, "some_of", whole)


def _rate(sentence: _Sentence, match: Match) -> None:
    """ "12 of those candidates passed, a success rate of 48 percent": the whole stands in another sentence."""
    share, part = match.one("share"), match.one("part")
    if share is not None and part is not None and not sentence.has(share, "share_of", "share_is"):
        sentence.link(share, "share_is", part)


def _restated(sentence: _Sentence, match: Match) -> None:
    """ "One in five, or 20 percent": a ratio said once more in per cent."""
    ratio, share = match.one("ratio"), match.one("same")
    if (
        ratio is not None
        and share is not None
        and not sentence.has(share, "share_of", "share_is")
        and _largest(sentence.figures[ratio]) < 1
    ):
        sentence.link(share, "restates", ratio)


def _average(sentence: _Sentence, match: Match) -> None:
    """ "12 million euros for 400 homes, or 30,000 euros each"; not where the sentence has two figures that could be the total."""
    each = match.one("rate") if match.one("rate") is not None else match.one("each")
    number = match.one("number") if match.one("number") is not None else match.one("span")
    total = match.one("total")
    if each is None or total is None or number is None or len({each, total, number}) < 3:
        return
    rivals = [
        index
        for index, figure in enumerate(sentence.figures)
        if index not in (each, total, number) and _alike(figure, sentence.figures[total])
    ]
    if not rivals:
        sentence.link(each, "average_of", total)
        sentence.link(each, "average_over", number)


_READERS: dict[str, Callable[[_Sentence, Match], None]] = {
    "conversion": _conversion,
    "change": _change,
    "move": _move,
    "listed": _listed,
    "cast": _cast,
    **dict.fromkeys(_MULTIPLES, _multiple),
    "base": _base_only,
    "reached": _reached,
    "revision": _revision,
    "sum": _sum,
    "share": _share,
    "apposition": _apposition,
    "placed": _placed,
    "fates": _fates,
    "running": _running,
    "part": _part,
    "some": _part,
    "rate": _rate,
    "restated": _restated,
    "average": _average,
}


@cache
def _persons() -> frozenset[str]:
    """Nouns that count persons."""
    return frozenset(row["noun"] for row in table("people")) | frozenset(
        row["noun"] for row in table("partitions") if row["division"] == "people"
    )


@cache
def _general() -> frozenset[str]:
    """Nouns that name nobody in particular: people, victims, others."""
    return frozenset(row["noun"] for row in table("people") if not row["group"]) - frozenset(row["noun"] for row in table("partitions"))
