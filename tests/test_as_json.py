"""Records to JSON and back."""

import json

from dashboard.as_json import (
    account_from_json,
    account_to_json,
    extraction_from_json,
    extraction_to_json,
    occurrence_to_json,
)
from dashboard.records import Candidate, Extraction, Name, Occurrence, Span
from tests.factories import SUMY_OBLAST, account, mention, name


def test_an_account_survives_and_reads_as_designed() -> None:
    one = account("a#1", killed=None)
    value = json.loads(json.dumps(account_to_json(one)))
    assert account_from_json(value) == one
    assert (value["date_start"], value["killed"]) == ("2025-07-03", None)
    assert value["spans"]["place"] == [{"in": "body", "start": 25, "end": 32}]


def test_what_was_read_survives_with_its_candidates() -> None:
    doubtful = Occurrence(
        Span(3, 14, "title"), "Sumy", None, "ambiguous", (Candidate(SUMY_OBLAST, 2.5, "the report is about Ukraine"),)
    )
    found = Extraction(
        accounts=(account("a#1"),),
        places={"a#1": SUMY_OBLAST},
        names=(name(mention()), Name("a", doubtful, mention=False, held_back=2)),
    )
    assert extraction_from_json(json.loads(json.dumps(extraction_to_json(found)))) == found
    assert found.mentions == (mention(),)


def test_an_occurrence_has_its_place_or_nulls() -> None:
    placed = occurrence_to_json(Occurrence(Span(3, 14), "Sumy region", SUMY_OBLAST, "type word"), "a", "mention")
    assert placed == {
        "report": "a",
        "text": "Sumy region",
        "start": 3,
        "end": 14,
        "place": "Sumy Oblast",
        "country": "UA",
        "admin1": "Sumy Oblast",
        "latitude": 51.0,
        "longitude": 34.0,
        "precision": "admin1",
        "role": "mention",
    }
    doubtful = occurrence_to_json(Occurrence(Span(3, 14), "Kamianske", None, "ambiguous"), "a", "mention")
    assert [doubtful[name] for name in ("place", "latitude", "precision")] == [None, None, None]
