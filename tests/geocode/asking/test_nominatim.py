"""One question to a real server on this machine, through geopy: found, not found and could not ask stay apart."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from dashboard.errors import CouldNotAsk, ServiceStopped
from dashboard.geocode.asking import nominatim
from dashboard.geocode.asking.nominatim import PUBLIC, Service
from tests.fake_nominatim import FakeNominatim, Reply, found, serving, village

MILOVE = found(village("Milove"))
BUSY, TOO_MANY = Reply(503), Reply(429, headers={"Retry-After": "7"})

Ask = Callable[[FakeNominatim], object]


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited between tries; nobody really waits."""
    slept: list[float] = []
    monkeypatch.setattr(nominatim, "time", SimpleNamespace(sleep=slept.append))
    monkeypatch.setattr(nominatim, "TIMEOUT_S", 0.3)
    return slept


@pytest.fixture
def ask(tmp_path: Path, slept: list[float]) -> Iterator[Ask]:
    """Asks a server for Milove."""
    services: list[Service] = []

    def one(server: FakeNominatim) -> object:
        if not services:
            services.append(Service(server.url, "desk@example.org", tmp_path, "1.0"))
        return services[0].ask("Milove, Kharkiv Oblast, Ukraine", "UA")

    yield one
    for service in services:
        service.__exit__(None, None, None)


def test_what_is_asked_names_us_the_country_and_all_we_need(ask: Ask) -> None:
    with serving(MILOVE) as server:
        assert ask(server) == (village("Milove"),)
    (request,) = server.requests
    assert request.words == "Milove, Kharkiv Oblast, Ukraine"
    assert request.headers["User-Agent"] == "strikemap/1.0 (desk@example.org)"
    sent = {"countrycodes": "ua", "addressdetails": "1", "namedetails": "1", "format": "json", "limit": "10"}
    assert sent.items() <= request.parameters.items()


@pytest.mark.parametrize(
    ("script", "answer", "waits", "reason"),
    [
        ([Reply()], (), [], "an empty list is the one answer that says there is no such place"),
        ([BUSY, MILOVE], (village("Milove"),), [2.0], "busy, then not"),
        ([Reply(503, headers={"Retry-After": "30"}), MILOVE], (village("Milove"),), [30.0], "it says how long"),
        ([Reply(500), Reply(500), Reply()], (), [2.0, 10.0], "broken twice, then sound"),
        ([Reply(cut=True), MILOVE], (village("Milove"),), [2.0], "a cut connection"),
        ([Reply(wait_s=5), MILOVE], (village("Milove"),), [2.0], "slow"),
        ([TOO_MANY, MILOVE], (village("Milove"),), [7.0], "too many requests, once"),
        ([Reply(429), MILOVE], (village("Milove"),), [60.0], "too many requests, and no word for how long"),
        ([Reply(429, headers={"Retry-After": "soon"}), Reply()], (), [60.0], "a Retry-After that is none"),
    ],
)
def test_an_answer_that_comes_in_the_end(
    script: list[Reply], answer: object, waits: list[float], reason: str, ask: Ask, slept: list[float]
) -> None:
    with serving(*script) as server:
        assert ask(server) == answer, reason
    assert slept == waits, reason
    assert len(server.requests) == len(script), reason


HERE = {"lat": "50", "lon": "36"}


@pytest.mark.parametrize(
    ("reply", "message", "tries"),
    [
        (Reply(500), "HTTP 500", 3),
        (BUSY, "HTTP 503", 3),
        (Reply(502, "<html>"), "HTTP 502", 3),
        (Reply(cut=True), "(?i)connection", 3),
        (Reply(wait_s=5), "timed out", 3),
        (Reply(400), "cannot read the question", 1),
        (Reply(body="garbage"), "makes no sense", 1),
        (Reply(body="[{"), "makes no sense", 1),
        (Reply(body=""), "makes no sense", 1),
        (Reply(body="null"), "makes no sense", 1),
        (Reply(body="{}"), "makes no sense", 1),
        (Reply(body="false"), "makes no sense", 1),
        (Reply(body='"none"'), "makes no sense", 1),
        (Reply(body="[1]"), "makes no sense", 1),
        (Reply(body='{"error": "Unable to geocode"}'), "makes no sense", 1),
        (Reply(body="<html><body>Log in</body></html>", headers={"Content-Type": "text/html"}), "makes no sense", 1),
        (Reply(204, ""), "makes no sense", 1),
        (found({}), "impossible coordinates", 1),
        (found({"lat": None, "lon": None}), "impossible coordinates", 1),
        (found(HERE, {"lat": "50"}), "impossible coordinates", 1),
        (found(HERE | {"lat": "91"}), "impossible coordinates", 1),
        (found(HERE | {"lon": "200"}), "impossible coordinates", 1),
        (found(HERE | {"lon": "north"}), "impossible coordinates", 1),
        (found(HERE | {"lat": "nan"}), "impossible coordinates", 1),
        (found(HERE | {"lat": [50]}), "impossible coordinates", 1),
        (Reply(body=json.dumps([HERE | {"lat": float("inf")}])), "impossible coordinates", 1),
    ],
)
def test_could_not_ask_is_never_taken_for_nothing_found(reply: Reply, message: str, tries: int, ask: Ask) -> None:
    with serving(reply) as server, pytest.raises(CouldNotAsk, match=message):
        ask(server)
    assert len(server.requests) == tries


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ([Reply(403)], "refuses to answer .HTTP 403.*usage policy"),
        ([Reply(401)], "refuses to answer"),
        ([Reply(404, "no Nominatim here")], "refuses to answer .HTTP 404"),
        ([TOO_MANY, TOO_MANY], "wants no more requests; run this again after 7 s"),
        ([Reply(429, headers={"Retry-After": "3600"})], "run this again after 3600 s"),
        ([Reply(301, headers={"Location": "http://127.0.0.1:1/search"})], "has moved to http://127.0.0.1:1/search"),
        ([Reply(302, headers={"Location": "/login"})], "has moved to /login; give the right address with --url"),
    ],
)
def test_a_refusal_stops_the_asking_at_once(script: list[Reply], message: str, ask: Ask) -> None:
    with serving(*script, MILOVE) as server, pytest.raises(ServiceStopped, match=message):
        ask(server)
    assert len(server.requests) == len(script)


def test_a_second_limit_is_a_refusal_only_without_an_answer_in_between(ask: Ask) -> None:
    with serving(TOO_MANY, MILOVE, TOO_MANY, MILOVE) as server:
        assert ask(server) == ask(server)
    assert len(server.requests) == 4


def test_a_server_that_is_not_there(ask: Ask, slept: list[float]) -> None:
    with serving() as server:
        pass
    with pytest.raises(CouldNotAsk):
        ask(server)
    assert slept == [2.0, 10.0]


@pytest.mark.parametrize("url", ["nominatim.example.org", "ftp://127.0.0.1", "http://", "http://me:secret@127.0.0.1"])
def test_an_address_that_is_none(url: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceStopped, match="is no address of a service"):
        Service(url, "desk@example.org", tmp_path, "1.0")


@pytest.mark.parametrize("contact", ["", "me", "a@b", "a@b.c\r\nX-Evil: 1", "ö@example.org"])
def test_a_contact_that_is_none(contact: str, tmp_path: Path) -> None:
    with pytest.raises(ServiceStopped, match="is no mail address"):
        Service(PUBLIC, contact, tmp_path, "1.0")
