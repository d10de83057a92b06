"""Says on which day a time of day falls: of a night, or of a day and the night that follows it."""

from datetime import date, timedelta

from dashboard.extract.dates import DateReading, resolve
from dashboard.extract.dates.grammar import Shift
from dashboard.extract.strikes.draft import Interval, interval, overlap
from dashboard.extract.words.phrases import phrase

BEFORE_DAWN = ("night", "early")  # parts of a day that belong to the night before it
DAYTIME = ("early", "morning", "afternoon")  # parts of a day that are over before the night after it
EVENING = 18  # the hour at which that night begins
DAWN = 5  # the hour before which a clock time belongs to it, too
MORNING = 9  # the hour at which a summary of a day and a night begins and ends


def resolved(
    reading: DateReading, told: DateReading | None, night: Interval | None, published: date | None = None
) -> DateReading:
    """A reading with its days, where it counts from another day of the report: that told of, or the last night."""
    if reading.granularity == "night" and reading.shift == Shift():
        same = bool(phrase("very_same").search(reading.phrase))
        return resolve(reading, (night if same else None) or (night_of(told) if told else None))
    days = interval(told) if told else None
    if days and told and reading.granularity == "time" and is_of_a_day_and_night(told):
        first = reading.hour is not None and reading.hour >= MORNING
        first |= reading.hour is None and reading.part_of_day in ("afternoon", "evening")
        days = (days[0], days[0]) if first else (days[1], days[1])
    elif days and told and published and days[1] < published and _is_small_hours(reading) and _is_evening(told):
        days = days[1] + timedelta(days=1), days[1] + timedelta(days=1)  # "late on Friday ... At dawn"
    return resolve(reading, days)


def is_of_a_day_and_night(reading: DateReading) -> bool:
    """Whether days are those of a summary from one morning to the next: "the past 24 hours", "Thursday to Friday"."""
    days = interval(reading)
    return reading.granularity == "days" and days is not None and days[1] - days[0] == timedelta(days=1)


def _is_small_hours(reading: DateReading) -> bool:
    """Whether a bare time is one between midnight and dawn."""
    early = reading.part_of_day == "early" if reading.hour is None else reading.hour <= DAWN
    return reading.granularity == "time" and early


def _is_evening(reading: DateReading) -> bool:
    """Whether a day is told of with a time before midnight."""
    evening = reading.part_of_day == "evening" if reading.hour is None else reading.hour >= EVENING
    return reading.granularity in ("time", "day") and evening


def falls_into(time: DateReading, around: DateReading) -> bool:
    """Whether a time of day is one of the hours of a night, or of a day and a night, around it."""
    within = time.granularity == "time" and overlap(interval(time), interval(around))
    if around.granularity == "night":
        return within and around.date_start != around.date_end and (_is_small_hours(time) or _is_evening(time))
    return within and is_of_a_day_and_night(around)


def night_of(reading: DateReading) -> Interval | None:
    """The days of a reading, a day told of before dawn as the night to it."""
    days = interval(reading)
    dark = reading.part_of_day in BEFORE_DAWN or (reading.hour is not None and reading.hour < DAWN)
    if days and days[0] == days[1] and dark:
        return days[0] - timedelta(days=1), days[1]
    return days


def part(one: DateReading, other: DateReading) -> bool:
    """Whether two readings that share a day are of different times: two nights, a night and the day before it."""
    if one.granularity != "night":
        one, other = other, one
    if one.granularity != "night" or one.date_start == one.date_end or None in (one.date_start, other.date_start):
        return False
    if other.granularity == "night":
        return (one.date_start, one.date_end) != (other.date_start, other.date_end)
    if other.granularity != "day" or other.date_start != other.date_end:
        return False
    daytime = other.part_of_day in DAYTIME or (other.hour is not None and other.hour < EVENING)
    return other.date_start == one.date_start and (daytime or is_day_before(other))


def is_day_before(reading: DateReading) -> bool:
    """Whether words name a day by how long it was before another: "the previous day", "two days earlier"."""
    return reading.anchor == "reference" and reading.shift is not None and reading.shift.days < 0
