"""Whom a trial is about: the one with whom the story does most of what is done with the accused, else a person set off by a comma."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from claimcheck.reading.story import Story, story_words
from claimcheck.vocabulary import either

_NAME = r"((?:[A-Z][\w’'-]*\w ){0,3}[A-Z][\w’'-]*\w)"
_ASIDE = r"(?:, [^,.;\n]{1,30},)?"
"""What is set beside a name: "Holm, 61 since Sunday,"."""
_PERSON = re.compile(r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+){1,3}), (?:now |then |aged )?(?P<age>\d\d\b)?")


def accused(story: Story) -> str | None:
    """The accused by the full name.

    >>> from claimcheck.reading.tokens import cut
    >>> accused(Story("Ruiz guilty", [cut("The jury convicted Ana Ruiz on Monday. Ivo Holm, 61, had told it of the safe.")]))
    'Ana Ruiz'
    """
    tried = Counter(name.rpartition(" ")[2] for name in _tried(story))
    if not tried:
        return _set_off(story)
    return _in_full(story, max(tried, key=lambda name: (tried[name], story.counts.get(name, 0))))


def _tried(story: Story) -> list[str]:
    """The names with which something is done that is done with the accused, as often as that is."""
    text = "\n".join((*(tokens.surface(0, len(tokens)) for tokens in story.heading), story.text))
    found = [name for pair in _trying().findall(text) for name in pair if name]
    return [name for name in found if name.rpartition(" ")[2] in story.known - {story.city, story.inside}]


@cache
def _trying() -> re.Pattern[str]:
    before, behind = either("done to the accused"), either("befalls the accused")
    return re.compile(rf"\b(?:{before}) {_NAME}|(?<![\w’'-])(?<!\b[ia][nt] ){_NAME}{_ASIDE} (?:{behind})\b(?! (?:[A-Z]|the\b|an?\b))")


def _in_full(story: Story, last: str) -> str:
    """The longest name without an office that ends in a word."""
    full = {last}
    for words, _ in story.runs:
        if words[-1] == last:
            start = max((at + 1 for at, word in enumerate(words) if word in story_words("office")), default=0)
            full.add(" ".join(words[start:]))
    return max(full, key=len)


def _set_off(story: Story) -> str | None:
    """Of the persons set off by a comma with age or town the one whose last name stands most often; the first of equals."""
    found = {match["name"]: bool(match["age"]) for match in reversed(list(_PERSON.finditer(story.text)))}
    aged = [name for name in reversed(found) if found[name] or f"{name}, of " in story.text]
    return max(aged, key=lambda name: story.counts.get(name.rsplit(" ", 1)[-1], 0), default=None)
