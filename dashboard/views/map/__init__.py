"""The map: strikes as marks, by region or as a density, on a base map that needs no network."""
