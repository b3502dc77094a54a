"""Adding articles: twice is once, a change is a new version, all or nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck.errors import InputError
from claimcheck.ledger import Added, Ledger
from claimcheck.model import Attribution, Claim, Link, Period

Make = Callable[..., Claim]


def test_an_article_added_twice_is_there_once(ledger: Ledger, make: Make) -> None:
    article = [make("400"), make("12", at=100)]
    assert ledger.add(article) == Added(documents=1, claims=2)
    assert ledger.add(article) == Added(unchanged=1)
    assert ledger.add(reversed(article)) == Added(unchanged=1)
    assert list(ledger.claims()) == article


def test_a_claim_comes_back_as_it_was_given(ledger: Ledger, make: Make) -> None:
    rich = make(
        value=("30", "50"),
        period=Period("2026-02-01", None),
        attribution=Attribution("Jana Novák", "said"),
        links=(Link("part_of", "x"),),
        inherited=("place",),
        status="suspected",
        quoted=True,
        bounds=None,
        sentence="“Až 30–50 domů”, řekla 😀\tNovák\n.",
    )
    ledger.add([rich])
    assert list(ledger.claims()) == [rich]


def test_a_changed_article_replaces_its_version_and_the_old_one_stays_readable(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400"), make("12", at=100)], recorded_at="2026-03-01")
    assert ledger.add([make("410")], recorded_at="2026-03-02") == Added(changed=1, claims=1)
    assert [claim.value for claim in ledger.claims()] == ["410"]
    first, second = ledger.versions("flood-1")
    assert ([claim.value for claim in first.claims], first.number, first.recorded_at) == (["400", "12"], 1, "2026-03-01")
    assert (second.claims, second.number, second.parent) == ((make("410"),), 2, first.hash)


def test_an_article_that_goes_back_to_an_old_text_is_a_third_version(ledger: Ledger, make: Make) -> None:
    for value in ("400", "410", "400"):
        ledger.add([make(value)], recorded_at="2026-03-01")
    assert [version.claims[0].value for version in ledger.versions("flood-1")] == ["400", "410", "400"]
    assert [claim.value for claim in ledger.claims()] == ["400"]


def test_an_article_that_lost_its_figures_is_a_new_empty_version(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    assert ledger.add([], documents=["flood-1", "never-seen"]) == Added(changed=1)
    assert list(ledger.claims()) == []
    assert ledger.documents() == ("flood-1",)


def test_adding_nothing_changes_nothing(ledger: Ledger) -> None:
    assert ledger.add([]) == Added()
    assert ledger.documents() == ()


def test_claims_without_a_document_are_told_apart_by_what_they_say(ledger: Ledger, make: Make) -> None:
    first, second = make("400", document=None), make("400", document=None, sentence="The fire in Brno destroyed 400 homes.")
    assert ledger.add([first]) == Added(documents=1, claims=1)
    assert ledger.add([first]) == Added(unchanged=1)
    assert ledger.add([second]) == Added(documents=1, claims=1)
    assert set(ledger.claims()) == {first, second}


def test_an_add_that_fails_in_the_middle_leaves_nothing(tmp_path: Path, make: Make) -> None:
    with Ledger(tmp_path / "a.sqlite") as ledger:
        ledger.add([make("1", document="before")])

        def claims() -> object:
            yield make("400")
            raise RuntimeError("the reader broke")

        with pytest.raises(RuntimeError):
            ledger.add(claims())  # type: ignore[arg-type]
        unwritable = evolve(make("5", document="z"), sentence=object())  # type: ignore[arg-type]
        with pytest.raises((TypeError, KeyError)):
            ledger.add([make("400"), unwritable])
        assert ledger.documents() == ("before",)
        assert ledger.add([make("400")]) == Added(documents=1, claims=1)


@pytest.mark.parametrize("name", ["a\udce9.md", "NUL\0.md", "naïve 😀.md", "x" * 100_000, "'; DROP TABLE claims; --"])
def test_any_document_name_can_be_recorded_and_found(ledger: Ledger, make: Make, name: str) -> None:
    claim = make("400", document=name, sentence="He said \ud800 400 homes \0.")
    assert ledger.add([claim]) == Added(documents=1, claims=1)
    assert ledger.add([claim]) == Added(unchanged=1)
    (version,) = ledger.versions(name)
    assert version.claims[0].value == "400"
    assert ledger.candidates(claim)[0].value == "400"
    assert ledger.verify() == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (date(2026, 3, 1), "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        (datetime(2026, 3, 1, 12, 30, tzinfo=UTC), "2026-03-01T12:30:00.000+00:00"),
        ("2026-03-01T12:30:00+02:00", "2026-03-01T10:30:00.000+00:00"),
    ],
)
def test_the_moment_of_recording_may_be_given(ledger: Ledger, make: Make, given: date | str, kept: str) -> None:
    ledger.add([make("400")], recorded_at=given)
    assert ledger.versions("flood-1")[0].recorded_at == kept


def test_a_moment_that_is_none_is_an_error_and_nothing_is_written(ledger: Ledger, make: Make) -> None:
    with pytest.raises(InputError, match="no moment"):
        ledger.add([make("400")], recorded_at="yesterday")
    assert ledger.documents() == ()


def test_a_clock_that_runs_backwards_changes_nothing_in_the_order(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")], recorded_at="2099-01-01")
    ledger.add([make("410")], recorded_at="1999-01-01")
    assert [claim.value for claim in ledger.claims()] == ["410"]
    assert ledger.candidates(make("410"))[0].value == "410"


@pytest.mark.parametrize("path", [":memory:", "shared.sqlite"])
def test_threads_share_a_ledger(tmp_path: Path, make: Make, path: str) -> None:
    failures: list[BaseException] = []
    with Ledger(path if path == ":memory:" else tmp_path / path) as ledger:

        def work(name: str) -> None:
            try:
                for number in range(20):
                    ledger.add([make(str(number + 1), document=f"{name}-{number}")])
                    assert ledger.candidates(make("1", document=f"{name}-{number}"))
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not failures
        assert len(ledger.documents()) == len(list(ledger.claims())) == 80
        assert ledger.verify() == ()


def test_the_frame_holds_one_row_a_current_claim(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400"), make("12", at=100)])
    ledger.add([make("410"), make("12", at=100)])
    frame = ledger.to_frame()
    assert frame["value"].tolist() == ["410", "12"]
    assert frame["document"].tolist() == ["flood-1", "flood-1"]


@pytest.mark.parametrize("fields", [{"as_of": "2026-02-30"}, {"said_on": "tomorrow"}, {"period": Period(None, "2026-13")}, {"as_of": ""}])
def test_a_claim_with_a_date_that_is_none_is_refused_with_all_that_came_with_it(ledger: Ledger, make: Make, fields: dict[str, str]) -> None:
    with pytest.raises(InputError, match=r"'400 homes' of flood-1 is dated .* which is no date"):
        ledger.add([make("7", document="other"), make("400", **fields)])
    assert ledger.documents() == ()
