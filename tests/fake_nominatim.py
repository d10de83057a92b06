"""A Nominatim on this machine: a real HTTP server that answers as told, and notes what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server sends: status, headers and body; or it cuts the connection, after waiting so many seconds."""

    status: int = 200
    body: str = "[]"
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Request:
    """What the server was asked, with which headers, and when (seconds of a clock that runs evenly)."""

    words: str
    parameters: dict[str, str]
    headers: dict[str, str]
    at: float


class FakeNominatim(ThreadingHTTPServer):
    """Gives the replies of `script` one after the other, its last one for ever."""

    daemon_threads = True

    def __init__(self, *script: Reply | Callable[[str], Reply]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = list(script) or [Reply()]
        self.requests: list[Request] = []
        self.over = threading.Event()
        self._lock = threading.Lock()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def reply(self, request: Request) -> Reply:
        with self._lock:
            told = self.script[min(len(self.requests), len(self.script) - 1)]
            self.requests.append(request)
        return told if isinstance(told, Reply) else told(request.words)


class _Handler(BaseHTTPRequestHandler):
    server: FakeNominatim

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        values = {name: value[0] for name, value in parse_qs(url.query).items()}
        told = self.server.reply(Request(values.get("q", ""), values, dict(self.headers), time.monotonic()))
        self.server.over.wait(told.wait_s)
        if told.cut:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n[{")
            self.close_connection = True
            return
        body = told.body.encode()
        self.send_response(told.status)
        for name, value in {
            "Content-Type": "application/json",
            "Content-Length": str(len(body)),
            **told.headers,
        }.items():
            self.send_header(name, value)
        with suppress(ConnectionError):  # who asked has given up by now
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nothing on the terminal."""


@contextmanager
def serving(*script: Reply | Callable[[str], Reply]) -> Iterator[FakeNominatim]:
    """A server that runs as long as the block."""
    server = FakeNominatim(*script)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def village(called: str, /, **changed: Any) -> dict[str, Any]:
    """A result as Nominatim gives one: a village of Kharkiv region, drawn as an area of 2 by 2 km."""
    return {
        "place_id": 1,
        "licence": "Data © OpenStreetMap contributors, ODbL 1.0. http://osm.org/copyright",
        "osm_type": "relation",
        "osm_id": 4711,
        "lat": "50.0501",
        "lon": "36.2502",
        "class": "boundary",
        "type": "administrative",
        "place_rank": 19,
        "importance": 0.1,
        "addresstype": "village",
        "name": called,
        "display_name": f"{called}, Kharkiv Oblast, Ukraine",
        "address": {"village": called, "state": "Kharkiv Oblast", "ISO3166-2-lvl4": "UA-63", "country_code": "ua"},
        "namedetails": {"name": called},
        "boundingbox": ["50.0411", "50.0591", "36.2362", "36.2642"],
        **changed,
    }


def found(*results: dict[str, Any]) -> Reply:
    """The reply with these results."""
    return Reply(body=json.dumps(results))
