"""A browser tab on the page and what a reader does in it, and the server behind."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dashboard.settings import CHECKOUT, Settings

QUIET = """() => new Promise(done => {
    const running = "[data-testid=stStatusWidget], [data-test-script-state=running]";
    let timer;
    const wait = () => { clearTimeout(timer); timer = setTimeout(look, 250); };
    const look = () => document.querySelector(running) ? wait() : (observer.disconnect(), done());
    const observer = new MutationObserver(wait);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    wait();
})"""
SCREENSHOTS = Path(__file__).with_name("screenshots")


@dataclass
class Visit:
    """One browser tab on one server, with what it asked of other machines and what went wrong in it."""

    page: Page
    url: str
    name: str
    asked: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    shots: int = 0

    def open(self, path: str = "") -> None:
        """Opens a path and waits until the map has drawn."""
        self.page.goto(f"{self.url}/{path}")
        self.wait_for_map()

    def wait_for_map(self) -> None:
        """Waits until the map has drawn its marks and its outlines."""
        self.page.wait_for_function(
            "() => { const map = document.querySelector('.st-key-map iframe')?.contentWindow?.strikemap?.state;"
            # On the Places page the marks are a part of the map.
            " const marked = map?.marks || !document.querySelector('.st-key-marks'); "
            " return map?.map && map.outlines && map.towns && marked; }"
        )
        self.settle()

    def settle(self) -> None:
        """Waits until the page has stopped running and nothing of it has changed for a moment."""
        self.page.evaluate(QUIET)

    def part(self, key: str):  # type: ignore[no-untyped-def]  # a Playwright locator
        """A part of the page by its stable hook."""
        return self.page.locator(f".st-key-{key}")

    def shot(self, step: str) -> None:
        """Keeps a screenshot of a step."""
        SCREENSHOTS.mkdir(exist_ok=True)
        self.shots += 1
        self.settle()
        self.page.screenshot(path=SCREENSHOTS / f"{self.name}-{self.shots}-{step}.png", full_page=True)

    def in_map(self, expression: str):  # type: ignore[no-untyped-def]  # any JSON value
        """A JavaScript expression evaluated inside the map's frame."""
        return self.page.evaluate(
            f"() => document.querySelector('.st-key-map iframe').contentWindow.eval({expression!r})"
        )

    def marks(self) -> dict[str, list[float]]:
        """The strikes drawn: name of the place -> latitude and longitude."""
        found: dict[str, list[float]] = self.in_map(
            "Object.fromEntries(Object.values(map._layers).filter(l => l.properties && l.properties.id)"
            ".map(l => [l.properties.name, [l._latlng.lat, l._latlng.lng]]))"
        )
        return found

    def point_of(self, name: str) -> tuple[float, float]:
        """Where the middle of a mark is on the page."""
        frame = self.page.locator(".st-key-map iframe")
        frame.scroll_into_view_if_needed()
        box = frame.bounding_box()
        latitude, longitude = self.marks()[name]
        x, y = self.in_map(f"(p => [p.x, p.y])(map.latLngToContainerPoint([{latitude}, {longitude}]))")
        assert box is not None
        return box["x"] + x, box["y"] + y

    def click_mark(self, name: str) -> None:
        """A real mouse click in the middle of a mark."""
        self.page.mouse.click(*self.point_of(name))

    def label_of(self, name: str) -> str:
        """What a mark says under the mouse."""
        x, y = self.point_of(name)
        for step in (60, 2, 1, 0):  # slowly: of hasty moves the map leaves some out
            self.page.mouse.move(x + step, y)
            self.page.wait_for_timeout(100)
        label: str = self.page.frame_locator(".st-key-map iframe").locator(".leaflet-tooltip").inner_text()
        return label

    def set_dates(self, first: str, last: str) -> None:
        """Types both dates into the boxes."""
        digits = self.part("date_range").locator("[role=spinbutton]")
        for start, day in ((0, first), (3, last)):
            digits.nth(start).click()
            self.page.keyboard.type(day.replace("-", ""), delay=25)
            self.page.keyboard.press("Escape")
            self.settle()

    def click_row(self, key: str, row: int) -> None:
        """A real mouse click on a cell of a table's row, the first being 0."""
        if key == "table":
            self.part(key).locator("tbody tr").nth(row).locator("td").nth(2).click()
            return
        canvas = self.part(key).locator("canvas").first
        canvas.scroll_into_view_if_needed()
        self.settle()
        box = canvas.bounding_box()
        assert box is not None
        self.page.mouse.click(box["x"] + 150, box["y"] + 36 + 35 * row + 17)

    def rows(self, key: str) -> list[str]:
        """The rows of a table as text: of ours, or from the grid that Streamlit keeps for screen readers."""
        cells = self.part(key).locator("tbody tr" if key == "table" else "canvas tbody tr")
        cells.first.wait_for(state="attached")
        return [" | ".join(cells.nth(i).locator("td").all_inner_texts()) for i in range(cells.count())]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(cache: Path) -> dict[str, str]:
    """The environment of a server."""
    own = {"PYTHONPATH": str(CHECKOUT), "STRIKEMAP_CACHE": str(cache)}
    return os.environ | own | {"STREAMLIT_SERVER_HEADLESS": "true"}  # opens no browser of its own


def serving(settings: Settings, *, public: bool = False) -> AbstractContextManager[str]:
    """`strikemap show` on a home folder; its address."""
    command = [sys.executable, "-m", "dashboard", "show", "--home", str(settings.home)]
    return running(settings, [*command, *(["--public"] if public else []), "--port"])


def served(settings: Settings) -> AbstractContextManager[str]:
    """The page on a store as it is: nothing is built before."""
    serve = "import sys; from dashboard import serve, settings; serve.serve(settings.load(), int(sys.argv[1]))"
    return running(settings, [sys.executable, "-c", serve])


@contextmanager
def running(settings: Settings, command: list[str]) -> Iterator[str]:
    """A command that serves the page on the port that is its last argument; the address."""
    port = free_port()
    log = settings.home / "server.log"
    own = {"STRIKEMAP_HOME": str(settings.home)}
    with log.open("wb") as output:
        server = subprocess.Popen(
            [*command, str(port)], env=environment(settings.cache) | own, stdout=output, stderr=output
        )
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}", server, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_healthy(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert server.poll() is None, log.read_text("utf-8", "replace")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail(f"the server did not start: {log.read_text('utf-8', 'replace')}")


Visiting = Callable[..., Visit]
