"""Wikidata, the World Bank and the fact-check search, as they answer: an RDF store with Wikidata's shapes, and documented JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph
import pytest

import claimcheck as cc
from claimcheck.errors import InputError, SourceError
from claimcheck.references.sources import Client, FactChecks, Wikidata, WorldBank

from .conftest import Given, Service

# ------------------------------------------------------------------------------------------------ Wikidata

PREFIXES = """
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://www.wikidata.org/value/> .
"""
_COUNT, _KM2, _LI = "Q199", "Q712226", "Q857027"


def thing(item: str, label: str, links: int, *statements: str) -> str:
    """An item with its label, its number of articles, and its statements."""
    subject = f'wd:{item} rdfs:label "{label}"@en ; wikibase:sitelinks {links} .'
    return "\n".join((subject, *(statement.replace("ITEM", f"wd:{item}") for statement in statements)))


_number = iter(range(10_000))


def quantity(name: str, amount: str, unit: str, at: str | None = None, rank: str = "Normal") -> str:
    key = next(_number)
    when = f'; pq:P585 "{at}T00:00:00Z"^^xsd:dateTime' if at else ""
    return (
        f"ITEM p:{name} :s{key} . :s{key} ps:{name} {amount} ; psv:{name} :v{key} ; wikibase:rank wikibase:{rank}Rank {when} .\n"
        f':v{key} wikibase:quantityAmount "{amount}"^^xsd:decimal ; wikibase:quantityUnit wd:{unit} .'
    )


def moment(name: str, day: str, precision: int, calendar: str = "Q1985727") -> str:
    key = next(_number)
    return (
        f"ITEM p:{name} :s{key} . :s{key} psv:{name} :v{key} ; wikibase:rank wikibase:NormalRank .\n"
        f':v{key} wikibase:timeValue "{day}T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision "{precision}"^^xsd:integer ; '
        f"wikibase:timeCalendarModel wd:{calendar} ."
    )


FACTS = (
    thing(
        "Q33",
        "Finland",
        400,
        quantity("P1082", "+5550066", _COUNT, "2022-12-31"),
        quantity("P1082", "+5603851", _COUNT, "2023-12-31"),
        quantity("P1082", "+9999999", _COUNT, "2023-12-31", "Deprecated"),
        quantity("P2046", "+338478.34", _KM2),
        moment("P571", "1917-12-06", 11),
    ),
    thing("Q1", "Holt Bay", 3, quantity("P1082", "+48200", _COUNT, "2024-01-01")),
    thing("Q2", "Holt Bay", 2, quantity("P1082", "+900", _COUNT, "2024-01-01")),
    thing("Q3", "Elmsworth", 90, quantity("P1082", "+120000", _COUNT, "2024-01-01"), quantity("P2043", "+7", _LI)),
    thing("Q4", "Elmsworth", 2, quantity("P1082", "+80", _COUNT, "2024-01-01")),
    thing(
        "Q5",
        "Ada Marlow",
        9,
        moment("P569", "1950-03-00", 10),
        moment("P570", "1900-01-01", 7),
        moment("P571", "1600-01-01", 9, "Q1985786"),
    ),
)


@pytest.fixture
def wikidata(service: Service) -> Service:
    """An RDF store behind an HTTP endpoint that speaks SPARQL 1.1."""
    store = pyoxigraph.Store()
    triples = PREFIXES + "\n".join(FACTS).replace("1950-03-00", "1950-03-01")
    store.load(triples.encode(), format=pyoxigraph.RdfFormat.TURTLE)

    def answer(asked: dict[str, str]) -> Given:
        try:
            found = store.query(asked["query"])
        except SyntaxError as error:
            return 400, {}, str(error).encode()
        body = found.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        return 200, {"Content-Type": "application/sparql-results+json"}, body or b""

    service.answers["/sparql"] = answer
    return service


def rows_about(wikidata: Service, client: Client, *names: str) -> set[tuple[str | None, str, str, str | None, str | None]]:
    references = cc.References().with_source(Wikidata(names, address=f"{wikidata.address}/sparql"), client=client)
    return {(row.entity, row.measure, str(row.value), row.unit, row.as_of) for row in references.rows}


def test_statements_become_rows_with_their_day_and_unit(wikidata: Service, client: Client) -> None:
    assert rows_about(wikidata, client, "Finland") == {
        ("Finland", "population", "5550066", "count", "2022-12-31"),
        ("Finland", "population", "5603851", "count", "2023-12-31"),
        ("Finland", "area", "338478.34", "kilometer ** 2", None),
        ("Finland", "founding", "1917-12-06", None, "1917-12-06"),
    }


def test_times_hold_to_their_precision_and_in_our_calendar(wikidata: Service, client: Client) -> None:
    assert rows_about(wikidata, client, "Ada Marlow") == {("Ada Marlow", "birth", "1950-03", None, "1950-03")}


def test_a_name_of_several_things_is_left_out_unless_one_is_far_better_known(wikidata: Service, client: Client) -> None:
    source = Wikidata(("Holt Bay", "Elmsworth"), address=f"{wikidata.address}/sparql")
    references = cc.References().with_source(source, client=client)
    assert [(row.entity, row.value) for row in references.rows] == [("Elmsworth", "120000")]
    assert any("'Holt Bay' names 2 things" in note for note in references.notes)


def test_what_a_text_names_is_asked_for_and_then_checked(wikidata: Service, client: Client) -> None:
    text = "Finland's population was 6.5 million in 2023. The Finnish town of Holt Bay is small."
    source = Wikidata(address=f"{wikidata.address}/sparql")
    references = cc.References().with_source(source, about=cc.extract(text, published="2024-02-01"), client=client)
    report = cc.check(text, published="2024-02-01", references=references)
    (problem,) = report.problems
    evidence = problem.evidence[0]
    assert (problem.verdict, evidence.value, evidence.as_of, evidence.url) == (
        "contradicted",
        "5603851",
        "2023-12-31",
        "http://www.wikidata.org/entity/Q33",
    )
    assert evidence.note is not None
    assert evidence.note.startswith("retrieved 20")


@pytest.mark.parametrize("name", ['"} DROP ALL #', "\\", "a\nb\x00c", "'", "{}", "Ω" * 500])
def test_a_name_cannot_end_the_question(wikidata: Service, client: Client, name: str) -> None:
    assert rows_about(wikidata, client, name) == set()


def test_many_names_are_asked_for_in_parts(wikidata: Service, client: Client) -> None:
    assert len(rows_about(wikidata, client, *(f"Nowhere {number}" for number in range(70)), "Finland")) == 4
    assert len(wikidata.asked) == 3


def test_without_names_nothing_is_asked(wikidata: Service, client: Client) -> None:
    assert rows_about(wikidata, client) == set()
    assert wikidata.asked == []


@pytest.mark.parametrize("body", [{"results": {}}, [], {"results": {"bindings": [{"item": "Q1"}]}}, {"head": {}, "boolean": True}])
def test_an_answer_that_is_no_sparql(service: Service, client: Client, body: object) -> None:
    service.gives("/sparql", body)
    with pytest.raises(SourceError, match=r"SPARQL 1\.1"):
        rows_about(service, client, "Finland")


# ------------------------------------------------------------------------------------------------ World Bank


def indicator(country: str, year: str, value: object) -> dict[str, object]:
    return {
        "indicator": {"id": "SP.POP.TOTL", "value": "Population, total"},
        "country": {"id": country[:2].upper(), "value": country},
        "countryiso3code": country[:3].upper(),
        "date": year,
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


POPULATION = "/v2/country/all/indicator/SP.POP.TOTL"


def test_indicators_come_page_by_page_without_their_gaps(service: Service, client: Client) -> None:
    pages = {
        "1": [{"page": 1, "pages": 2, "per_page": 2, "total": 3, "lastupdated": "2025-07-01"},
              [indicator("Kenya", "2024", None), indicator("Kenya", "2023", 55339003)]],
        "2": [{"page": 2, "pages": 2, "per_page": 2, "total": 3, "lastupdated": "2025-07-01"},
              [indicator("Peru", "2023", 33845617)]],
    }  # fmt: skip
    service.answers[POPULATION] = lambda asked: (200, {}, json.dumps(pages[asked["page"]]).encode())
    references = cc.References().with_source(WorldBank(address=service.address), client=client)
    assert [(row.entity, row.measure, row.value, row.unit, row.as_of, row.recorded_at) for row in references.rows] == [
        ("Kenya", "population", "55339003", "count", "2023", "2025-07-01"),
        ("Peru", "population", "33845617", "count", "2023", "2025-07-01"),
    ]
    report = cc.check("Kenya had a population of 75 million in 2023.", published="2024-02-01", references=references)
    assert [(problem.verdict, problem.evidence[0].source) for problem in report.problems] == [("contradicted", "World Bank, SP.POP.TOTL")]


def test_an_indicator_of_another_kind(service: Service, client: Client) -> None:
    row = indicator("Peru", "2023", 6.4) | {"indicator": {"id": "XY", "value": "Youth literacy rate (percent)"}}
    service.gives("/v2/country/PER;KEN/indicator/XY", [{"page": 1, "pages": 1}, [row]])
    references = cc.References().with_source(WorldBank(("XY",), ("PER", "KEN"), (2020, 2023), address=service.address), client=client)
    assert [(row.measure, row.value, row.unit) for row in references.rows] == [("Youth literacy rate", "6.4", "percent")]
    assert "date=2020%3A2023" in service.asked[0][0]


def test_no_figures_are_no_error(service: Service, client: Client) -> None:
    service.gives(POPULATION, [{"page": 0, "pages": 0, "per_page": 0, "total": 0}, None])
    assert cc.References().with_source(WorldBank(address=service.address), client=client).rows == ()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ([{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}],
         "parameter value is not valid"),
        ({"a": 1}, "as the World Bank documents"),
        ([{"page": 1, "pages": "x"}, []], "as the World Bank documents"),
        ([{"page": 1}, 7], "as the World Bank documents"),
        ([], "as the World Bank documents"),
        (b"<wb:error/>", "was to answer in JSON"),
    ],
)  # fmt: skip
def test_what_the_world_bank_refuses(service: Service, client: Client, body: object, said: str) -> None:
    service.gives(POPULATION, body)
    with pytest.raises(SourceError, match=said):
        cc.References().with_source(WorldBank(address=service.address), client=client)


# ------------------------------------------------------------------------------------------------ fact checks

SEARCH = "/v1alpha1/claims:search"


def reviewed(text: str, rating: str) -> dict[str, object]:
    review = {
        "publisher": {"name": "Elmland Checks", "site": "checks.example.org"},
        "url": "https://checks.example.org/1",
        "title": "Is it so?",
        "reviewDate": "2025-03-02T00:00:00Z",
        "textualRating": rating,
        "languageCode": "en",
    }
    return {"text": text, "claimant": "A minister", "claimDate": "2025-03-01T00:00:00Z", "claimReview": [review]}


def test_what_was_rated_true_becomes_rows_and_the_rest_is_told(service: Service, client: Client) -> None:
    pages = {
        "": {"claims": [reviewed("The floods in Peru killed 41 people.", "True.")], "nextPageToken": "2"},
        "2": {"claims": [reviewed("The floods in Peru killed 4,100 people.", "Pants on fire")]},
    }
    service.answers[SEARCH] = lambda asked: (200, {}, json.dumps(pages[asked.get("pageToken", "")]).encode())
    source = FactChecks("floods Peru", key="s3cret", address=service.address)
    references = cc.References().with_source(source, client=client)
    assert [(row.value, row.source, row.url) for row in references.rows] == [
        ("41", "Elmland Checks, rated True.", "https://checks.example.org/1")
    ]
    (finding,) = [
        found
        for found in cc.check("The floods in Peru killed 4,100 people.", published="2025-03-04", references=references).findings
        if found.check == "reference-rating"
    ]
    assert (finding.severity, finding.verdict) == ("warning", "contradicted")
    assert "Elmland Checks" in finding.message
    assert "'Pants on fire'" in finding.message
    assert any("4,100 people. is rated 'Pants on fire' by Elmland Checks" in note for note in references.notes)


def test_the_key_goes_to_the_service_only(
    service: Service, client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("CLAIMCHECK_FACTCHECK_KEY", "s3cret")
    caplog.set_level(0)
    service.gives(SEARCH, {})
    cc.References().with_source(FactChecks("floods", address=service.address), client=client)
    ((path, headers),) = service.asked
    assert headers["X-Goog-Api-Key"] == "s3cret"
    assert "s3cret" not in path
    assert client.cache is not None
    assert b"s3cret" not in Path(client.cache).read_bytes()
    assert "s3cret" not in caplog.text
    assert "s3cret" not in repr(FactChecks("floods", key="s3cret"))


def test_without_a_key_nothing_is_asked(service: Service, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CLAIMCHECK_FACTCHECK_KEY", raising=False)
    with pytest.raises(InputError, match="needs a key"):
        cc.References().with_source(FactChecks("floods", address=service.address), client=client)
    assert service.asked == []


@pytest.mark.parametrize(
    ("body", "status", "said"), [([], 200, "as the fact-check search documents"), ({"claims": 7}, 200, "documents"), ({}, 403, "refuses")]
)
def test_what_the_search_refuses(service: Service, client: Client, body: object, status: int, said: str) -> None:
    service.gives(SEARCH, body, status)
    with pytest.raises(SourceError, match=said) as raised:
        cc.References().with_source(FactChecks("floods", key="s3cret", address=service.address), client=client)
    assert "s3cret" not in str(raised.value)
