"""What stands around the body of an article and speaks for it: headline, standfirst, captions, summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.case import Case
from claimcheck.model import Claim, Span
from claimcheck.reading import extract

_LONGEST, _LONGEST_STANDFIRST = 160, 280
"""Characters; a first line that is longer, or ends in a full stop, is a paragraph."""
_ENDED = (".", ":", ")", '"', "”")
_CAPTION = re.compile(r"(?:\A|(?<=\n))(?:Photo|Image|Picture|Pictured|Caption|Graphic|Video)(?: caption)?: ?[^\n]*", re.IGNORECASE)


def displayed(case: Case) -> Iterator[tuple[str, Sequence[Claim]]]:
    """What each such part is called, and its figures; title and summary where they stand beside the text have figures of their own."""
    for name, span in _parts(case):
        yield name, [claim for claim in case.claims if span[0] <= claim.span[0] and claim.span[1] <= span[1]]
    document = case.document
    told = next((claim.document for claim in case.claims), None)
    for name, text, title in (("headline", document.title, None), ("summary", document.summary, document.title)):
        if text and not document.text.lstrip().startswith(text.strip()):
            yield name, extract(text, document.published, title, document.outlet, told)


def body(case: Case) -> Sequence[Claim]:
    """The figures that stand in none of these parts."""
    spans = [span for _, span in _parts(case)]
    return [claim for claim in case.claims if not any(start <= claim.span[0] and claim.span[1] <= end for start, end in spans)]


def _parts(case: Case) -> Iterator[tuple[str, Span]]:
    """Where headline, standfirst and captions stand in the text; all others are the body, which is never empty."""
    text = case.document.text
    first = _line(text, 0)
    if _is_display(text, first, _LONGEST):
        yield "headline", first
        second = _line(text, first[1])
        if _is_display(text, second, _LONGEST_STANDFIRST):
            yield "standfirst", second
    for span in (*case.document.captions, *(match.span() for match in _CAPTION.finditer(text))):
        yield "caption", span


def _line(text: str, start: int) -> Span:
    """The first line from an offset on that is not blank."""
    while start < len(text) and text[start] == "\n":
        start += 1
    end = text.find("\n", start)
    return start, len(text) if end < 0 else end


def _is_display(text: str, line: Span, longest: int) -> bool:
    written = text[slice(*line)].rstrip()
    return 0 < len(written) <= longest and line[1] < len(text.rstrip()) and not written.endswith(_ENDED)
