"""What the checks on earlier claims say: articles in the ledger, then one more, and the findings a desk wants on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck import Finding, Ledger, References, check, extract

STORIES = json.loads((Path(__file__).parent.parent / "corpora" / "earlier.json").read_text(encoding="utf-8"))
CASES = [pytest.param(story["earlier"], *case, id=case[1]) for story in STORIES for case in story["cases"]]
NO_TABLES = References()
FLOOD = "LODVIK - The flood in Lodvik has killed 214 people. It has damaged 1,830 homes."


def findings(earlier: list[list[str]], published: str | None, text: str) -> list[Finding]:
    """What is said of an article after others, apart from what it says of itself."""
    with Ledger(":memory:") as ledger:
        for number, (day, article) in enumerate(earlier):
            ledger.add(check(article, published=day, document=f"earlier-{number}", references=NO_TABLES).claims)
        report = check(text, published=published, document="draft", ledger=ledger, references=NO_TABLES)
    return [finding for finding in report.findings if finding.evidence or finding.check == "article-day"]


@pytest.mark.parametrize(("earlier", "published", "text", "expected"), CASES)
def test_a_desk_hears_what_it_wants(earlier: list[list[str]], published: str, text: str, expected: dict[str, Any]) -> None:
    said: dict[str, list[list[str]]] = {}
    for finding in findings(earlier, published, text):
        if any(evidence.type == "earlier_claim" for evidence in finding.evidence):
            said.setdefault(text[slice(*finding.claim.number_span)], []).append([finding.check, finding.verdict, finding.severity])
    assert said == expected


def test_a_dispute_names_both_speakers_and_asks_to_hold_both_figures() -> None:
    earlier = [["2026-05-03", "LODVIK - The storm in Lodvik has killed 45 people, the Red Cross said on Sunday."]]
    (found,) = findings(earlier, "2026-05-03", "LODVIK - The storm in Lodvik has killed 60 people, Mayor Ines Rudd said on Sunday.")
    assert all(word in found.message for word in ("hold both", "Red Cross", "Ines Rudd", "60", "45"))


def test_an_update_whose_digits_only_changed_places_asks_for_a_second_look() -> None:
    earlier = [["2026-05-03", "LODVIK - The Lodvik arena has 45,200 seats."]]
    swapped, moved = (findings(earlier, "2026-05-20", f"LODVIK - The Lodvik arena has {seats} seats.") for seats in ("42,500", "43,600"))
    assert [finding.verdict for finding in (*swapped, *moved)] == ["updated", "updated"]
    assert ["mistyped" in finding.message for finding in (*swapped, *moved)] == [True, False]


@pytest.mark.parametrize(
    ("earlier", "text", "base"),
    [
        (
            [["2026-05-03", "LODVIK - The flood in Lodvik did damage of $420 million, the county said, of which $260 million is insured."]],
            "LODVIK - The county now puts the damage of the flood in Lodvik at $465 million.",
            "$420 million",
        ),
        (
            [
                ["2026-05-03", "LODVIK - The flood in Lodvik has killed seven people, police said on Sunday."],
                [
                    "2026-05-04",
                    "LODVIK - The toll of the flood in Lodvik rose to 11 after two bodies were found in the village of Ost.",
                ],
            ],
            "LODVIK - The flood in Lodvik has killed 14 people, police said.",
            "11",
        ),
    ],
)
def test_an_update_is_told_from_the_newest_and_likeliest_figure(earlier: list[list[str]], text: str, base: str) -> None:
    found = findings(earlier, "2026-05-05", text)
    assert [(finding.verdict, finding.evidence[0].surface) for finding in found] == [("updated", base)]


def test_a_recorded_correction_goes_before_what_the_same_speaker_said_first() -> None:
    told = (
        ("2026-05-03", "The ferry disaster off Lodvik killed 71 people, the coast guard said."),
        ("2026-05-05", "The ferry disaster off Lodvik killed 94 people, Mayor Ines Rudd said."),
    )
    with Ledger(":memory:") as ledger:
        for day, text in told:
            (latest,) = check(text, published=day, document=day, references=NO_TABLES).claims
            ledger.add([latest])
        ledger.correct(latest, value="92", reason="two were counted twice", on="2026-05-07")
        text = "The ferry disaster off Lodvik killed 92 people, the coast guard said."
        (found,) = check(text, published="2026-05-08", document="d", ledger=ledger, references=NO_TABLES).findings
    assert (found.verdict, found.evidence[0].value) == ("corrected", "94")


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2026-05-09", "The ferry disaster off Lodvik killed 94 people.", [("corrected-figure", "outdated")]),
        ("2026-05-06", "The ferry disaster off Lodvik killed 94 people.", [("earlier-claim", "restated")]),
        (
            "2026-05-09",
            "The ferry disaster off Lodvik killed 92 people, not 94 as first reported.",
            [("earlier-claim", "corrected"), ("earlier-claim", "restated")],
        ),
    ],
)
def test_a_figure_corrected_since_is_quoted_with_a_warning(published: str, text: str, expected: list[tuple[str, str]]) -> None:
    with Ledger(":memory:") as ledger:
        (toll,) = check(
            "The ferry disaster off Lodvik killed 94 people.", published="2026-05-05", document="a", references=NO_TABLES
        ).claims
        ledger.add([toll])
        ledger.correct(toll, value="92", reason="two were counted twice", on="2026-05-07")
        found = check(text, published=published, document="d", ledger=ledger, references=NO_TABLES).findings
    assert [(finding.check, finding.verdict) for finding in found] == expected
    assert [finding.message for finding in found if finding.check == "corrected-figure"] == (
        ["'94 people' was corrected to 92 on 7 May 2026: two were counted twice."]
        if len(expected) == 1 and published > "2026-05-07"
        else []
    )


def test_an_article_without_a_day_is_said_to_have_none_once() -> None:
    found = findings([["2026-05-03", FLOOD]], None, "The flood in Lodvik has killed 231 people. It has damaged 2,000 homes and 30 bridges.")
    assert [finding.verdict for finding in found if finding.check == "article-day"] == ["undated"]


def test_an_article_older_than_the_ledger_is_said_to_be_once_with_the_latest_day() -> None:
    later = FLOOD.replace("214", "219").replace("1,830", "1,910")
    earlier = [["2026-05-03", FLOOD], ["2026-05-06", later]]
    (found,) = findings(earlier, "2026-05-01", "LODVIK - The flood in Lodvik has killed 100 people. It has damaged 900 homes.")
    assert (found.check, found.verdict) == ("article-day", "postdated")
    assert found.message == (
        "This article is of 1 May 2026, and the ledger holds figures said after that day, the latest on 6 May 2026; those are left out."
    )


def test_without_a_ledger_no_day_is_asked_for() -> None:
    assert check("The flood in Lodvik has killed 231 people.", references=NO_TABLES).findings == ()


FELL = ("falling-toll", "conflicting", "warning")
CORRECTED = ("earlier-claim", "corrected", "note")
OUTDATED = ("corrected-figure", "outdated", "warning")


def told_after(corrections: list[tuple[str, str]], published: str, dead: int) -> list[tuple[str, str, str]]:
    """What is said of a later toll where the ledger holds one of 48, said on 1 March, and these corrections of it."""
    with Ledger(":memory:") as ledger:
        toll = extract("The flood in Orla killed 48 people, the ministry said.", "2026-03-01", document="first")
        ledger.add(toll)
        for on, right in corrections:
            ledger.correct(toll[0], value=right, reason="counted anew", source="ministry", on=on)
        report = check(f"The flood in Orla killed {dead} people, the ministry said.", published=published, ledger=ledger)
    return [(finding.check, finding.verdict, finding.severity) for finding in report.findings]


@pytest.mark.parametrize(("corrected", "said"), [("45", []), ("46", [CORRECTED]), ("47", [FELL])])
def test_a_toll_above_its_recorded_correction_has_not_fallen(corrected: str, said: list[tuple[str, str, str]]) -> None:
    assert told_after([("2026-03-03", corrected)], "2026-03-05", 46) == said


@pytest.mark.parametrize(("published", "said"), [("2026-03-02", [FELL]), ("2026-03-05", []), ("2026-03-09", [FELL])])
def test_a_toll_is_held_against_the_correction_in_force_on_its_day(published: str, said: list[tuple[str, str, str]]) -> None:
    assert told_after([("2026-03-03", "44"), ("2026-03-08", "47")], published, 46) == said


@pytest.mark.parametrize(
    ("published", "old", "new"),
    [
        ("2026-03-02", ("earlier-claim", "restated", "note"), FELL),
        ("2026-03-05", OUTDATED, CORRECTED),
        ("2026-03", OUTDATED, CORRECTED),
    ],
)
def test_a_figure_is_corrected_only_from_the_day_of_its_record(
    published: str, old: tuple[str, str, str], new: tuple[str, str, str]
) -> None:
    correction = [("2026-03-03", "44")]
    assert (told_after(correction, published, 48), told_after(correction, published, 44)) == ([old], [new])
