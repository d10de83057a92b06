"""Dates of a sentence as one line of text, to compare with what a table of cases expects."""

from datetime import date

from dashboard.extract.dates import DateReading, find_dates


def read(sentence: str, published: date) -> str:
    """Each phrase with its first and last day ("?" where unknown), joined by "; "."""
    return "; ".join(_shown(reading) for reading in find_dates(sentence, published))


def _shown(reading: DateReading) -> str:
    days = {str(day) if day else "?": None for day in (reading.date_start, reading.date_end)}
    return f"{reading.phrase} = {'/'.join(days)}"
