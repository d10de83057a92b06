"""How fast the map answers, beside the usual way with folium, pydeck and plotly, in headless Chromium: run by hand.

    .venv/bin/pip install -e '.[test,benchmark]'
    .venv/bin/python -m tests.benchmarks.map [ours naive pydeck plotly] [1000 10000 ...]

The same made-up strikes for all. "change": from letting go of the mouse that chose another year (the brush of our
timeline, a button of the others) to the new picture, median of five, each of another year; "click": from a click on a
strike to its words; "open": from asking for the address to the map with its strikes; kB are those of the websocket.
One server and one tab at a time. A map is given up after four minutes, a tab after eight; the line says so, and a
change given up counts for as long as it was waited for.
"""

import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import TimeoutError as TookTooLong

from dashboard.settings import Settings, load
from tests.benchmarks import made_up
from tests.benchmarks.map_tab import CHANGES, Tab
from tests.browser.conftest import CHROMIUM_OPTIONS, chromium
from tests.browser.visits import environment, free_port, wait_until_healthy

SLOW_MS = 15_000  # an opening that took longer is not repeated
HOPELESS_MS = 5_000  # ten times as many strikes are not tried where a change took longer
SIZES = {
    "ours": (1_000, 10_000, 100_000, 1_000_000),
    "naive": (1_000, 10_000, 100_000),
    "pydeck": (1_000, 10_000, 100_000),
    "plotly": (1_000, 10_000, 100_000),
}
HEADING = (
    f"{'':8}{'strikes':>10}{'change':>9}{'click':>9}{'open':>9}{'kB open':>9}{'kB chg':>9}{'MB mem':>9}{'view':>7}"
)


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
    note: str = ""

    def line(self) -> str:
        """The result as a row of the table."""
        times = [
            f"{value:9.0f}" if value is not None else "      ---" for value in (self.change, self.click, self.open)
        ]
        kept = {True: "kept", False: "lost", None: "-"}[self.kept]
        sizes = f"{self.kb_open:9.0f}{self.kb_change:9.0f}{self.memory_mb:9.0f}"
        return f"{self.way:8}{self.number:>10,}{''.join(times)}{sizes}{kept:>7}{self.note}"


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
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:  # it is still making a map that nobody waits for any more
            server.kill()
            server.wait()


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
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    tab = Tab(context, way, number, url)
    doing = "opening"
    try:
        result.open = tab.open()  # the server reads its data, as for the first reader of a day
        if result.open < SLOW_MS:
            result.open = tab.open()
        tab.quiet()
        result.kb_open = tab.received
        doing = "changing the dates"
        times, result.kb_change = tab.changes()
        result.change = statistics.median(times)
        if len(times) < CHANGES - 1:
            result.note = f"  {len(times)} changes, the last given up after {times[-1] / 1000:.0f} s"
        doing = "changing the dates once more"
        result.kept = tab.keeps_view()
        doing = "a click"
        result.click = tab.click()
    except TookTooLong:
        result.note += f"  {doing}: given up for want of time"
    result.memory_mb = memory_mb(pid)
    return result


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
                fewer = results.get((way, number // 10))
                if fewer and (fewer.change is None or fewer.change > HOPELESS_MS):
                    print(Result(way, number, note=f"  not tried after {fewer.number:,}").line(), flush=True)
                    break
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
