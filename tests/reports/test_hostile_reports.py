"""Whatever an article, a table or a path holds, a report stays a report."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents import locate
from claimcheck.model import Claim, Document, Evidence, Finding, Report
from claimcheck.reports import render

TRICKS = ["\x1b[2J", "::error::", "\r\n::warning::", "<script>", "'\"><b>", "%0A", "\ud800", "\u202e", "\u2028"]
ANY = st.text(max_size=12) | st.sampled_from(TRICKS)
TAGS = {"div", "h3", "mark", "p", "table", "thead", "tbody", "tr", "th", "td", "br", "a"}


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(st.lists(ANY, min_size=1).map("".join).filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    span = (start, draw(st.integers(start + 1, len(text))))
    document = Document(text, text, path=draw(ANY), title=draw(ANY))
    claim = Claim("a", None, None, None, span, text[span[0] : span[1]], span, text, (0, len(text)), "count", "40", "count")
    evidence = Evidence("reference", "41", draw(ANY), draw(ANY), source=draw(ANY), url=draw(ANY), table=draw(ANY), row=3, note=draw(ANY))
    severity = draw(st.sampled_from(["error", "warning", "note"]))
    place = draw(st.sampled_from([None, locate(document, span)]))
    return Report(document, (claim,), (Finding("x", severity, "contradicted", draw(ANY), claim, (evidence,), location=place),))


@given(reports())
def test_text_for_a_terminal_is_printable(report: Report) -> None:
    assert all(line.isprintable() for line in render("text", [report]).split("\n"))


@given(reports())
def test_github_gets_one_command_a_finding(report: Report) -> None:
    command, rest = render("github", [report]).split("\n")
    assert rest == ""
    assert command.startswith(("::error ", "::warning ", "::notice "))
    assert command.count("::") >= 2
    assert "\r" not in command


@given(reports())
def test_html_holds_no_markup_but_its_own(report: Report) -> None:
    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag in TAGS
            assert {name for name, _ in attrs} <= {"class", "style", "title", "href", "rel"}
            assert (dict(attrs).get("href") or "https://").lower().startswith(("https://", "http://"))

    html = render("html", [report])
    html.encode("utf-8")
    Tags().feed(html)


@given(reports())
def test_json_says_exactly_what_was_found(report: Report) -> None:
    text = render("json", [report])
    text.encode("utf-8")
    (document,) = json.loads(text)["documents"]
    assert document["path"] == report.document.path
    assert document["findings"][0]["message"] == report.findings[0].message
