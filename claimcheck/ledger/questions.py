"""Words to series: which of a ledger's series does a text such as "Ukrainian troops killed" stand for?

A question has parts: what is measured ("killed" asks for deaths) and every other content word. A claim bears a part out where its own scope
says it, in any wording of the vocabulary (troops and soldiers, Ukrainian and Ukraine, a country and its towns), and less so where only its
sentence or headline does. A statistic counts by the scope alone: a sentence on the dead often gives the injured as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from attrs import evolve, frozen

from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.scope import event_types
from claimcheck.ledger.codec import decode
from claimcheck.ledger.roots import roots
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import CURRENT
from claimcheck.model import Claim
from claimcheck.reading.measures import marks
from claimcheck.reading.places import contains, demonym
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table

Series = tuple[Claim, ...]

_SEEN = 96
"""Claims found by the words that are looked at, the newest first."""
_TRIED = 6
"""Claims whose series are looked up."""
_LONGEST_TEXT = 400
_MOST_PARTS = 12
_SAID_OF_ANY = frozenset("number total count figure toll many much latest history series so far overall reported amount".split())
"""Words of a question that any series bears out."""
_PEOPLE = "person"
"""The group of words such as "people" that say little of whom."""
_WORD = re.compile(r"[^\W_]+")
_SCOPE, _NEAR, _TEXT = 3, 2, 1
"""Points for a part that the claim's scope bears out, for a place where an owner may be meant, and for a part that only the claim's
sentence, headline or speaker bears out."""

_FOUND = f"""SELECT bodies.json FROM sentences JOIN claims ON claims.id = sentences.rowid JOIN bodies USING (id)
             WHERE sentences MATCH ? AND {CURRENT} ORDER BY sentences.rowid DESC LIMIT ?"""


@frozen
class Part:
    """A part of a question: its words, the statistics they may ask for, and whether they name whose people or things are counted.

    `owner` is "people" for a word such as Torvian, which names nothing else before a noun, "name" for one that may be a place as well
    (Velmark soldiers, Lodvik civilians), else None. `events` are the kinds of event the words may name ("fire").
    """

    words: str
    measures: frozenset[str] = frozenset()
    owner: str | None = None
    events: frozenset[str] = frozenset()


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a question, in order.

    >>> [(part.words, sorted(part.measures)) for part in parts_of("how many Torvian troops were killed in Lodvik")]
    [('Torvian', []), ('troops', []), ('killed', ['deaths']), ('Lodvik', [])]
    """
    tokens = cut(text[:_LONGEST_TEXT])
    found: list[Part] = []
    taken = 0
    for mark in marks(tokens):
        found += _plain(tokens.surface(taken, mark.first) if mark.first > taken else "")
        words = tokens.surface(mark.first, mark.last)
        found.append(_part(words, [frame.measure.name for frame in mark.frames]))
        taken = max(taken, mark.last)
    found += _plain(tokens.surface(taken, len(tokens)) if taken < len(tokens) else "")
    pairs = zip(found, [*found[1:], Part("")], strict=False)
    return tuple(dict.fromkeys(evolve(part, owner=_owner(part, after)) for part, after in pairs))[:_MOST_PARTS]


def _part(words: str, measures: Iterable[str] = ()) -> Part:
    """Words that ask for statistics; those of an event ("fire", "strike") only for the ones that are called so."""
    events = frozenset[str]() if groups_of(words) else event_types(words)
    return Part(words, frozenset(name for name in measures if not events or stems(name) & stems(words)), events=events)


def _owner(part: Part, after: Part) -> str | None:
    if part.measures or part.events or not groups_of(after.words):
        return None
    return "people" if demonym(part.words) else "name" if part.words[0].isupper() else None


def _plain(text: str) -> Iterator[Part]:
    for word in _WORD.findall(text):
        if roots(word) and not stems(word) & _SAID_OF_ANY:
            yield _part(word)


def series_of(store: Store, text: str, history: Callable[[Claim], Series]) -> tuple[Series, ...]:
    """The series of which every part of the text is borne out, the best and longest first."""
    return _series(store, text, history, whole=True)


def nearest_to(store: Store, text: str, history: Callable[[Claim], Series]) -> tuple[Series, ...]:
    """The series of which most parts of the text are borne out, the best and longest first."""
    return _series(store, text, history, whole=False)


def _series(store: Store, text: str, history: Callable[[Claim], Series], whole: bool) -> tuple[Series, ...]:
    parts = parts_of(text)
    ranked: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in _found(store, parts):
        borne_out = _points(parts, claim)
        if all(borne_out) or not whole:
            ranked[sum(borne_out)].append(claim)
    found: list[tuple[int, Series]] = []
    told: set[str] = set()
    for points in sorted(ranked, reverse=True):
        for claim in ranked[points]:
            if claim.id not in told and len(found) < _TRIED:
                series = history(claim)
                told |= {other.id for other in series}
                found.append((points, series))
    return _apart(series for _, series in sorted(found, key=lambda pair: (pair[0], len(pair[1])), reverse=True))


def _apart(found: Iterable[Series]) -> tuple[Series, ...]:
    """The series that share no claim with a better one."""
    kept: list[Series] = []
    told: set[str] = set()
    for series in found:
        names = {claim.id for claim in series}
        if names and not names & told:
            kept.append(series)
            told |= names
    return tuple(kept)


def _found(store: Store, parts: Iterable[Part]) -> list[Claim]:
    """Current claims that hold each part in some wording or, failing that, any part; the newest first."""
    wordings = [f"({' OR '.join(each)})" for part in parts if (each := _wordings(part))]
    if not wordings:
        return []
    with store.reading() as db:
        found: list[Claim] = []
        for joint in (" AND ", " OR "):
            found += [decode(json) for (json,) in db.execute(_FOUND, (joint.join(wordings), _SEEN))]
            if found:
                break
    return found


def _points(parts: Iterable[Part], claim: Claim) -> list[int]:
    """How well a claim bears out each part of a question."""
    parts = tuple(parts)
    asked = [part for part in parts if part.measures]
    measured = not asked or any(_is_measured(part, claim) for part in asked)
    return [_scope_points(part, claim) or (_text_points(part, claim) if measured or not part.measures else 0) for part in parts]


def _is_measured(part: Part, claim: Claim) -> bool:
    return claim.measure in part.measures or bool(stems(part.words) and stems(part.words) <= stems(claim.measure))


def _scope_points(part: Part, claim: Claim) -> int:
    """Points for a part that the claim's scope holds: its statistic, what it counts, whose, where, of which event, as of when."""
    owned = part.owner and roots(part.words) & roots(f"{claim.entity or ''} {claim.noun or ''}")
    if owned or part.owner == "people":
        return _SCOPE if owned else 0
    scope = " ".join(filter(None, (claim.entity, claim.noun, claim.counted, claim.place, claim.event, claim.measure, claim.as_of)))
    held = _telling(part) & roots(scope) or _counts(part, claim) or _lies_in(part.words, claim.place) or _names_event(part, claim)
    return (_NEAR if part.owner else _SCOPE) if held or _is_measured(part, claim) else 0


def _names_event(part: Part, claim: Claim) -> bool:
    return not part.measures and bool(part.events & event_types(claim.event))


def _text_points(part: Part, claim: Claim) -> int:
    """Points for a part that only the sentence, the headline, the unit or the speaker holds; "people" are counted in many words."""
    if part.owner == "people":
        return 0
    speaker = claim.attribution.source if claim.attribution else None
    told = " ".join(filter(None, (claim.sentence, claim.title, claim.unit, speaker)))
    people = claim.kind == "count" and not part.measures and groups_of(part.words) == {_PEOPLE}
    return _TEXT if people or roots(part.words) & roots(told) or part.events & event_types(told) else 0


def _telling(part: Part) -> frozenset[str]:
    """The roots of a part, of "displaced people" only those that tell the statistic."""
    people = frozenset[str]() if not part.measures else roots(" ".join(_nouns_of(_PEOPLE)))
    return roots(part.words) - people


def _counts(part: Part, claim: Claim) -> bool:
    """Whether a word names what the claim counts ("soldiers", of troops)."""
    groups = groups_of(part.words) - ({_PEOPLE} if part.measures else set())
    return bool(groups & groups_of(" ".join(filter(None, (claim.noun, claim.counted, claim.entity)))))


def _lies_in(place: str, inner: str | None) -> bool:
    return inner is not None and contains(demonym(place) or place, inner)


def _wordings(part: Part) -> list[str]:
    """The words by which the full-text index may know a part."""
    words = [part.words, *part.measures, demonym(part.words) or ""]
    words += [noun for group in groups_of(part.words) for noun in _nouns_of(group)]
    exact = dict.fromkeys(word for wording in words for word in _WORD.findall(wording.lower()))
    starts = [f'"{root}"*' for root in roots(part.words) if len(root) > 3 and root.isascii() and part.words[0].isupper()]
    return [*(f'"{word}"' for word in exact), *starts]


@cache
def _nouns_of(group: str) -> tuple[str, ...]:
    """The single words that name a group."""
    return tuple(row["noun"] for row in table("groups") if row["group"] == group and " " not in row["noun"])
