// The ground of the map: outlines and labels of towns. Towns and countries go in as text, never as HTML.
"use strict";

strikemap.drawGround = (function () {
  const state = strikemap.state;

  // Outlines lie under the tiles, labels of towns under them too: whatever tiles load will cover both ----
  function drawGround(map, options) {
    map.createPane("outlines").style.zIndex = 150;
    map.createPane("towns").style.zIndex = 160;
    const labels = L.layerGroup().addTo(map);
    fetch(options.base + "outlines.json")
      .then((answer) => answer.json())
      .then(function (countries) {
        L.geoJSON(countries, {
          pane: "outlines",
          interactive: false,
          style: { weight: 1, color: options.border, fillColor: options.land, fillOpacity: 1 },
          attribution: options.words.outlines,
        }).addTo(map);
        state.outlines = countries.features.length;
      });
    fetch(options.base + "towns.json")
      .then((answer) => answer.json())
      .then(function (towns) {
        function label() {
          const view = map.getBounds().pad(0.1);
          labels.clearLayers();
          towns.forEach(function (town) {
            if (town.zoom > map.getZoom() || !view.contains([town.lat, town.lng])) return;
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
        map.on("moveend", label);
        map.attributionControl.addAttribution(options.words.towns);
        label();
        state.towns = towns.length;
      });
  }

  return drawGround;
})();
