// Hands what is to be drawn to the map in its frame, and what the reader does there to the page: at once, where a layer
// of streamlit-folium would be a script to be made and compiled for each change.

const words = new TextDecoder();
const newest = { here: null, drawn: null, send: null };

function give() {
  const map = document.querySelector(".st-key-map iframe")?.contentWindow?.strikemap;
  if (map?.state.map) map.draw(newest.drawn);
}

// From the map: what happened on it or, when it has just been made, nothing; then it wants its marks.
window.addEventListener("strikemap", ({ detail }) => {
  if (!newest.here?.isConnected) return; // a map of another page
  if (detail) newest.send("told", detail);
  else give();
});

export default function ({ parentElement, data, setTriggerValue }) {
  Object.assign(newest, { here: parentElement, drawn: JSON.parse(words.decode(data)), send: setTriggerValue });
  give();
}
