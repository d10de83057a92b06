// One mark of the map as a Leaflet layer: its size on the screen, true in metres where it is wide, and where it is hit.
"use strict";

strikemap.Mark = (function () {
  const state = strikemap.state;
  const { DRAW, scaleOf, stackRadius, nameWidth, isNamed, wayOf, ringOf, legOf, strength } = strikemap.paint;
  const EARTH = 40075016.686; // metres around the equator
  // Pixels, so that nothing becomes too small to click.
  const SMALLEST = { dot: 9, disc: 12, ring: 16, mention: 4, cluster: 12, area: 0, rim: 0, point: 13, leg: 10 };
  const TRUE_SIZE = ["disc", "ring", "area", "rim"];

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
      const plate = kind === "plate" ? ringOf(this.properties) + 15 : 0;
      const smallest = kind === "place" ? this.properties.size : SMALLEST[kind] || plate;
      this._radius = this._radiusY = Math.max(metres / perPixel, smallest, stack, grown);
      L.CircleMarker.prototype._project.call(this);
      if (kind === "leg") {
        const middle = this._point;
        this._point = middle.add(legOf(this.properties));
        this._updateBounds();
        this._pxBounds.extend(middle);
      }
      if (kind === "ring") {
        const label = this.labelBox();
        this._pxBounds.extend(label.min).extend(label.max);
      }
    },
    // Where the sign of a region stands and, beside it, its name: on the rim, for in the middle it would read as a place.
    labelBox: function (way = wayOf(this.properties)) {
      const half = isNamed(this.properties) ? nameWidth(this.properties) / 2 : 0;
      const at = this._point.add(L.point(way).multiplyBy(this._radius));
      return L.bounds(at.subtract([half + (half ? 21 : 13), 13]), at.add([half + (half ? 6 : 13), 13]));
    },
    // What is below it and cannot be read; null where it is no more than a line.
    hides: function () {
      const { kind } = this.properties;
      if (["area", "rim"].includes(kind)) return null;
      const half = kind === "disc" ? Math.min(this._radius, 14) : this._radius;
      return L.bounds(this._point.subtract([half, half]), this._point.add([half, half]));
    },
    // Where its words are told: beside what is seen of it.
    getLatLng: function () {
      const moved = this.properties.kind === "leg" && this._map && this._point;
      return moved ? this._map.layerPointToLatLng(this._point) : this._latlng;
    },
    _updatePath: function () {
      this._renderer._drawMark(this);
    },
    _containsPoint: function (point) {
      const distance = point.distanceTo(this._point);
      const slack = this._clickTolerance();
      if (!this.properties.label) return false; // what only shows a size cannot be chosen
      if (this.properties.kind === "ring") {
        return Math.abs(distance - this._radius) <= slack + 3 || this.labelBox().contains(point);
      }
      return distance <= this._radius + (this.properties.kind === "mention" ? 0 : slack);
    },
  });

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

  return Mark;
})();
