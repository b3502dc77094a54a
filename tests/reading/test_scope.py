"""Every wording of a statistic gives one measure; whom, where and which event a figure is about; what the article supplies is marked."""

from __future__ import annotations

import csv
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading import dates, extract, measures, scope, topic
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.quantities import find
from claimcheck.reading.scope import Scope
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import Topic
from claimcheck.vocabulary import table

CORPORA = Path(__file__).parent.parent / "corpora"
WAR = Topic(event="war between Aland and Borland", kind="war", sides=("Aland", "Borland"), names=frozenset(("Aland", "Borland")))
FERRY = Topic(event="sinking of Rosa Bel", kind="sinking", place="Cape Noor", entity="Rosa Bel", subject="Rosa Bel")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CORPORA / name).read_text("utf-8").splitlines()))


def scoped(marked: str, story: Topic = Topic(), before: str | None = None) -> Scope:  # noqa: B008
    """The scope of the figure that stands in square brackets."""
    at = marked.index("[")
    tokens = cut(marked.replace("[", "").replace("]", ""))
    taken = [mention.stated or (mention.first, mention.last) for mention in dates.find(tokens, None) if mention.value is not None]
    figures = find(tokens, taken)
    index = next(i for i, figure in enumerate(figures) if tokens.starts[figure.first] <= at < tokens.ends[figure.last - 1])
    return scope.read(tokens, figures, topic=story, before=cut(before) if before else None)[index]


@pytest.mark.parametrize("row", rows("measures.csv"), ids=lambda row: f"{row['measure']}: {row['sentence']}")
def test_all_wordings_of_a_statistic_give_one_measure(row: dict[str, str]) -> None:
    assert scoped(row["sentence"]).measure == row["measure"]


@pytest.mark.parametrize("row", rows("not_measures.csv"), ids=lambda row: f"{row['measure']}: {row['sentence']}")
def test_a_figure_does_not_take_the_statistic_of_its_neighbours(row: dict[str, str]) -> None:
    assert scoped(row["sentence"]).measure != row["measure"]


@pytest.mark.parametrize("row", rows("entities.csv"), ids=lambda row: row["sentence"])
def test_the_entity_is_whom_the_figure_is_about(row: dict[str, str]) -> None:
    assert (scoped(row["sentence"]).entity or "") == row["entity"]


@pytest.mark.parametrize("row", rows("figure_places.csv"), ids=lambda row: row["sentence"])
def test_the_place_is_the_one_that_governs_the_figure_not_the_speakers(row: dict[str, str]) -> None:
    assert (scoped(row["sentence"]).place or "") == row["place"]


@pytest.mark.parametrize(
    ("sentence", "before", "measure"),
    [
        ("It includes [97] people in Mela and 58 in Ruva.", "The minister raised the toll to 402.", "deaths"),
        ("It includes 97 people in Mela and [58] in Ruva.", "The minister raised the toll to 402.", "deaths"),
        ("They included 48 Danes, 31 Poles and [four] Finns.", "The jet had 121 passengers on its list.", "passengers"),
        ("That is [76] more than a week ago.", "Doctors have treated 61 infections.", "infections"),
        ("The agency, which keeps its own tally, put it at [640].", "Officials raised the death toll to 402.", "deaths"),
    ],
)
def test_it_stands_for_the_quantity_spoken_of_last(sentence: str, before: str, measure: str) -> None:
    assert scoped(sentence, before=before).measure == measure


def test_the_number_refers_to_the_statistic_of_the_sentence_before() -> None:
    found = scoped("A lawyer put the number at [5,000].", WAR, before="He said 3,200 Aland soldiers had been killed.")
    assert found.measure == "deaths"
    assert "measure" in found.inherited


def test_the_enemys_dead_are_the_other_sides() -> None:
    assert scoped("Aland's ministry put the enemy dead at [4,600].", WAR).entity == "Borland forces"


def test_she_is_the_person_of_the_sentence_before() -> None:
    assert scoped("She was [29] when she founded it.", before="The prize went to Vera Stolz, the choir's conductor.").entity == "Stolz"


def test_what_the_sentence_leaves_out_the_article_supplies_and_it_is_marked() -> None:
    found = scoped("At least [23] people drowned.", FERRY)
    assert (found.entity, found.place, found.event) == ("Rosa Bel", "Cape Noor", "sinking of Rosa Bel")
    assert set(found.inherited) == {"entity", "place", "event"}


def test_a_common_noun_is_tied_to_the_storys_protagonist() -> None:
    assert scoped("The cook, [47], was saved.", FERRY).entity == "cook of Rosa Bel"
    assert scoped("The vessel lay in water [85 meters] deep.", FERRY).entity == "Rosa Bel"


@pytest.mark.parametrize(
    "sentence",
    [
        "The Titanic went down in 1912 with some [1,500] people on board.",
        "In the Lodvik earthquake of 2009 falling roofs killed [35] people.",
        "The 2003 earthquake killed [1,400] people.",
    ],
)
def test_a_figure_of_another_year_is_of_another_event(sentence: str) -> None:
    found = scoped(sentence, FERRY)
    assert found.event is not None
    assert found.event != FERRY.event
    assert found.entity != FERRY.entity


def test_a_place_only_compared_with_is_no_scene_of_the_event() -> None:
    found = scoped("It may become a wreck like that off Lodvik, where [35] people died.", FERRY)
    assert (found.place, found.event) == ("Lodvik", None)


def test_a_figure_since_the_beginning_stays_with_the_event() -> None:
    assert scoped("Aland has lost [3,200] soldiers since the invasion of 2021.", WAR).event == WAR.event


def test_confirmed_and_suspected_counts_are_told_apart() -> None:
    assert scoped("Doctors have confirmed [16] cases.").status == "confirmed"
    assert scoped("About [70] suspected cases are being tested.").status == "suspected"
    assert scoped("[Two] hikers are feared dead.").status == "suspected"
    assert scoped("[Sixteen] cases were found and 5 people died.").status is None


def test_a_part_keeps_the_statistic_of_its_whole() -> None:
    found = scoped("The fire killed seven people, [three] of them students.")
    assert (found.measure, found.entity) == ("deaths", "students")


def test_a_date_belongs_to_what_happened_on_it() -> None:
    tokens = cut("It was the deepest slump since Northern Rock collapsed in September 2007.")
    found = scope.dates(tokens, [DateMention(10, 12, None, None, value="2007-09")], topic=FERRY)[0]
    assert (found.entity, found.event) == ("Northern Rock", None)


def test_a_date_of_the_beginning_belongs_to_the_articles_event() -> None:
    tokens = cut("Borland tanks entered the valley in October 2021.")
    story = Topic(event="war between Aland and Borland", kind="war", since="2021-10", sides=("Aland", "Borland"))
    assert scope.dates(tokens, [DateMention(6, 8, None, None, value="2021-10")], topic=story)[0].event == story.event


def test_every_row_of_the_tables_can_be_read() -> None:
    for row in table("measures"):
        measure = measures.known(row["measure"])
        assert measure is not None, row
        assert measure.kinds, row
        assert any(frame.measure is measure for mark in measures.marks(cut(row["wording"])) for frame in mark.frames), row


def test_a_wording_that_breaks_off_at_the_end_of_a_sentence_ends_there() -> None:
    """ "... cut the share" at the end of a headline: the table also knows longer wordings that begin so."""
    for row in table("measures"):
        words = row["wording"].split()
        for size in range(1, len(words)):
            tokens = cut(" ".join(words[:size]))
            assert all(mark.last <= len(tokens) for mark in measures.marks(tokens)), row["wording"]


def test_every_statistic_says_whom_it_is_about() -> None:
    assert {row["about"] for row in table("statistics")} <= {"people", "actor", "owner", "country", "thing", "person", "counter", "none"}


@given(st.sampled_from(rows("measures.csv")), st.sampled_from(["", "On Monday, ", "Officials said that ", "“"]))
def test_what_stands_around_a_sentence_does_not_change_its_measure(row: dict[str, str], opening: str) -> None:
    sentence = row["sentence"]
    if opening and not sentence.startswith(('"', "[", "Had", "Of the")):
        sentence = opening + sentence[0].lower() + sentence[1:]
        assert scoped(sentence).measure == row["measure"]


PIECES = [
    "5",
    "12",
    "1,000",
    "killed",
    "drones",
    "in",
    "Kyiv",
    ",",
    ";",
    "(",
    ")",
    "said",
    '"',
    "the",
    "of",
    "its",
    "Paris",
    "Ana Ruiz",
    "’s",
    "%",
    "\x00",
    "—",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_text_breaks_the_reader(pieces: list[str]) -> None:
    tokens = cut(" ".join(pieces))
    figures = find(tokens)
    assert len(scope.read(tokens, figures, topic=topic.read(None, [tokens]), before=tokens)) == len(figures)


def test_a_sentence_too_long_to_be_prose_costs_nothing() -> None:
    tokens = cut("5 people were killed in Paris and " * 20_000)
    figures = find(tokens)
    begin = process_time()
    found = scope.read(tokens, figures, topic=Topic())
    assert process_time() - begin < 0.1
    assert set(found) == {Scope()}


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        ("Job losses in May came to 12,400.", ["decrease"]),
        ("The job losses of March were put at 6,900, having first been given as 5,800.", ["decrease", "decrease"]),
        ("Payroll gains were revised to 130,000 from 150,000.", ["increase", "increase"]),
        ("After the job losses in May, 900 workers met the minister.", [None]),
        ("The number of jobs stood at 12,400.", [None]),
    ],
)
def test_a_statistic_that_is_a_change_by_its_name(sentence: str, changes: list[str | None]) -> None:
    assert [claim.change for claim in extract(sentence, published="2026-06-05") if claim.kind == "count"] == changes


def test_soldiers_and_rebels_of_a_civil_war_are_of_its_two_sides() -> None:
    text = (
        "Torvia owns up to 5,300 dead as war drags on\nDORN, Torvia — The minister said 5,300 soldiers had died since the "
        "Northern Front took up arms in 2024. The rebels' dead he put at 12,000. The Northern Front lost towns in the war in Torvia."
    )
    sides = {claim.value: claim.entity for claim in extract(text, published="2026-03-10") if claim.kind == "count"}
    assert (sides["5300"], sides["12000"]) == ("Torvian forces", "Northern Front forces")


def test_those_held_at_a_march_are_arrests_of_its_day() -> None:
    text = "March fills Dornby\nDORNBY, Torvia — On Saturday crowds marched in Dornby. Forty people were held, the ministry said."
    claim = next(claim for claim in extract(text, published="2026-03-10") if claim.value == "40")
    assert claim.measure == "arrests"
    assert claim.period is not None
    assert claim.period.start == "2026-03-07"
