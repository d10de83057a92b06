// An area to choose strikes by: a box or a line drawn with mouse, finger or pen, or what the map shows just now.
"use strict";

strikemap.area = (function () {
  const state = strikemap.state;
  const NEAR = 4; // pixels between two points of a line
  const LEAST = 8; // pixels: what is shorter was a click
  const MOST = 1500; // points that are sent
  const WORLD = [[-89, -720], [-89, 720], [89, 720], [89, -720]];
  const ICONS = {
    box: '<path d="M2.5 4.5h11v7h-11z" stroke-dasharray="3 1.7"/>',
    lasso: '<path d="M8 2.8c3.4 0 5.8 1.6 5.8 3.8S11.4 10.4 8 10.4 2.2 8.8 2.2 6.6 4.6 2.8 8 2.8zM5.3 10c-.9 1.3-.3 2.6.9 2.6 1.5 0 1.2-1.8-.1-2.2"/>',
    view: '<path d="M2.5 4h11v8h-11z" fill="currentColor" fill-opacity="0.4"/>',
    clear: '<path d="m4 4 8 8M12 4l-8 8"/>',
  };
  const own = { buttons: {}, words: null, kind: null, sheet: null, drawn: null, preview: null, shown: null, key: "" };

  // ---- the buttons ----
  const Control = L.Control.extend({
    options: { position: "topright" },
    onAdd: function () {
      const bar = L.DomUtil.create("div", "leaflet-bar tools area-tools");
      L.DomEvent.disableClickPropagation(bar);
      for (const kind of ["box", "lasso", "view", "clear"]) {
        const button = L.DomUtil.create("button", kind, bar);
        button.type = "button";
        if (["box", "lasso"].includes(kind)) button.setAttribute("aria-pressed", "false");
        button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[kind]}</svg>`;
        button.addEventListener("click", () => chosen(kind));
        own.buttons[kind] = button;
      }
      return bar;
    },
  });
  function name(words) {
    own.words = words;
    for (const [kind, button] of Object.entries(own.buttons)) {
      button.title = words[kind];
      button.setAttribute("aria-label", words[kind]);
    }
  }
  function chosen(kind) {
    const again = own.kind === kind;
    leave();
    if (kind === "clear") strikemap.tell({ kind: "area", clear: true });
    else if (kind === "view") take({ box: edges(state.map.getBounds()) });
    else if (!again) enter(kind);
  }
  function edges(bounds) {
    return [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  }
  function take(what) {
    strikemap.tell({ kind: "area", ...what });
  }

  // ---- drawing: a sheet over the map takes all that mouse and finger do, so that nothing below is moved or clicked ----
  function enter(kind) {
    own.kind = kind;
    own.buttons[kind].setAttribute("aria-pressed", "true");
    const sheet = (own.sheet = L.DomUtil.create("div", "area-sheet", state.map.getContainer()));
    L.DomUtil.create("p", "", sheet).textContent = own.words[kind + "_how"];
    sheet.addEventListener("pointerdown", press);
    sheet.addEventListener("pointermove", move);
    sheet.addEventListener("pointerup", release);
    sheet.addEventListener("pointercancel", drop);
    L.DomEvent.disableScrollPropagation(sheet);
    document.addEventListener("keydown", escape);
  }
  function leave() {
    if (!own.kind) return;
    own.buttons[own.kind].setAttribute("aria-pressed", "false");
    own.sheet.remove();
    own.kind = own.sheet = own.drawn = null;
    document.removeEventListener("keydown", escape);
  }
  function escape(event) {
    if (event.key !== "Escape") return;
    drop();
    leave();
  }
  function place(event) {
    return state.map.mouseEventToContainerPoint(event);
  }
  function press(event) {
    if (!event.isPrimary || event.button !== 0) return;
    event.preventDefault();
    own.sheet.setPointerCapture(event.pointerId);
    own.drawn = [place(event)];
  }
  function move(event) {
    if (!own.drawn || !event.isPrimary) return;
    const at = place(event);
    if (own.kind === "box") own.drawn = [own.drawn[0], at];
    else if (at.distanceTo(own.drawn[own.drawn.length - 1]) >= NEAR && own.drawn.length < MOST) own.drawn.push(at);
    show();
  }
  function corners() {
    if (own.kind === "lasso") return own.drawn;
    const [one, other] = own.drawn;
    return [one, L.point(one.x, other.y), other, L.point(other.x, one.y)];
  }
  function show() {
    if (own.drawn.length < 2) return;
    const line = corners().map((at) => state.map.containerPointToLatLng(at));
    own.preview ||= L.polygon(line, { pane: "area", className: "area-line", interactive: false }).addTo(state.map);
    own.preview.setLatLngs(line);
  }
  function drop() {
    own.drawn = null;
    if (own.preview) own.preview.remove();
    own.preview = null;
  }
  function release(event) {
    if (!own.drawn || !event.isPrimary) return;
    const size = own.drawn.length > 1 ? L.bounds(own.drawn).getSize() : L.point(0, 0);
    const points = own.drawn.map((at) => state.map.containerPointToLatLng(at));
    if (size.x < LEAST || size.y < LEAST) return drop(); // the reader may try again
    const kind = own.kind;
    leave(); // what was drawn stays to be seen until the page has answered
    own.buttons[kind].focus({ preventScroll: true });
    if (kind === "box") take({ box: edges(L.latLngBounds(points)) });
    else take({ line: points.map((at) => [at.lat, at.lng]) });
    return undefined;
  }

  return {
    // Shows the area that strikes are chosen by, a list of its corners or null; all around it is paler.
    take: function ({ corners, words }) {
      if (!own.words) {
        state.map.createPane("area").style.zIndex = 390; // below the marks
        state.map.getPane("area").style.pointerEvents = "none";
        new Control().addTo(state.map);
      }
      name(words);
      own.buttons.clear.hidden = !corners;
      if (!own.drawn) drop();
      const key = JSON.stringify(corners);
      if (key === own.key) return;
      own.key = key;
      if (own.shown) own.shown.remove();
      own.shown = corners && L.layerGroup([
        L.polygon([WORLD, corners], { pane: "area", className: "area-around", interactive: false }),
        L.polygon(corners, { pane: "area", className: "area-line", interactive: false }),
      ]).addTo(state.map);
    },
  };
})();
