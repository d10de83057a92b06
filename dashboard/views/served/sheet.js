// On a phone: brings a strike just chosen into view right below the map, whose marks it does not cover.

const PHONE = "(max-width: 860px)"; // as in page.css
const LEAST = 90; // pixels of the sheet that must be seen; the head of the page covers fewer

const told = new WeakMap();

function bringIntoView() {
  const [map, head] = [".st-key-map", ".st-key-details .strike-head"].map((part) => document.querySelector(part));
  if (!map || !head) return;
  const [above, below] = [map, head].map((part) => part.getBoundingClientRect());
  if (above.top + above.height / 2 > LEAST && below.top + LEAST < window.innerHeight) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  map.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
}

export default function ({ parentElement, data }) {
  if (data.chosen && data.chosen !== told.get(parentElement) && window.matchMedia(PHONE).matches) {
    setTimeout(bringIntoView, 300); // once what stands beside it has been drawn
  }
  told.set(parentElement, data.chosen);
}
