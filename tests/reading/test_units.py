"""Units, currencies and rates are read where they stand, nothing else is, and conversion is exact."""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import InputError
from claimcheck.reading import units
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.reading.unit_table import Unit, known
from claimcheck.reading.unit_words import SPELLED, SYMBOLS
from claimcheck.vocabulary import table

CORPORA = Path(__file__).parent.parent / "corpora"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a corpus table, its header left out."""
    with (CORPORA / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


def marked(wording: str) -> tuple[Tokens, int]:
    """The tokens of a wording and the position of its "^", which stands at the end (or, before money, at the start) of the number."""
    before, _, after = wording.partition("^")
    return cut(before + after), len(cut(before))


def unit_key(unit: Unit) -> str:
    return unit.name if known(unit.name) == unit else f"{unit.kind}:{unit.name}"


LISTED = [unit for row in table("units") if (unit := known(f"{row['kind']}:{row['name']}" if row["kind"] else row["name"]))]
KINDS = {unit.name: unit.kind for unit in LISTED if known(unit.name) == unit}


# ------------------------------------------------------------------------------------------------ reading


@pytest.mark.parametrize(("expected", "wording"), rows("units"))
def test_a_unit_is_read_after_its_number_and_nothing_else_is(expected: str, wording: str) -> None:
    found = units.after(*marked(wording))
    assert (unit_key(found[1]) if found else "") == expected


@pytest.mark.parametrize(("expected", "factor", "wording"), rows("currencies"))
def test_a_currency_is_read_on_either_side_of_its_amount(expected: str, factor: str, wording: str) -> None:
    tokens, at = marked(wording)
    found = units.currency_after(tokens, at) or units.currency_before(tokens, at)
    assert (found[1].name if found else "") == expected
    assert found is None or found[1].factor == Decimal(factor)


@pytest.mark.parametrize(("expected", "wording"), rows("rates"))
def test_a_rate_is_read_after_its_figure(expected: str, wording: str) -> None:
    found = units.rate_after(*marked(wording))
    assert (str(found[1]) if found else "") == expected


@pytest.mark.parametrize(("expected", "noun"), rows("singulars"))
def test_a_noun_is_put_in_the_singular(expected: str, noun: str) -> None:
    assert units.singular(noun) == expected


def test_a_unit_ends_where_its_words_end() -> None:
    tokens = cut("some 1,200 square miles of forest burned")
    found = units.after(tokens, 2)
    assert found is not None
    assert tokens.surface(2, found[0]) == "square miles"


def test_other_readings_of_an_ambiguous_unit_are_named() -> None:
    found = units.after(cut("400 tons"), 1)
    assert found is not None
    assert found[1].others == ("metric_ton", "long_ton")


def test_a_dollar_sign_alone_is_an_assumption_and_a_full_name_is_not() -> None:
    assert units.currency_before(cut("$5"), 1) == (0, units.Currency("USD", assumed=True))
    assert units.currency_before(cut("US$5"), 2) == (0, units.Currency("USD"))


def _ambiguous(wording: str, name: str) -> bool:
    """Whether unit_senses.csv may read a wording of a unit otherwise."""
    senses = [row["wordings"].split("|") for row in table("unit_senses") if row["unit"] == name]
    return any(wordings == [""] or wording.lower() in wordings for wordings in senses)


@pytest.mark.parametrize("row", table("units"), ids=lambda row: row["name"])
def test_every_wording_of_a_unit_is_read_as_that_unit(row: dict[str, str]) -> None:
    expected = known(f"{row['kind']}:{row['name']}" if row["kind"] else row["name"])
    for wording in (row["wordings"] + "|" + row["symbols"]).split("|"):
        if wording and not _ambiguous(wording, row["name"]):
            tokens = cut(f"it came to 2.5 {wording}")
            assert units.after(tokens, 4) == (len(tokens), expected), wording


@pytest.mark.parametrize("row", table("currencies"), ids=lambda row: f"{row['code']} {row['factor']}")
def test_every_wording_of_a_currency_is_read_as_that_currency(row: dict[str, str]) -> None:
    expected = units.Currency(row["code"], Decimal(row["factor"]), row["assumed"] == "yes")
    for wording in (row["names"] + "|" + row["after"]).split("|"):
        if wording and not _ambiguous(wording, row["code"]):
            tokens = cut(f"it came to 2.5 {wording}")
            assert units.currency_after(tokens, 4) == (len(tokens), expected), wording
    for wording in filter(None, row["before"].split("|")):
        tokens = cut(f"it came to {wording}500 million")
        assert units.currency_before(tokens, len(tokens) - 2) == (3, expected), wording


def test_no_wording_has_two_meanings_of_equal_rank() -> None:
    for phrases in (SPELLED, SYMBOLS):
        wordings = [(words, written) for words, written, _ in phrases.entries]
        assert len(wordings) == len(set(wordings)), [w for w in set(wordings) if wordings.count(w) > 1]


@pytest.mark.parametrize("word", [word for (word,) in rows("never_units")])
def test_common_words_after_a_number_are_no_units(word: str) -> None:
    for text in (f"5 {word} them", f"five {word} them", f"5 {word.upper()} them"):
        tokens = cut(text)
        assert units.after(tokens, 1) is None
        assert units.currency_after(tokens, 1) is None


@given(st.text(max_size=60))
def test_any_text_is_survived(text: str) -> None:
    tokens = cut("5 " + text)
    for index in range(len(tokens) + 1):
        for found in (units.after(tokens, index), units.currency_after(tokens, index), units.rate_after(tokens, index)):
            assert found is None or index < found[0] <= len(tokens)
        before = units.currency_before(tokens, index)
        assert before is None or 0 <= before[0] < index


@pytest.mark.parametrize("piece", ["5 m ", "5 pounds ", '5" ', "5 in ", "$5 ", "5 per ", "5 degrees "])
def test_the_time_grows_with_the_text_and_not_faster(piece: str) -> None:
    def spent(repeats: int) -> float:
        tokens = cut(piece * repeats)
        began = time.process_time()
        for index in range(1, len(tokens)):
            units.after(tokens, index)
            units.currency_after(tokens, index)
        return time.process_time() - began

    spent(200)
    assert spent(8000) < 40 * max(spent(1000), 0.002)


# ------------------------------------------------------------------------------------------------ names and conversion


def test_the_base_unit_of_a_kind_is_one_and_the_same() -> None:
    bases: dict[str, set[str]] = {}
    for unit in LISTED:
        if unit.kind != "rate" and unit != known("temperature:degree"):
            bases.setdefault(unit.kind, set()).add(unit.base)
    assert {kind: base for kind, base in bases.items() if len(base) > 1} == {}
    assert all(known(base) is not None for base in set.union(*bases.values()))


def _alike(name: str) -> list[str]:
    """The units a unit can be converted to."""
    return sorted(other for other, kind in KINDS.items() if kind == KINDS[name] and units.named(other).base == units.named(name).base)  # type: ignore[union-attr]


@given(st.sampled_from(sorted(KINDS)), st.data(), st.decimals(min_value=-(10**15), max_value=10**15, places=6))
def test_there_and_back_is_exact_to_twenty_digits(name: str, data: st.DataObject, value: Decimal) -> None:
    other = data.draw(st.sampled_from(_alike(name)))
    back = units.convert(units.convert(value, name, other), other, name)
    zero_points = abs(units.convert(Decimal(0), name, other)) + abs(units.convert(Decimal(0), other, name))
    assert abs(back - value) <= (abs(value) + zero_points) * Decimal("1e-20")


@pytest.mark.parametrize(
    ("value", "name", "to", "expected"),
    [
        ("1", "mile", "kilometer", "1.609344"),
        ("68", "degree_Fahrenheit", "degree_Celsius", "20"),
        ("-40", "degree_Celsius", "degree_Fahrenheit", "-40"),
        ("0", "kelvin", "degree_Celsius", "-273.15"),
        ("9", "delta_degree_Fahrenheit", "delta_degree_Celsius", "5"),
        ("1", "barrel", "gallon", "42"),
        ("2", "mile ** 2", "acre", "1280"),
        ("36", "kilometer / hour", "meter / second", "10"),
        ("25", "basis_point", "percentage_point", "0.25"),
        ("5", "USD / barrel", "USD / gallon", "0.1190476190476190476190476190"),
        ("1", "year", "day", "365.25"),
        ("6", "liter / 100 kilometer", "liter / kilometer", "0.06"),
    ],
)
def test_known_conversions(value: str, name: str, to: str, expected: str) -> None:
    assert units.convert(Decimal(value), name, to) == Decimal(expected)


UNLIKE = [
    ("mile", "kilogram"),
    ("USD", "EUR"),
    ("dinar", "IQD"),
    ("percent", "percentage_point"),
    ("degree_Celsius", "delta_degree_Celsius"),
]


@pytest.mark.parametrize(("name", "to"), UNLIKE)
def test_unlike_kinds_are_not_converted(name: str, to: str) -> None:
    with pytest.raises(InputError, match="measure different things"):
        units.convert(Decimal(1), name, to)


@pytest.mark.parametrize("name", ["cat", "", "per", "mile /", "/ hour", "mile / ", "a" * 10_000, "mile / hour / at?"])
def test_an_unknown_name_is_an_error(name: str) -> None:
    assert units.named(name) is None
    with pytest.raises(InputError, match="No unit is called"):
        units.kind_of(name)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("km", "kilometer", "length"),
        ("miles", "mile", "length"),
        ("US$", "USD", "money"),
        ("USD", "USD", "money"),
        ("USD / barrel", "USD / barrel", "rate"),
        ("km/h", "kilometer / hour", "speed"),
        ("%", "percent", "percent"),
        ("count", "count", "count"),
        ("count / 100000 person", "count / 100000 person", "rate"),
        ("square miles", "mile ** 2", "area"),
        ("barrels per day", "barrel / day", "rate"),
        ("tonnes", "metric_ton", "mass"),
    ],
)
def test_a_table_may_name_a_unit_by_any_wording(text: str, name: str, kind: str) -> None:
    unit = units.named(text)
    assert unit is not None
    assert (unit.name, unit.kind) == (name, kind)


# ------------------------------------------------------------------------------------------------ pint


def _is_plain(unit: Unit) -> bool:
    """Whether pint converts it linearly: not an age, not an unscaled degree, not a logarithmic level."""
    return unit.kind not in ("age", "sound_level") and unit != known("temperature:degree")


@pytest.mark.parametrize("unit", [unit for unit in LISTED if _is_plain(unit)], ids=lambda unit: unit.name)
def test_every_factor_agrees_with_pint(unit: Unit) -> None:
    value, base = units.base_value(Decimal(7), unit.name)
    theirs = units.registry().Quantity(Decimal(7), unit.name).to(base).magnitude
    assert abs(theirs - value) <= abs(value) * Decimal("1e-20")


def test_pint_knows_every_currency_as_a_dimension_of_its_own() -> None:
    registry = units.registry()
    codes = sorted({row["code"] for row in table("currencies")})
    assert len({str(registry.get_dimensionality(code)) for code in codes}) == len(codes)


@pytest.mark.parametrize("name", ["person", "vote", "drone", "share", "percentage_point", "tonne_of_TNT", "barrel"])
def test_pint_knows_what_news_counts(name: str) -> None:
    assert name in units.registry()


def test_reading_and_converting_leave_pint_alone() -> None:
    code = (
        "import sys; from decimal import Decimal; from claimcheck.reading import units; from claimcheck.reading.tokens import cut;"
        "units.after(cut('600 miles'), 1); units.convert(Decimal(1), 'mile', 'kilometer'); sys.exit('pint' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
