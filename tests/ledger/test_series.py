"""Which claims a look-up finds, in which order."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from claimcheck import extract
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

Make = Callable[..., Claim]


def same_place_and_measure(earlier: Claim, later: Claim) -> bool:
    """A stand-in for comparing, whose own rules are tested elsewhere."""
    return (earlier.place, earlier.measure) == (later.place, later.measure)


@pytest.fixture
def plain(ledger: Ledger) -> Ledger:
    """A ledger that calls two claims the same quantity when place and measure are."""
    ledger._same = same_place_and_measure
    return ledger


def values(claims: tuple[Claim, ...]) -> list[object]:
    return [claim.value for claim in claims]


def test_a_series_stands_in_order_of_as_of_and_then_of_said_on(plain: Ledger, make: Make) -> None:
    days = [
        ("3", "2026-03-03", "2026-03-03"),
        ("1", "2026-03-01", "2026-03-04"),
        ("2", "2026-03-01", "2026-03-05"),
        ("0", None, "2026-02-01"),
    ]
    for value, as_of, said_on in days:
        plain.add([make(value, document=value, as_of=as_of, said_on=said_on)])
    assert values(plain.history(make("9"))) == ["0", "1", "2", "3"]


def test_another_quantity_is_not_in_the_series(plain: Ledger, make: Make) -> None:
    plain.add([make("400", document="a"), make("7", document="b", place="Brno"), make("9", document="c", measure="damaged")])
    assert values(plain.history(make("410"))) == ["400"]
    assert plain.history(make("410", kind="length", unit="mile")) == ()


def test_compare_is_asked_with_the_earlier_claim_first(ledger: Ledger, make: Make) -> None:
    asked: list[tuple[str | None, str | None]] = []

    def noted(earlier: Claim, later: Claim) -> bool:
        asked.append((earlier.as_of, later.as_of))
        return True

    ledger._same = noted
    ledger.add([make("400", document="a", as_of="2026-01-01"), make("410", document="b", as_of="2026-12-01")])
    ledger.history(make("405", as_of="2026-06-01"))
    assert sorted(asked) == [("2026-01-01", "2026-06-01"), ("2026-06-01", "2026-12-01")]


def test_only_current_versions_are_in_a_series(plain: Ledger, make: Make) -> None:
    plain.add([make("400")])
    plain.add([make("410")])
    assert values(plain.history(make("1", document="x"))) == ["410"]
    plain.add([], documents=["flood-1"])
    assert plain.history(make("1", document="x")) == ()


def test_hundreds_of_old_versions_do_not_hide_a_claim(plain: Ledger, make: Make) -> None:
    plain.add([make("400", document="old")])
    for number in range(300):
        plain.add([make(str(500 + number), document="rolling")])
    assert sorted(values(plain.history(make("1", document="x")))) == ["400", "799"]


def test_a_look_up_is_bounded_and_gives_the_newest(plain: Ledger, make: Make) -> None:
    plain.add([make(str(number), document=f"{number:03}", as_of=None, said_on=None) for number in range(100, 300)])
    found = plain.candidates(make("1", document="x"), limit=10)
    assert values(found) == [str(number) for number in range(299, 289, -1)]
    assert [len(plain.history(make("1", document="x"), limit=limit)) for limit in (0, 25, 150, 10**9)] == [0, 25, 150, 200]


NAMED_TWICE = [
    ({"entity": "Ukrainian troops"}, {"entity": "soldiers of Ukraine"}),
    ({"entity": "Torvian forces", "place": "Velmark"}, {"entity": "Torvia", "place": "Velmark"}),
    ({"entity": None, "counted": "soldier", "event": "war in Velmark"}, {"entity": None, "counted": "troop", "event": "Velmark war"}),
    ({"place": "Orléans", "event": None}, {"place": "Orleans", "event": "fire"}),
    ({"entity": "French police", "place": None, "event": None}, {"entity": "police in France", "place": None, "event": None}),
    ({"place": "Ostrava", "event": None}, {"place": "Ostrava", "event": None, "value": "9000"}),
    ({"measure": "deaths", "place": "Brno", "value": "1234"}, {"measure": "casualties", "place": "Brno", "value": "1234"}),
    ({"measure": "destroyed", "value": "2817"}, {"measure": "displaced", "counted": "person", "value": "2817"}),
    (
        {"kind": "year", "value": "2009", "unit": None, "measure": "invasion"},
        {"kind": "date", "value": "2009-04", "unit": None, "measure": "invasion"},
    ),
]


@pytest.mark.parametrize(("earlier", "later"), NAMED_TWICE)
def test_a_quantity_is_found_under_another_wording_among_many_others(
    ledger: Ledger, make: Make, earlier: dict[str, str], later: dict[str, str]
) -> None:
    noise = random.Random(1)
    places = ["".join(noise.choices("aeiouklmnrst", k=7)).title() for _ in range(60)]
    wanted = make(document="wanted", **{"value": "1100", **earlier})
    ledger.add([wanted])
    ledger.add(
        make(
            str(noise.randrange(10, 99_999)),
            document=f"n{number}",
            measure=measure,
            place=noise.choice(places),
            event="storm",
            counted="car",
        )
        for number, measure in enumerate(["destroyed", "deaths", "casualties", "invasion"] * 500)
    )
    assert wanted in ledger.candidates(make(document="x", **{"value": "1150", **later}))


OTHER_WORDS = [
    ({"measure": None, "counted": "crew"}, {"measure": "rescued", "counted": "crew member"}),
    ({"measure": "found", "counted": "body"}, {"measure": "deaths", "counted": "person"}),
    ({"measure": "evacuated", "counted": "resident"}, {"measure": "fled", "counted": None}),
    ({"measure": None, "counted": None}, {"measure": "growth", "counted": None, "kind": "percent", "unit": "percent"}),
]


@pytest.mark.parametrize("others", [0, 300])
@pytest.mark.parametrize(("earlier", "later"), OTHER_WORDS)
def test_a_story_is_looked_through_whatever_the_words_for_what_is_measured(
    ledger: Ledger, make: Make, earlier: dict[str, str], later: dict[str, str], others: int
) -> None:
    wanted = make("4", document="wanted", sentence="A ferry sank off Lodvik.", place="Lodvik", event=None, entity=None, **earlier)
    ledger.add([wanted])
    ledger.add(make(f"1{number}", document=f"n{number}", place="Brno", event="storm") for number in range(others))
    assert wanted in ledger.candidates(make("6", document="x", place="Lodvik", event=None, entity=None, **later))


def test_what_measures_something_else_in_a_story_comes_after_what_may_be_the_same(ledger: Ledger, make: Make) -> None:
    told = {"place": "Lodvik", "event": None, "entity": None}
    ledger.add([make("7", document="a", measure="deaths", counted="person", **told)])
    ledger.add([make("4", document="b", measure="injuries", counted="person", **told)])
    assert values(ledger.candidates(make("8", document="x", measure="deaths", counted="person", **told))) == ["7", "4"]


def test_a_claim_without_any_scope_is_answered_too(ledger: Ledger, make: Make) -> None:
    bare = make("5", measure=None, counted=None, place=None, event=None, bounds=None, unit=None)
    ledger.add([bare])
    assert ledger.candidates(bare) == (bare,)


@pytest.mark.parametrize("value", ["0", "1e400", "-3", "NaN", "2026-02-30", "", ("1", "2"), ("x", "y")])
def test_values_of_any_shape_are_recorded_and_looked_up(ledger: Ledger, make: Make, value: str) -> None:
    claim = make(value, surface="it")
    ledger.add([claim])
    assert ledger.candidates(claim) == (claim,)


def test_the_series_of_a_text_is_the_longest_that_matches_it_best(ledger: Ledger) -> None:
    articles = {
        "a": ("Ostrania's president said 4,100 Ostranian soldiers have been killed since the war in Velmark began.", "2025-03-18"),
        "b": ("The president said 4,900 Ostranian soldiers have been killed since the war in Velmark began.", "2026-02-05"),
        "c": ("Police said 12 people were killed in a bus crash in Lodvik.", "2026-02-05"),
        "d": ("The army said 310 Torvian soldiers have been captured since the war in Velmark began.", "2026-02-05"),
    }
    for name, (text, day) in articles.items():
        ledger.add(extract(text, published=day, document=name))
    assert values(ledger.history("Ostranian soldiers killed")) == ["4100", "4900"]
    assert values(ledger.history("captured Torvian")) == ["310"]
    assert ledger.history("volcano") == ()


@pytest.mark.parametrize(
    "text", ["", "   ", '"', "NEAR(a b)", "a* OR b:", "the of and", "\0", "x" * 100_000, "killed " * 10_000, "😀", "\ud800"]
)
def test_no_text_is_a_syntax_error(ledger: Ledger, make: Make, text: str) -> None:
    ledger.add([make("400")])
    assert ledger.history(text) in ((), tuple(ledger.claims()))
