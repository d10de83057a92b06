// The buttons beside the map: the large view, all strikes, the chosen one.
"use strict";

strikemap.controls = (function () {
  const state = strikemap.state;
  // Drawn by us, so that no font of icons is needed: strokes in a square of 16.
  const ICONS = {
    large: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
    small: "M6 2.5V6H2.5M13.5 6H10V2.5M10 13.5V10h3.5M2.5 10H6v3.5",
    all: "M2.5 2.5h11v11h-11zM5.6 6.2v.01M10.2 5.4v.01M7.6 10.4v.01M11 9.8v.01",
    background: "M8 2 1.8 5.4 8 8.8l6.2-3.4L8 2zM2.2 8.6 8 11.8l5.8-3.2M2.2 11.4 8 14.6l5.8-3.2",
    mine: "M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M8 5.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z",
  };
  const buttons = {};

  function icon(name) {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.setAttribute("viewBox", "0 0 16 16");
    drawing.setAttribute("aria-hidden", "true");
    drawing.append(document.createElementNS(drawing.namespaceURI, "path"));
    drawing.firstChild.setAttribute("d", ICONS[name]);
    return drawing;
  }
  function dress(button, name) {
    button.replaceChildren(icon(name));
    button.title = state.options.words[name];
    button.setAttribute("aria-label", state.options.words[name]);
  }
  function button(bar, name, act) {
    const made = L.DomUtil.create("button", name, bar);
    made.type = "button";
    dress(made, name);
    made.addEventListener("click", act);
    buttons[name] = made;
  }

  // The large view is the page's own, so that the words of a strike can stand beside the map in it. Full screen comes
  // on top where the browser has it; where it has not, the view fills the window.
  const page = window.parent.document;
  const isLarge = () => page.body.classList.contains("map-large");
  function setLarge(on) {
    page.body.classList.toggle("map-large", on);
    dress(buttons.large, on ? "small" : "large");
    buttons.large.setAttribute("aria-pressed", String(on));
    if (on) page.documentElement.requestFullscreen?.().catch(() => {});
    else if (page.fullscreenElement) page.exitFullscreen();
  }
  function leave(event) {
    if (event.type === "keydown" ? event.key === "Escape" : !page.fullscreenElement) isLarge() && setLarge(false);
  }

  function prepare(map, options) {
    const bar = L.DomUtil.create("div", "leaflet-bar tools");
    L.DomEvent.disableClickPropagation(bar);
    button(bar, "large", () => setLarge(!isLarge()));
    if (options.fits) {
      for (const what of ["all", "mine"]) button(bar, what, () => strikemap.tell({ kind: "fit", what }));
    }
    const Tools = L.Control.extend({ onAdd: () => bar });
    new Tools({ position: "topleft" }).addTo(map);
    page.body.classList.remove("map-large"); // a map made anew starts small
    for (const place of [page, document]) place.addEventListener("keydown", leave);
    page.addEventListener("fullscreenchange", leave);
    window.addEventListener("pagehide", function () {
      page.removeEventListener("keydown", leave);
      page.removeEventListener("fullscreenchange", leave);
      page.body.classList.remove("map-large");
    });
  }

  return { prepare, dress, chosen: (some) => buttons.mine && (buttons.mine.disabled = !some) };
})();
