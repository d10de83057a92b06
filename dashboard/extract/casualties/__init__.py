"""How many a text says were killed, injured or are missing: `find_casualties(text)` gives the figures."""

from dashboard.extract.casualties.figures import Figure, find_casualties

__all__ = ["Figure", "find_casualties"]
