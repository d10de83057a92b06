"""Which days and times a text names: `find_dates(text, published)` gives the readings."""

from dashboard.extract.dates.readings import DateReading, find_dates, resolve

__all__ = ["DateReading", "find_dates", "resolve"]
