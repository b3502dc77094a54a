"""Whose area a figure is: that of a country itself, as a sentence states it, and not of a part of it or of anything inside it.

Each pattern is matched against a sentence in which `@` stands for the country, `#` for the figure and `%` for another area, so that it
reads as the wording it finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from claimcheck.comparing.sentence_names import named_in
from claimcheck.model import Claim, Row, Span
from claimcheck.reading import places

_LONGEST = 2000
"""Characters of a sentence beyond which nobody states an area."""
_COUNTRY = (
    r"(?:country|nation|republic|kingdom|sultanate|emirate|monarchy|archipelago|(?:island|city|sovereign)[ -]state|territory|enclave|strip)"
)
_SIZE = r"(?:(?:(?:land|surface) )?area|land ?mass|land mass|land surface|territory|size|surface|extent)"
_WHOLE = r"(?:(?:total|land|surface|entire|overall|geographical|geographic|combined|vast|tiny|small|whole) )*"
_AN_AREA = rf"(?:(?:an?|its|the) )?{_WHOLE}{_SIZE} of "
_NUMBER = r"(?:(?:just|only|some|a mere|a vast) )?(?:% \(|%,? or |%, )?#"
_ENDS = (
    r"(?=(?: in (?:size|area|extent|total|all|land area)| of (?:land|territory|land area|surface area)| large| big| wide)?"
    r"(?:$|[.,;:)!?\"”’—–]|\s(?:[(—–-]|(?:and|but|while|with|making|which|that|or|between|from|stretch\w+|lies|is|was|has|bordered|where|on"
    r"|about|roughly|slightly|nearly|almost|more|twice|half|larger|smaller|bigger)\b)))"
)
_STATES = (
    r"(?:(?:cover|encompass|comprise|measure|total)(?:e?s|ing)|span(?:s|ning)|(?:stretch|extend|sprawl)(?:e?s|ing)(?: (?:over|across))?"
    r"|(?:is )?spread (?:over|across)|has|with|having|boasts|at|is)"
)
_OPENS = (
    r"(?:^|[.;:,—–(“\"] ?|\b(?:and|but|while|whereas|as|that|because|since|though|although|when|where|if) )"
    r"(?:[Tt]he |[Tt]iny )?(?:[\w ]{0,30}\b(?:city-state|kingdom|republic|island|nation|country) of )?"
)
_LISTED = r"(?:in|of|on|by|the|and|area|size|land|landmass|continent|world|region|coast|Horn|heart|\w*est|most|[A-Z@][\w'’@]*)"
_A_COUNTRY = rf"(?:an?|the|one of the|[\w ]{{1,30}}['’]s?) (?:[\w'’-]+,? ){{0,6}}{_COUNTRY}"
_IS = "(?: is| covers| spans| totals| measures| amounts to| comes to)"
_FIRST = rf"(?:At|With|Covering|Spanning|Measuring|(?:Spread|Stretching) (?:over|across)|A {_COUNTRY} of)"
_STATED = rf"{_STATES} (?:{_AN_AREA})?{_NUMBER}{_ENDS}"
_OWN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OPENS}@ {_STATED}",
        rf"{_OPENS}@, (?:which |that )?{_STATED}",
        r"^(?:The |Tiny )?@(?:,| [—–-]) #(?:,| [—–-])",
        rf"^(?:The )?@, [^,]{{1,80}}, {_STATED}",
        rf"@['’]s? {_WHOLE}{_SIZE}(?:,? at|,| of|{_IS}|:) {_NUMBER}{_ENDS}",
        rf"(?:^|\b[Tt]he |\b[Aa]n? |\bits ){_WHOLE}{_SIZE}(?<!size) of (?:the )?@(?:,|{_IS}|:| \() ?{_NUMBER}{_ENDS}",
        rf"@,? (?:is )?{_A_COUNTRY}(?:,? {_LISTED}){{0,8}},? (?:of |(?:that |which )?{_STATES} )(?:{_AN_AREA})?{_NUMBER}{_ENDS}",
        rf"@,? (?:is )?(?:an?|the) # (?:[\w'’-]+ ){{0,3}}{_COUNTRY}",
        rf"^{_FIRST} (?:{_AN_AREA})?{_NUMBER}(?: in (?:size|area)| of (?:land|territory))?, (?:the )?@ \w",
        rf"@ \({_WHOLE}area:? {_NUMBER}\)",
    )
)
"""What states a country's own area."""
_THE_COUNTRY = re.compile(rf"\b[Tt]he {_COUNTRY}\b(?! of\b)")
_THE_SIZED = re.compile(rf"\b[Tt]he # (?:[\w'’-]+ ){{0,2}}{_COUNTRY}\b")
_POSSESSIVE = re.compile(r"['’]s?$")
_UNSURE = re.compile(
    r"\b(?:would|could|will|once|former|formerly|previously|historic|empire|ancient|colonial|occupied|controlled?|controls|annexed|claims?|claimed"
    r"|includ\w+|exclud\w+|without|excluding|maritime|sea|ocean|waters?|minus|apart from|northern|southern|eastern|western|central)\b",
    re.IGNORECASE,
)


def country_of_area(claim: Claim, beside: Sequence[Claim], known: Mapping[str, Sequence[Row]], before: str = "") -> tuple[str, bool] | None:
    """The country whose own area a figure is, and whether nothing in the sentence could make it another extent; None where it is not said.

    `beside` are the other areas of the sentence, `known` the countries by name, `before` the text before it, for "the country".
    """
    if len(claim.sentence) > _LONGEST:
        return None
    sentence, sure = claim.sentence, _UNSURE.search(claim.sentence) is None
    figures = {_within(claim): "#"} | {_within(other): "%" for other in beside if other.sentence_span == claim.sentence_span}
    for name, span in countries_in(sentence, known):
        marked = _marked(sentence, figures | {span: "@"})
        if any(pattern.search(marked) for pattern in _OWN):
            return name, sure
    named = {name for name, _ in countries_in(f"{before} {sentence[: _within(claim)[0]]}", known)}
    return (next(iter(named)), sure) if len(named) == 1 and _is_of_the_country(sentence, figures) else None


def _is_of_the_country(sentence: str, figures: Mapping[Span, str]) -> bool:
    """Whether a figure is the area of "the country", which stands for one named before."""
    if _THE_SIZED.search(_marked(sentence, figures)):
        return True
    stands = _THE_COUNTRY.search(sentence)
    if stands is None or any(start < stands.end() and stands.start() < end for start, end in figures):
        return False
    marked = _marked(sentence, {**figures, stands.span(): "@"})
    return any(pattern.search(marked) for pattern in _OWN)


def _within(claim: Claim) -> Span:
    """Where a figure stands in its sentence."""
    return claim.span[0] - claim.sentence_span[0], claim.span[1] - claim.sentence_span[0]


def countries_in(text: str, known: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, Span]]:
    """The countries a text names, with where.

    >>> from claimcheck.references.areas import areas_of
    >>> list(countries_in("Togo and the Gambia's coast", areas_of()))
    [('Togo', (0, 4)), ('Gambia', (13, 19))]
    """
    for start, end, _ in named_in(text):
        name = _POSSESSIVE.sub("", text[start:end])
        bare = name.removeprefix("the ").removeprefix("The ")
        country = places.canonical(name) or places.canonical(bare)
        if country is not None and country in known:
            yield country, (start + len(name) - len(bare), start + len(name))


def _marked(sentence: str, signs: Mapping[Span, str]) -> str:
    """A sentence with its signs in place of what they stand for."""
    for (start, end), sign in sorted(signs.items(), reverse=True):
        sentence = sentence[:start] + sign + sentence[end:]
    return sentence
