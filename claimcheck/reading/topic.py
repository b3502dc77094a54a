"""What an article is about: the event, where, whom, since when; read once from headline, dateline and lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import frozen

from claimcheck.reading import measures, places, proper_names
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.proper_names import Name
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import table

_LEAD = 4
"""Sentences after the headline that make the lead."""
_DATELINE = re.compile(r"(?P<city>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+[A-ZÀ-Þ])(?:, (?P<inside>[A-Z][\w. ]*?))?(?: \([\w ./-]{2,30}\))? ?[—–-]{1,2} ")
_INNER_NAME = re.compile(r"(?<=[\w,'’“\"(] )[A-ZÀ-ÖØ-Þ][\w’'-]*\w")
_OWNER = re.compile(r"\b([A-ZÀ-ÖØ-Þ][^\W_]+)['’]s\b")
_JOINED = re.compile(r"\b([A-ZÀ-ÖØ-Þ][^\W_]+) and [A-ZÀ-ÖØ-Þ]")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]*\w")
_ADJECTIVE = re.compile(r"(?:n|an|ian|ish|ese|i|er|ean)s?$")
_FLIGHT = re.compile(r"(?:[A-Z][\w’']+ ){0,3}Flight \d{1,4}\b")
_AIRLINE = re.compile(r"\b(?:[A-Z]\w+ (?:Air|Airlines|Airways|Aviation)|Air [A-Z]\w+)\b")
_DISEASE = re.compile(r"(?:[A-Z]\w+ (?:fever|virus|disease|flu)|[Cc]holera|[Mm]easles|Ebola|[Dd]engue|[Pp]olio|[Mm]pox|Zika|Marburg|MERS|COVID(?:-19)?|H\dN\d|bird flu|swine flu)\b")
_STORM = re.compile(r"(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm) [A-Z]\w+")
_VESSEL = re.compile(r"\b[Tt]he (?:(?:ferry|ship|boat|vessel|trawler|tanker|yacht|launch|ferryboat) )?(?P<name>(?:M[SVT] )?[A-Z]\w+(?: [A-Z]\w+)?)")
_PERSON = re.compile(r"(?P<name>[A-Z]\w+(?: [A-Z]\w+)+), \d\d,")
_MONTHS = tuple("january february march april may june july august september october november december".split())
_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:(?P<before>\d{{1,2}}) )?{_MONTH}(?: (?P<after>\d{{1,2}}),)? (?P<year>(?:19|20)\d\d)\b"
_BEGAN = re.compile(rf"\b(?:since|invasion|invaded|began|started|erupted|broke out|crossed|rolled)\b[^.\n]{{0,60}}?\b{_DATE}")
_WAR = re.compile(r"\b(?:war|invasion|front line|frontline|ceasefire|cease-fire|battlefield)\b")
_LOCATIVE = frozenset("in at near off on across outside around inside over".split())
_AREAS = frozenset("the southern northern eastern western central southeastern southwestern northeastern northwestern".split())
_ORDINARY = frozenset(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "President", "Minister", "Ministry", "Prime", "I"))


@frozen
class Topic:
    """The subject of an article; None or empty where it does not say.

    `event` is a short phrase ("earthquake in Haiti") and `kind` its class ("earthquake"); `sides` are the two parties of a war or exchange, `home` the one the headline names first; `country` the
    country-like name that stands most often; `background` the war in which an attack falls;
    `since` the ISO date it began; `measure` the name of the statistic in the headline; `names` are the words seen as names inside
    sentences; `adjectives` pairs of an adjective with the name it belongs to, learned from the text.
    """

    event: str | None = None
    kind: str | None = None
    place: str | None = None
    entity: str | None = None
    since: str | None = None
    sides: tuple[str, ...] = ()
    home: str | None = None
    country: str | None = None
    background: str | None = None
    measure: str | None = None
    names: frozenset[str] = frozenset()
    adjectives: tuple[tuple[str, str], ...] = ()


def read(title: str | None, sentences: Sequence[Tokens], published: str | None = None) -> Topic:
    """The topic of an article from its headline, dateline and lead; the first sentence counts as headline where none is given.

    >>> lead = "KARVIK, Ostrana — At least 12 people were killed when an earthquake hit Ostrana on Monday."
    >>> topic = read("Earthquake in Ostrana kills 12", [cut(lead)])
    >>> topic.event, topic.place, topic.measure
    ('earthquake in Ostrana', 'Ostrana', 'deaths')
    """
    if not sentences:
        return Topic()
    text = _text(sentences)
    head, body = _headline(title, sentences)
    lead = body[:_LEAD]
    known, counts = _known(text)
    adjectives = _adjectives(known, counts)
    city, inside = _dateline(body)
    event, pattern = _event(head, lead, body[_LEAD:])
    names = {id(tokens): proper_names.find(tokens, known) for tokens in (*([head] if head else []), *lead)}
    parties = _parties(names.values(), known, counts, adjectives, (city, inside))
    sides = tuple(sorted(parties[:2])) if event in ("war", "exchange", "drone attacks", "attack") and len(parties) > 1 else ()
    martial = event in ("war", "exchange")
    place = None if event == "exchange" else _place(head, lead, names, None if martial else city, None if martial else inside, adjectives, 2 if martial else 1)
    entity = _entity(event, head, lead, names, text, place, inside)
    if place is not None and place == entity and pattern is not None and "{place}" not in pattern:
        place = inside or city
    country = inside or (places.country_of(place) if place else None) or next(iter(parties), None)
    phrase = _phrase(event, pattern, text, (country if event in ("protest", "walkout") else None) or place, entity, sides)
    background = _phrase("war", "war in {place}", text, place, entity, sides) if event in ("attack", "bombing", "explosion", "drone attacks") and sides and _WAR.search(text) else None
    return Topic(phrase, event, place, entity, _since(text, event), sides, _home(head, sides, adjectives), country, background, _measure(head, event), frozenset(known), tuple(sorted(adjectives.items())))


def _text(sentences: Sequence[Tokens]) -> str:
    first, last = sentences[0], sentences[-1]
    return first.text[first.starts[0] : last.ends[-1]] if len(first) and len(last) else ""


def _headline(title: str | None, sentences: Sequence[Tokens]) -> tuple[Tokens | None, Sequence[Tokens]]:
    """The headline and the sentences after it."""
    first = sentences[0]
    stands = len(first) > 0 and first.words[-1] not in (".", "!", "”", '"') and len(sentences) > 1
    if title:
        return cut(title), sentences[1:] if stands and first.surface(0, len(first)) == title.strip() else sentences
    return (first, sentences[1:]) if stands and len(first) < 30 else (None, sentences)


def _known(text: str) -> tuple[set[str], Counter[str]]:
    """The words written with a capital inside sentences, and how often each word with a capital stands in the text."""
    owners = {word for pattern in (_OWNER, _JOINED) for word in pattern.findall(text) if not is_function_word(word.lower())}
    inner = {_bare(word) for word in _INNER_NAME.findall(text)} | owners
    return inner - _ORDINARY, Counter(map(_bare, _CAPITAL.findall(text)))


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _adjectives(known: set[str], counts: Counter[str]) -> dict[str, str]:
    """Adjective -> name, for names that stand beside an adjective of their own ("Maravian" and "Maravia")."""
    found = {}
    for word in sorted(known):
        match = _ADJECTIVE.search(word)
        if match is None or places.demonym(word):
            continue
        single = word.removesuffix("s")
        for name in (word[: match.start()], single[:-1], single.removesuffix("er"), single.removesuffix("ian") + "y"):
            if len(name) > 3 and name != word and name in counts:
                found[word] = name
                known.add(name)
                break
    return found


def _dateline(body: Sequence[Tokens]) -> tuple[str | None, str | None]:
    """The town of the dateline and what the dateline says it lies in."""
    for tokens in body[:2]:
        if not len(tokens):
            continue
        match = _DATELINE.match(tokens.text, tokens.starts[0], min(tokens.ends[-1], tokens.starts[0] + 90))
        if match:
            city = match["city"].title().replace("’S", "’s")
            inside = match["inside"]
            return places.canonical(city) or city, (places.canonical(inside) or inside) if inside else places.country_of(city)
    return None, None


@cache
def _events(named: bool) -> tuple[Phrases[tuple[str, str]], frozenset[str]]:
    rows = [row for row in table("events") if row["names"] == "yes" or not named]
    return Phrases((row["wording"], (row["event"], row["pattern"])) for row in rows), frozenset(cut(row["wording"]).words[0] for row in rows)


def events_in(tokens: Tokens, named: bool = False) -> list[tuple[int, str, str]]:
    """(token, event, pattern) of each wording of the events table in a sentence; `named`: only those that name an event, not mere signs of one.

    >>> [(at, event) for at, event, _ in events_in(cut("The quake set off a landslide"))]
    [(1, 'earthquake'), (5, 'landslide')]
    """
    phrases, firsts = _events(named)
    found, end = [], 0
    for at, word in enumerate(tokens.words):
        if word in firsts and at >= end:
            match = phrases.at(tokens, at)
            if match:
                end = match[0]
                found.append((at, *match[1]))
    return found


def _event(head: Tokens | None, lead: Sequence[Tokens], rest: Sequence[Tokens]) -> tuple[str | None, str | None]:
    """The class of event named most, headline before lead before the rest; one word outside the headline is not enough."""
    score: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    patterns: dict[str, str] = {}
    labour = sum(word in _LABOUR for tokens in (*([head] if head else []), *lead) for word in tokens.words)
    for weight, part in ((8, [head] if head else []), (4, lead[:1]), (2, lead[1:]), (1, rest[:20])):
        for tokens in part:
            for at, event, pattern in events_in(tokens):
                if event == "attack" and tokens.words[at].startswith("strike") and labour > 1:
                    event, pattern = "walkout", "strike in {place}"
                score[event] += weight
                hits[event] += 2 if weight == 8 else 1
                patterns.setdefault(event, pattern)
    event = next((event for event, _ in score.most_common() if hits[event] > 1), None)
    return (event, patterns[event]) if event is not None else (None, None)


_LABOUR = frozenset("union unions workers dockers pay wage wages walkout pickets picket drivers teachers nurses miners employers staff strikers stoppage".split())
"""Words that tell a strike of workers from a strike on a town."""


def _parties(
    found: Iterable[tuple[Name, ...]], known: set[str], counts: Counter[str], adjectives: dict[str, str], dateline: tuple[str | None, str | None]
) -> tuple[str, ...]:
    """Countries, or names that are neither a person's nor the dateline's town, those named most first."""
    people, leading = set(), set()
    for names in found:
        for name in names:
            parts = name.text.split()
            if len(parts) > 1 and name.place is None and name.side is None:
                people.update(parts[1:])
            leading.add(parts[0])
    score: Counter[str] = Counter()
    for word in known:
        place = places.canonical(word) or places.demonym(word) or adjectives.get(word, word)
        country = places.country_of(place)
        if not {word, place} & people and not (word.isupper() and country is None) and place != dateline[0] and (country is None or country == place):
            score[place] += counts[word] + 2 * (word in leading) - (place == dateline[1] and country is not None)
    order = {name: at for at, name in reversed(list(enumerate(counts)))}
    ranked = sorted(score, key=lambda name: (-score[name], order.get(name, len(order))))
    return tuple(name for name in ranked[:2] if score[name] > 2)


def _place(
    head: Tokens | None, lead: Sequence[Tokens], names: dict[int, tuple[Name, ...]], city: str | None, inside: str | None, adjectives: dict[str, str], least: int
) -> str | None:
    """Where it happens: the place headline and lead put it in, else the dateline's; `least` is the strength that counts at all."""
    score: Counter[str] = Counter()
    for weight, part in ((6, [head] if head else []), (4, lead[:1]), (2, lead[1:])):
        for tokens in part:
            beside = {at for at, event, _ in events_in(tokens) if event not in ("outbreak", "results", "trial")}
            for name in names[id(tokens)]:
                place = name.place or name.side or adjectives.get(name.text, name.text)
                strength = _locates(tokens, name, beside)
                if strength >= least:
                    score[place] += weight * strength // 2
    for place, weight in ((city, 3), (inside, 4)):
        if place and (weight == 4 or not score or place in score):
            score[place] += weight
    for place in score:
        if places.canonical(place):
            score[place] += score[place] // 2
    best = score.most_common(1)
    return best[0][0] if best and best[0][1] > 2 else city


def _locates(tokens: Tokens, name: Name, events: set[int]) -> int:
    """How strongly a name is put as the place of something: 2 after "in" or beside the event, 1 as a country or its adjective."""
    words, at = tokens.words, name.first - 1
    before = words[at] if at >= 0 else ""
    while at > 0 and before in _AREAS:
        at -= 1
        before = words[at]
    if before in _LOCATIVE and (name.place is not None or name.last - name.first < 3 or " of " in name.text):
        return 2
    if words[name.last : name.last + 1] in (("'s",), ("’s",)) and name.last < 3:
        return 2
    beside = name.last in events or (words[name.last : name.last + 1] in (("'s",), ("’s",)) and not events.isdisjoint(range(name.last + 1, name.last + 4)))
    if beside or before == "of" and name.first - 2 in events:
        return 2
    return 1 if name.place is not None or name.side is not None else 0


def _entity(
    event: str | None, head: Tokens | None, lead: Sequence[Tokens], names: dict[int, tuple[Name, ...]], text: str, place: str | None, inside: str | None
) -> str | None:
    """The ship, flight, disease, company, person or country the figures of the story are about by default."""
    lead_text = " ".join(tokens.surface(0, len(tokens)) for tokens in (*([head] if head else []), *lead) if len(tokens))
    if event == "crash":
        return _most(_FLIGHT.findall(lead_text)) or _most(_AIRLINE.findall(text))
    if event == "outbreak":
        return _most(_DISEASE.findall(text))
    if event == "hurricane":
        return _most(_STORM.findall(text))
    if event == "sinking":
        return _most([m["name"] for m in _VESSEL.finditer(text) if not _is_office(m["name"])])
    if event in ("labour market", "economy", "budget", "census"):
        return inside if place and inside and not places.is_country(place) else place
    if event in ("trial", "shooting"):
        return _most([m["name"] for m in _PERSON.finditer(text)][:1])
    if event in _NO_PROTAGONIST:
        return None
    return _protagonist(head, lead, names, text)


_NO_PROTAGONIST = frozenset(
    "war exchange uprising coup earthquake tsunami flood landslide avalanche eruption wildfire fire storm tornado heatwave drought famine protest riot walkout "
    "attack bombing explosion massacre stabbing crush collapse election referendum derailment collision hostages disaster accident".split()
) | {"drone attacks"}


def _protagonist(head: Tokens | None, lead: Sequence[Tokens], names: dict[int, tuple[Name, ...]], text: str) -> str | None:
    """The name that headline and lead share, or the one named most in the lead."""
    score: Counter[str] = Counter()
    for weight, part in ((3, [head] if head else []), (2, lead[:2]), (1, lead[2:])):
        for tokens in part:
            for name in names[id(tokens)]:
                if name.side is None:
                    score[name.text] += weight + (4 if name.first == 0 and weight == 3 else 1 if " " in name.text else 0)
    if not score:
        return None
    total = {name: sum(points for other, points in score.items() if f"{other} ".startswith(f"{name} ")) for name in score}
    best = max(total, key=lambda name: total[name])
    return max((name for name in score if f"{name} ".startswith(f"{best} ")), key=len)


def _is_office(name: str) -> bool:
    return any(word in _OFFICES for word in name.split()) or places.canonical(name) is not None or places.demonym(name.split()[0]) is not None


_OFFICES = frozenset("Ministry Minister President Transport Coast Guard Navy Government Red Cross United National Interior Defense Defence Health General Police Monday Friday Gulf Sea".split())


def _most(found: Sequence[str]) -> str | None:
    return Counter(found).most_common(1)[0][0] if found else None


def _phrase(event: str | None, pattern: str | None, text: str, place: str | None, entity: str | None, sides: tuple[str, ...]) -> str | None:
    """The event in words; a war or exchange by its sides unless the text names it."""
    if event is None or pattern is None:
        return None
    if event == "war":
        named = re.search(r"\b(?:war|conflict) in (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)|\binvasion of (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)", text)
        if named:
            where = named[1] or named[2]
            if where.split()[0].lower() not in _MONTHS:
                return f"war in {where}"
        if sides:
            return f"war between {sides[0]} and {sides[1]}"
    if event == "drone attacks" and sides:
        return f"war between {sides[0]} and {sides[1]}"
    if event == "exchange":
        return f"prisoner exchange between {sides[0]} and {sides[1]}" if sides else "prisoner exchange"
    country = _wide(place) if place else None
    where = country if country and event not in ("attack", "bombing", "explosion", "shooting", "fire", "crush") else place
    if entity is None and pattern.endswith("of {entity}"):
        pattern = pattern.replace("of {entity}", "in {place}")
    filled = pattern.replace("{place}", where or "\0").replace("{entity}", entity or where or "\0").replace("{sides}", "\0")
    return re.sub(r" (?:in|of|on|between) \0|\0 ?", "", filled).strip() or None


def _wide(place: str) -> str | None:
    """The country of a place; in the United States the state."""
    country = places.country_of(place)
    return country if country != "United States" or place == country else next((state for state in places.around(place) if places.is_inside(state, country)), place)


def _since(text: str, event: str | None) -> str | None:
    """The day or month it began, where the text says since when."""
    if event in ("labour market", "economy", "results", "housing market", "budget"):
        return None
    found = []
    for match in _BEGAN.finditer(text):
        day = match["before"] or match["after"]
        month = _MONTHS.index(match["month"].lower()) + 1
        found.append(f"{match['year']}-{month:02d}" + (f"-{int(day):02d}" if day and 0 < int(day) < 32 else ""))
    if not found:
        return None
    months = Counter(date[:7] for date in found)
    best = months.most_common(1)[0][0]
    return max((date for date in found if date.startswith(best)), key=len)


def _home(head: Tokens | None, sides: tuple[str, ...], adjectives: dict[str, str]) -> str | None:
    """The side the headline names first."""
    for name in proper_names.find(head, sides) if head is not None else ():
        base = name.place or name.side or adjectives.get(name.text, name.text)
        if base in sides:
            return base
    return None


def _measure(head: Tokens | None, event: str | None) -> str | None:
    """The statistic of the headline; protests are counted by their crowds."""
    if event == "protest":
        return "crowd"
    for mark in measures.marks(head) if head is not None else ():
        for frame in mark.frames:
            if frame.role in ("value", "noun", "patient", "people") and frame.measure.about in ("people", "owner", "country") and not frame.measure.kinds.isdisjoint(("count", "percent")):
                return frame.measure.name
    return None
