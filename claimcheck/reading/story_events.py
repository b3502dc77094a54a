"""What happens in an article: the class of event, and the phrase that names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from operator import itemgetter

from claimcheck.days import MONTHS
from claimcheck.reading import places
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.story import Story, story_words
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_LETTERS = re.compile(r"[^\W\d_]+")
_WAR = re.compile(r"\b(?:war|invasion|front line|frontline|ceasefire|cease-fire|battlefield)\b")
_NAMED_WAR = re.compile(r"\b(?:(?:war|conflict) in|invasion of) (?:the )?(?P<where>[A-Z]\w+(?: [A-Z]\w+)?)")
LOCAL = frozenset(("attack", "bombing", "explosion", "shooting", "fire", "crush"))
"""Events named by their town rather than by the country."""
_DATE = rf"(?:(?P<before>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<after>\d{{1,2}}),)? (?P<year>(?:19|20)\d\d)\b"
_ADVANCED = r"(?:crossed|rolled|marched|poured|swept)(?: (?:in|into|over|across))? (?:the|its|their)"
_BEGAN = re.compile(rf"\b(?:since|invasion|invaded|began|started|erupted|broke out|{_ADVANCED})\b[^.\n]{{0,60}}?\b{_DATE}")
_THIS_YEAR = re.compile(
    r"\b(?:invaded|began|started|erupted|broke out)(?: [\w’']+){0,3} on "
    rf"(?:(?P<before>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)})(?: (?P<after>\d{{1,2}}))?\b(?!,? \d)"
)
"""A beginning within the twelve months before publication, which a paper gives without its year."""
_YEAR = re.compile(r" (?:19|20)\d\d\b")
_MONTH = re.compile("|".join(MONTHS))
_WITHIN = re.compile(
    r"since (?:the|its|their|his|her|a|an) (?:[\w-]+ ){0,2}(?:fall|loss|capture|siege|battle|recapture|election|record|last)\b"
)
"""What happened in the course of an event is not its beginning: "held since the fall of Noor in May 2022"."""
_NAME = re.compile(rf"\b(?!(?:{'|'.join(MONTHS)}|The|An|On|In|It|Since|World|War)\b)[A-Z][\w’'-]+")
_NAMED_BEFORE = re.compile(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}),? (?:which|that) (?:had )?(?:began|begun|started|erupted|broke)\b")
_WORLD_WAR = re.compile(r"\bWorld War")
"""A beginning that is told of somebody or something by name, and one that is no longer news."""
_BEFORE = 80
"""Characters before a beginning that hold such a name."""
_FIRES = ("fire", "wildfire")
"""Classes that the same words name."""
_STANDING = frozenset(("labour market", "economy", "results", "housing market", "budget"))
"""Subjects without a beginning."""
_NARROWER = {
    "explosion": ("mine disaster",),
    "disaster": ("hurricane", "storm", "flood", "earthquake", "mine disaster", "landslide", "sinking", "crash", "derailment"),
    "accident": ("crash", "derailment", "collision", "sinking", "mine disaster", "spill"),
    "storm": ("hurricane",),
    "shooting": ("hostages",),
    "election": ("referendum",),
}
"""Classes of event that a wider one gives way to where both are spoken of."""
_CAUSES = {"crash": "derailment", "accident": "derailment", "fire": "recall"}
"""Classes of event that are only seen as another one: a train's crash, the burns for which a firm recalls its kettles."""
_FIRST = 4
"""Points of an event named in the first sentence; in the headline twice as many, in the rest of the lead half, behind it one."""


@cache
def _events(named: bool) -> Phrases[tuple[str, str]]:
    rows = [row for row in table("events") if row["names"] == "yes" or not named]
    return Phrases((row["wording"], (row["event"], row["pattern"])) for row in rows)


def may_tell_of_event(text: str) -> bool:
    """Whether a text holds the longest word of any wording of an event: where not, it need not be cut into tokens.

    >>> may_tell_of_event("The quake killed 12."), may_tell_of_event("The firm hired 12.")
    (True, False)
    """
    return not _longest_words().isdisjoint(_LETTERS.findall(text.lower()))


@cache
def _longest_words() -> frozenset[str]:
    return frozenset(max(_LETTERS.findall(row["wording"]), key=len) for row in table("events"))


def events_in(tokens: Tokens, named: bool = False) -> list[tuple[int, str, str]]:
    """(token, event, pattern) of each wording of the events table in a sentence; `named`: only those that name one, not mere signs.

    A wording without an event ("fire brigade") only keeps its words from being read as one.

    >>> from claimcheck.reading.tokens import cut
    >>> [(at, event) for at, event, _ in events_in(cut("The quake set off a landslide"))]
    [(1, 'earthquake'), (5, 'landslide')]
    """
    phrases = _events(named)
    if phrases.telling.isdisjoint(tokens.words):
        return []
    found, end = [], 0
    for at in phrases.starts(tokens.words):
        match = phrases.at(tokens, at) if at >= end else None
        if match:
            end = match[0]
            if match[1][0]:
                found.append((at, *match[1]))
    return found


def event_classes(word: str) -> frozenset[str]:
    """The classes of event that a single word can name: fire and wildfire for "blaze"."""
    return _classes().get(word, frozenset())


@cache
def _classes() -> dict[str, frozenset[str]]:
    named: dict[str, set[str]] = {}
    for row in table("events"):
        if row["names"] == "yes":
            named.setdefault(row["wording"], set()).update(_FIRES if row["event"] in _FIRES else (row["event"],))
    return {wording: frozenset(events) for wording, events in named.items()}


@cache
def _disasters() -> frozenset[str]:
    return frozenset(row["event"] for row in table("event_types") if row["sort"] == "disaster")


def event_of(story: Story) -> tuple[str | None, str]:
    """The class of event named most, headline before lead before the rest, and its pattern.

    One word below the headline is enough where the opening tells of a toll, and in the first sentence for what is no disaster. Signs
    without a pattern ("ousted", "retailer", "trench") add weight to an event that others tell of, and never decide alone.
    """
    if not any(map(events_in, [*map(itemgetter(0), story.opening), *story.rest])):
        return None, ""
    opening = [(weight, tokens) for weight, tokens, _ in story.weighted(8, _FIRST, 2)]
    told = [(weight, tokens, found) for weight, tokens in (*opening, *((1, rest) for rest in story.rest)) if (found := events_in(tokens))]
    score: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    patterns: dict[str, str] = {}
    deadly = any(not story_words("deadly").isdisjoint(tokens.words) for _, tokens in opening)
    at_work = _is_of_work([tokens for _, tokens in opening], deadly)
    for weight, tokens, found in told:
        naming = {at for at, _, _ in events_in(tokens, named=True)}
        for at, event, pattern in found:
            if event == "attack" and tokens.words[at].startswith("strike") and at_work:
                event, pattern = "walkout", "strike in {place}"
            score[event] += weight + (weight // 4 if at in naming else 0)
            hits[event] += 2 if weight == 8 else 1
            if pattern:
                patterns.setdefault(event, pattern)
    ranked = [(event, points) for event, points in score.most_common() if event in patterns]
    best = next((event for event, _ in ranked if hits[event] > 1), None) or next(
        (event for event, points in ranked if deadly or (points >= _FIRST and event not in _disasters())), None
    )
    narrower = [event for event in _NARROWER.get(best or "", ()) if hits[event] > 1 and event in patterns]
    best = max(narrower, key=lambda event: score[event], default=best)
    if _CAUSES.get(best or "") in score:
        best = _CAUSES[best or ""]
    return best, patterns.get(best or "", "")


def _is_of_work(opening: Sequence[Tokens], deadly: bool) -> bool:
    """Whether a strike is a stoppage: two words of work, or one where nobody dies and nothing else is of an attack."""
    words = [word for tokens in opening for word in tokens.words]
    labour = sum(word in story_words("labour") for word in words)
    armed = any(word in story_words("attack") and not word.startswith("strike") for word in words)
    return labour > 1 or (labour == 1 and not deadly and not armed)


def phrase(event: str | None, pattern: str, text: str, place: str | None, entity: str | None, sides: tuple[str, ...]) -> str | None:
    """The event in words; a war by the name the text gives it, else a war or exchange by its sides.

    >>> phrase("earthquake", "earthquake in {place}", "", "Kathmandu", None, ())
    'earthquake in Nepal'
    """
    if event is None:
        return None
    if event == "drone attacks" and _WAR.search(text):
        event, pattern = "war", "war in {place}"
    named = _NAMED_WAR.search(text) if event == "war" else None
    if named and named["where"].split()[0] not in MONTHS:
        return f"war in {named['where']}"
    if sides and event in ("war", "drone attacks"):
        return f"war between {sides[0]} and {sides[1]}"
    if event == "storm" and entity:
        return entity
    if event == "exchange":
        parties = f" between {sides[0]} and {sides[1]}" if sides else f" with {place}" if place else ""
        return f"prisoner exchange{parties}"
    where = place if event in LOCAL or place is None else _wide(place)
    if entity is None:
        pattern = pattern.replace("of {entity}", "in {place}").replace("{entity} ", "")
    filled = pattern.replace("{place}", where or "\0").replace("{entity}", entity or where or "\0")
    return re.sub(r" (?:in|of|on|between) \0|\0 ?", "", filled).strip() or None


def background(event: str | None, story: Story, sides: tuple[str, ...], torn: str | None) -> str | None:
    """The war in which a single attack falls; `torn` is the country of a civil war."""
    if event not in ("attack", "bombing", "explosion", "drone attacks") or not sides or not _WAR.search(story.text):
        return None
    return phrase("war", "war in {place}", story.text, torn, None, () if torn else sides)


def _wide(place: str) -> str:
    """The country of a place, in the United States the state; the place itself where the gazetteer does not know it."""
    country = places.country_of(place)
    if country != "United States" or place == country:
        return country or place
    return next((state for state in places.around(place) if places.is_inside(state, country)), place)


def since(event: str | None, text: str, published: str | None = None) -> str | None:
    """The ISO day or month it began, where the text says since when; a day without a year is the last such before publication.

    >>> since("war", "since the uprising of June 2021 ... The revolt began on June 14, 2021")
    '2021-06-14'
    """
    if event in _STANDING or _MONTH.search(text) is None:
        return None
    stated = list(_BEGAN.finditer(text)) if _YEAR.search(text) else []
    names = Counter(_NAME.findall(text)) if stated else Counter()
    found = [_day(match, match["year"]) for match in stated if not _WITHIN.search(match.group()) and _is_of_the_news(match, text, names)]
    if not found and published is not None and len(published) == 10:
        found = [_last_such(match, published) for match in _THIS_YEAR.finditer(text)]
    if not found:
        return None
    best = Counter(date[:7] for date in found).most_common(1)[0][0]
    return max((date for date in found if date.startswith(best)), key=len)


def _is_of_the_news(match: re.Match[str], text: str, names: Counter[str]) -> bool:
    """Whether a beginning can be that of the news, and not of the old war it is likened to ("the Somme, which began on July 1, 1916").

    What a relative clause tells it of by name the text has to name elsewhere too.
    """
    told = text[max(0, match.start() - _BEFORE) : match.end()]
    of_it = _NAMED_BEFORE.search(told)
    named = _NAME.findall(of_it[1]) if of_it else []
    return _WORLD_WAR.search(told) is None and (not named or any(names[name] > 1 for name in named))


def _day(match: re.Match[str], year: str) -> str:
    """The day or month that a match names, in that year."""
    day = int(match["before"] or match["after"] or 0)
    month = f"{year}-{MONTHS.index(match['month']) + 1:02d}"
    return f"{month}-{day:02d}" if 0 < day < 32 else month


def _last_such(match: re.Match[str], published: str) -> str:
    named = _day(match, published[:4])
    return named if named <= published else _day(match, str(int(published[:4]) - 1))
