// Asks for the scripts named in its address all at once: streamlit-folium would ask for each after the one before.
for (const href of document.currentScript.src.split("?")[1].split(",")) {
  document.body.append(Object.assign(document.createElement("link"), { rel: "preload", as: "script", href }));
}
