"""Are the separators of a number where they belong?

What it asks. "3,400,00 litres" can be no number of any convention: a digit is missing, or one too many. Decimal commas
("6,4 million") are unusual in English and yet clear; they are a note.

Why it matters. What was lost is a factor of ten.

An example that speaks:

    The dairy poured away 3,400,00 litres of milk.   -> inconsistent: 3,400,00 has a separator in the wrong place

An example that is silent:

    The dairy poured away 3,400,000 litres of milk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import misprint
from claimcheck.model import Finding
from claimcheck.reading import numerals

_NAME = "malformed-number"
_STROKE = re.compile(r"(?<=[^\W\d_])/(?=\d)")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every run of digits whose separators fit no convention; a stroke between two amounts parts them."""
    text = case.document.text
    for start, end in numerals.malformed(_STROKE.sub(" ", text)):
        written = text[start:end]
        if _DECIMAL_COMMA.fullmatch(written):
            yield misprint(_NAME, case, (start, end), f"{written} has a decimal comma", "note")
        else:
            yield misprint(_NAME, case, (start, end), f"{written} has a separator in the wrong place: a digit is missing, or one too many")
