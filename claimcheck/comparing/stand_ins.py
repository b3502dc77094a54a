"""Words that stand for the subject of a dated row: "it", "the vessel", "the invasion", "Mr Soto". Prose names a thing once.

What the words before say decides whom they mean. The name is then put in their place, so that the sentence can be read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, frozen

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.event_rows import ONLY_BEARS_OUT, other_wordings
from claimcheck.comparing.names import names, shared
from claimcheck.comparing.sentence_names import named_in, subject_names
from claimcheck.comparing.word_forms import same_root
from claimcheck.model import Claim, Row, Span
from claimcheck.reading.nouns import is_function_word
from claimcheck.vocabulary import word_set

_BEFORE = 500
"""Characters before a sentence in which the name it stands for is looked for."""
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_START = r"(?:^|(?<=[,;:—] )|(?<=\band )|(?<=\bthat )|(?<=\bwhen )|(?<=\bsince )|(?<=\bbut ))"
_PRONOUN = re.compile(rf"{_START}(?:It|it|He|he|She|she|They|they)(?= [a-z])")
_NOUNS = tuple(re.compile(rf"{_START}(?:[Tt]he|[Tt]his) {adjective}(?P<noun>[a-z-]+)(?=,| [a-z])") for adjective in ("", "[a-z-]+ "))
_EVENT = re.compile(
    r"\b[Tt]he (?:(?:full-scale|civil|deadly|initial|unprovoked) )?([a-z]+)\b(?! (?:of|by|against|on|at|in) (?:the )?[A-Z])"
)
_PREPOSITION = re.compile(
    r"\b(?:in|on|off|at|from|near|by|of|to|for|with|against|outside|into|over|through|across|around|under|via)\s+(?:the\s+)?$"
)
_NEAR = 20
_BREAK = re.compile(r"[,;:()—–]|\b(?:and|but|or|than|whose|which|who|that|when|where)\b")
_MUTUAL = re.compile(r"\b(?:membership|accession|entry|independence)\b")
"""What a name behind it is not the one it befell: "membership of NATO"."""
_CALLED = r"(?:\b{noun} (?:the )?{name}|{name},? (?:which is |is |was )?(?:an? |the )(?:[\w-]+ ){{0,3}}{noun}\b)"
"""How a story says what its subject is: "the ferry Calder Star", "Calder Star, a small ferry"."""


@frozen
class Telling:
    """A claim whose sentence names the subject that it leaves out, the row as of that subject, and whether no other can be meant."""

    claim: Claim
    row: Row
    sure: bool


def tellings(claim: Claim, row: Row, title: str, text: str) -> Iterator[Telling]:
    """The claim with a row's subject in place of a word that may stand for it. `title` and `text` are those of the claim's story.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Calder Star", "year built", "date", "1997", None, "1997", None, None)
    >>> text = "The Calder Star sank. The vessel was built in 1979."
    >>> next(tellings(cc.extract(text)[0], row, "", text)).claim.sentence
    'Calder Star was built in 1979.'
    """
    head, whom = _befallen(row.measure)
    subject = row.entity or row.place
    asked: list[tuple[str | None, str]] = [(whom, whom)] if whom is not None else []
    if subject and not (whom is not None and names(whom) <= _named(claim.sentence)):
        asked.append((row.entity, subject))
    for entity, name in asked:
        for told, sure in _of_subject(claim, head, name, title, text):
            yield Telling(told, evolve(row, entity=entity, measure=head), sure)


def opens_with(claim: Claim, row: Row) -> bool:
    """Whether a sentence begins with a row's subject, and neither another name nor a break stands between it and the claim's figure.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Calder Star", "licensed capacity", "count", "260", "count", None, None, None)
    >>> texts = ("Calder Star was licensed for 620 passengers.", "Calder Star, a ferry, left for Tarn with 240 passengers.")
    >>> [opens_with(cc.extract(text)[0], row) for text in texts]
    [True, False]
    """
    subject, figure = row.entity or row.place or "", claim.number_span[0] - claim.sentence_span[0]
    between = claim.sentence[len(subject) : max(0, figure)]
    return bool(subject) and claim.sentence.startswith(f"{subject} ") and not _BREAK.search(between) and not named_in(f"x {between}")


@lru_cache(maxsize=4096)
def _befallen(measure: str) -> tuple[str, str | None]:
    """What a measure calls the event alone, and whom it says it befell: "invasion of Peru"."""
    for start, end, found in reversed(named_in(measure)):
        head = measure[:start].removesuffix("the ").rstrip()
        if found and head.endswith(" of") and not _MUTUAL.search(head):
            return head.removesuffix(" of"), measure[start:end]
    return measure, None


def _of_subject(claim: Claim, measure: str, subject: str, title: str, text: str) -> Iterator[tuple[Claim, bool]]:
    """The claim told of one subject: as it stands, by its short name, by its event's noun, or by a word that stands for it; and whether
    no other can be meant."""
    wanted, here = subject_names(subject), _named(claim.sentence)
    if not wanted:
        return
    if wanted <= here:
        yield claim, True
        return
    story = whole_story(title, text)
    short = _short_name(claim.sentence, subject, wanted)
    if short is not None:
        yield _put(claim, short, subject), _is_full_name_told(story, subject)
        return
    owner = _event_noun(claim.sentence, measure) if wanted <= _named_in_story(story) else None
    if owner is not None:
        yield _put(claim, owner, f"{subject}’s"), True
    start = claim.sentence_span[0]
    before = f"{title}\n{text[max(0, start - _BEFORE) : start]}"
    topic = _topic(before, wanted)
    if topic is None:
        return
    names_one, date = _names_one(before), claim.span[0] - start
    for found in _PRONOUN.finditer(claim.sentence, 0, date):
        yield _put(claim, found.span(), subject), topic == "alone"
    for found in (found for nouns in _NOUNS for found in nouns.finditer(claim.sentence, 0, date)):
        called = is_called(story, subject, found["noun"]) or (names_one and found["noun"] in word_set("what a subject alone is called"))
        yield _put(claim, found.span(), subject), topic == "alone" and called


def _put(claim: Claim, place: Span, name: str) -> Claim:
    """The claim with a name in one place of its sentence; what follows moves along."""
    sentence = claim.sentence[: place[0]] + name + claim.sentence[place[1] :]
    moved = len(name) - (place[1] - place[0]) if claim.span[0] - claim.sentence_span[0] >= place[1] else 0
    start, end = claim.sentence_span
    return evolve(
        claim,
        sentence=sentence,
        sentence_span=(start, end + len(sentence) - len(claim.sentence)),
        span=(claim.span[0] + moved, claim.span[1] + moved),
        number_span=(claim.number_span[0] + moved, claim.number_span[1] + moved),
    )


@lru_cache(maxsize=64)
def _named(text: str) -> frozenset[str]:
    return frozenset(name for _, _, found in named_in(text) for name in found)


@lru_cache(maxsize=8)
def whole_story(title: str, text: str) -> str:
    """A story with its headline; it is asked for again with every row, and a long one takes time to copy."""
    return f"{title}\n{text}"


@lru_cache(maxsize=8)
def _named_in_story(story: str) -> frozenset[str]:
    return names(story)


def _short_name(sentence: str, subject: str, wanted: frozenset[str]) -> Span | None:
    """Where a sentence calls somebody or something by the last word of its name alone, with a title or an article perhaps."""
    last = names(subject.rpartition(" ")[2])
    if len(wanted) < 2 or not last < wanted:
        return None
    for start, end, found in named_in(sentence):
        if last <= found and found - last <= _titles(found):
            return max(start, sentence.rfind(" ", start, end) + 1), end
    return None


def _titles(found: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in found if cues("style").fullmatch(word))


def _is_full_name_told(story: str, subject: str) -> bool:
    """Whether the story has the full name, and nobody else of the short one."""
    first, _, last = subject.rpartition(" ")
    before = {found[1] for found in re.finditer(rf"\b([A-Z][\w'’-]*\.?) {re.escape(last)}\b", story)}
    others = {word for word in before if not cues("style").fullmatch(word.rstrip(".")) and not is_function_word(word.lower())}
    return others == {first.rpartition(" ")[2]}


def is_called(story: str, subject: str, noun: str) -> bool:
    """Whether a noun is what the subject is called: a word of its name, or said of it."""
    return noun in subject.lower().split() or re.search(_CALLED.format(noun=re.escape(noun), name=re.escape(subject)), story) is not None


def _event_noun(sentence: str, measure: str) -> Span | None:
    """The article of the event's noun where no name goes with it: "the invasion", not "the invasion of Peru"."""
    nouns = list(_EVENT.finditer(sentence))
    words = {word.removeprefix(ONLY_BEARS_OUT) for word in (measure, *other_wordings(measure))} if nouns else ()
    for found in nouns:
        if any(same_root(found[1], word) for word in words):
            return found.start(), found.start() + len("the")
    return None


def _topic(before: str, wanted: frozenset[str]) -> str | None:
    """Whether the last sentence that names anybody names these "alone" (others at most with a preposition), or only "first"."""
    sentence = _last_naming(before)
    if sentence is None:
        return None
    named = named_in(sentence)
    others = [name for name in named if wanted - shared(wanted, name[2])]
    if len(others) == len(named):
        return None
    return "alone" if all(_is_aside(sentence, *name) for name in others) else "first" if others[0] != named[0] else None


def _names_one(before: str) -> bool:
    """Whether the last sentence that names anybody has one name only, so that "the club" behind it can be of no other."""
    sentence = _last_naming(before)
    return sentence is not None and len(named_in(sentence)) == 1


@lru_cache(maxsize=8)
def _last_naming(text: str) -> str | None:
    """The last sentence of a text that names anybody; it is asked for again with every row."""
    return next((sentence for sentence in reversed(_SENTENCE.split(text)) if named_in(sentence)), None)


def _is_aside(sentence: str, start: int, end: int, found: frozenset[str]) -> bool:
    """Whether a name only says where or with whom; the first word of a sentence may be no name at all."""
    alone = start == 0 and len(found) == 1 and " " not in sentence[start:end] and not any(word[:1].isupper() for word in found)
    return alone or _PREPOSITION.search(sentence, max(0, start - _NEAR), start) is not None
