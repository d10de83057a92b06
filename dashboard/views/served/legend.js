// The legend: signs with their words and numbers; those that are choices of a filter are buttons.
// It knows no word and counts nothing: all that it shows was written where the strikes are.

function element(name, parent, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  parent.append(made);
  return made;
}

class Legend {
  constructor(root) {
    this.root = root;
    this.legend = root.querySelector(".legend");
    this.tip = root.querySelector(".tip");
    this.buttons = new Map();
    this.legend.addEventListener("keydown", (event) => this.key(event));
    for (const kind of ["pointerover", "focusin"]) this.legend.addEventListener(kind, (event) => this.explain(event.target));
    for (const kind of ["pointerleave", "focusout"]) this.legend.addEventListener(kind, () => this.explain(this.root.activeElement));
  }

  take(data, send) {
    Object.assign(this, { data, send });
    // Buttons stay the same while they are there, so that focus and finger do not lose them.
    const shape = JSON.stringify(data.groups.map(({ title, entries }) => [title, entries.map((entry) => entry.name)]));
    if (shape !== this.shape) this.build();
    this.shape = shape;
    data.groups.forEach((group, g) => group.entries.forEach((entry, e) => this.fill(`${g} ${e}`, group, entry)));
    this.explain(this.root.activeElement);
  }

  build() {
    const focused = this.root.activeElement?.dataset.name;
    this.legend.replaceChildren();
    this.buttons.clear();
    this.data.groups.forEach(({ title, field, entries }, g) => {
      element("b", this.legend, { textContent: title, id: `title-${g}` });
      const row = element("div", this.legend);
      row.setAttribute("role", field ? "toolbar" : "list");
      row.setAttribute("aria-labelledby", `title-${g}`);
      entries.forEach(({ drawing, name }, e) => {
        const entry = element(field ? "button" : "span", row, { className: "entry", tabIndex: field && !e ? 0 : -1 });
        if (field) Object.assign(entry, { type: "button", onclick: () => this.ask(g, e) });
        else (entry.setAttribute("role", "listitem"), entry.removeAttribute("tabindex"));
        entry.dataset.name = name;
        element("img", entry, { alt: "", width: 18, height: 18, src: drawing });
        element("span", entry, { textContent: name });
        if (field) element("span", entry, { className: "n" });
        this.buttons.set(`${g} ${e}`, entry);
      });
    });
    if (focused) [...this.buttons.values()].find((entry) => entry.dataset.name === focused)?.focus();
  }

  fill(place, { field }, { drawing, number, on, chosen, tip }) {
    const entry = this.buttons.get(place);
    if (entry.firstChild.src !== drawing) entry.firstChild.src = drawing;
    if (!field) return;
    entry.querySelector(".n").textContent = number;
    entry.setAttribute("aria-pressed", String(on));
    entry.setAttribute("aria-description", tip);
    entry.classList.toggle("chosen", chosen);
    entry.classList.toggle("off", on === false);
    entry.dataset.tip = tip;
  }

  ask(g, e) {
    const { field, entries } = this.data.groups[g];
    this.send("asked", { field, values: entries[e].values });
  }

  explain(target) {
    const told = target?.closest?.(".entry")?.dataset.tip || this.data?.hint || "";
    if (this.tip.textContent !== told) this.tip.textContent = told;
  }

  // Each row is one stop of the Tab key; arrows walk along it.
  key(event) {
    const row = event.target.closest("[role=toolbar]");
    if (!row) return;
    const entries = [...row.children];
    const at = entries.indexOf(event.target);
    const wanted = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (wanted === undefined || !entries[wanted]) return;
    event.preventDefault();
    for (const entry of entries) entry.tabIndex = -1;
    entries[wanted].tabIndex = 0;
    entries[wanted].focus();
  }
}

const legends = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!legends.has(parentElement)) legends.set(parentElement, new Legend(parentElement));
  legends.get(parentElement).take(data, setTriggerValue);
}
