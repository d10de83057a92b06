"""How fast the map answers, beside the usual way with folium, pydeck and plotly, in headless Chromium: run by hand.

    .venv/bin/pip install -e '.[test,benchmark]'
    .venv/bin/python -m tests.benchmarks.map [ours naive pydeck plotly] [1000 10000 ...]

The same made-up strikes for all. "change": from a click on a button that leaves the newest year, or all again, to the
new picture on the map, median of five; "click": from a click on a strike to its words; "open": from asking for the
address to the map with its strikes; kB are those of the websocket. One server and one tab at a time.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, WebSocket, sync_playwright
from xstatic.pkg import jquery, leaflet

from dashboard.settings import Settings, load
from tests.benchmarks import made_up
from tests.browser.conftest import CHROMIUM_OPTIONS, chromium
from tests.browser.visits import QUIET, environment, free_port, wait_until_healthy

CHANGES = 6  # the first warms up and is not counted
PATIENCE_MS = 150_000
SIZES = {
    "ours": (1_000, 10_000, 100_000, 1_000_000),
    "naive": (1_000, 10_000, 100_000),
    "pydeck": (1_000, 10_000, 100_000),
    "plotly": (1_000, 10_000, 100_000),
}
FRAME = "document.querySelector('.st-key-map iframe')?.contentWindow"
DECK = """(() => { const canvas = document.querySelector('.st-key-map canvas'); if (!canvas) return null;
  let fiber = canvas[Object.keys(canvas).find(k => k.startsWith('__reactFiber'))];
  for (; fiber; fiber = fiber.return)
    for (let hook = fiber.memoizedState; hook && typeof hook === 'object' && 'next' in hook; hook = hook.next) {
      const held = hook.memoizedState?.deck ?? hook.memoizedState?.current?.deck; if (held?.props) return held; }
  return null; })()"""
PLOT = "document.querySelector('.st-key-map .js-plotly-plot')"
LAYERS = f"Object.values({FRAME}?.map?._layers ?? {{}})"

# For each way: a number that tells one picture from another, null while there is none; where the map stands; and the
# middle of a strike's mark or, where the library draws by itself, nothing, for then it is computed.
PICTURE = {
    "ours": f"{LAYERS}.reduce((sum, l) => sum + (l.properties?.n ?? 0), 0) || null",
    "naive": f"{LAYERS}.filter(l => l._icon).length || null",
    "pydeck": f"{DECK}?.props?.layers?.[0]?.props?.data?.length ?? null",
    "plotly": f"{PLOT}?.calcdata?.[0]?.length ?? null",
}
VIEW = {
    "ours": f"[{FRAME}.map.getZoom(), {FRAME}.map.getCenter().toString()]",
    "naive": f"[{FRAME}.map.getZoom(), {FRAME}.map.getCenter().toString()]",
    "pydeck": f"[{DECK}.props.viewState.zoom, {DECK}.props.viewState.latitude]",
    "plotly": f"[{PLOT}._fullLayout.map.zoom, {PLOT}._fullLayout.map.center.lat]",
}
CHANGE = """async ([name]) => {
  const picture = () => { try { return (PICTURE); } catch (error) { return null; } };
  const button = () => [...document.querySelectorAll('button')].find(b => b.innerText.trim() === name);
  const before = picture(), began = performance.now();
  button().click();
  for (let now = before; now === before || now === null; now = picture()) {
    if (performance.now() - began > PATIENCE) return null;
    await new Promise(requestAnimationFrame);
  }
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  return performance.now() - began;
}"""


@dataclass
class Result:
    """What was measured of one way at one number of strikes; times in milliseconds, `None` where it gave up."""

    way: str
    number: int
    open: float | None = None
    change: float | None = None
    click: float | None = None
    kb_open: float = 0
    kb_change: float = 0
    kept: bool | None = None
    memory_mb: float = 0

    def line(self) -> str:
        """The result as a row of the table."""
        times = [
            f"{value:9.0f}" if value is not None else "      ---" for value in (self.change, self.click, self.open)
        ]
        kept = {True: "kept", False: "lost", None: "-"}[self.kept]
        sizes = f"{self.kb_open:9.0f}{self.kb_change:9.0f}{self.memory_mb:9.0f}"
        return f"{self.way:8}{self.number:>10,}{''.join(times)}{sizes}{kept:>7}"


HEADING = (
    f"{'':8}{'strikes':>10}{'change':>9}{'click':>9}{'open':>9}{'kB open':>9}{'kB chg':>9}{'MB mem':>9}{'view':>7}"
)


@contextmanager
def app(way: str, number: int, folder: Path) -> Iterator[tuple[str, int]]:
    """A server of one way of showing that many strikes: its address and process id."""
    port = free_port()
    if way == "ours":  # without the reading of reports that `strikemap show` begins with
        settings = Settings(home=folder / "home", cache=load().cache)
        made_up.write_store(settings.store, number)
        serve = "import sys; from dashboard import serve, settings; serve.serve(settings.load(), int(sys.argv[1]))"
        command = [sys.executable, "-c", serve, str(port)]
        own = {"STRIKEMAP_HOME": str(settings.home)}
    else:
        options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
        options += ["--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"]
        script = str(Path(__file__).with_name(f"{way}_app.py"))
        command = [sys.executable, "-m", "streamlit", "run", script, *options, "--", str(number)]
        own = {}
    log = folder / f"{way}.log"
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment(load().cache) | own, stdout=output, stderr=output)
    try:
        wait_until_healthy(f"http://127.0.0.1:{port}", server, log)
        yield f"http://127.0.0.1:{port}", server.pid
    finally:
        server.terminate()
        server.wait(timeout=60)


def answer(route: Route) -> None:
    """The files that folium asks of other machines, from packages on this one; the fewest, as empty, for speed."""
    name = route.request.url.rsplit("/", 1)[-1]
    folder = Path(str(leaflet.BASE_DIR))
    found = next(iter(folder.rglob(name)), None)
    if name.startswith("jquery"):
        found = next(iter(Path(str(jquery.BASE_DIR)).rglob("jquery.min.js")))
    if found is not None:
        route.fulfill(path=found)
    else:
        route.fulfill(body="", content_type="text/css" if name.endswith(".css") else "application/javascript")


def memory_mb(pid: int) -> float:
    """Memory of a process and its children as Linux counts it; 0 elsewhere."""
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        if str(pid) in (lines["Pid"].strip(), lines["PPid"].strip()) and "VmRSS" in lines:
            total += int(lines["VmRSS"].split()[0]) / 1024
    return total


def measure(browser: Browser, way: str, number: int, url: str, pid: int) -> Result:
    """All figures of one way at one number of strikes."""
    result = Result(way, number)
    received = [0.0]
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    context.route(lambda address: not address.startswith((url, "data:", "blob:")), answer)

    def count(payload: str | bytes) -> None:
        received[0] += len(payload) / 1000

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", count)

    page.on("websocket", listen)
    try:
        for _ in range(2):  # the first visit makes the server read its data, as the first reader of a day does
            received[0] = 0
            began = time.perf_counter()
            page.goto(url)
            page.wait_for_function(f"() => ({PICTURE[way]}) !== null")
            page.evaluate("() => new Promise(requestAnimationFrame)")
            result.open = 1000 * (time.perf_counter() - began)
        page.evaluate(QUIET)
        result.kb_open = received[0]
        result.change, result.kb_change = changes(page, way, received)
        if result.change is not None:
            result.kept = keeps_view(page, way)
            result.click = click(page, way, number)
    except Exception as error:
        print(f"  {way} at {number:,} gave up: {str(error).splitlines()[0]}", file=sys.stderr)
    result.memory_mb = memory_mb(pid)
    context.close()
    return result


def changes(page: Page, way: str, received: list[float]) -> tuple[float | None, float]:
    """The median time of a change of the dates, and the kB that it sends."""
    script = CHANGE.replace("PICTURE", PICTURE[way]).replace("PATIENCE", str(PATIENCE_MS))
    taken, sent = [], []
    for turn in range(CHANGES):
        received[0] = 0
        one = page.evaluate(script, ["Newest year" if turn % 2 == 0 else "All"])
        if one is None:
            return None, received[0]
        page.evaluate(QUIET)
        taken.append(one)
        sent.append(received[0])
    return statistics.median(taken[1:]), statistics.median(sent[1:])


def keeps_view(page: Page, way: str) -> bool:
    """Whether zoom and centre are the same after a change of the dates; the view was zoomed with the wheel before."""
    box = page.locator(".st-key-map").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 200)
    page.mouse.wheel(0, -240)
    page.wait_for_timeout(800)
    page.evaluate(QUIET)
    before = page.evaluate(f"() => {VIEW[way]}")
    script = CHANGE.replace("PICTURE", PICTURE[way]).replace("PATIENCE", str(PATIENCE_MS))
    page.evaluate(script, ["Newest year"])
    page.evaluate(QUIET)
    return bool(page.evaluate(f"() => {VIEW[way]}") == before)


def click(page: Page, way: str, number: int) -> float | None:
    """From a click on the mark of a strike to its words, after a fresh start."""
    page.reload()
    page.wait_for_function(f"() => ({PICTURE[way]}) !== null")
    page.evaluate(QUIET)
    frame = page.locator(".st-key-map iframe, .st-key-map canvas").first
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    if way in ("ours", "naive"):
        if way == "ours":
            kinds = "['dot', 'cluster']"
            page.evaluate(
                f"() => {{ const found = {kinds}.map(k => {LAYERS}.find(l => l.properties?.kind === k)).find(l => l);"
                f" {FRAME}.map.setView(found._latlng, 14, {{animate: false}}); }}"
            )
            page.wait_for_timeout(1500)
            page.evaluate(QUIET)
            page.evaluate(
                f"() => {{ {FRAME}.map.panTo({LAYERS}.find(l => l.properties?.id && l.properties.kind === 'dot')"
                "._latlng, {animate: false}) }"
            )
            page.wait_for_timeout(1000)
            page.evaluate(QUIET)
        kind = "l.properties?.id && l.properties.kind === 'dot'" if way == "ours" else "l._icon"
        x, y = page.evaluate(
            f"""() => {{ const map = {FRAME}.map, size = map.getSize();
              const near = l => {{ const p = map.latLngToContainerPoint(l._latlng);
                return [Math.hypot(p.x - size.x / 2, p.y - size.y / 2), p.x, p.y]; }};
              const best = {LAYERS}.filter(l => {kind}).map(near).sort((a, b) => a[0] - b[0])[0];
              return best.slice(1); }}"""
        )
        y -= 0 if way == "ours" else 10  # a pin's point is its foot
    else:
        x, y = pixel_of(number, box)
    text = ", the regional administration said."
    page.evaluate(
        f"""() => {{ const seen = () => document.querySelector('.st-key-details')?.innerText.includes({text!r}) ||
              {FRAME}?.document.querySelector('.leaflet-popup-content')?.innerText.includes({text!r});
          window.began = null; window.seen = new Promise(done => {{
            const start = () => {{ window.began ??= performance.now(); }};
            for (const one of [window, {FRAME}]) one?.addEventListener('mousedown', start, true);
            const look = () => seen() ? requestAnimationFrame(() => done(performance.now() - window.began))
                                      : requestAnimationFrame(look);
            look(); }}); }}"""
    )
    page.mouse.move(box["x"] + x - 3, box["y"] + y)
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + x, box["y"] + y)
    taken = page.evaluate("() => Promise.race([window.seen, new Promise(done => setTimeout(() => done(null), 60000))])")
    return float(taken) if taken is not None else None


def pixel_of(number: int, box: dict[str, Any] | Any) -> tuple[float, float]:
    """Where the strike nearest to the middle of the first view of pydeck and plotly is drawn, from the box's corner."""
    import numpy as np

    frame = made_up.strikes(number)
    scale = 512 * 2**5 / (2 * np.pi)

    def mercator(latitude: Any, longitude: Any) -> tuple[Any, Any]:
        return scale * np.radians(longitude), -scale * np.log(np.tan(np.pi / 4 + np.radians(latitude) / 2))

    x, y = mercator(frame["latitude"].to_numpy(), frame["longitude"].to_numpy())
    middle_x, middle_y = mercator(48.5, 31.5)
    best = int(np.argmin(np.hypot(x - middle_x, y - middle_y)))
    return box["width"] / 2 + x[best] - middle_x, box["height"] / 2 + y[best] - middle_y


def main() -> None:
    """Prints the table, and in one line how ours compares with the usual way."""
    asked = sys.argv[1:]
    ways = [word for word in asked if word in SIZES] or list(SIZES)
    numbers = [int(word) for word in asked if word.isdigit()]
    results: dict[tuple[str, int], Result] = {}
    print(HEADING, flush=True)
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        options = [one for one in CHROMIUM_OPTIONS if one != "--disable-gpu"] + ["--enable-unsafe-swiftshader"]
        for way in ways:
            for number in (n for n in SIZES[way] if not numbers or n in numbers):
                with app(way, number, Path(folder)) as (url, pid):
                    browser = playwright.chromium.launch(executable_path=chromium(), args=options)
                    results[way, number] = measure(browser, way, number, url, pid)
                    browser.close()
                print(results[way, number].line(), flush=True)
    ours, usual = results.get(("ours", 100_000)), results.get(("naive", 10_000))
    if ours and usual and ours.change and usual.change:
        ratio = usual.change / ours.change
        print(f"100000 strikes: {ours.change:.0f} ms; usual way at 10000: {usual.change:.0f} ms; ratio {ratio:.1f}")


if __name__ == "__main__":
    main()
