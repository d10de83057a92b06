// The timeline: a brush with two handles on all of the time, drags across the bars, keys, and play.
// The days chosen belong to Python: they go there with a number, and count again once they come back with it.

const TICK = 600; // milliseconds between two steps of play: time for the map to follow
const TICKS = 100; // steps of one play over all of the time, at speed 1
const LATER = 350; // milliseconds without another key before the days go to the server
const SPEEDS = [0.5, 1, 2, 4];
const FAR = { day: 7, week: 30, month: 91 }; // days that Shift and an arrow, or a page key, move a handle

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const same = (one, other) => one[0] === other[0] && one[1] === other[1];

class Timeline {
  constructor(root) {
    const find = (selector) => root.querySelector(selector);
    Object.assign(this, { root, find, sent: 0, drag: null, timer: null, pending: null });
    this.box = find(".timeline");
    this.svg = find(".bars");
    this.strip = find(".strip");
    this.handles = { from: find(".from"), to: find(".to") };
    for (const speed of SPEEDS) find(".speed").append(new Option(`${speed}×`, speed, false, speed === 1));
    find(".play").addEventListener("click", () => (this.timer ? this.pause() : this.play()));
    find(".earlier").addEventListener("click", () => this.shift(-1));
    find(".later").addEventListener("click", () => this.shift(1));
    for (const [end, handle] of Object.entries(this.handles)) {
      handle.addEventListener("keydown", (event) => this.key(event, end));
      handle.addEventListener("blur", () => this.flush());
    }
    for (const area of [this.svg, this.strip]) {
      area.addEventListener("pointerdown", (event) => this.press(event, area));
      area.addEventListener("pointermove", (event) => this.move(event, area));
      area.addEventListener("pointerup", () => this.release());
      area.addEventListener("pointercancel", () => this.cancel());
    }
    this.svg.addEventListener("pointerleave", () => this.tell(null));
    this.box.addEventListener("keydown", (event) => event.key === "Escape" && this.cancel());
    document.addEventListener("visibilitychange", () => document.hidden && this.pause());
    new ResizeObserver(() => this.data && this.draw()).observe(this.box);
  }

  // ---- what Python says ----
  take(data, send) {
    const spoken = this.data?.language;
    Object.assign(this, { data, send, extent: data.extent.map(day) });
    if (spoken !== data.language) this.name();
    this.sent = Math.max(this.sent, data.number);
    this.answered = data.number === this.sent;
    if (this.answered && !this.drag && !this.pending) {
      const chosen = data.chosen.map(day);
      const walking = this.timer && data.playing; // the walk goes on while an answer is on its way
      if (this.timer && !data.playing) this.halt(); // the days were chosen elsewhere meanwhile
      if (!walking) this.range = chosen;
    }
    this.draw();
  }

  name() {
    const words = this.data.words;
    this.words = new Words(this.data.language);
    for (const part of ["earlier", "later", "speed", "from", "to"]) this.find(`.${part}`).setAttribute("aria-label", words[part]);
    for (const part of ["earlier", "later", "speed"]) this.find(`.${part}`).title = words[part];
    this.plural = new Intl.PluralRules(this.data.language);
    this.find(".hatched span").textContent = words.hatched;
    this.find(".nights span").textContent = words.nights;
    this.label();
  }

  label() {
    const button = this.find(".play");
    button.title = this.timer ? this.data.words.pause : this.data.words.play;
    button.setAttribute("aria-label", button.title);
    this.box.classList.toggle("playing", Boolean(this.timer));
  }

  // ---- what the reader does ----
  put(from, to) {
    this.range = [from, to].map((at) => clamp(at, ...this.extent));
    this.place();
    this.tell(null);
  }

  emit() {
    clearTimeout(this.pending);
    this.pending = null;
    this.sent += 1;
    this.answered = false;
    const [from, to] = this.range.map(iso);
    this.send("range", { from, to, number: this.sent, playing: Boolean(this.timer) });
  }

  flush() {
    if (this.pending) this.emit();
  }

  // The first step goes at once, the last of many once they rest.
  soon() {
    const first = this.answered && !this.pending;
    clearTimeout(this.pending);
    if (first) this.emit();
    else this.pending = setTimeout(() => this.emit(), LATER);
  }

  shift(direction) {
    this.halt();
    const length = this.range[1] - this.range[0] + 1;
    const from = clamp(this.range[0] + direction * length, this.extent[0], this.extent[1] - length + 1);
    this.put(from, from + length - 1);
    this.soon();
  }

  key(event, end) {
    const [from, to] = this.range;
    const step = event.shiftKey || event.key.startsWith("Page") ? FAR[this.data.bars.unit] : 1;
    const now = end === "from" ? from : to;
    const wanted = {
      ArrowLeft: now - step,
      ArrowDown: now - step,
      PageDown: now - step,
      Home: this.extent[0],
      ArrowRight: now + step,
      ArrowUp: now + step,
      PageUp: now + step,
      End: this.extent[1],
    }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    this.halt();
    if (end === "from") this.put(Math.min(wanted, to), to);
    else this.put(from, Math.max(wanted, from));
    this.soon();
  }

  // The day, with its fraction, at a place across the strip or the bars.
  at(event, area) {
    const box = area.getBoundingClientRect();
    if (area === this.svg) return this.bars.at(event.clientX - box.left);
    return this.extent[0] + ((event.clientX - box.left) / box.width) * this.days();
  }

  days() {
    return this.extent[1] - this.extent[0] + 1;
  }

  press(event, area) {
    if (event.button !== 0 || this.drag || !this.bars) return;
    this.halt();
    this.flush();
    const end = ["from", "to"].find((name) => event.target === this.handles[name]);
    const body = event.target === this.find(".window") && !same(this.range, this.extent);
    const kind = end || (body ? "window" : "new");
    this.drag = { kind, area, start: this.at(event, area), x: event.clientX, range: this.range, moved: false };
    area.setPointerCapture(event.pointerId);
    if (end) this.handles[end].focus({ preventScroll: true });
    if (event.pointerType !== "touch") event.preventDefault(); // no text is marked on the way
  }

  move(event, area) {
    if (!this.drag) {
      if (area === this.svg && this.bars) this.tell(this.at(event, area));
      return;
    }
    const { kind, start, x, range } = this.drag;
    this.drag.moved ||= Math.abs(event.clientX - x) > 3;
    if (!this.drag.moved) return;
    const [from, to] = range;
    const now = this.at(event, this.drag.area);
    if (kind === "from") this.put(Math.min(Math.round(now), to), to);
    else if (kind === "to") this.put(from, Math.max(Math.round(now) - 1, from));
    else if (kind === "window") {
      const begin = clamp(from + Math.round(now - start), this.extent[0], this.extent[1] - (to - from));
      this.put(begin, begin + to - from);
    } else {
      const begin = Math.round(Math.min(now, start)); // a day counts when half of it is covered
      this.put(begin, Math.max(begin, Math.round(Math.max(now, start)) - 1));
    }
  }

  // A drag chooses what it covered, a mere click the bar that it hit.
  release() {
    const drag = this.drag;
    this.drag = null;
    if (!drag) return;
    if (!drag.moved && drag.kind === "new") {
      const starts = (drag.area === this.strip ? this.data.all : this.data.bars).starts.map(day);
      const i = starts.findLastIndex((start) => start <= drag.start);
      if (i >= 0 && i + 1 < starts.length) this.put(starts[i], starts[i + 1] - 1);
    }
    this.place();
    if (!same(this.range, drag.range)) this.emit();
  }

  cancel() {
    if (!this.drag) return;
    const range = this.drag.range;
    this.drag = null;
    this.put(...range);
  }

  // ---- play: a range of the length chosen, or a small part of all, walks over the time at a steady pace ----
  play() {
    const [low, high] = this.extent;
    const step = this.days() / TICKS;
    const whole = same(this.range, this.extent);
    const length = whole ? Math.ceil(step * 3) : this.range[1] - this.range[0] + 1;
    let from = whole || this.range[1] >= high ? low : this.range[0];
    this.put(from, from + length - 1);
    this.timer = setInterval(() => {
      if (!this.root.isConnected) return this.halt();
      from = Math.min(from + step * Number(this.find(".speed").value), high - length + 1);
      this.put(Math.round(from), Math.round(from) + length - 1);
      if (this.range[1] >= high) this.pause();
      else if (this.answered) this.emit(); // a slow answer is waited for; the walk goes on meanwhile
      return undefined;
    }, TICK);
    this.emit();
    this.label();
  }

  halt() {
    clearInterval(this.timer);
    this.timer = null;
    this.label();
  }

  pause() {
    if (!this.timer) return;
    this.halt();
    this.emit();
  }

  // ---- drawing ----
  draw() {
    if (this.svg.getBoundingClientRect().width < 2) return;
    this.bars = new Bars(this.svg, this.data, this.words);
    this.find(".hatched").hidden = !this.bars.has("spread");
    this.find(".nights").hidden = this.data.bars.unit !== "day";
    const sample = this.find(".hatched svg");
    sample.replaceChildren();
    hatch(sample, "hatch-sample", "currentColor");
    shape("rect", { width: 14, height: 12, fill: "url(#hatch-sample)" }, sample);
    this.strip.style.marginLeft = `${this.bars.left}px`; // under its bars
    drawStrip(this.find(".all"), this.data.all, this.extent);
    this.place();
    this.tell(null);
  }

  // The brush, its handles in words, and the bars outside of it.
  place() {
    const part = (at) => ((at - this.extent[0]) / this.days()) * 100;
    const [from, to] = this.range;
    const brush = this.find(".window").style;
    brush.left = this.handles.from.style.left = `${part(from)}%`;
    brush.width = `${part(to + 1) - part(from)}%`;
    this.handles.to.style.left = `${part(to + 1)}%`;
    const ends = { from: [from, this.extent[0], to], to: [to, from, this.extent[1]] };
    for (const [end, [now, low, high]] of Object.entries(ends)) {
      const said = { valuenow: now, valuemin: low, valuemax: high, valuetext: this.words.day(now) };
      for (const [name, value] of Object.entries(said)) this.handles[end].setAttribute(`aria-${name}`, value);
    }
    this.find(".earlier").disabled = from <= this.extent[0];
    this.find(".later").disabled = to >= this.extent[1];
    if (this.bars) this.bars.mark(this.range, this.drag && this.drag.moved && this.drag.area === this.svg);
  }

  // One line of words: the bar under the pointer, else the days chosen.
  tell(at) {
    if (!this.bars) return;
    const [from, to] = this.range.map((end) => this.words.day(end));
    const { words, bars } = this.data;
    const days = this.range[1] - this.range[0] + 1;
    const chosen = days === 1 ? from : fill(words.chosen[this.plural.select(days)], { from, to, n: this.words.number.format(days) });
    this.find(".told").textContent = this.bars.point(at) ?? `${words.per[bars.unit]} · ${chosen}`;
  }
}

const timelines = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!timelines.has(parentElement)) timelines.set(parentElement, new Timeline(parentElement));
  timelines.get(parentElement).take(data, setTriggerValue);
}
