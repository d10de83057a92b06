// One page of the table: rows that choose a strike, headings that sort, and the way to the other pages.
// What a report says comes in as text and stays text; sorting and paging are done where the strikes are.

const DETAILS = ".st-key-details";
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

function element(name, parent, properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  parent.append(made);
  return made;
}

class Table {
  constructor(root) {
    this.find = (selector) => root.querySelector(selector);
    this.root = root;
    this.body = this.find("tbody");
    this.body.addEventListener("click", (event) => this.choose(event.target.closest("tr"), event.detail === 0));
    document.addEventListener("keydown", (event) => this.comeBack(event));
    this.body.addEventListener("keydown", (event) => this.key(event));
    this.body.addEventListener("focusin", (event) => this.walkTo(event.target.closest("tr"), false));
    const steps = { first: () => 0, back: (page) => page - 1, on: (page) => page + 1, last: () => this.pages() - 1 };
    for (const [name, step] of Object.entries(steps)) {
      this.find(`.${name}`).addEventListener("click", () => this.send("asked", { page: step(this.data.page) }));
    }
  }

  pages() {
    return Math.ceil(this.data.total / this.data.size);
  }

  take(data, send) {
    const before = this.data;
    Object.assign(this, { data, send });
    this.find(".table").classList.toggle("narrow", Boolean(data.narrow));
    const focused = this.root.activeElement?.closest("tbody tr")?.dataset.id;
    if (JSON.stringify(before?.columns) !== JSON.stringify(data.columns)) this.head();
    this.rows();
    const at = this.row(focused) || this.row(data.chosen) || this.body.firstElementChild;
    if (at) this.walkTo(at, Boolean(focused));
    if (data.chosen && data.chosen !== before?.chosen) this.show(this.row(data.chosen));
    else if (data.page !== before?.page) this.find(".frame").scrollTop = 0;
    this.foot();
  }

  row(id) {
    return [...this.body.children].find((row) => row.dataset.id === id);
  }

  head() {
    const { columns, words } = this.data;
    const focused = this.root.activeElement?.closest("th")?.dataset.name;
    const line = this.find("thead tr");
    line.replaceChildren();
    for (const { name, title, sorted, sortable, number, help } of columns) {
      const cell = element("th", line, { scope: "col", className: number ? "number" : "", title: help || "" });
      cell.dataset.name = name;
      if (!sortable) {
        element("span", cell, { textContent: title });
        continue;
      }
      if (sorted) cell.setAttribute("aria-sort", sorted);
      const button = element("button", cell, { type: "button", textContent: title });
      button.addEventListener("click", () => this.send("asked", { sort: name }));
      if (name === focused) button.focus();
    }
    this.find(".frame").setAttribute("aria-label", words.label);
    for (const name of ["first", "back", "on", "last"]) {
      this.find(`.pages .${name}`).setAttribute("aria-label", words[name]);
      this.find(`.pages .${name}`).title = words[name];
    }
  }

  rows() {
    const { rows, columns, chosen, opener, words } = this.data;
    this.body.replaceChildren();
    for (const { id, cells } of rows) {
      const row = element("tr", this.body);
      row.dataset.id = id;
      const current = id === chosen;
      if (current) row.setAttribute("aria-current", "true");
      columns.forEach(({ name, number }, i) => {
        const none = cells[i] === null;
        const cell = element("td", row, { className: [name, number && "number", none && "none"].filter(Boolean).join(" ") });
        const text = none ? "–" : String(cells[i]);
        if (name === opener) element("button", cell, { type: "button", tabIndex: -1, textContent: text, ariaDescription: current ? words.again : null });
        else cell.textContent = text;
        if (none) cell.setAttribute("aria-label", words.none);
      });
    }
  }

  foot() {
    const { page, size, total, words } = this.data;
    this.find(".pages").hidden = total <= size;
    const number = (value) => value.toLocaleString(this.data.language);
    const [first, last] = [page * size + 1, Math.min((page + 1) * size, total)].map(number);
    const where = fill(words.where, { first, last, total: number(total) });
    if (this.find(".where").textContent !== where) this.find(".where").textContent = where;
    for (const name of ["first", "back"]) this.find(`.pages .${name}`).disabled = page <= 0;
    for (const name of ["on", "last"]) this.find(`.pages .${name}`).disabled = page >= this.pages() - 1;
  }

  // The first Enter chooses, so that the arrows may go on; one more, on the row chosen, goes to read it.
  choose(row, byKey) {
    if (!row) return;
    const head = byKey && row.dataset.id === this.data.chosen && document.querySelector(DETAILS + " .strike-head");
    if (!head) return void this.send("asked", { choose: row.dataset.id });
    head.tabIndex = -1;
    head.focus();
  }

  comeBack(event) {
    if (event.key !== "Escape" || event.defaultPrevented || !event.target.closest?.(DETAILS) || !this.root.isConnected) return;
    this.walkTo(this.row(this.data.chosen), true);
  }

  // The rows are one stop of the Tab key; arrows walk over them.
  walkTo(row, focus) {
    for (const button of this.body.querySelectorAll("button")) button.tabIndex = -1;
    const button = row?.querySelector("button");
    if (!button) return;
    button.tabIndex = 0;
    if (focus) button.focus({ preventScroll: true });
  }

  key(event) {
    const row = event.target.closest("tr");
    const rows = [...this.body.children];
    const at = rows.indexOf(row);
    const wanted = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (wanted === undefined || !rows[wanted]) return;
    event.preventDefault();
    this.walkTo(rows[wanted], true);
    this.show(rows[wanted]);
  }

  // Scrolls within the table only: the page stays where the reader has it.
  show(row) {
    if (!row) return;
    const frame = this.find(".frame");
    const head = this.find("thead").offsetHeight;
    const top = row.offsetTop - head;
    const bottom = row.offsetTop + row.offsetHeight - frame.clientHeight;
    if (frame.scrollTop > top) frame.scrollTop = top;
    else if (frame.scrollTop < bottom) frame.scrollTop = bottom;
  }
}

const tables = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!tables.has(parentElement)) tables.set(parentElement, new Table(parentElement));
  tables.get(parentElement).take(data, setTriggerValue);
}
