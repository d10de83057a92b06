// The backgrounds to choose among, and when the ground must stand in: within two seconds, until tiles come.
"use strict";

strikemap.tiles = (function () {
  const state = strikemap.state;
  const PATIENCE = 1500; // milliseconds in which all tiles of a view should have come
  const AGAIN = 15000; // milliseconds after which a move asks anew for tiles that failed
  const layers = {};

  // Each change of the view is a round: the ground goes away with the first round that is whole.
  function watch(layer) {
    let failed = 0, timer;
    layer.on("loading", function () {
      failed = 0;
      clearTimeout(timer);
      timer = setTimeout(() => strikemap.ground.show(true), PATIENCE);
    });
    layer.on("tileerror", function () {
      failed += 1;
      layer.failedAt = Date.now();
      strikemap.ground.show(true, true);
    });
    layer.on("load", function () {
      clearTimeout(timer);
      if (!failed) strikemap.ground.show(false);
    });
    layer.on("remove", () => clearTimeout(timer));
    return layer;
  }
  function askAgain() {
    const layer = layers[state.background];
    if (!layer?.failedAt) return;
    layer.failedAt = 0;
    layer.redraw();
  }

  function make({ name, url, attribution }) {
    if (!url) return L.layerGroup([]);
    return watch(L.tileLayer(url, { attribution, maxZoom: 19, className: "tiles-" + name }));
  }

  // Puts a background on the map. Without tiles the ground is all there is, and stays.
  function choose(name) {
    if (state.background === name) return;
    const before = layers[state.background];
    state.background = name;
    if (before) state.map.removeLayer(before);
    strikemap.ground.show(true); // until tiles come
    if (!state.map.hasLayer(layers[name])) layers[name].addTo(state.map);
    strikemap.look();
  }

  function prepare(map, options) {
    const titles = {};
    for (const background of options.backgrounds) {
      layers[background.name] = make(background);
      titles[background.title] = layers[background.name];
    }
    const list = L.control.layers(titles, {}, { position: "topright" }).addTo(map);
    const toggle = list.getContainer().querySelector(".leaflet-control-layers-toggle");
    strikemap.controls.dress(toggle, "background");
    map.on("baselayerchange", function (event) {
      const { name } = options.backgrounds.find((each) => layers[each.name] === event.layer);
      if (name === state.background) return; // ours, and no choice of the reader
      choose(name);
      strikemap.tell({ kind: "background", name });
    });
    window.addEventListener("online", askAgain);
    map.on("moveend", () => Date.now() - (layers[state.background]?.failedAt || Infinity) > AGAIN && askAgain());
  }

  return { prepare, choose };
})();
