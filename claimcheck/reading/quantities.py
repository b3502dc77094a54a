"""Numerals become quantities: unit or counted noun, hedge, direction of change, ranges, and relations the sentence states.

Read from the inside out: `_read` looks at one numeral and what touches it; `_joined` makes ranges, ratios and compounds of neighbours;
`_shared` hands units and nouns along lists; `relations` adds the links. No step looks at anything but its sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import define, evolve

from claimcheck.reading import designators, nouns, numerals, relations, units
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.numerals import Numeral
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_HEDGES = table("hedges")
_HEDGE_BEFORE = Phrases((row["wording"], row["qualifier"]) for row in _HEDGES if row["side"] == "before")
_HEDGE_AFTER = Phrases((row["wording"], row["qualifier"]) for row in _HEDGES if row["side"] == "after")
_CHANGES = table("changes")
_CHANGE_BEFORE = Phrases((row["wording"], row) for row in _CHANGES if row["side"] == "before")
_CHANGE_AFTER = Phrases((row["wording"], row) for row in _CHANGES if row["side"] == "after")
_CHANGE_VERBS = frozenset(row["wording"] for row in _CHANGES if row["side"] == "before")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_DASHES = ("-", "–", "—", "−", "~")
_QUAKE = frozenset("earthquake quake temblor tremor aftershock aftershocks foreshock".split())
_PERSON = frozenset("he she i who and whom".split())
_ELIDED_BEFORE = frozenset(
    "killed wounded injured hurt dead missing arrested died were was had have by in at on from others more of".split()
)
OLDEST = 125
"""Years; the oldest age on record is 122 (Jeanne Calment, INED 1997)."""


@define
class _Part:
    """A quantity under construction; positions are tokens."""

    number: Numeral
    first: int
    last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    kind: str = ""
    unit: str = ""
    counted: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    change: str | None = None
    more: bool = False
    number_first: int = 0
    number_last: int = 0

    @property
    def bare(self) -> bool:
        """Whether neither unit nor noun has been found."""
        return not self.kind


def find(tokens: Tokens, taken: Iterable[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities of a sentence in text order; `taken` are token ranges of dates and clock times.

    >>> from claimcheck.reading.tokens import cut
    >>> [(str(q.value), q.unit, q.counted, q.qualifier) for q in find(cut("Almost 15,000 civilians fled 600 miles"))]
    [('15000', 'count', 'civilian', 'almost'), ('600', 'mile', None, 'exact')]
    """
    found = numerals.find(tokens)
    if not found:
        return ()
    ranges = [*taken, *designators.blocked(tokens)]
    free = [n for n in found if not any(n.first < last and first < n.last for first, last in ranges)]
    free = _without_scores(tokens, [n for n in free if n.form != "malformed"])
    parts = _parts(tokens, free)
    parts = [part for part in _joined(tokens, parts) if not _is_no_claim(tokens, part)]
    _shared(tokens, parts)
    for part in parts:
        part.change = _change(tokens, part)
    for a, b in zip(parts, parts[1:]):
        if a.change and not b.change and tokens.words[a.last : b.first] in (("or",), (",", "or")) and b.kind in _SCALES_OF_CHANGE:
            b.change = a.change
    figures = tuple(_finished(tokens, part) for part in parts)
    linked = zip(figures, relations.stated(tokens, figures), strict=True)
    return tuple(evolve(figure, links=links) if links else figure for figure, links in linked)


def _parts(tokens: Tokens, free: list[Numeral]) -> list[_Part]:
    """The parts of numerals that do not stand inside another's unit ("parts per million")."""
    parts: list[_Part] = []
    name_end = -1
    for number in free:
        if parts and number.first < parts[-1].last:
            continue
        runs_on = number.first == name_end + 1 and tokens.words[name_end] in _DASHES and tokens.touches(name_end) and tokens.touches(number.first)
        part = None if runs_on else _read(tokens, number, parts[-1].last if parts else 0)
        if part is None:
            name_end = number.last
        else:
            parts.append(part)
    return parts


def _without_scores(tokens: Tokens, found: list[Numeral]) -> list[Numeral]:
    """Numerals less the pairs that are scores, votes or odds ("3-1", "101-98"), and less designators that run on ("72-600")."""
    dropped: set[int] = set()
    for index in range(len(found) - 1):
        a, b = found[index], found[index + 1]
        hyphen = b.first - a.last == 1 and tokens.words[a.last] in _DASHES[:4] and tokens.touches(a.last) and tokens.touches(b.first)
        if not hyphen or a.form != "digits" or b.form != "digits" or a.scaled or b.scaled:
            continue
        if units.after(tokens, b.last) is None and not _has_currency(tokens, a, b) and designators.is_score(tokens, a, b, nouns.after(tokens, b.last) is not None):
            dropped |= {index, index + 1}
    return [number for index, number in enumerate(found) if index not in dropped]


def _has_currency(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    return units.currency_before(tokens, a.first) is not None or units.currency_after(tokens, b.last) is not None


# ------------------------------------------------------------------------------------------------ one numeral


def _read(tokens: Tokens, number: Numeral, floor: int) -> _Part | None:
    """The part a numeral makes with its own currency, unit or noun and hedge; None for names. Tokens before `floor` belong to another."""
    part = _Part(number, number.first, number.last, number.value, number.step, number_first=number.first, number_last=number.last)
    if number.form == "vague":
        part.qualifier = "range"
    _hedge_after(tokens, part)
    hedged = part.last > number.last
    _unit(tokens, part, floor)
    if designators.is_name(tokens, number, counts=not part.bare or hedged):
        return None
    _age(tokens, part)
    _magnitude(tokens, part)
    if part.bare or part.kind == "duration" and part.unit == "second" and number.form == "words":
        _count(tokens, part)
    _hedge_after(tokens, part)
    _hedge_before(tokens, part)
    return part


def _unit(tokens: Tokens, part: _Part, floor: int) -> None:
    if part.number.form == "fold":
        part.kind, part.unit = "ratio", "dimensionless"
        return
    sign = units.currency_before(tokens, part.first)
    if sign is not None and sign[0] >= floor:
        part.first = sign[0]
        _money(tokens, part, sign[1])
        return
    at = _past_article(tokens, part)
    unit = units.after(tokens, at)
    currency = units.currency_after(tokens, at)
    if currency is not None and (unit is None or currency[0] > unit[0]):
        part.last = currency[0]
        scale = numerals.scale_at(tokens, part.last) if not part.number.scaled and not isinstance(part.value, tuple) else None
        if scale is not None and not isinstance(part.value, tuple):
            part.last, part.value = part.last + 1, part.value * scale
            part.step = part.step * scale if part.step is not None else None
        _money(tokens, part, currency[1])
    elif unit is not None:
        part.last = unit[0]
        part.kind, part.unit = unit[1].kind, unit[1].name
        _and_a_half(tokens, part)


def _and_a_half(tokens: Tokens, part: _Part) -> None:
    """"a point and a half", "two miles and a half"."""
    if tokens.words[part.last : part.last + 3] == ("and", "a", "half") and not isinstance(part.value, tuple):
        part.value, part.step, part.last = part.value + Decimal("0.5"), None, part.last + 3


def _past_article(tokens: Tokens, part: _Part) -> int:
    """Where the unit of a number begins: after the "a" of "half a mile" and "a quarter of a mile"."""
    words, at = tokens.words, part.last
    if part.number.form == "fraction" and part.last == part.number.last:
        if words[at : at + 1] in (("a",), ("an",)):
            return at + 1
        if words[at : at + 2] in (("of", "a"), ("of", "an")):
            return at + 2
    return at


def _money(tokens: Tokens, part: _Part, currency: units.Currency) -> None:
    part.kind, part.unit = "money", currency.name
    if currency.factor != 1:
        part.value = (part.value[0] * currency.factor, part.value[1] * currency.factor) if isinstance(part.value, tuple) else part.value * currency.factor
        part.step = part.step * currency.factor if part.step is not None else None
    for _ in range(2):
        rate = units.rate_after(tokens, part.last)
        if rate is None:
            return
        part.last = rate[0]
        if rate[1].per != "item":
            part.kind, part.unit = "rate", f"{part.unit} / {rate[1]}"


def _count(tokens: Tokens, part: _Part) -> None:
    """A count and its noun: "55,000 Ukrainian troops", "18 of the soldiers", "three-judge", "a crew of 19"."""
    words, fraction = tokens.words, part.number.form == "fraction" and not isinstance(part.value, tuple) and part.value < 1
    if part.last < len(tokens) and words[part.last] == "per" and not fraction:
        rate = units.rate_after(tokens, part.last)
        if rate is not None:
            part.last, part.kind, part.unit = rate[0], "rate", f"count / {rate[1]}"
            return
    if fraction and not (part.last < len(tokens) and words[part.last] == "of"):
        return
    at = part.last
    if at + 1 < len(tokens) and words[at] in ("more", "additional", "further", "extra") and tokens.kinds[at + 1] == "w":
        at, part.more = at + 1, words[at] == "more"
    noun = nouns.after(tokens, at, single=part.value == 1)
    if noun is None:
        part.more = False
        _group(tokens, part)
        return
    part.last, part.counted, part.noun = noun.last, noun.lemma, noun.phrase(tokens)
    part.kind, part.unit = ("ratio", "dimensionless") if fraction else ("count", "count")
    if noun.lemma == "time" and part.last < len(tokens) and words[part.last] in _MULTIPLE:
        part.kind, part.unit, part.counted, part.noun = "ratio", "dimensionless", None, None
        return
    rate = units.rate_after(tokens, part.last)
    if rate is not None and rate[1].per != "item":
        part.last, part.kind, part.unit = rate[0], "rate", f"count / {rate[1]}"


def _group(tokens: Tokens, part: _Part) -> None:
    """The noun of "a crew of 19"."""
    at = part.first
    if at >= 2 and tokens.words[at - 1] == "of" and tokens.words[at - 2] in _GROUPS:
        part.kind, part.unit, part.counted, part.noun = "count", "count", tokens.words[at - 2], tokens.words[at - 2]


_GROUPS = frozenset("crew team staff squad convoy fleet".split())
_MULTIPLE = frozenset("as more the higher larger faster greater bigger that what its their his her longer lower stronger".split())


def _age(tokens: Tokens, part: _Part) -> None:
    """"68-year-old", "66 years old", "aged 25", "Smith, 66," and "he was 19"."""
    words, size = tokens.words, len(tokens)
    if part.kind == "duration" and part.unit in ("year", "month", "week", "day"):
        at = part.last
        if at < size and words[at] == "-":
            at += 1
        if at < size and words[at] in ("old", "olds", "year-old"):
            part.kind, part.last = "age", at + 1
        elif at + 1 < size and words[at] == "of" and words[at + 1] == "age":
            part.kind, part.last = "age", at + 2
        return
    if not part.bare or isinstance(part.value, tuple) or not 0 < part.value <= OLDEST or part.number.scaled or part.value != part.value.to_integral_value():
        return
    after = words[part.last] if part.last < size else "."
    if after in ("yo", "yr", "y"):
        end = part.last + 1
        if after == "yo" or (end < size and words[end] in ("old", "o")):
            part.kind, part.unit, part.last = "age", "year", end if after == "yo" else end + 1
        return
    if _age_cue(tokens, part, after) or (part.number.form == "digits" and (_apposition(tokens, part, after) or _said_of_person(tokens, part, after))):
        part.kind, part.unit = "age", "year"


def _age_cue(tokens: Tokens, part: _Part, after: str) -> bool:
    """"aged 25", "at the age of 40", "raise the pension age to 65", "people under 25", "a boy of nine"."""
    words, at = tokens.words, part.first - 1
    while at >= 0 and words[at] in _AGE_JOINTS:
        at -= 1
    if at < 0 or nouns.after(tokens, part.last) is not None:
        return False
    if words[at] in ("aged", "age", "ages"):
        return True
    if at == part.first - 2 and words[at + 1] in ("under", "over", "above", "below", "of"):
        return words[at] in _CHILDREN or (words[at + 1] != "of" and words[at] in _PEOPLE)
    return part.value >= 12 and words[part.first - 1] in ("to", "at") and "age" in words[max(0, at - 8) : at + 1] and after not in ("%", "percent", "per")


_AGE_JOINTS = frozenset("of between over under about around from just only - least at above below , now is was to until by".split())
_CHILDREN = frozenset("boy girl child man woman baby toddler youth".split())
_PEOPLE = frozenset("people children adults those women men anyone workers youths teenagers voters patients everyone person girls boys residents citizens".split())


def _apposition(tokens: Tokens, part: _Part, after: str) -> bool:
    """The 66 of "Anna Weiss, 66, said"."""
    words, first = tokens.words, part.first
    if first < 2 or words[first - 1] not in (",", "(") or after not in (",", ".", ")", ";", "and", "of", "who", "!", "?", "”", '"', "—"):
        return False
    name = first - 2
    if tokens.kinds[name] != "w" or words[name] in _CALENDAR:
        return False
    return tokens.capital(name) or (after in (",", ")") and part.value > 3 and not nouns.is_plural(words[name]) and not nouns.is_function_word(words[name]))


_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec".split()
)


def _said_of_person(tokens: Tokens, part: _Part, after: str) -> bool:
    """The 19 of "when he was 19" and of "the youngest victim, Amy Okoro, was 16."."""
    words, at = tokens.words, part.first - 1
    if at < 1 or after not in (".", ",", ";", "when", "at", "and", "in", "on", "before", "by", "after", "”", '"', "that", ")") or part.value < 1:
        return False
    if words[at] == "be" and words[at - 1] in ("will", "would", "to") and at >= 2:
        at -= 2
        return words[at] in ("he", "she", "i", "who") or (tokens.kinds[at] == "w" and tokens.capital(at) and after in (".", ",", "when", "by", "before", "in"))
    if words[at] in ("turned", "turns", "turning"):
        return True
    if words[at] not in ("was", "is", "am", "'s", "’s"):
        return False
    subject = words[at - 1]
    if subject in ("he", "she", "who"):
        return True
    if any(word in ("youngest", "oldest", "age") for word in words[:at]) and part.value > 3:
        return True
    if subject == "and" and any(word in ("he", "she") for word in words[:at]):
        return True
    named = at >= 3 and subject == "," and tokens.capital(at - 2) and tokens.kinds[at - 2] == "w" and tokens.capital(at - 3)
    return named and after in (".", "when", "and")


def _magnitude(tokens: Tokens, part: _Part) -> None:
    words, size, at = tokens.words, len(tokens), part.first - 1
    if not part.bare or isinstance(part.value, tuple) or not 0 < part.value < 11:
        return
    after = part.last + (1 if part.last < size and words[part.last] == "-" else 0)
    before = words[max(0, at - 2) : at + 1]
    if after < size and words[after] == "magnitude":
        part.last = after + 1
    elif after < size and words[after] in _QUAKE and "." in words[part.first] and at >= 0:
        pass
    elif at >= 0 and (words[at] == "magnitude" or "magnitude" in before and words[at] in ("of", "-", "a", "was", "at")):
        pass
    elif not (after + 2 < size and words[after] == "on" and "richter" in words[after : after + 4]):
        return
    part.kind, part.unit = "magnitude", "magnitude"


def _hedge_before(tokens: Tokens, part: _Part) -> None:
    """Hedges in front, the bound winning over "about" ("up to about 500")."""
    found: list[str] = []
    at = part.first
    for _ in range(3):
        skip = 1 if at > 0 and tokens.words[at - 1] in ("another", "a", "an", "additional", "'s") and found == [] and at - 1 > 0 else 0
        match = _HEDGE_BEFORE.before(tokens, at - skip) if skip else None
        match = _HEDGE_BEFORE.before(tokens, at) or match
        if match is None:
            break
        start, qualifier = match
        if not _hedge_may_stand(tokens, start, at, qualifier):
            break
        found.append(qualifier)
        at = start
    if not found:
        return
    part.first = at
    bound = next((q for q in found if q in _BOUNDS), found[0])
    part.qualifier = bound if part.qualifier in ("exact", "range") and not isinstance(part.value, tuple) or bound in _BOUNDS else part.qualifier


def _hedge_may_stand(tokens: Tokens, start: int, end: int, qualifier: str) -> bool:
    """Whether words before a number are its hedge: not the verb "top", not "over" in "over the past 24 hours", not "no more than"."""
    words = tokens.words
    word = words[start]
    before = words[start - 1] if start > 0 else ""
    if word == "about" and before in _TALK:
        return False
    if word == "up" and before in ("went", "go", "goes", "going", "gone", "moved", "rose", "ticked", "climbed", "crept", "edged"):
        return False
    if word in ("over", "under", "above", "below", "past") and before in ("all", "win", "victory", "lead", "advantage", "turned", "took", "preferred"):
        return False
    if word == "-":
        return False
    return True


_TALK = frozenset("write writing wrote written talk talks talked talking speak spoke speaking think thinking know known worry worried asked ask asks hear heard learn learned care cared".split())


def _hedge_after(tokens: Tokens, part: _Part) -> None:
    match = _HEDGE_AFTER.at(tokens, part.last)
    if match is None:
        return
    last, qualifier = match
    words = tokens.words
    glued = tokens.touches(part.last)
    if words[part.last] in ("plus", "+", "odd", "ish", "max", "tops", "minimum", "maximum") and not glued and not (words[part.last] == "odd" and last < len(tokens)):
        return
    if words[part.last] in ("at", "more", "give") and last < len(tokens) and tokens.kinds[last] != "p":
        return
    part.last = last
    if part.qualifier in ("exact", "approximate"):
        part.qualifier = qualifier


# ------------------------------------------------------------------------------------------------ neighbours


def _joined(tokens: Tokens, parts: list[_Part]) -> list[_Part]:
    """Parts with ranges, ratios and compounds made of neighbours."""
    out: list[_Part] = []
    for part in parts:
        if out:
            joined = _ratio(tokens, out[-1], part) or _with_cents(tokens, out[-1], part) or _compound(tokens, out[-1], part) or _range(tokens, out[-1], part) or _repeated(tokens, out[-1], part)
            if joined is not None:
                out[-1] = joined
                continue
        out.append(part)
    return out


def _between(tokens: Tokens, a: _Part, b: _Part) -> tuple[str, ...]:
    return tokens.words[a.last : b.first]


def _repeated(tokens: Tokens, a: _Part, b: _Part) -> _Part | None:
    """A number written twice, in words and in brackets in digits: "forty-five (45)"."""
    words = tokens.words
    if a.value == b.value and a.bare and {a.number.form, b.number.form} == {"digits", "words"} and _between(tokens, a, b) == ("(",) and b.number_last < len(tokens) and words[b.number_last] == ")":
        return a
    return None


def _ratio(tokens: Tokens, a: _Part, b: _Part) -> _Part | None:
    """"one in five", "three out of ten", "2 in 5"."""
    between = tokens.words[a.last : b.number_first]
    if between not in (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")) or not a.bare and a.counted is None:
        return None
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.last != a.number_last or not 0 < a.value < b.value:
        return None
    if b.kind not in ("", "count") or a.value > 100 or b.value not in _WHOLES:
        return None
    return _merge(a, b, a.value / b.value, "ratio", "dimensionless", b.counted, b.noun)


_WHOLES = frozenset(map(Decimal, (*range(2, 21), 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)))


def _merge(a: _Part, b: _Part, value: Decimal | tuple[Decimal, Decimal], kind: str, unit: str, counted: str | None = None, noun: str | None = None) -> _Part:
    steps = [s for s in (a.step, b.step) if s is not None]
    qualifier = a.qualifier if a.qualifier != "exact" else b.qualifier
    merged = _Part(a.number, a.first, b.last, value, min(steps) if steps else None, kind, unit, counted, noun, qualifier)
    merged.number_first, merged.number_last = a.number_first, b.number_last
    return merged


def _compound(tokens: Tokens, a: _Part, b: _Part) -> _Part | None:
    """"6ft 2in", "two hours and 15 minutes": one quantity in the smaller unit."""
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.kind != b.kind or a.kind not in ("length", "mass", "duration") or a.unit == b.unit:
        return None
    if (a.unit, b.unit) not in _COMPOUNDS or _between(tokens, a, b) not in ((), (",",), ("and",), (",", "and")) or b.qualifier != "exact":
        return None
    larger = units.convert(a.value, a.unit, b.unit)
    if b.value >= larger / a.value if a.value else True:
        return None
    return _merge(a, b, larger + b.value, a.kind, b.unit)


def _with_cents(tokens: Tokens, a: _Part, b: _Part) -> _Part | None:
    """"13 dollars 45 cents", "$20 and 43 cents", "15 dollars 50"."""
    if a.kind != "money" or isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.value != a.value.to_integral_value() or a.number.scaled:
        return None
    between = _between(tokens, a, b)
    if b.kind == "money" and b.value < 1 and b.last > b.number_last and between in ((), ("and",)) and (b.unit == a.unit or tokens.words[b.number_last] in ("cent", "cents", "c")):
        return _merge(a, b, a.value + b.value, "money", a.unit)
    if b.bare and between == () and b.number.form == a.number.form and 0 < b.value < 100 and a.last > a.number_last:
        return _merge(a, b, a.value + b.value / 100, "money", a.unit)
    return None


_COMPOUNDS = frozenset(
    (("foot", "inch"), ("yard", "foot"), ("mile", "yard"), ("mile", "foot"), ("kilometer", "meter"), ("meter", "centimeter"), ("pound", "ounce"), ("stone", "pound"), ("kilogram", "gram"),
     ("hour", "minute"), ("minute", "second"), ("year", "month"), ("day", "hour"), ("week", "day"), ("month", "day"), ("month", "week"), ("yard", "inch"))
)  # fmt: skip


def _range(tokens: Tokens, a: _Part, b: _Part) -> _Part | None:
    """"30-50", "between 5 and 6 percent", "from $200 to $4 million", "18 to 25 people"."""
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or not _range_words(tokens, a, b):
        return None
    low = a.value
    if not a.bare and not b.bare and a.unit != b.unit or (a.counted and b.counted and a.counted != b.counted):
        return None
    if not a.number.scaled and b.number.scaled and abs(low) < 1000 and _mantissa(b) > low and "." not in tokens.words[a.number_last - 1][-4:-3]:
        low = low * b.value / _mantissa(b)
    high = b.value
    if low > high and tokens.words[max(0, a.first - 1)] in ("between", "from") and not low > 0 > high:
        low, high = high, low
    if low >= high:
        return None
    source = b if not b.bare else a
    merged = _merge(a, b, (low, high), source.kind, source.unit, source.counted, source.noun)
    start = a.first - 1
    if start >= 0 and tokens.words[start] in ("between", "from"):
        merged.first = start
    merged.qualifier = "range" if a.qualifier not in ("approximate",) else "range"
    return merged


def _mantissa(part: _Part) -> Decimal:
    """The number in front of the scale word: 4 for "4 million"."""
    value = part.value
    assert isinstance(value, Decimal)
    for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 7, Decimal(10) ** 6, Decimal(10) ** 5, Decimal(1000), Decimal(100)):
        if abs(value) >= scale:
            return value / scale
    return value


def _range_words(tokens: Tokens, a: _Part, b: _Part) -> bool:
    """Whether the words around two numbers make them the ends of one range."""
    words = tokens.words
    between = words[a.last : b.first]
    before = words[a.first - 1] if a.first > 0 else ""
    if between == ("-", "to"):
        return a.bare
    if len(between) != 1 or b.qualifier not in ("exact", "approximate", "range"):
        return False
    joint = between[0]
    if joint in _DASHES:
        tight = tokens.touches(a.last) == tokens.touches(a.last + 1)
        return tight and not (b.bare and a.bare and before == "" and a.number.form != b.number.form)
    if joint in ("and", "&"):
        return before == "between" or (before in ("and", "or") and False)
    if joint in ("to", "through", "until"):
        if before == "from":
            return not _change_governs(tokens, a.first - 1)
        if a.kind == "age":
            return b.bare
        return a.bare or (a.unit == b.unit and not _rises_before(tokens, a))
    if joint == "or":
        return a.bare and a.number.form == b.number.form and isinstance(a.value, Decimal) and isinstance(b.value, Decimal) and b.value - a.value == 1 and not b.bare
    return False


def _rises_before(tokens: Tokens, a: _Part) -> bool:
    """Whether "rose" or "fell by" stands right before a figure, so that "to" leads to the new level and not to the end of a range."""
    at = a.first - 1
    while at > 0 and (tokens.words[at] in ("by", "another", "a", "as", "much") or tokens.words[at].endswith("ly")):
        at -= 1
    return at >= 0 and tokens.words[at] in _CHANGE_VERBS


def _change_governs(tokens: Tokens, at: int) -> bool:
    """Whether a word of rising or falling stands a few words before token `at` ("rose sharply from")."""
    start = max(0, at - 6)
    return any(word in _CHANGE_VERBS or word in _OTHER_CHANGE for word in tokens.words[start:at])


_OTHER_CHANGE = frozenset("went moved changed cut brought revised upped going increase decrease change changing up down slowed slow slowing accelerated improved reduced taking took swung".split())


def _shared(tokens: Tokens, parts: list[_Part]) -> None:
    """Units and nouns handed along lists: "44 and 50 mg", "10 by 12 feet", "435 homes by sale and 187 by tender"."""
    for index in range(len(parts) - 2, -1, -1):
        part, following = parts[index], parts[index + 1]
        if part.bare and not following.bare and tokens.words[part.last : following.first] in _LIST_JOINTS and following.kind not in ("age", "magnitude"):
            _take(part, following)
        elif part.bare and following.kind == "length" and tokens.words[part.last : following.first] in (("by",), ("x",), ("×",)):
            _take(part, following)
    for index in range(1, len(parts)):
        part = parts[index]
        if part.bare:
            _elided(tokens, part, parts[:index])


_LIST_JOINTS = (("and",), ("or",), (",",), (",", "and"), (",", "or"), ("to",), ("-", "and"), ("-", ","), ("-", "or"), ("-", ",", "and"), ("versus",), ("vs",), ("of", "the"))


def _take(part: _Part, other: _Part) -> None:
    part.kind, part.unit, part.counted, part.noun = other.kind, other.unit, other.counted, other.noun


def _elided(tokens: Tokens, part: _Part, before: Sequence[_Part]) -> None:
    """A bare count after a counted one takes its noun: "9,000 civilians were killed and 17,000 wounded"."""
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    counts = [p for p in before if p.kind == "count" and p.counted]
    if counts and part.number.form != "fraction" and (after in _ELIDED_BEFORE or nouns.is_function_word(after) or tokens.kinds[part.last if part.last < len(tokens) else -1] == "p"):
        part.kind, part.unit, part.counted, part.noun = "count", "count", counts[-1].counted, counts[-1].noun


def _is_no_claim(tokens: Tokens, part: _Part) -> bool:
    """Number words that count nothing: the pronoun "one", "the two", a bare "half"."""
    number, words = part.number, tokens.words
    if part.unit == "day" and words[number.first] == "one" and part.qualifier == "exact" and number.last - number.first == 1:
        before = words[number.first - 1] if number.first else ""
        return before not in ("in", "within", "for", "after", "of", "just", "only", "by", "than", "every") and words[part.last : part.last + 1] not in (("of",), ("after",), ("before",), ("earlier",))
    if part.kind not in ("", "count") or part.number_last - part.number_first > number.last - number.first:
        return False
    if number.form == "fraction" and part.bare:
        return words[number.first] == "half" and number.last - number.first == 1 and part.qualifier == "exact" and not (number.last < len(tokens) and words[number.last] == "of")
    if number.form != "words" or number.scaled:
        return False
    if designators.is_pronoun_one(tokens, number):
        return True
    after = words[part.last] if part.last < len(tokens) else "."
    if part.bare and number.value in (1, Decimal("1.5")) and words[number.first] in ("a", "an"):
        return True
    if part.bare and after in ("who", "would", "could", "should", "can", "will", "may", "might", "met", "that"):
        return True
    return part.bare and part.value != 1 and part.qualifier == "exact" and part.first > 0 and words[part.first - 1] in ("the", "these", "those", "other", "last", "first", "next", "top", "bottom", "all", "any")


# ------------------------------------------------------------------------------------------------ change


def _change(tokens: Tokens, part: _Part) -> str | None:
    """increase or decrease where the number itself is the change: "rose 5%", "a 31% increase", "up by 18 sen", "24 more bodies"."""
    if part.kind in ("age", "magnitude", "duration", "ratio"):
        return None
    if part.more:
        return "increase"
    sign = _sign(tokens, part)
    if sign is not None:
        return sign
    words = tokens.words
    at = part.first
    by = at > 0 and words[at - 1] == "by"
    for _ in range(3):
        if at > 0 and (words[at - 1] in ("by", "a", "an", "another", "further", "of") or (words[at - 1].endswith("ly") and at > 1)):
            at -= 1
    match = _CHANGE_BEFORE.before(tokens, part.first) or _CHANGE_BEFORE.before(tokens, at)
    if match is not None and (by or _moves(part, words[at - 1])):
        return match[1]["direction"]
    if by:
        for back in range(at - 1, max(-1, at - 8), -1):
            near = _CHANGE_BEFORE.at(tokens, back)
            if near is not None and tokens.kinds[back] == "w":
                return near[1]["direction"]
    after = _CHANGE_AFTER.at(tokens, part.last)
    if after is not None and (part.kind in _SCALES_OF_CHANGE or after[1]["wording"].endswith("than")):
        return after[1]["direction"]
    return None


def _sign(tokens: Tokens, part: _Part) -> str | None:
    """The direction of a signed percentage: "FTSE -0.6%", "Nasdaq +0.8%"."""
    if part.kind not in ("percent", "percentage_point") or isinstance(part.value, tuple):
        return None
    if part.value < 0:
        return "decrease"
    at = part.number_first - 1
    return "increase" if at >= 0 and tokens.words[at] == "+" and tokens.touches(at + 1) else None


def _moves(part: _Part, verb: str) -> bool:
    """Whether a verb in front of a figure says that the figure is a change: "lost 5%" and "added 900 jobs" do, "lost 900 soldiers" does not."""
    if part.kind in _SCALES_OF_CHANGE:
        return True
    if part.kind not in ("", "count"):
        return verb in _RISES
    return verb in _RISES or part.counted in (None, *_HELD)


_SCALES_OF_CHANGE = ("percent", "percentage_point", "basis_point", "money", "rate")
_HELD = ("job", "position", "post", "point", "subscriber", "customer", "user", "member", "seat", "basis")
_RISES = frozenset("rise rises rose risen rising fall falls fell fallen falling up down increase increased increasing decrease decreased decreasing grew grow grown growing climbed climb declined decline higher lower jumped dropped drop gain".split())


def _finished(tokens: Tokens, part: _Part) -> Quantity:
    kind, unit = (part.kind or "count"), (part.unit or "count")
    if part.number.form == "fraction" and part.bare and not isinstance(part.value, tuple) and part.value < 1:
        kind, unit = "ratio", "dimensionless"
    return Quantity(
        part.first, part.last, part.number_first, part.number_last, part.value, part.step, kind, unit, part.counted, part.noun, part.qualifier, part.change
    )
