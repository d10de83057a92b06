// Draws strikes, mentions, outlines and town labels with Leaflet; loaded before folium's own script of the map.
// All texts that arrive here were escaped by map_layer.py; towns and countries go in as text, never as HTML.
"use strict";

window.strikemap = (function () {
  const EARTH = 40075016.686; // metres around the equator
  // Pixels, so that nothing becomes too small to click.
  const SMALLEST = { dot: 9, disc: 10, ring: 16, mention: 4, cluster: 12, area: 0, rim: 0, point: 13 };
  const TRUE_SIZE = ["disc", "ring", "area", "rim"];
  const NAMED_FROM = 6; // the zoom from which the names of regions find room
  const PHONE = 500; // pixels across
  const MARGIN = L.point(24, 24);
  const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const LAST_ZOOM = 17;
  const ASK_AFTER = 120; // milliseconds of rest
  const state = { map: null, options: null, canvas: null, focused: null, drawn: 0, marks: null, cover: null, asked: "" };

  // ---- one mark: a dot, a disc or a ring with its true radius, or a mention ----
  const Mark = L.CircleMarker.extend({
    initialize: function (mark) {
      L.CircleMarker.prototype.initialize.call(this, [mark.lat, mark.lng], { renderer: state.canvas, weight: 4 });
      this.properties = mark;
    },
    _project: function () {
      const kind = this.properties.kind;
      const perPixel =
        (EARTH * Math.cos((this._latlng.lat * Math.PI) / 180)) / Math.pow(2, this._map.getZoom() + 8);
      const stack = (kind === "dot" || kind === "cluster") && this.properties.n > 1 ? stackRadius(this.properties.n) : 0;
      const metres = TRUE_SIZE.includes(kind) ? this.properties.radius : 0;
      const grown = kind === "dot" && this.properties.n === 1 ? 11 * scaleOf(this.properties) : 0;
      const smallest = kind === "place" ? this.properties.size : SMALLEST[kind];
      this._radius = this._radiusY = Math.max(metres / perPixel, smallest, stack, grown);
      L.CircleMarker.prototype._project.call(this);
      if (kind === "ring") {
        const label = labelBox(this);
        this._pxBounds.extend(this._point.add(label.min)).extend(this._point.add(label.max));
      }
    },
    _updatePath: function () {
      this._renderer._drawMark(this);
    },
    _containsPoint: function (point) {
      const distance = point.distanceTo(this._point);
      const slack = this._clickTolerance();
      if (!this.properties.label) return false; // what only shows a size cannot be chosen
      if (this.properties.kind === "ring") {
        const label = labelBox(this);
        return Math.abs(distance - this._radius) <= slack + 3 || label.contains(point.subtract(this._point));
      }
      return distance <= this._radius + (this.properties.kind === "mention" ? 0 : slack);
    },
  });

  // While the timeline plays, marks of days gone by are paler.
  function strength(properties) {
    return properties.strength || 1;
  }

  L.Canvas.include({
    _drawMark: function (mark) {
      if (!this._drawing || mark._empty()) return;
      const context = this._ctx;
      context.save();
      context.translate(mark._point.x, mark._point.y);
      context.globalAlpha = strength(mark.properties);
      DRAW[mark.properties.kind](context, mark.properties, mark._radius);
      context.restore();
      state.drawn += 1;
    },
  });

  // The more strikes, the larger, by their order of magnitude: 11 pixels for two, 20 for a thousand.
  function stackRadius(n) {
    return Math.min(24, 10 + 1.45 * Math.log(n));
  }
  function ground() {
    return state.options.dark ? "#14181d" : "#ffffff";
  }
  function colour(properties) {
    const symbol = state.options.symbols[properties.type] || state.options.symbols.other;
    return properties.parts?.some((part) => part[0] !== properties.type) ? state.options.neutral : symbol.colour;
  }
  function circle(context, radius) {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
  }
  function regionName(properties) {
    const name = properties.name.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
    return properties.n > 1 ? name + " · " + properties.n : name;
  }
  // Where the name of a region stands: on the rim, for in the middle it would read as a place.
  function labelBox(mark) {
    const half = 3.3 * regionName(mark.properties).length + 5;
    return L.bounds([-half, -mark._radius - 9], [half, -mark._radius + 9]);
  }
  function halo(context, radius) {
    circle(context, radius + 5);
    context.lineWidth = 3;
    context.strokeStyle = state.options.accent;
    context.stroke();
  }
  function number(context, text, ink) {
    context.fillStyle = ink;
    context.font = "600 11px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(text, 0, 0.5);
  }

  // A single symbol: filled when confirmed, hollow when claimed, dashed when unconfirmed, struck through when disputed.
  // Number killed by size: smallest for none, with a hole; middling where nobody says; then by orders of magnitude.
  function scaleOf(properties) {
    if (properties.killed === undefined) return 0.82;
    return properties.killed === 0 ? 0.68 : Math.min(0.82 + 0.12 * Math.log2(1 + properties.killed), 1.6);
  }
  function symbol(context, properties, scale) {
    const shape = state.options.symbols[properties.type] || state.options.symbols.other;
    const path = new Path2D(shape.path);
    context.save();
    context.scale(scale, scale);
    context.lineJoin = "round";
    context.strokeStyle = ground();
    context.lineWidth = 5;
    context.stroke(path);
    context.fillStyle = properties.status === "confirmed" ? shape.colour : ground();
    context.fill(path);
    context.strokeStyle = shape.colour;
    context.lineWidth = properties.status === "confirmed" ? 1 : 2.4;
    if (properties.status === "unconfirmed") context.setLineDash([3.5, 2.5]);
    context.stroke(path);
    if (properties.status === "disputed") {
      context.beginPath();
      context.moveTo(-8, 8);
      context.lineTo(8, -8);
      context.stroke();
    }
    if (properties.killed === 0) {
      context.setLineDash([]);
      circle(context, 3);
      context.fillStyle = properties.status === "confirmed" ? ground() : shape.colour;
      context.fill();
    }
    context.restore();
  }

  // Several strikes at one point: a ring with a share for each type, thin where not confirmed, and their number.
  function stack(context, properties, radius) {
    circle(context, radius);
    context.fillStyle = ground();
    context.fill();
    let angle = -Math.PI / 2;
    properties.parts.forEach(function (part) {
      const next = angle + (2 * Math.PI * part[2]) / properties.n;
      context.lineWidth = part[1] ? 4 : 1.6;
      context.beginPath();
      context.arc(0, 0, radius - 2.5, angle, next);
      context.strokeStyle = (state.options.symbols[part[0]] || state.options.symbols.other).colour;
      context.stroke();
      angle = next;
    });
    number(context, short(properties.n), state.options.dark ? "#f2f4f6" : "#1c2126");
  }
  // 999, 1.2k, 34k, 1.2M: what finds room in a mark.
  function short(n) {
    if (n < 1000) return String(n);
    const [value, unit] = n < 999500 ? [n / 1000, "k"] : [n / 1e6, "M"];
    return (value < 9.95 ? value.toFixed(1) : value.toFixed(0)) + unit;
  }

  const DRAW = {
    dot: function (context, properties, radius) {
      if (properties.selected) halo(context, radius + 1);
      if (properties.n > 1) stack(context, properties, radius);
      else symbol(context, properties, scaleOf(properties));
    },
    cluster: function (context, properties, radius) {
      circle(context, radius + 3);
      context.globalAlpha = 0.3 * strength(properties);
      context.lineWidth = 3;
      context.strokeStyle = state.options.neutral;
      context.stroke();
      context.globalAlpha = strength(properties);
      stack(context, properties, radius);
    },
    disc: function (context, properties, radius) {
      if (properties.selected) halo(context, radius);
      circle(context, radius);
      context.globalAlpha = 0.24 * strength(properties);
      context.fillStyle = colour(properties);
      context.fill();
      context.globalAlpha = 0.75 * strength(properties);
      context.lineWidth = 1.2;
      context.strokeStyle = colour(properties);
      context.stroke();
      context.globalAlpha = strength(properties);
      if (properties.n > 1) number(context, properties.n, state.options.dark ? "#f2f4f6" : "#1c2126");
      else symbol(context, properties, 0.42);
    },
    ring: function (context, properties, radius) {
      if (properties.selected) halo(context, radius);
      circle(context, radius);
      context.setLineDash([9, 6]);
      context.lineWidth = 2;
      context.strokeStyle = colour(properties);
      context.stroke();
      if (state.map.getZoom() < NAMED_FROM && !properties.selected) return;
      context.setLineDash([]);
      context.translate(0, -radius);
      context.font = "600 11px system-ui, sans-serif";
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 5;
      context.strokeStyle = ground();
      context.strokeText(regionName(properties), 0, 0);
      context.fillStyle = colour(properties);
      context.fillText(regionName(properties), 0, 0);
    },
    mention: function (context, properties, radius) {
      circle(context, radius - 0.5);
      context.globalAlpha = 0.85 * strength(properties);
      context.lineWidth = 1.4;
      context.strokeStyle = state.options.mention;
      if (properties.wide) {
        context.stroke();
      } else {
        context.fillStyle = state.options.mention;
        context.fill();
      }
    },
  };

  // ---- places: a mark by status, the size of the chosen one, its numbered candidates, the point being entered ----
  DRAW.place = function (context, properties, radius) {
    if (properties.selected) halo(context, radius);
    circle(context, radius);
    context.fillStyle = properties.hollow ? ground() : properties.colour;
    context.globalAlpha = properties.hollow ? 0.8 : 1;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.strokeStyle = properties.hollow ? properties.colour : ground();
    if (properties.number) context.setLineDash([3, 2]);
    context.stroke();
    if (properties.number) number(context, properties.number, properties.colour);
  };
  DRAW.area = function (context, properties, radius) {
    circle(context, radius);
    context.globalAlpha = 0.14;
    context.fillStyle = state.options.accent;
    context.fill();
    DRAW.rim(context, properties, radius);
  };
  DRAW.rim = function (context, properties, radius) {
    circle(context, radius);
    context.globalAlpha = 0.7;
    context.setLineDash([9, 6]);
    context.lineWidth = 1.5;
    context.strokeStyle = state.options.accent;
    context.stroke();
  };
  DRAW.point = function (context, properties, radius) {
    [[5, ground()], [2, state.options.accent]].forEach(function (line) {
      context.lineWidth = line[0];
      context.strokeStyle = line[1];
      context.beginPath();
      [[1, 0], [-1, 0], [0, 1], [0, -1]].forEach(function (way) {
        context.moveTo(way[0] * 4, way[1] * 4);
        context.lineTo(way[0] * radius, way[1] * radius);
      });
      context.stroke();
    });
  };

  // ---- outlines under the tiles, labels of towns under them too: whatever tiles load will cover both ----
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
          attribution: "Outlines: Natural Earth",
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
        map.attributionControl.addAttribution("Towns: GeoNames");
        label();
        state.towns = towns.length;
      });
  }

  // ---- what the page is told: a click on a strike, and a view that the marks here were not made for ----
  function tell(what) {
    window.Streamlit.setComponentValue({ ...what, number: Date.now() });
  }
  function clicked(mark) {
    if (mark.kind === "cluster" && state.map.getZoom() < LAST_ZOOM) {
      const bounds = L.latLngBounds(mark.bounds.slice(0, 2), mark.bounds.slice(2));
      const zoom = state.map.getBoundsZoom(bounds, false, L.point(60, 60));
      const nearer = Math.min(Math.max(zoom, state.map.getZoom() + 1), LAST_ZOOM);
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

  return {
    state: state,
    prepare: function (map, options) {
      state.map = map;
      state.options = options;
      state.canvas = L.canvas({ padding: 0.3, tolerance: 3 });
      map.attributionControl.setPrefix(false);
      L.control.scale({ imperial: false }).addTo(map);
      document.body.classList.toggle("dark", options.dark);
      drawGround(map, options);
      map.on("moveend", askLater);
    },
    // A mark of the Places page, which sends its places as GeoJSON.
    mark: function (feature, latlng) {
      return new Mark({ ...feature.properties, lat: latlng.lat, lng: latlng.lng });
    },
    label: function (feature, layer) {
      if (feature.properties.label) layer.bindTooltip(feature.properties.label, { direction: "top", opacity: 1, offset: [0, -8] });
    },
    // Draws the marks in place of those before, in one frame of the screen.
    draw: function (drawn) {
      const marks = L.featureGroup(drawn.marks.map((mark) => new Mark(mark)));
      marks.bindTooltip((mark) => mark.properties.label, { direction: "top", opacity: 1, offset: [0, -8] });
      marks.on("click", (event) => clicked(event.propagatedFrom.properties));
      if (state.marks) state.map.removeLayer(state.marks);
      state.marks = marks.addTo(state.map);
      state.cover = drawn.cover;
      askLater();
    },
    // Moves to a strike that was chosen elsewhere (table, list, link), once for each choice, and no more than needed.
    // The bounds of most strikes, token 0, are taken at first and never again.
    focus: function (view) {
      if (window.feature_group) window.feature_group.length = 0; // taken off the map, yet kept by streamlit-folium
      if (!view || state.focused === view.token || (view.token === 0 && state.focused !== null)) return;
      state.focused = view.token;
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
  };
})();
