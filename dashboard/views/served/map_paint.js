// Paints the signs of the map on its canvas: symbols by type and status, stacks, discs, rings, places; loaded first.
"use strict";

window.strikemap = { state: {} };

strikemap.paint = (function () {
  const state = strikemap.state;
  const NAMED_FROM = 6; // the zoom from which the names of regions find room
  const NAME_FONT = "600 11px system-ui, sans-serif";
  const ruler = document.createElement("canvas").getContext("2d");

  // While the timeline plays, marks of days gone by are paler; not for who wants no motion.
  const CALM = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  function strength(properties) {
    return (!CALM && properties.strength) || 1;
  }

  // The more strikes, the larger, by their order of magnitude: 11 pixels for two, 20 for a thousand.
  function stackRadius(n) {
    return Math.min(24, 10 + 1.45 * Math.log(n));
  }
  function colour(properties) {
    const symbol = state.look.symbols[properties.type] || state.look.symbols.other;
    return properties.parts?.some((part) => part[0] !== properties.type) ? state.look.neutral : symbol.colour;
  }
  function circle(context, radius) {
    context.beginPath();
    context.arc(0, 0, radius, 0, 2 * Math.PI);
  }
  function regionName(properties) {
    return properties.name.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
  }
  function nameWidth(properties) {
    ruler.font = NAME_FONT;
    return ruler.measureText(regionName(properties)).width;
  }
  function isNamed(properties) {
    return properties.selected || state.map.getZoom() >= NAMED_FROM;
  }
  function wayOf(properties) {
    return properties.way || [0, -1]; // from the middle of a ring to its sign; see map_names.js
  }
  function halo(context, radius) {
    circle(context, radius + 5);
    context.lineWidth = 3;
    context.strokeStyle = state.look.ink;
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
    const shape = state.look.symbols[properties.type] || state.look.symbols.other;
    const path = new Path2D(shape.path);
    context.save();
    context.scale(scale, scale);
    context.lineJoin = "round";
    context.strokeStyle = state.look.ground;
    context.lineWidth = 5;
    context.stroke(path);
    context.fillStyle = properties.status === "confirmed" ? shape.colour : state.look.ground;
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
      context.fillStyle = properties.status === "confirmed" ? state.look.ground : shape.colour;
      context.fill();
    }
    context.restore();
  }

  // Several strikes at one point: a ring with a share for each type, thin where not confirmed, and their number.
  function stack(context, properties, radius) {
    circle(context, radius);
    context.fillStyle = state.look.ground;
    context.fill();
    let angle = -Math.PI / 2;
    properties.parts.forEach(function (part) {
      const next = angle + (2 * Math.PI * part[2]) / properties.n;
      context.lineWidth = part[1] ? 4 : 1.6;
      context.beginPath();
      context.arc(0, 0, radius - 2.5, angle, next);
      context.strokeStyle = (state.look.symbols[part[0]] || state.look.symbols.other).colour;
      context.stroke();
      angle = next;
    });
    number(context, short(properties.n), state.look.ink);
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
      context.strokeStyle = state.look.neutral;
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
      if (properties.n > 1) stack(context, properties, Math.min(stackRadius(properties.n), Math.max(radius - 2, 10)));
      else if (properties.n) symbol(context, properties, scaleOf(properties) * Math.min(1, Math.max(0.55, radius / 20)));
    },
    ring: function (context, properties, radius) {
      if (properties.selected) halo(context, radius);
      circle(context, radius);
      context.setLineDash([9, 6]);
      context.lineWidth = 2;
      context.strokeStyle = colour(properties);
      context.stroke();
      context.setLineDash([]);
      context.translate(...wayOf(properties).map((part) => part * radius));
      const named = isNamed(properties);
      context.save();
      if (named) context.translate(-nameWidth(properties) / 2 - 10, 0);
      if (properties.n > 1) stack(context, properties, stackRadius(properties.n) - 1);
      else symbol(context, properties, scaleOf(properties) * 0.8);
      context.restore();
      if (!named) return;
      context.font = NAME_FONT;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = 5;
      context.strokeStyle = state.look.ground;
      context.strokeText(regionName(properties), 2, 0);
      context.fillStyle = colour(properties);
      context.fillText(regionName(properties), 2, 0);
    },
    mention: function (context, properties, radius) {
      circle(context, radius - 0.5);
      context.globalAlpha = 0.85 * strength(properties);
      context.lineWidth = 1.4;
      context.strokeStyle = state.look.mention;
      if (properties.wide) {
        context.stroke();
      } else {
        context.fillStyle = state.look.mention;
        context.fill();
      }
    },
  };

  // ---- strikes at one point, opened out: a plate that calms what lies below, and a leg to each ----
  function ringOf(properties) {
    const apart = window.matchMedia("(pointer: coarse)").matches ? 34 : 24; // pixels, for mouse or finger
    return Math.max(34, (properties.of * apart) / (2 * Math.PI));
  }
  function legOf(properties) {
    const angle = (2 * Math.PI * properties.at) / properties.of - Math.PI / 2;
    return L.point(Math.cos(angle), Math.sin(angle)).multiplyBy(ringOf(properties));
  }
  DRAW.plate = function (context, properties, radius) {
    circle(context, radius);
    context.globalAlpha = 0.86;
    context.fillStyle = state.look.ground;
    context.fill();
    context.globalAlpha = 0.5;
    context.strokeStyle = state.look.neutral;
    context.lineWidth = 1;
    context.stroke();
    context.globalAlpha = 1;
    stack(context, properties, stackRadius(properties.n));
  };
  DRAW.leg = function (context, properties) {
    const leg = legOf(properties), within = 13 / ringOf(properties), without = 1 - 10 / ringOf(properties);
    context.beginPath();
    context.moveTo(-leg.x * (1 - within), -leg.y * (1 - within));
    context.lineTo(-leg.x * (1 - without), -leg.y * (1 - without));
    context.lineWidth = 1;
    context.strokeStyle = state.look.neutral;
    context.stroke();
    if (properties.selected) halo(context, 9);
    symbol(context, properties, Math.min(scaleOf(properties), 1.1));
  };

  // ---- places: a mark by status, the size of the chosen one, its numbered candidates, the point being entered ----
  DRAW.place = function (context, properties, radius) {
    if (properties.selected) halo(context, radius);
    circle(context, radius);
    context.fillStyle = properties.hollow ? state.look.ground : properties.colour;
    context.globalAlpha = properties.hollow ? 0.8 : 1;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.strokeStyle = properties.hollow ? properties.colour : state.look.ground;
    if (properties.number) context.setLineDash([3, 2]);
    context.stroke();
    if (properties.number) number(context, properties.number, properties.colour);
  };
  DRAW.area = function (context, properties, radius) {
    circle(context, radius);
    context.globalAlpha = 0.14;
    context.fillStyle = state.look.ink;
    context.fill();
    DRAW.rim(context, properties, radius);
  };
  DRAW.rim = function (context, properties, radius) {
    circle(context, radius);
    context.globalAlpha = 0.7;
    context.setLineDash([9, 6]);
    context.lineWidth = 1.5;
    context.strokeStyle = state.look.ink;
    context.stroke();
  };
  DRAW.point = function (context, properties, radius) {
    [[5, state.look.ground], [2, state.look.ink]].forEach(function (line) {
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

  return { DRAW, scaleOf, stackRadius, nameWidth, isNamed, wayOf, ringOf, legOf, strength };
})();
