"""Asks a service about names that no source of places has. Only `strikemap geocode` does; nothing else may."""
