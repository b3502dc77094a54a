"""Tables and fact checks as claims."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas
import pytest

from claimcheck import extract
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.ledger import Added, Ledger
from claimcheck.model import Attribution, Interval, Period

HOMES = {"town": ["Elmsworth", "Holt Bay"], "homes": ["1,250", "30-50"], "day": ["2026-02-01", "2026-02"], "by": ["Council", None]}


def test_rows_of_a_frame_become_claims(ledger: Ledger) -> None:
    columns = {"entity": "town", "value": "homes", "as_of": "day", "source": "by"}
    assert ledger.add_table(pandas.DataFrame(HOMES), name="homes", unit="count", **columns) == Added(documents=1, claims=2)
    first, second = ledger.claims()
    assert (first.document, first.entity, first.measure, first.value, first.unit, first.kind) == (
        "homes",
        "Elmsworth",
        "homes",
        "1250",
        "count",
        "count",
    )
    assert (first.as_of, first.attribution, first.bounds) == (
        "2026-02-01",
        Attribution("Council", "source"),
        Interval("1250", "1250", "count"),
    )
    assert (second.value, second.qualifier, second.as_of, second.attribution) == (("30", "50"), "range", "2026-02", None)
    assert second.bounds == Interval("30", "50", "count")
    assert first.id != second.id


def test_a_column_headed_by_a_statistic_is_of_that_statistic(ledger: Ledger) -> None:
    ferry = pandas.DataFrame({"event": ["Tarn ferry sinking"], "day": ["2026-03-06"], "killed": [94], "tanks lost": [3], "value": [7]})
    for column in ("killed", "tanks lost", "value"):
        ledger.add_table(ferry[["event", "day", column]], name=column, value=column, event="event", as_of="day")
    assert [claim.measure for claim in ledger.claims()] == ["deaths", "tanks lost", "value"]
    assert [claim.value for claim in ledger.history("Tarn ferry killed")] == ["94"]
    (draft,) = extract("The Tarn ferry sinking killed 94 people.", published="2026-03-08", document="draft")
    assert [claim.value for claim in ledger.history(draft)] == ["94"]


def test_a_claims_span_points_into_its_sentence(ledger: Ledger) -> None:
    ledger.add_table(
        pandas.DataFrame({"entity": ["Velmark canal", "Lodvik line"], "length": ["500", "12"]}),
        value="length",
        entity="entity",
        unit="mile",
    )
    for claim in ledger.claims():
        start = claim.sentence_span[0]
        assert claim.sentence[claim.span[0] - start : claim.span[1] - start] == claim.surface == f"{claim.value} mile"
        assert claim.sentence[claim.number_span[0] - start : claim.number_span[1] - start] == claim.value
    assert next(ledger.claims()).bounds == Interval("804672", "804672", "meter")


def test_a_csv_file_added_twice_is_there_once_and_a_changed_one_is_a_new_version(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "homes.csv"
    path.write_text("entity,measure,value,as_of\nElmsworth,homes built,12,2025\nHolt Bay,homes built,30,2025\n")
    assert ledger.add_table(path) == Added(documents=1, claims=2)
    assert ledger.add_table(path) == Added(unchanged=1)
    path.write_text("entity,measure,value,as_of\nElmsworth,homes built,14,2025\nHolt Bay,homes built,30,2025\n")
    assert ledger.add_table(path) == Added(changed=1, claims=2)
    assert [claim.value for claim in ledger.claims()] == ["14", "30"]


def test_dates_and_periods_of_a_table(ledger: Ledger) -> None:
    frame = pandas.DataFrame({"event": ["siege of Lodvik"], "begin": ["2021-10"], "from": ["2021-10-14"], "to": ["2021-11-02"]})
    ledger.add_table(frame, event="event", value="begin", unit="date", period_start="from", period_end="to")
    (claim,) = ledger.claims()
    assert (claim.kind, claim.value, claim.bounds) == ("date", "2021-10", Interval("2021-10-01", "2021-10-31", "date"))
    assert claim.period == Period("2021-10-14", "2021-11-02")


@pytest.mark.parametrize(
    ("columns", "words"), [({"value": "house"}, "did you mean"), ({"entity": "towns", "value": "houses"}, "did you mean")]
)
def test_a_column_that_is_not_there_is_an_error_and_nothing_is_written(ledger: Ledger, columns: dict[str, str], words: str) -> None:
    with pytest.raises(ClaimcheckError, match=words):
        ledger.add_table(pandas.DataFrame(HOMES).rename(columns={"homes": "houses"}), **columns)
    assert ledger.documents() == ()


def test_a_table_that_is_not_there(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(ClaimcheckError, match=r"nothing\.csv"):
        ledger.add_table(tmp_path / "nothing.csv")


REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://facts.example.org/17",
    "claimReviewed": "The storm destroyed 1,200 homes in Lodvik.",
    "datePublished": "2026-02-05",
    "author": {"@type": "Organization", "name": "Facts Example"},
    "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "Ana Torvik"}, "datePublished": "2026-02-01T09:00:00Z"},
    "reviewRating": {"alternateName": "False"},
}


@pytest.mark.parametrize(
    "nest",
    [
        lambda review: review,
        lambda review: [review],
        lambda review: {"@graph": [{"@type": "WebPage"}, review]},
        lambda review: {"@type": "DataFeed", "dataFeedElement": [{"item": [review]}]},
        lambda review: {**review, "@type": ["ClaimReview", "Review"], "itemReviewed": [review["itemReviewed"]], "url": [review["url"]]},
    ],
)
def test_the_figures_of_a_reviewed_claim_are_recorded_as_said_by_its_author(ledger: Ledger, tmp_path: Path, nest: Any) -> None:
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps(nest(REVIEW)), "utf-8")
    assert ledger.add_claim_reviews(path).documents == 1
    (claim,) = ledger.claims()
    stated = extract(
        "The storm destroyed 1,200 homes in Lodvik.",
        published="2026-02-01",
        outlet="Facts Example",
        document="https://facts.example.org/17",
    )[0]
    assert (claim.value, claim.said_on, claim.document, claim.outlet) == (
        "1200",
        "2026-02-01",
        "https://facts.example.org/17",
        "Facts Example",
    )
    assert claim.attribution == (stated.attribution or Attribution("Ana Torvik", "claimReviewed"))


@pytest.mark.parametrize(
    "broken",
    [
        {"itemReviewed": None, "author": "Facts Example", "datePublished": "soon"},
        {"itemReviewed": {"author": [], "datePublished": 3}, "url": None},
        {"claimReviewed": None, "itemReviewed": {"name": "The storm destroyed 1,200 homes in Lodvik."}},
    ],
)
def test_a_review_with_gaps_is_read_as_far_as_it_goes(ledger: Ledger, tmp_path: Path, broken: dict[str, Any]) -> None:
    path = tmp_path / "reviews.json"
    path.write_text(json.dumps({**REVIEW, **broken}), "utf-8")
    ledger.add_claim_reviews(path)
    assert [claim.value for claim in ledger.claims()] == ["1200"]


@pytest.mark.parametrize("text", ["", "{", "3", "[" * 100_000, '{"@type": "Article"}', "\ufeff[]"])
def test_a_file_without_reviews_is_an_error(ledger: Ledger, tmp_path: Path, text: str) -> None:
    path = tmp_path / "reviews.json"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"reviews.json"):
        ledger.add_claim_reviews(path)
    with pytest.raises(InputError, match=r"nothing.json"):
        ledger.add_claim_reviews(tmp_path / "nothing.json")
    assert ledger.documents() == ()
