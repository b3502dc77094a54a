"""The nouns of claimcheck: frozen values that hash, compare, pickle and serialise; no input or output, no work.

Dates are ISO 8601 strings of the precision the text gives ("2025", "2025-02", "2025-02-10"), numbers are decimal strings, so
that every attribute is also its JSON value. `claimcheck.days` turns such dates into first and last days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    import pandas

Span = tuple[int, int]
"""Half-open code-point offsets."""
TIMES = ("date", "year", "age", "duration")
"""Kinds of figures that tell a time and no amount."""


@frozen
class Interval:
    """The values that digits and hedge allow, in a kind's base unit; None is an open end.

    `low` and `high` are decimal strings, or ISO days for dates. An excluded end ("more than 300") is marked by `low_open`, `high_open`.
    """

    low: str | None
    high: str | None
    unit: str
    low_open: bool = False
    high_open: bool = False


@frozen
class Period:
    """The days a figure covers, both included; None is an end the text leaves open."""

    start: str | None
    end: str | None


@frozen
class Attribution:
    """Who says it, and the word that says so ("said", "according to")."""

    source: str
    cue: str


@frozen
class Link:
    """A relation between two figures that the text itself states.

    `role` says what this claim is to the other: "part_of" (8 of whom the 60 include), "some_of" (the 12 of "12 of the 25", of which
    something else is said), "split_into" (30 goals, of the 18 at home and the 12 away), "converts" (500 km behind 310 miles), "from" (the
    31 of "rose from 31 to 33", seen from the 33), "change_to" (the 25% of "rose 25% to 500"), "change_from" (the 25% of "rose 25% from
    400"), "change_by" (the 25% of "rose by 100, or 25%"), "doubled", "tripled", "quadrupled", "halved" (the 800 of "doubled from 400 to
    800"), "risen_from" and "fallen_from" (the 33 of "rose to 33 from 31"), "revises" (the 52 of "52, up from the 45 reported on Monday"),
    "total_of" (69, of the parts it sums), "share_of" (a percentage or ratio of that count), "share_is" (the same, of the count that is the
    share), "restates" (the 20% of "one in five, or 20%"), "average_of" and "average_over" (30,000 each, of 12 million and of the 400 they
    went to).
    `claim` is the other claim's `id`.
    """

    role: str
    claim: str


@frozen
class Claim:
    """One figure of a text, normalised, with its scope. Attributes are the JSON keys of the public contract.

    Beyond the contract: `noun` is the full counted phrase ("Ukrainian civilians"), `status` is "confirmed", "suspected" or None, `quoted`
    says that it stands inside quotation marks, `links` are relations the text states, `inherited` names the scope fields that
    the sentence leaves out and the article supplied, `cast` holds the names (of people, places, bodies) that the article uses most.
    """

    id: str
    document: str | None
    outlet: str | None
    title: str | None
    span: Span
    surface: str
    number_span: Span
    sentence: str
    sentence_span: Span
    kind: str
    value: str | tuple[str, str]
    unit: str | None
    counted: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    change: str | None = None
    bounds: Interval | None = None
    measure: str | None = None
    entity: str | None = None
    place: str | None = None
    event: str | None = None
    period: Period | None = None
    as_of: str | None = None
    said_on: str | None = None
    attribution: Attribution | None = None
    status: str | None = None
    quoted: bool = False
    links: tuple[Link, ...] = ()
    inherited: tuple[str, ...] = ()
    cast: tuple[str, ...] = ()


@frozen
class Relation:
    """How a later claim relates to an earlier one.

    `label` is same_value, rounding, update, conflict or different_quantity; `direction` up, down or None; `absolute` and `relative` are the
    change over the earlier value as decimal strings (in the earlier claim's unit, and as a fraction), None where there is none.
    """

    label: str
    direction: str | None = None
    absolute: str | None = None
    relative: str | None = None
    reasons: tuple[str, ...] = ()


@frozen
class Evidence:
    """What a finding rests on. `type` is reference, earlier_claim, same_article or computation.

    A reference names `table` and `row` (1-based line of its file), an earlier claim or a figure of the same article `document` and `span`.
    `period` is what a reference covers, where that is more than the day of `as_of`: the months of a quarter.
    """

    type: str
    value: str | tuple[str, str] | None = None
    unit: str | None = None
    surface: str | None = None
    as_of: str | None = None
    said_on: str | None = None
    source: str | None = None
    url: str | None = None
    table: str | None = None
    row: int | None = None
    document: str | None = None
    span: Span | None = None
    note: str | None = None
    period: Period | None = None


@frozen
class Location:
    """A place in the document as its author wrote it: 1-based lines and columns in code points, end exclusive."""

    path: str | None
    line: int
    column: int
    end_line: int
    end_column: int


@frozen
class Finding:
    """One verdict about one claim: what was found, how sure to be heard, and the evidence."""

    check: str
    severity: str
    verdict: str
    message: str
    claim: Claim
    evidence: tuple[Evidence, ...] = ()
    absolute: str | None = None
    relative: str | None = None
    location: Location | None = None
    fingerprint: str = ""


@frozen
class Document:
    """An article as text to read, with the map back to the file its author wrote.

    `text` is the prose; `source` is the file's own text. `source_map` holds (text offset, source offset) pairs in rising order: from
    each text offset up to the next one, text and source run in step. `summary` is what stands beside the article and speaks for it (a
    description or standfirst in its front matter), `captions` are the stretches of `text` that are captions of pictures and tables.
    """

    text: str
    source: str
    source_map: tuple[Span, ...] = ((0, 0),)
    path: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    summary: str | None = None
    captions: tuple[Span, ...] = ()


@frozen
class Silence:
    """Two figures that were nearly compared and about which nothing is said, with the reason in words; see `claimcheck.silences`.

    `second` is None where a figure alone could have been checked (a change in per cent) and the text leaves out what it takes.
    """

    first: Claim
    second: Claim | None
    reason: str


@frozen
class Report:
    """All that was found in one document. `findings` holds every verdict, `problems` those of severity warning or error."""

    document: Document
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[Finding, ...]:
        """The findings of severity warning or error, in text order."""
        return tuple(f for f in self.findings if f.severity in ("warning", "error"))

    def to_frame(self) -> pandas.DataFrame:
        """The findings as a pandas DataFrame, one row each, see `claimcheck.frames`."""
        from claimcheck.frames import findings_frame

        return findings_frame(self.findings)

    def _repr_html_(self) -> str:
        """The article with its figures marked and a table of the findings, for notebooks; everything escaped."""
        from claimcheck.reports import render

        return render("html", [self])


@frozen
class Row:
    """One row of a reference table: a figure (or the date of an event) with its day, source and place in the table.

    `value` is a decimal string, a pair of them for a range, or an ISO date (then `kind` is "date"). `wordings` are further ways in which
    prose names this measure or event. `course` is "flow" where each row counts its own days only, so that rows add up, "total" where each
    counts from the start, "level" where neither holds, None where the table does not say. `rating` is set where the row is no fact but what
    somebody said and fact-checkers rated ("False"). `url` and `source` say where it comes from,
    `table` and `line` where it stands.
    """

    table: str
    line: int
    entity: str | None
    measure: str
    kind: str
    value: str | tuple[str, str]
    unit: str | None
    as_of: str | None
    source: str | None
    url: str | None
    place: str | None = None
    event: str | None = None
    precision: str | None = None
    period: Period | None = None
    recorded_at: str | None = None
    wordings: tuple[str, ...] = field(default=())
    note: str | None = None
    course: str | None = None
    rating: str | None = None
