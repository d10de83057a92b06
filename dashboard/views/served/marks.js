// Hands what is to be drawn to the map in its frame, at once: a layer of streamlit-folium is a script to be compiled
// for each change.

const words = new TextDecoder();
const newest = { here: null, drawn: null };

function give() {
  const map = document.querySelector(".st-key-map iframe")?.contentWindow?.strikemap;
  if (newest.here?.isConnected && map?.state.map) map.draw(newest.drawn);
}

window.addEventListener("strikemap", give); // a map that has just been made asks for its marks

export default function ({ parentElement, data }) {
  Object.assign(newest, { here: parentElement, drawn: JSON.parse(words.decode(data)) });
  give();
}
