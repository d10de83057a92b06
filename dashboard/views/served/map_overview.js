// What stands in place of marks: a disc for each region, in proportion to its strikes, or hexagons by how many they hold.
// Names come in as text and go in as text.
"use strict";

strikemap.overview = (function () {
  const state = strikemap.state;
  const TILE = 256; // pixels of the world at zoom 0
  const NAMED_FROM = 6; // the zoom from which small discs have room for a name
  let last = null, layer = null, shades = null;

  // A disc is a button: it can be reached and pressed by keyboard.
  function disc(region, numbers) {
    const face = document.createElement("span");
    face.className = "face";
    face.textContent = numbers.format(region.n);
    const named = document.createElement("span");
    named.className = "name";
    named.textContent = region.name;
    const box = document.createElement("div");
    box.className = "inside";
    box.append(face, named);
    const size = 2 * region.radius;
    const marker = L.marker([region.lat, region.lng], {
      icon: L.divIcon({
        className: "region-disc" + (region.chosen ? " chosen" : "") + (region.pale ? " pale" : ""),
        html: box,
        iconSize: [size, size],
      }),
      keyboard: true,
      riseOnHover: true,
      zIndexOffset: -Math.round(100 * region.radius), // the smaller above the larger, so that all can be clicked
    });
    const text = document.createElement("span");
    text.append(Object.assign(document.createElement("b"), { textContent: region.name }));
    for (const line of region.lines) text.append(document.createElement("br"), line);
    marker.bindTooltip(text, { direction: "top", opacity: 1, offset: [0, -region.radius] });
    marker.on("click", () => strikemap.tell({ kind: "region", region: region.value }));
    marker.on("keydown", (event) => {
      if (!["Enter", " "].includes(event.originalEvent.key)) return;
      event.originalEvent.preventDefault();
      strikemap.tell({ kind: "region", region: region.value });
    });
    marker.on("add", () => {
      const element = marker.getElement();
      element.setAttribute("aria-label", [region.name, ...region.lines].join(", "));
      element.setAttribute("aria-pressed", String(Boolean(region.chosen)));
    });
    return marker;
  }

  function hexagon([x, y, shade, told], heat) {
    const tall = heat.width / Math.sqrt(3);
    const corners = [[0, -tall], [0.5, -tall / 2], [0.5, tall / 2], [0, tall], [-0.5, tall / 2], [-0.5, -tall / 2]].map(
      ([dx, dy]) => {
        const east = Math.abs(dx) === 0.5 ? dx * heat.width : 0;
        return state.map.unproject([(x + east) * TILE, (y + dy) * TILE], 0);
      },
    );
    const drawn = L.polygon(corners, {
      renderer: state.canvas,
      stroke: false,
      fillColor: heat.colours[look()][shade],
      fillOpacity: heat.strength[shade],
    });
    return drawn.bindTooltip(Object.assign(document.createElement("span"), { textContent: told }), { sticky: true, opacity: 1, direction: "top" });
  }

  // What the shades mean stands on the map: it is of this view.
  const Shades = L.Control.extend({
    options: { position: "bottomright" },
    onAdd: function () {
      const { legend, colours, strength } = this.options.heat;
      const box = L.DomUtil.create("div", "heat-shades");
      L.DomUtil.create("b", "", box).textContent = legend.title;
      const scale = L.DomUtil.create("div", "", box);
      ["", ...legend.edges].forEach((edge, shade) => {
        const step = L.DomUtil.create("span", "", scale);
        const sample = L.DomUtil.create("i", "", step);
        sample.style.background = colours[look()][shade];
        sample.style.opacity = strength[shade];
        L.DomUtil.create("em", "", step).textContent = edge;
      });
      return box;
    },
  });

  // The background's, which need not be the theme's.
  function look() {
    return state.look.dark ? "dark" : "light";
  }

  function far() {
    state.map.getContainer().classList.toggle("far", state.map.getZoom() < NAMED_FROM);
  }

  function take(shown) {
    last = shown;
    const focused = document.activeElement?.closest(".region-disc")?.getAttribute("aria-label");
    for (const old of [layer, shades]) old?.remove();
    layer = shades = null;
    state.map.getPane("towns").style.zIndex = shown?.heat ? 450 : 160; // above the hexagons, which hide all below
    if (!shown) return;
    const numbers = new Intl.NumberFormat(shown.language, { notation: "compact" });
    state.map.off("zoomend", far).on("zoomend", far);
    far();
    const drawn = shown.regions ? shown.regions.map((region) => disc(region, numbers)) : shown.heat.cells.map((cell) => hexagon(cell, shown.heat));
    layer = L.layerGroup(drawn).addTo(state.map);
    if (shown.heat) shades = new Shades({ heat: shown.heat }).addTo(state.map);
    if (focused) [...document.querySelectorAll(".region-disc")].find((one) => one.getAttribute("aria-label") === focused)?.focus();
  }

  // The colours that stand out from a new background; discs have theirs from the style sheet.
  return { take, restyle: () => last?.heat && take(last) };
})();
