// The bars of the timeline as SVG, and a bar in words. Loaded before timeline.js.
// Nothing here is HTML: words come from Python and go in as text, attributes or shapes.
const DAY = 86400000;
const PLOT = { height: 128, bottom: 18, top: 8 };
const DIGIT = 6.4; // pixels of one in the labels of the axis
const STRIP = 34;
const LABEL = 58; // pixels that the label of a date needs
const LABELLED = [[1, "day"], [7, "week"], [30, "month"], [91, "quarter"], [365, "year"], [1826, "years"]];

const day = (iso) => Math.round(Date.parse(iso + "T00:00Z") / DAY);
const iso = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

function shape(name, attributes, parent, text) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

// Days in words, in the page's language.
class Words {
  constructor(language) {
    const format = (parts) => new Intl.DateTimeFormat(language, { ...parts, timeZone: "UTC" });
    this.full = format({ day: "numeric", month: "long", year: "numeric" });
    this.month = format({ month: "long", year: "numeric" });
    this.shortDay = format({ day: "numeric", month: "short" });
    this.shortMonth = format({ month: "short" });
    this.number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  }
  day(at) {
    return this.full.format(at * DAY);
  }
}

function hatch(parent, id, colour) {
  const size = { patternUnits: "userSpaceOnUse", width: 4, height: 4, patternTransform: "rotate(45)" };
  const pattern = shape("pattern", { id, ...size }, shape("defs", {}, parent));
  shape("rect", { width: 4, height: 4, fill: colour, opacity: 0.2 }, pattern);
  shape("rect", { width: 1.6, height: 4, fill: colour }, pattern);
}

// One picture of bars. It is made anew for new data or another width; the brush only marks what is outside.
class Bars {
  constructor(svg, data, words) {
    Object.assign(this, { svg, data, words });
    const starts = data.bars.starts.map(day);
    this.view = [starts[0], starts.at(-1) - 1];
    this.width = svg.getBoundingClientRect().width;
    this.high = PLOT.height - PLOT.bottom;
    this.slots = this.slotsOf(starts);
    this.most = Math.max(1, Math.ceil(Math.max(...this.slots.map((slot) => slot.total)) - 0.01));
    this.left = Math.max(26, 10 + DIGIT * words.number.format(this.most).length);
    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${this.width} ${PLOT.height}`);
    for (const [type, { colour }] of Object.entries(data.types)) hatch(svg, `hatch-${type}`, colour);
    const full = { y: PLOT.top, height: this.high - PLOT.top, width: 0 };
    this.picked = shape("rect", { ...full, class: "picked" }, svg);
    this.under = shape("rect", { ...full, class: "under" }, svg);
    this.draw();
    this.dates();
    const busiest = this.slots.reduce((one, other) => (other.total > one.total ? other : one));
    const summary = { from: words.day(this.view[0]), to: words.day(this.view[1]), most: this.said(busiest) };
    svg.setAttribute("aria-label", fill(data.words.summary[data.bars.unit], summary));
  }

  x(at) {
    return this.left + ((at - this.view[0]) / (this.view[1] + 1 - this.view[0])) * (this.width - this.left);
  }

  // The day, with its fraction, at a distance in pixels from the left edge.
  at(pixels) {
    return this.view[0] + ((pixels - this.left) / (this.width - this.left)) * (this.view[1] + 1 - this.view[0]);
  }

  // Where bars stand: each takes its unit; of days it takes the middle, and the nights stand between them.
  slotsOf(starts) {
    const { counts, unit } = this.data.bars;
    const slot = (from, to, i, looks, night) => {
      const parts = [];
      for (const type of Object.keys(this.data.types)) {
        for (const look of looks) if (counts[type]?.[look]?.[i]) parts.push({ type, look, count: counts[type][look][i] });
      }
      const total = parts.reduce((sum, part) => sum + part.count, 0);
      return { from, to, night, parts, total, first: starts[i], last: starts[i + 1] - 1 };
    };
    return starts.slice(0, -1).flatMap((start, i) =>
      unit === "day"
        ? [slot(start + 0.25, start + 0.75, i, ["exact", "spread"], false), slot(start + 0.75, start + 1.25, i, ["night"], true)]
        : [slot(start, starts[i + 1], i, ["exact", "spread"], false)],
    );
  }

  draw() {
    const { most } = this;
    const y = (count) => this.high - (count / most) * (this.high - PLOT.top);
    for (let count = 0; count <= most; count += Math.ceil(most / 3)) {
      const line = { x1: this.left, x2: this.width, y1: y(count), y2: y(count), class: count ? "grid" : "base" };
      shape("line", line, this.svg);
      shape("text", { x: this.left - 5, y: y(count) + 4, "text-anchor": "end" }, this.svg, this.words.number.format(count));
    }
    for (const slot of this.slots) {
      const wide = this.x(slot.to) - this.x(slot.from);
      const gap = Math.min(1, wide / 5);
      if (slot.night) {
        const ground = { x: this.x(slot.from), width: wide, y: PLOT.top, height: this.high - PLOT.top, class: "night" };
        shape("rect", ground, this.svg);
      }
      slot.group = shape("g", { "data-from": iso(slot.first) }, this.svg);
      let base = 0;
      for (const { type, look, count } of slot.parts) {
        const box = { x: this.x(slot.from) + gap / 2, width: Math.max(0.8, wide - gap), y: y(base + count) };
        const colour = look === "spread" ? `url(#hatch-${type})` : this.data.types[type].colour;
        const named = { fill: colour, "data-look": look, "data-type": type };
        shape("rect", { ...box, height: Math.max(0.5, y(base) - y(base + count)), ...named }, slot.group);
        base += count;
      }
    }
  }

  // As many dates as find room, at the beginnings of weeks, months, quarters or years.
  dates() {
    const [from, to] = this.view;
    const pixels = (this.width - this.left) / (to + 1 - from);
    const kind = LABELLED.find(([length]) => length * pixels >= LABEL)?.[1] || "years";
    let free = 0;
    for (let at = from; at <= to; at += 1) {
      const when = new Date(at * DAY);
      const first = when.getUTCDate() === 1;
      const year = first && when.getUTCMonth() === 0;
      const fits = {
        day: true,
        week: when.getUTCDay() === 1,
        month: first,
        quarter: first && when.getUTCMonth() % 3 === 0,
        year,
        years: year && when.getUTCFullYear() % 5 === 0,
      }[kind];
      if (!fits || this.x(at) < free || this.x(at) + LABEL * 0.6 > this.width) continue;
      const short = kind === "day" || kind === "week" ? this.words.shortDay : this.words.shortMonth;
      const x = this.x(at);
      shape("line", { x1: x, x2: x, y1: this.high, y2: this.high + 4, class: "base" }, this.svg);
      shape("text", { x: x + 2, y: PLOT.height - 4 }, this.svg, year ? when.getUTCFullYear() : short.format(when));
      free = x + LABEL * 0.8;
    }
  }

  has(look) {
    return this.slots.some((slot) => slot.parts.some((part) => part.look === look));
  }

  // Pales what is outside of a range; `brushing` shows the range itself, too.
  mark([from, to], brushing) {
    for (const slot of this.slots) slot.group.classList.toggle("outside", slot.last < from || slot.first > to);
    const [left, right] = [from, to + 1].map((at) => this.x(Math.min(Math.max(at, this.view[0]), this.view[1] + 1)));
    this.picked.setAttribute("x", left);
    this.picked.setAttribute("width", brushing ? right - left : 0);
  }

  // Marks the bar at a day and gives its words; null where there is none.
  point(at) {
    const slot = at === null ? null : this.slots.find((one) => at >= one.from && at < one.to);
    this.under.setAttribute("x", slot ? this.x(slot.from) : 0);
    this.under.setAttribute("width", slot ? this.x(slot.to) - this.x(slot.from) : 0);
    return slot ? this.said(slot) : null;
  }

  // "July 2025: 14.8 (Drone 6, Missile 2)".
  said(slot) {
    const { types, words, bars } = this.data;
    const sums = {};
    for (const part of slot.parts) sums[part.type] = (sums[part.type] || 0) + part.count;
    const parts = Object.entries(sums).map(([type, count]) => `${types[type].name} ${this.words.number.format(count)}`);
    const total = this.words.number.format(slot.total);
    return `${this.when(slot, words, bars.unit)}: ${total}${parts.length ? ` (${parts.join(", ")})` : ""}`;
  }

  when({ first, last, night }, words, unit) {
    if (night) return fill(words.night, { from: this.words.day(first), to: this.words.day(first + 1) });
    if (first === last) return this.words.day(first);
    const whole = new Date(first * DAY).getUTCDate() === 1 && new Date((last + 1) * DAY).getUTCDate() === 1;
    if (unit === "month" && whole) return this.words.month.format(first * DAY);
    return fill(words.span, { from: this.words.day(first), to: this.words.day(last) });
  }
}

// All of the time in one strip of grey bars, under the brush.
function drawStrip(svg, { starts, totals }, [low, high]) {
  svg.replaceChildren();
  svg.setAttribute("viewBox", `0 0 ${high - low + 1} ${STRIP}`);
  svg.setAttribute("preserveAspectRatio", "none");
  const at = starts.map(day);
  const most = Math.max(1, ...totals);
  totals.forEach((total, i) => {
    const height = total ? Math.max(2, (total / most) * (STRIP - 4)) : 0;
    shape("rect", { x: at[i] - low, width: (at[i + 1] - at[i]) * 0.92, y: STRIP - height, height }, svg);
  });
}
