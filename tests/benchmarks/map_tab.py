"""A browser tab on a page with a map, ours or one of those beside it: opened, its dates changed, a strike clicked."""

import statistics
import time
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import BrowserContext, Route, WebSocket
from playwright.sync_api import TimeoutError as TookTooLong
from xstatic.pkg import jquery, leaflet

from tests.benchmarks import made_up
from tests.browser.visits import QUIET

CHANGES = 6  # the first warms up and is not counted
PATIENCE_S = 240  # for a map to come
BUDGET_S = 480  # for all that is done in a tab
FRAME = "document.querySelector('.st-key-map iframe')?.contentWindow"
DECK = """(() => { const canvas = document.querySelector('.st-key-map canvas'); if (!canvas) return null;
  let fiber = canvas[Object.keys(canvas).find(k => k.startsWith('__reactFiber'))];
  for (; fiber; fiber = fiber.return)
    for (let hook = fiber.memoizedState; hook && typeof hook === 'object' && 'next' in hook; hook = hook.next) {
      const held = hook.memoizedState?.deck ?? hook.memoizedState?.current?.deck; if (held?.props) return held; }
  return null; })()"""
PLOT = "document.querySelector('.st-key-map .js-plotly-plot')"
LAYERS = f"Object.values({FRAME}?.map?._layers ?? {{}})"

# For each way: what tells one picture from another, null while there is none; and where the map stands. Two years may
# have as many strikes, so the first and the last strike count, too; our marks, and a map made anew, have numbers.
PICTURE = {
    "ours": f"{FRAME}?.strikemap?.state.marks?._leaflet_id ?? null",
    "naive": f"{LAYERS}.some(l => l._icon) ? {FRAME}.performance.timeOrigin : null",
    "pydeck": "(d => d ? [d.length, d[0].strike_id, d.at(-1).strike_id].join() : null)"
    f"({DECK}?.props?.layers?.[0]?.props?.data)",
    "plotly": "((d, map) => d && map?.loaded() ? [d.length, d[0].lonlat, d.at(-1).lonlat].join() : null)"
    f"({PLOT}?.calcdata?.[0], {PLOT}?._fullLayout?.map?._subplot?.map)",
}
VIEW = {
    "ours": f"[{FRAME}.map.getZoom(), {FRAME}.map.getCenter().toString()]",
    "naive": f"[{FRAME}.map.getZoom(), {FRAME}.map.getCenter().toString()]",
    "pydeck": f"[{DECK}.props.viewState.zoom, {DECK}.props.viewState.latitude]",
    "plotly": f"[{PLOT}._fullLayout.map.zoom, {PLOT}._fullLayout.map.center.lat]",
}
# From the mouse being let go to the frame after that in which the library holds the new strikes and, for plotly, its
# map says that it has drawn them. Leaflet has painted them by then; pydeck draws later still, which is let pass.
CHANGE = """() => {
  const picture = () => { try { return (PICTURE); } catch (error) { return null; } };
  const before = picture();
  window.changed = undefined;
  window.addEventListener('pointerup', () => {
    const began = performance.now();
    const look = () => {
      const now = picture();
      if (now === before || now === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => { window.changed = performance.now() - began; });
    };
    look();
  }, { capture: true, once: true });
}"""
SAID = ", the regional administration said."  # of every strike
SEEN = f"""() => {{
  const told = () => document.querySelector('.st-key-details')?.innerText.includes({SAID!r}) ||
    {FRAME}?.document.querySelector('.leaflet-popup-content')?.innerText.includes({SAID!r});
  window.told = undefined;
  let began;
  const start = () => {{ began ??= performance.now(); }};
  for (const one of [window, {FRAME}]) one?.addEventListener('mousedown', start, true);
  const look = () => told() ? requestAnimationFrame(() => {{ window.told = performance.now() - began; }})
                            : requestAnimationFrame(look);
  look();
}}"""


class Tab:
    """One tab, which has BUDGET_S: once that is over, or a map takes too long, Playwright's TimeoutError is raised."""

    def __init__(self, context: BrowserContext, way: str, number: int, url: str) -> None:
        self.way, self.number, self.url = way, number, url
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)  # to find a button: a page may be at work for long
        self.received = 0.0  # kB over the websocket
        self.until = time.monotonic() + BUDGET_S
        self.page.on("websocket", self._listen)
        context.route(lambda address: not address.startswith((url, "data:", "blob:")), _answer)

    def open(self) -> float:
        """Milliseconds from asking for the address to a map with its strikes."""
        self.received = 0
        began = time.perf_counter()
        self.page.goto(self.url, wait_until="commit")
        self._wait(f"({PICTURE[self.way]}) !== null", PATIENCE_S)
        self.page.evaluate("() => new Promise(requestAnimationFrame)")
        return 1000 * (time.perf_counter() - began)

    def changes(self) -> tuple[list[float], float]:
        """The times of changes of the dates, in milliseconds, and the median of the kB that one sends.

        Where time runs out there are fewer, and the last is how long was waited in vain.
        """
        if self.way == "ours":
            self.page.locator("button").filter(has_text="Newest year").click()
        self.quiet()
        taken: list[float] = []
        sent: list[float] = []
        for turn in range(CHANGES):
            self.received = 0
            began = time.monotonic()
            try:
                taken.append(self._change(turn))
                self.quiet()
            except TookTooLong:
                return [*taken[1:turn], 1000 * (time.monotonic() - began)], statistics.median(sent or [0])
            sent.append(self.received)
        return taken[1:], statistics.median(sent[1:])

    def keeps_view(self) -> bool:
        """Whether zoom and centre outlive a change of the dates; the view was zoomed with the wheel before."""
        box = self._box()
        self.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 200)
        self.page.mouse.wheel(0, -240)
        self.page.wait_for_timeout(800)
        self.quiet()
        before = self.page.evaluate(f"() => {VIEW[self.way]}")
        self._change(CHANGES)
        self.quiet()
        return bool(self.page.evaluate(f"() => {VIEW[self.way]}") == before)

    def click(self) -> float:
        """Milliseconds from a click on the mark of a strike to its words, after a fresh start."""
        self.open()
        self.quiet()
        self.page.locator(".st-key-map iframe, .st-key-map canvas").first.scroll_into_view_if_needed()
        x, y = self._mark() if self.way in ("ours", "naive") else self._computed()
        self.page.evaluate(SEEN)
        self.page.mouse.move(x - 3, y)
        self.page.mouse.move(x, y)
        self.page.wait_for_timeout(200)
        self.page.mouse.click(x, y)
        return self._result("told")

    def quiet(self) -> None:
        """Waits until the page has stopped running and nothing of it has changed for a moment."""
        self.page.evaluate(f"() => {{ window.calm = false; ({QUIET})().then(() => {{ window.calm = true; }}); }}")
        self._wait("window.calm")

    def _change(self, turn: int) -> float:
        """Milliseconds from letting go of the mouse to the picture of another year, never the same twice."""
        script = CHANGE.replace("PICTURE", PICTURE[self.way])
        if self.way == "ours":
            brush = self.page.locator(".st-key-timeline .window")
            brush.scroll_into_view_if_needed()
            box, strip = brush.bounding_box(), self.page.locator(".st-key-timeline .strip").bounding_box()
            assert box is not None
            assert strip is not None
            x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
            self.page.mouse.move(x, y)
            self.page.mouse.down()
            self.page.mouse.move(x - strip["width"] * made_up.STEP / made_up.DAYS, y, steps=3)
        else:
            button = self.page.locator("button").filter(has_text=made_up.year_name(turn))
            button.scroll_into_view_if_needed()
            button.hover()
            self.page.mouse.down()
        self.page.evaluate(script)
        self.page.mouse.up()
        return self._result("changed")

    def _mark(self) -> tuple[float, float]:
        """Where on the page the mark of a strike is that is not in a cluster."""
        mark = "l._icon"
        if self.way == "ours":
            mark = "l.properties?.id && l.properties.kind === 'dot'"
            nearest = f"(['dot', 'cluster'].map(k => {LAYERS}.find(l => l.properties?.kind === k)).find(l => l))"
            for found, zoom in ((nearest, 14), (f"{LAYERS}.find(l => {mark})", 14)):  # then its strikes are there
                self.page.evaluate(f"() => {{ {FRAME}.map.setView({found}._latlng, {zoom}, {{animate: false}}); }}")
                self.page.wait_for_timeout(1500)
                self.quiet()
        x, y = self.page.evaluate(
            f"""() => {{ const map = {FRAME}.map, size = map.getSize();
              const near = l => {{ const p = map.latLngToContainerPoint(l._latlng);
                return [Math.hypot(p.x - size.x / 2, p.y - size.y / 2), p.x, p.y]; }};
              const best = {LAYERS}.filter(l => {mark}).map(near).sort((a, b) => a[0] - b[0])[0];
              return best.slice(1); }}"""
        )
        box = self._box()
        return box["x"] + x, box["y"] + y - (0 if self.way == "ours" else 10)  # a pin's point is its foot

    def _computed(self) -> tuple[float, float]:
        """Where on the page the strike nearest to the middle of the first view of pydeck and plotly is drawn."""
        frame, box = made_up.strikes(self.number), self._box()
        scale = 512 * 2**5 / (2 * np.pi)

        def mercator(latitude: Any, longitude: Any) -> tuple[Any, Any]:
            return scale * np.radians(longitude), -scale * np.log(np.tan(np.pi / 4 + np.radians(latitude) / 2))

        x, y = mercator(frame["latitude"].to_numpy(), frame["longitude"].to_numpy())
        middle_x, middle_y = mercator(48.5, 31.5)
        best = int(np.argmin(np.hypot(x - middle_x, y - middle_y)))
        return (
            box["x"] + box["width"] / 2 + x[best] - middle_x,
            box["y"] + box["height"] / 2 + y[best] - middle_y,
        )

    def _box(self) -> Any:
        box = self.page.locator(".st-key-map iframe, .st-key-map canvas").first.bounding_box()
        assert box is not None
        return box

    def _wait(self, expression: str, longest_s: float = BUDGET_S) -> None:
        left = max(0.001, min(longest_s, self.until - time.monotonic()))
        self.page.wait_for_function(f"() => {expression}", timeout=1000 * left)

    def _result(self, name: str) -> float:
        self._wait(f"window.{name} !== undefined")
        return float(self.page.evaluate(f"() => window.{name}"))

    def _listen(self, socket: WebSocket) -> None:
        def count(payload: str | bytes) -> None:
            self.received += len(payload) / 1000

        socket.on("framereceived", count)


def _answer(route: Route) -> None:
    """The files that folium asks of other machines, from packages on this one; the fewest, as empty, for speed."""
    name = route.request.url.rsplit("/", 1)[-1]
    found = next(iter(Path(str(leaflet.BASE_DIR)).rglob(name)), None)
    if name.startswith("jquery"):
        found = next(iter(Path(str(jquery.BASE_DIR)).rglob("jquery.min.js")))
    if found is not None:
        route.fulfill(path=found)
    else:
        route.fulfill(body="", content_type="text/css" if name.endswith(".css") else "application/javascript")
