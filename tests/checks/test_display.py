"""What stands around the body of an article (headline, standfirst, captions, summary) is held against it."""

from __future__ import annotations

import pytest

from claimcheck import References, check
from claimcheck.documents import parse
from claimcheck.pipeline import check_document

BODY = "Torvia closed 512 bridges on Saturday after a storm.\n\nNobody was hurt, and schools stayed open."
FRONT = "---\ndate: 2024-06-01\n---\n"


def messages(markdown: str) -> list[str]:
    report = check_document(parse(markdown, "markdown"), references=References())
    return [finding.message for finding in report.problems if finding.check == "headline-and-body"]


@pytest.mark.parametrize(
    ("name", "markdown"),
    [
        ("headline", f"{FRONT}# Torvia shuts {{}} bridges\n\n{BODY}"),
        ("headline", f"---\ntitle: Torvia shuts {{}} bridges\ndate: 2024-06-01\n---\n{BODY}"),
        ("standfirst", f"{FRONT}Storm hits Torvia\n\nStorm closes {{}} bridges in Torvia as thousands stay home\n\n{BODY}"),
        ("caption", f"{FRONT}{BODY}\n\n<figure><img src='a.jpg'><figcaption>One of the {{}} bridges Torvia closed.</figcaption></figure>"),
        ("caption", f"{FRONT}{BODY}\n\n![One of the {{}} bridges closed in Torvia](bridge.jpg)"),
        ("caption", f"{FRONT}{BODY}\n\nPhoto: One of the {{}} bridges closed in Torvia."),
        ("summary", f"---\ndate: 2024-06-01\ndescription: Torvia closed {{}} bridges on Saturday.\n---\n{BODY}"),
        ("summary", f"---\ndate: 2024-06-01\nstandfirst: A storm closed {{}} bridges in Torvia.\n---\n{BODY}"),
    ],
)
def test_a_figure_beside_the_body_is_held_against_it(name: str, markdown: str) -> None:
    assert messages(markdown.format(512)) == []
    (said,) = messages(markdown.format(521))
    assert said.startswith(f"the {name} has 521 bridges, the text 512 bridges")


def test_a_caption_may_show_what_the_body_does_not_tell() -> None:
    assert messages(f"{FRONT}{BODY}\n\n![Some of the 30 trains that stood still, and 214 passengers](train.jpg)") == []


def test_a_summary_can_be_given_from_python() -> None:
    report = check(BODY, published="2024-06-01", summary="Torvia closed 400 bridges on Saturday.", references=References())
    assert [finding.message for finding in report.problems] == [
        "the summary has 400 bridges, the text 512 bridges: these cannot all be right."
    ]


def test_of_several_wrong_figures_the_one_nearest_to_the_headline_is_named() -> None:
    text = "Torvia storm closes 521 bridges\n\nThe storm closed 512 bridges in Torvia on Saturday, 30 of them for good."
    report = check(text, published="2024-06-01", references=References())
    assert [finding.message.partition(":")[0] for finding in report.problems] == ["the headline has 521 bridges, the text 512 bridges"]


def test_a_summary_is_of_its_articles_event() -> None:
    body = "A road bridge gave way near Lodvik on Thursday, killing 19 people, the interior ministry said."
    front = "---\ntitle: Bridge collapse kills 19 near Lodvik\nsummary: A bridge fell, killing {} people.\ndate: 2024-06-01\n---\n"
    assert messages(front.format(19) + body) == []
    assert messages(front.format(21) + body) == ["the summary has 21 people, the text 19 people: these cannot all be right."]


def test_what_an_open_hedge_lets_stand_is_a_warning() -> None:
    text = f"{FRONT}Torvia shuts 560 bridges\n\nTorvia closed at least 512 bridges on Saturday.\n\nNobody was hurt."
    report = check_document(parse(text, "markdown"), references=References())
    (finding,) = [finding for finding in report.problems if finding.check == "headline-and-body"]
    assert finding.severity == "warning"
    assert finding.message == "the headline has 560 bridges, the text at least 512 bridges: a reader takes these for two counts."
