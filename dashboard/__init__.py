"""Strikemap: published reports of strikes, read, placed and shown on a map that leads back to their words."""

__version__ = "0.1.0"
