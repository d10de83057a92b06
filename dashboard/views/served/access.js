// Gives the page's language, names and roles to parts that Streamlit draws, and leads from the head to the table.

const TABLES = ".st-key-table, .st-key-places_rows, .st-key-reports, .st-key-coverage_sources";
const LATER = 150; // milliseconds: parts are drawn one after the other

// What stands in a component of ours is in its shadow, where one row is a stop of the Tab key.
function firstStop(table) {
  for (const part of [table, ...table.querySelectorAll("*")]) {
    const stop = part.shadowRoot?.querySelector("tbody button[tabindex='0']");
    if (stop) return stop;
  }
  return table.querySelector("canvas[tabindex], [tabindex='0']");
}

function skip(event) {
  event.preventDefault();
  const table = document.querySelector(TABLES);
  table?.scrollIntoView({ block: "nearest" });
  if (table) firstStop(table)?.focus();
}

function set(selector, attributes) {
  for (const part of document.querySelectorAll(selector)) {
    for (const [name, value] of Object.entries(attributes)) {
      if (part.getAttribute(name) !== value) part.setAttribute(name, value);
    }
  }
}

let words = null;
let waiting = null;

function name() {
  waiting = null;
  set("html", { lang: words.language });
  set(".st-key-map iframe", { title: words.map });
  set(".st-key-count .stMarkdown [data-testid=stMarkdownContainer]", { role: "status", "aria-live": "polite", "aria-atomic": "true" });
}

const watched = new WeakSet();

export default function ({ parentElement, data }) {
  words = data;
  const link = parentElement.querySelector(".skip");
  link.textContent = data.skip;
  name();
  if (watched.has(parentElement)) return;
  watched.add(parentElement);
  link.addEventListener("click", skip);
  new MutationObserver(() => (waiting ??= setTimeout(name, LATER))).observe(document.body, { childList: true, subtree: true });
}
