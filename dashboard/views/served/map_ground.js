// The ground of the map: outlines and labels of towns, under the tiles. Towns and countries go in as text, never as HTML.
"use strict";

strikemap.ground = (function () {
  const state = strikemap.state;
  const panes = ["outlines", "towns"];
  let labels, outlines, towns = [], thanks;

  function label() {
    labels.clearLayers();
    if (!state.ground) return;
    const view = state.map.getBounds().pad(0.1);
    towns.forEach(function (town) {
      if (town.zoom > state.map.getZoom() || !view.contains([town.lat, town.lng])) return;
      const text = document.createElement("span");
      text.textContent = town.name;
      L.marker([town.lat, town.lng], {
        pane: "towns",
        interactive: false,
        keyboard: false,
        icon: L.divIcon({ className: "town", html: text, iconSize: null }),
      }).addTo(labels);
    });
  }

  // Shows or hides the ground; `failed` says that tiles were asked for in vain, which the reader is told.
  function show(on, failed) {
    if (state.ground === on && (!failed || state.failed)) return;
    state.ground = on;
    state.failed = on && Boolean(failed);
    panes.forEach((name) => (state.map.getPane(name).style.display = on ? "" : "none"));
    const { words } = state.options;
    if (thanks) state.map.attributionControl.removeAttribution(thanks);
    thanks = on ? (state.failed ? words.no_tiles + " " + words.ground : words.ground) : "";
    if (thanks) state.map.attributionControl.addAttribution(thanks);
    label();
  }

  function style() {
    return { weight: 1, color: state.look.border, fillColor: state.look.land, fillOpacity: 1 };
  }

  function prepare(map, options) {
    map.createPane("outlines").style.zIndex = 150; // that of tiles is 200
    map.createPane("towns").style.zIndex = 160;
    labels = L.layerGroup().addTo(map);
    map.on("moveend", label);
    fetch(options.base + "outlines.json")
      .then((answer) => answer.json())
      .then(function (countries) {
        outlines = L.geoJSON(countries, { pane: "outlines", interactive: false, style: style() }).addTo(map);
        state.outlines = countries.features.length;
      });
    fetch(options.base + "towns.json")
      .then((answer) => answer.json())
      .then(function (named) {
        towns = named;
        label();
        state.towns = towns.length;
      });
  }

  return { prepare, show, restyle: () => outlines?.setStyle(style()) };
})();
