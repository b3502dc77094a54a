"""An article's event, place and protagonist come from its headline, dateline and lead."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from claimcheck.reading import sentences, topic
from claimcheck.reading.story import Story
from claimcheck.reading.story_events import since
from claimcheck.reading.story_parties import nation
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import Topic

STORIES = json.loads((Path(__file__).parent.parent / "corpora" / "stories.json").read_text("utf-8"))


def read(text: str, title: str | None = None) -> Topic:
    return topic.read(title, [cut(text, *span) for span in sentences.split(text)])


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["title"] or story["text"].split("\n")[0])
def test_a_story_has_its_event_place_and_protagonist(story: dict[str, Any]) -> None:
    found = read(story["text"], story["title"])
    wanted = {
        key: tuple(story[key]) if key == "sides" else story[key]
        for key in ("event", "kind", "place", "entity", "subject", "sides")
        if key in story
    }
    assert {key: getattr(found, key) for key in wanted} == wanted


def test_one_story_keeps_its_event_whatever_the_headline() -> None:
    first = "OSLO — Aland and Borland met on Monday. The war has cost both. Borland's army is large. Aland fights on."
    second = "DORN, Aland — The invasion was five winters ago. Borland planes came first. Borland's front line stands since the war began."
    events = {read(first, "Aland tells of its battlefield dead").event, read(second, "Aland mourns at the wall of names").event}
    assert events == {"war between Aland and Borland"}


def test_a_strike_on_a_town_is_no_strike_of_workers() -> None:
    assert read("DORN — A strike on Dorn killed three people. The attack came at noon.", "Three killed in strike on Dorn").kind == "attack"
    assert read("DORN — Teachers are on strike over pay. The union is firm.", "Strike shuts Dorn schools").kind == "walkout"


def test_an_adjective_belongs_to_its_name() -> None:
    found = read("DORN — Troops of Velmaria came home. The Velmarian army said 60 Velmarian soldiers were back. Velmaria was glad.")
    assert dict(found.adjectives) == {"Velmarian": "Velmaria"}


def test_the_beginning_of_a_war_is_read_as_exactly_as_it_is_told() -> None:
    told = "The war goes on since the invasion in October 2021. Borland crossed the river on October 14, 2021. The war is long."
    text = f"Aland at war\nDORN — {told}"
    assert read(text).since == "2021-10-14"


@pytest.mark.parametrize("text", ["", "\n\n", "\x00", "5", "—", "A", "Mr. ", "THE — ", '"'])
def test_a_text_without_a_story_has_no_topic(text: str) -> None:
    assert read(text).event is None


@pytest.mark.parametrize(
    "piece",
    [
        "Aa ",
        "The ",
        "Ana Ruiz ",
        "A's ",
        "’",
        "Aa Bb Cc Flight ",
        "war flood ",
        "The Rosa Bel sank in Rome. ",
        "Kyiv 5 dead\n",
        "N1e5 fever ",
    ],
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        cuts = [cut(text, *span) for span in sentences.split(text)]
        begin = process_time()
        topic.read(None, cuts)
        return process_time() - begin

    cost(1000)
    assert cost(400_000) < 8 * max(cost(100_000), 0.02)


@pytest.mark.parametrize(
    ("title", "lead", "event", "place"),
    [
        ("Syrian protests: 27 dead", "AMMAN (Reuters) - Syrian forces shot at protesters on Friday.", "protests in Syria", "Syria"),
        ("Quake kills 40 in Nepal", "GENEVA (Reuters) - A quake in Nepal has killed 40 people.", "earthquake in Nepal", "Nepal"),
        ("Two dead in protests", "AMMAN (Reuters) - Police shot dead two protesters on Friday.", "protests in Jordan", "Jordan"),
        ("Protests spread", "AMMAN, Jordan (AP) - Protesters marched in Jordan on Friday, as in Syria.", "protests in Jordan", "Jordan"),
    ],
)
def test_a_dateline_abroad_is_where_the_reporter_sits(title: str, lead: str, event: str, place: str) -> None:
    found = topic.read(title, [cut(lead)])
    assert (found.event, found.place) == (event, place)


@pytest.mark.parametrize(
    ("headline", "home"),
    [
        ("Torvia frees 90 captives", "Torvia"),
        ("150 come home in swap with Ostrana", "Torvia"),
        ("Ostrana and Torvia trade prisoners", "Torvia"),
        ("Buses bring captives home", "Torvia"),
    ],
)
def test_the_home_side_of_an_exchange_is_the_one_that_is_told_of(headline: str, home: str) -> None:
    lead = "NOOR, Torvia — Torvia and Ostrana exchanged prisoners on Saturday. Torvia's defense ministry spoke of 150 men, Ostrana of 90."
    assert read(lead, headline).home == home


def test_what_the_article_stands_before_is_no_side_of_a_war() -> None:
    text = (
        "DORN, Torvia — Torvia's army took two villages in the Vesk from Ostrana. The war over the Vesk goes on. "
        "The Vesk has lost its people. Ostrana's general staff says the Vesk is not lost."
    )
    assert read(text, "Torvian army takes two villages in the Vesk").sides == ("Ostrana", "Torvia")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("Train leaves rails in Torvia", "DORN, Torvia — A passenger train jumped the tracks on Sunday, killing nine."),
            ("Dorn train crash: driver slept", "DORN, Torvia — The driver of the train in the crash slept. The derailment killed nine."),
        ),
        (
            ("Torvia votes on joining the pact", "DORN, Torvia — Voters went to the polls in a referendum. The leave camp was ahead."),
            (
                "Turnout low in Torvia's vote",
                "DORN, Torvia — Turnout was 41 percent of voters. The stay camp lost, as did all who voted to leave.",
            ),
        ),
        (
            ("Torvia and Ostrana swap prisoners", "DORN, Torvia — Torvia and Ostrana exchanged 40 prisoners. Ostrana sent 20."),
            ("Torvia gets 90 men back", "DORN, Torvia — Torvia got 90 men back in a swap with Ostrana. Torvia freed 90, all captives."),
        ),
    ],
)
def test_one_event_has_one_name_in_other_words(first: tuple[str, str], second: tuple[str, str]) -> None:
    one, other = (read(lead, headline).event for headline, lead in (first, second))
    assert one == other is not None


def test_drones_that_fly_in_a_war_are_of_the_war() -> None:
    lead = "DORN, Torvia — Torvia's air force counted 40 drones. It was a quiet night of the war in Torvia."
    assert read(lead, "Torvia counts drones").event == "war in Torvia"


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("PELHAVN - The government of Oranna plans outlays of 36 billion crowns.", "Oranna"),
        ("PELHAVN - Statistics Oranna counted 9 million people living in Oranna.", "Oranna"),
        ("PELHAVN - The finance minister and president Halden plans outlays of 36 billion crowns.", None),
        ("PELHAVN - The central bank governor and prime minister Halden spoke.", None),
    ],
)
def test_a_nation_has_a_government_and_an_office_has_a_name(text: str, land: str | None) -> None:
    assert nation(Story("Budget presented", [cut(text)])) == land


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    found = read("River takes the market quarter\nDORN, Torvia, Tuesday\nThe flood came at night. The river had been swollen for days.")
    assert found.event == "flood in Torvia"


@pytest.mark.parametrize(
    ("text", "began"),
    [
        ("War in Cyprus\nThe war, which began on July 20, 1974, has split the island.", "1974-07-20"),
        (
            "The long war in Korea\nThe Korean War, which began on June 25, 1950, never ended. Korean troops stand at the line.",
            "1950-06-25",
        ),
        ("Western Sahara\nThe conflict, which erupted on October 31, 1975, goes on.", "1975-10-31"),
        ("War in Torvia\nSince the war broke out in May 2023, 40 have died.", "2023-05"),
        ("War in Torvia\nThe siege of Noor is the longest since the Somme, which began on July 1, 1916.", None),
        ("War in Torvia\nIt recalls the siege of Sarajevo, which began on April 5, 1992.", None),
        ("War in Torvia\nNothing like it has been seen since the Second World War began in September 1939.", None),
    ],
)
def test_an_old_war_began_when_it_began_and_a_war_likened_to_it_did_not(text: str, began: str | None) -> None:
    assert since("war", text, "2026-06-10") == began
