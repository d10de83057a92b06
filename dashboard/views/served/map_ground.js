// The ground of the map, under the tiles: outlines, and with them the names of towns.
"use strict";

strikemap.ground = (function () {
  const state = strikemap.state;
  const panes = ["outlines", "towns"];
  let outlines, thanks;

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
    strikemap.names.place();
  }

  function style() {
    return { weight: 1, color: state.look.border, fillColor: state.look.land, fillOpacity: 1 };
  }

  function prepare(map, options) {
    map.createPane("outlines").style.zIndex = 150; // that of tiles is 200
    fetch(options.base + "outlines.json")
      .then((answer) => answer.json())
      .then(function (countries) {
        outlines = L.geoJSON(countries, { pane: "outlines", interactive: false, style: style() }).addTo(map);
        state.outlines = countries.features.length;
      });
  }

  return { prepare, show, restyle: () => outlines?.setStyle(style()) };
})();
