"""What a question such as "Ukrainian troops killed" asks for, part by part: what is measured, and every other content word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from attrs import evolve, frozen

from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.scope import event_types
from claimcheck.ledger.roots import roots
from claimcheck.reading.measures import marks
from claimcheck.reading.places import demonym
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table

_LONGEST_TEXT = 400
_MOST_PARTS = 12
_SAID_OF_ANY = frozenset("number total count figure toll many much latest history series so far overall reported amount".split())
"""Words of a question that any series bears out."""
_WORD = re.compile(r"[^\W_]+")


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


def wordings(part: Part) -> list[str]:
    """The words by which a full-text index may know a part."""
    words = [part.words, *part.measures, demonym(part.words) or ""]
    words += [noun for group in groups_of(part.words) for noun in nouns_of(group)]
    exact = dict.fromkeys(word for wording in words for word in _WORD.findall(wording.lower()))
    starts = [f'"{root}"*' for root in roots(part.words) if len(root) > 3 and root.isascii() and part.words[0].isupper()]
    return [*(f'"{word}"' for word in exact), *starts]


@cache
def nouns_of(group: str) -> tuple[str, ...]:
    """The single words that name a group."""
    return tuple(row["noun"] for row in table("groups") if row["group"] == group and " " not in row["noun"])
