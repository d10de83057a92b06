// Where names stand so that no mark hides them: those of regions along their rings, those of towns around their dots.
// Towns go in as text, never as HTML.
"use strict";

strikemap.names = (function () {
  const state = strikemap.state;
  // Along a ring, from its top down on either side.
  const TURNS = [...Array(16).keys()].map((i) => (Math.ceil(i / 2) * (i % 2 ? 1 : -1) * Math.PI) / 8);
  const AROUND = TURNS.map((turn) => [Math.sin(turn), -Math.cos(turn)]);
  const APART = [11, 17, 25]; // pixels from a town to its name, past a mark that stands on it
  const ruler = document.createElement("canvas").getContext("2d");
  let towns = [], labels, drawn = "";

  // What lies over the map besides its marks, in the marks' pixels.
  function furniture() {
    const edge = state.map.getContainer().getBoundingClientRect();
    return [...document.querySelectorAll(".leaflet-control, .region-disc, .region-disc .name")].map((part) => {
      const { left, top, right, bottom } = part.getBoundingClientRect();
      const corners = [L.point(left - edge.left, top - edge.top), L.point(right - edge.left, bottom - edge.top)];
      return L.bounds(corners.map((corner) => state.map.containerPointToLayerPoint(corner)));
    });
  }
  // Which of several boxes a name takes: the one it has, while that is free, so that nothing hops about; else the first.
  const last = new Map();
  function choose(name, boxes, taken, fits) {
    const free = (at) => fits(boxes[at]) && !taken.some((other) => other.intersects(boxes[at]));
    const at = [last.get(name) ?? 0, ...boxes.keys()].find(free);
    if (at !== undefined) last.set(name, at);
    return at;
  }

  function nameRegions(rings, taken, view) {
    for (const ring of rings) {
      const boxes = AROUND.map((way) => ring.labelBox(way));
      const inside = choose(ring.properties.id, boxes, taken, (box) => view.contains(box));
      const at = inside ?? choose(ring.properties.id, boxes, taken, () => true) ?? 0;
      taken.push(boxes[at]);
      if ((ring.properties.way ?? AROUND[0]) === AROUND[at]) continue;
      ring.properties.way = AROUND[at];
      ring.redraw();
    }
  }

  // Beside its dot, else above or below it or farther off; a name that would be cut off or hidden is left out.
  function nameTowns(taken, view) {
    ruler.font = "11px system-ui, sans-serif";
    const found = [], near = state.map.getBounds().pad(0.1);
    for (const { name, lat, lng, zoom } of state.ground ? towns : []) {
      if (zoom > state.map.getZoom() || !near.contains([lat, lng])) continue;
      const point = state.map.latLngToLayerPoint([lat, lng]);
      const wide = Math.ceil(ruler.measureText(name).width) + 1;
      const offsets = APART.flatMap((d) => [[d, -8], [-d - wide, -8], [-wide / 2, -12 - d], [-wide / 2, d - 5]]);
      const boxes = offsets.map((offset) => L.bounds(point.add(offset), point.add(offset).add([wide, 15])));
      const at = choose(name, boxes, taken, (box) => view.contains(box) || !view.intersects(box));
      if (at === undefined) continue;
      taken.push(boxes[at]);
      found.push({ name, lat, lng, offset: offsets[at].map(Math.round) });
    }
    const key = JSON.stringify(found);
    if (key === drawn) return;
    drawn = key;
    labels.clearLayers();
    for (const { name, lat, lng, offset: [x, y] } of found) {
      const text = Object.assign(document.createElement("span"), { textContent: name });
      Object.assign(text.style, { left: x + "px", top: y + "px" });
      const icon = L.divIcon({ className: "town", html: text, iconSize: null });
      L.marker([lat, lng], { pane: "towns", interactive: false, keyboard: false, icon }).addTo(labels);
    }
  }

  function place() {
    const rings = [], taken = furniture();
    state.map.eachLayer(function (layer) {
      if (!(layer instanceof strikemap.Mark)) return;
      if (layer.properties.kind === "ring") rings.push(layer);
      else if (layer.hides()) taken.push(layer.hides());
    });
    const view = L.bounds([0, 0], state.map.getSize());
    const seen = L.bounds([view.min, view.max].map((corner) => state.map.containerPointToLayerPoint(corner)));
    nameRegions(rings, taken, seen);
    nameTowns(taken, seen);
  }

  function prepare(map, options) {
    const pane = map.createPane("towns");
    Object.assign(pane.style, { zIndex: 160, pointerEvents: "none" }); // below tiles and marks
    labels = L.layerGroup().addTo(map);
    map.on("zoomend", () => last.clear());
    map.on("moveend", place);
    fetch(options.base + "towns.json")
      .then((answer) => answer.json())
      .then(function (named) {
        towns = named;
        place();
        state.towns = towns.length;
      });
  }

  return { prepare, place };
})();
