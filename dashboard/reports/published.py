"""Reads the publication date of a report."""

import re
from datetime import date, datetime

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_published(text: str) -> tuple[date, datetime | None]:
    """The day in the publisher's own zone, and the moment where a time with a zone is stated.

    Reads "2025-07-04", "2025-07-04T07:45:00+01:00", "2025-07-04 06:45Z". A time without a zone is no moment: its day
    alone is kept. Raises ValueError for anything else.
    """
    text = text.strip()
    if not DAY.match(text):
        raise ValueError(f"{text!r} is no date")
    if DAY.fullmatch(text):
        return date.fromisoformat(text), None
    moment = datetime.fromisoformat(text)
    return moment.date(), moment if moment.tzinfo else None
