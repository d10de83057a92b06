// The map's own script, after its parts: takes the marks to draw and the place to go to, tells the page of clicks and views.
// All texts that arrive here were escaped by map_layer.py.
"use strict";

(function () {
  const PHONE = 420; // pixels across
  const MARGIN = L.point(24, 24);
  const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const ASK_AFTER = 120; // milliseconds of rest
  const state = strikemap.state;
  Object.assign(state, { map: null, options: null, canvas: null, focused: null, drawn: 0, marks: null, cover: null, asked: "" });

  // ---- what the page is told: a click on a strike, and a view that the marks here were not made for ----
  function tell(what) {
    window.parent.dispatchEvent(new CustomEvent("strikemap", { detail: what }));
  }
  function clicked(mark) {
    if (mark.kind === "cluster") {
      const bounds = L.latLngBounds(mark.bounds.slice(0, 2), mark.bounds.slice(2));
      const zoom = state.map.getBoundsZoom(bounds, false, L.point(60, 60));
      const nearer = Math.min(Math.max(zoom, state.map.getZoom() + 1), state.map.getMaxZoom());
      state.map.setView(bounds.getCenter(), nearer, { animate: !CALM });
    } else if (mark.id) {
      tell({ kind: "click", id: mark.id });
    }
  }
  function covered() {
    const cover = state.cover, zoom = state.map.getZoom();
    if (cover.whole && zoom >= cover.zoom) return true;
    const [south, west, north, east] = cover.bounds;
    return zoom === cover.zoom && L.latLngBounds([south, west], [north, east]).contains(state.map.getBounds());
  }
  let rest;
  function askLater() {
    clearTimeout(rest);
    rest = setTimeout(ask, ASK_AFTER);
  }
  function ask() {
    if (!state.cover || covered()) return;
    const bounds = state.map.getBounds();
    const edges = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
    const view = JSON.stringify([state.map.getZoom(), ...edges]);
    if (view === state.asked) return; // answered already, as well as can be
    state.asked = view;
    tell({ kind: "view", zoom: state.map.getZoom(), bounds: edges });
  }

  Object.assign(strikemap, {
    tell,
    prepare: function (map, options) {
      Object.assign(state, { map, options, look: options.looks.light, canvas: L.canvas({ padding: 0.3, tolerance: 3 }) });
      if (CALM) {
        Object.assign(map.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
        map._zoomAnimated = false; // as Leaflet keeps it
      }
      for (const [kind, pointed] of [["pointerdown", true], ["keydown", false]]) {
        document.addEventListener(kind, () => document.body.classList.toggle("pointed", pointed)); // see map.css
      }
      // A click focuses the map; the page must not scroll for that, or the click would end beside what it began on.
      map.getContainer().focus = () => HTMLElement.prototype.focus.call(map.getContainer(), { preventScroll: true });
      map.attributionControl.setPrefix(false);
      map.removeControl(map.zoomControl);
      L.control.zoom({ zoomInTitle: options.words.nearer, zoomOutTitle: options.words.farther }).addTo(map);
      L.control.scale({ imperial: false }).addTo(map);
      strikemap.names.prepare(map, options);
      strikemap.ground.prepare(map, options);
      strikemap.controls.prepare(map, options);
      strikemap.tiles.prepare(map, options);
      map.on("moveend", askLater);
      tell(null); // marks.js answers, where it has marks for this map
    },
    // The background of the address, and whether the theme is dark, which most backgrounds follow. Told once more it
    // changes nothing: the reader may have chosen another one here since.
    background: function (chosen) {
      state.themeIsDark = chosen.dark;
      if (state.told !== chosen.name) strikemap.tiles.choose(chosen.name);
      state.told = chosen.name;
      strikemap.look();
    },
    // Takes the colours that stand out from the background.
    look: function () {
      const dark = state.options.backgrounds.find((each) => each.name === state.background).dark ?? state.themeIsDark;
      if (state.look.dark === dark) return;
      state.look = { ...state.options.looks[dark ? "dark" : "light"], dark };
      document.body.classList.toggle("dark", dark);
      strikemap.ground.restyle();
      if (state.marks) state.marks.eachLayer((mark) => mark.redraw());
      strikemap.overview.restyle();
    },
    // A mark of the Places page, which sends its places as GeoJSON.
    mark: function (feature, latlng) {
      return new strikemap.Mark({ ...feature.properties, lat: latlng.lat, lng: latlng.lng });
    },
    label: function (feature, layer) {
      if (feature.properties.label) layer.bindTooltip(feature.properties.label, { direction: "top", opacity: 1, offset: [0, -8] });
    },
    // Draws the marks in place of those before, in one frame of the screen, and moves to where it is asked to.
    draw: function (drawn) {
      this.background(drawn.background);
      const marks = L.featureGroup(drawn.marks.map((mark) => new strikemap.Mark(mark)));
      marks.bindTooltip((mark) => mark.properties.label, { direction: "top", opacity: 1, offset: [0, -8] });
      marks.on("click", (event) => clicked(event.propagatedFrom.properties));
      if (state.marks) state.map.removeLayer(state.marks);
      state.marks = marks.addTo(state.map);
      state.cover = drawn.cover;
      strikemap.overview.take(drawn.overview);
      strikemap.area.take(drawn.area);
      this.focus(drawn.focus);
      strikemap.names.place();
      strikemap.controls.chosen(drawn.chosen);
      askLater();
    },
    // Moves to a strike that was chosen elsewhere (table, list, link), once for each choice, and no more than needed.
    // The bounds of most strikes, token 0, are taken at first and never again.
    focus: function (view) {
      if (window.feature_group) window.feature_group.length = 0; // taken off the map, yet kept by streamlit-folium
      if (!view || state.focused === view.token || (view.token === 0 && state.focused !== null)) return;
      state.focused = view.token;
      if (view.bounds && view.token > 0) {
        state.map.fitBounds(view.bounds, { padding: MARGIN, maxZoom: 11, animate: false });
        return;
      }
      if (view.bounds) {
        const phone = state.map.getSize().x < PHONE; // closer there: a finger must be able to tell the marks apart
        const zoom = Math.min(state.map.getBoundsZoom(view.bounds, false, MARGIN) + (phone ? 1 : 0), 7);
        const centre = phone ? view.middle : L.latLngBounds(view.bounds).getCenter();
        state.map.setView(centre, zoom, { animate: false });
        return;
      }
      const at = L.latLng(view.lat, view.lng);
      if (view.radius > 0) {
        state.map.fitBounds(at.toBounds(view.radius * 2.6), { maxZoom: 11, animate: false });
      } else {
        state.map.setView(at, Math.max(state.map.getZoom(), 8), { animate: false });
      }
    },
  });
})();
