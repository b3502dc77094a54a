"""Two articles that use the same names tell one story, though they give its event, place and days otherwise."""

from __future__ import annotations

import pytest
from attrs import evolve

from claimcheck import Claim, compare, extract
from claimcheck.comparing.where import event
from claimcheck.comparing.whom import entity

FIRST = """Blast in Ostrana coal mine kills 17, traps dozens

ZELMA, Ostrana — A gas explosion in a coal mine in northern Ostrana killed 17 miners on Monday, Energy Minister Pia Morano said.
Rescuers from Port Adler reached the Redwell mine at noon, and Morano asked the operator, Norfel, for its maps."""
NEXT = """At Redwell they wait for the gas to burn

Of the men who worked at Redwell, 36 are known to have died in the explosion, Pia Morano said on Saturday. Rescuers from Port Adler
have gone home. Norfel has not answered."""
ELSEWHERE = """At Tarn they wait for the gas to burn

Of the men who worked at Tarn, 36 are known to have died in the explosion, Udo Kess said on Saturday. Rescuers from Lindau have gone
home. Brask Coal has not answered."""
NAMED = """Morano visits the widows

Pia Morano of Port Adler, who came to Redwell with the men of Norfel, spoke of the mine disaster in Ostrana. In the ferry disaster of
Lake Tarn 36 people died, she said."""


def toll(text: str, value: str, published: str) -> Claim:
    return [claim for claim in extract(text, published, document=published) if claim.value == value][-1]


def test_the_event_of_one_story_may_go_by_two_names() -> None:
    first, later = toll(FIRST, "17", "2026-03-02"), toll(NEXT, "36", "2026-03-07")
    assert first.event != later.event
    assert compare(first, later).label == "update"
    assert compare(evolve(first, cast=()), later).label == "different_quantity"


@pytest.mark.parametrize("text", [ELSEWHERE, NAMED])
def test_another_event_is_another_story(text: str) -> None:
    assert compare(toll(FIRST, "17", "2026-03-02"), toll(text, "36", "2026-03-07")).label == "different_quantity"


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        (FIRST, ("Ostrana", "Morano", "Zelma")),
        ("On Monday 12 trucks left Tarn. The Tarnish mayor, Udo Kess, saw them. Tarn is calm.", ("Tarn", "Udo", "Kess")),
        ("Turnout was 61.4 percent. The president said so.", ()),
    ],
)
def test_the_cast_of_an_article_is_what_it_names_most(text: str, cast: tuple[str, ...]) -> None:
    told = extract(text, "2026-03-02")[0].cast
    assert set(cast) <= set(told)
    assert len(told) <= 8
    assert bool(cast) == bool(told)


FLIGHT = """Refugees stream over the border of Zemland

ZEM — Some 41,000 refugees have fled to Zemland, Pia Morano of the Open Hand group said. Tarn, where Norfel runs a camp, is full.
Zemland and Tarn have asked for help; Morano and Norfel bring tents."""
CAMP = """Measles outbreak fills the wards in Tarn

TARN — A measles outbreak in Tarn has made 63 people ill, Pia Morano said. Morano, whose Open Hand group works with Norfel in Tarn,
asked for vaccine. In Tarn, Norfel and Zemland nurses see 40 patients a day."""


def test_two_names_for_what_one_story_tells_of_do_not_clash() -> None:
    one, other = toll(FLIGHT, "41000", "2026-03-02"), toll(CAMP, "63", "2026-03-07")
    assert one.event != other.event
    assert event(one, other).verdict == "unknown"
    assert event(evolve(one, cast=()), evolve(other, cast=())).verdict == "clash"


def test_what_two_articles_of_one_story_supply_is_no_clash_of_owners() -> None:
    first = evolve(toll(FIRST, "17", "2026-03-02"), measure="spending", entity="Zelma", inherited=("entity",))
    later = evolve(toll(NEXT, "36", "2026-03-07"), measure="spending", entity="Ostrana", inherited=("entity",))
    assert entity(first, later).verdict == "unknown"
    assert entity(evolve(first, cast=()), evolve(later, cast=())).verdict == "clash"
    assert entity(evolve(first, inherited=()), evolve(later, inherited=())).verdict == "clash"


def test_an_event_that_the_article_supplies_is_nobody() -> None:
    bare = toll(ELSEWHERE, "36", "2026-03-07")
    supplied = evolve(bare, measure=None, entity="explosion in Tarn", event="explosion in Tarn", inherited=("entity", "event"))
    assert entity(supplied, evolve(bare, measure=None, entity="Long Lake", inherited=())).verdict == "unknown"


def test_a_bank_is_no_event() -> None:
    told = evolve(toll(FIRST, "17", "2026-03-02"), measure="policy rate", entity="Bank of Ostrana", inherited=())
    assert entity(told, evolve(told, entity="central bank of Ostrana", inherited=("entity",))).verdict in ("agree", "entail")
