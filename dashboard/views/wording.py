"""Every word of the page: labels of values, precision and dates in words, and the sentences of the views."""

import re
from collections.abc import Mapping

import pandas as pd

from dashboard.columns import UNPLACED
from dashboard.store import Counts

NOT_STATED = "not stated"
INFERRED = "from the context"

TYPES = {
    "drone": "Drone",
    "missile": "Missile",
    "airstrike": "Airstrike",
    "shelling": "Shelling",
    "mixed": "Mixed",
    "other": "Other or unknown",
}
STATUSES = {
    "confirmed": "Confirmed",
    "claimed": "Claimed",
    "unconfirmed": "Unconfirmed",
    "disputed": "Disputed",
}
STATUS_MEANINGS = {
    "confirmed": "stated as fact by the authority in control of the place, by both sides, or by the report",
    "claimed": "only one side says so",
    "unconfirmed": "media or witnesses only",
    "disputed": "the other side denies it",
}
PRECISIONS = {
    "site": "Exact site",
    "settlement": "Town or village",
    "district": "City district",
    "raion": "District (raion)",
    "admin1": "Region",
    "country": "Country only",
    UNPLACED: "No place found",
}
PRECISION_SENTENCES = {
    "site": "the site itself",
    "settlement": "the town or village, not the spot within it",
    "district": "the city district, not the spot within it",
    "raion": "the raion, not the spot within it",
    "admin1": "the region only",
    "country": "the country only: no marker on the map",
}
DATE_PRECISIONS = {1: "a single day", 2: "two to six days", 3: "about a week", 4: "a month", 5: "a year"}

# How the parts of a quotation are named: field of an account -> what its highlighted words tell.
FIELDS = {
    "date": "When",
    "place": "Where",
    "strike_type": "What",
    "attacker": "By whom",
    "killed": "Killed",
    "injured": "Injured",
    "status": "Status",
    "claimed_by": "Who says so",
    "mention": "Place only named",
}

LANGUAGES = {"en": "English", "uk": "Ukrainian", "ru": "Russian"}

NO_REPORTS_HERE = "No report has been read yet. Choose “Add a report” to paste the first."
NO_REPORT_CHOSEN = "Choose a report to read its text, with the words marked that its strikes were read from."
REPORT_GONE = "The report this link names is not here any more; it may have been removed."
NO_STRIKE_IN_IT = "No strike was read from this text."
REMOVE_QUESTION = "Remove this report, and the strikes that only it tells of, from the map? Its file is deleted."
REMOVED = "The report was removed; the map no longer has it."
ADDED = "The report was added; its strikes are on the map."
ADDED_WITHOUT = "The report was added; no strike was read from it, so the map shows nothing new."
ADD_HINT = "Before anything is saved, the strikes found in the text are shown here, marked in its words."
WHY_PUBLISHED = "“On Thursday” and “overnight” are read against this day; without it they stay unknown."
TWIN = "This text is here already, so it cannot be added a second time."

NO_PUBLICATION_DATES = "No report states when it was published."
NOT_MEASURED = "Not measured yet. Run **strikemap evaluate** on a folder of annotated reports; the result stands here."
HOW_MEASURED = (
    "Annotated reports are texts in which people have marked every strike. *Found* is the share of their strikes that "
    "the program finds; *right* is the share of its strikes that people found too. A *record* is a strike "
    "whose date, precision, type, killed and injured are all right. Later columns are shares of the strikes found."
)
MEASURED_FIELDS = {
    "date": "Date",
    "strike_type": "Type",
    "attacker": "Attacker",
    "killed": "Killed",
    "injured": "Injured",
    "status": "Status",
    "quote": "Quote",
}
METHOD = (
    "Rules over the words of a report find what was struck, where, when and with what harm; no network and no trained "
    "model is asked. Every value keeps the words it was read from: hover over them on the Reports page for the rule. "
    "Rules err, most often where one sentence tells of several places, where a text only alludes to a strike, and in "
    "layouts they have not met. What no report in the folder tells is not on the map: this is a record of what was "
    "published, and no count of all strikes."
)

NO_STORE = "There is no data yet. Run **strikemap build**, then open this page again."
NO_REPORTS = "No report has been read yet. Add one on the Reports page; its strikes appear here at once."
NO_MATCH = "No strike matches these filters. Widen the dates, or remove a filter."
APART = "Same place, same days, told as another strike ({kind})"
COMES_APART = "a click comes nearer, until they part"
NOTHING_CHOSEN = "Choose a strike on the map or in the table to read what is known of it, and who says so."
IGNORED = "This part of the link means nothing here and was set aside: {parts}"
GONE = "The strike this link names is not in the data any more. The reports may have been removed or corrected."
FILTERED_OUT = "This strike is outside the filters, so it is not on the map."
TIMELINE: Mapping[str, object] = {
    "per": {"day": "Strikes per day", "week": "Strikes per week", "month": "Strikes per month"},
    "summary": {
        "day": "Strikes per day, {from} to {to}. Most: {most}",
        "week": "Strikes per week, {from} to {to}. Most: {most}",
        "month": "Strikes per month, {from} to {to}. Most: {most}",
    },
    "chosen": "{from} to {to}, {days} days",
    "span": "{from} to {to}",
    "night": "Night of {from} to {to}",
    "from": "First day",
    "to": "Last day",
    "earlier": "The same length of time before",
    "later": "The same length of time after",
    "play": "Play: let the dates walk from first to last",
    "pause": "Pause",
    "speed": "Speed",
    "hatched": "Hatched: dated over a longer time, shared evenly among the bars",
    "nights": "Shaded: nights, with the strikes of one night",
}
TABLE = {
    "label": "Table of the strikes",
    "first": "First rows",
    "back": "Rows before",
    "on": "Rows after",
    "last": "Last rows",
    "where": "{first} to {last} of {total}",
    "none": NOT_STATED,
}
EMPTY_IS_UNKNOWN = "A dash is not stated, not zero"
CAVEAT = (
    "A record of published reports on past events: incomplete by nature, and no live tracker. "
    "Figures are those of the reports named; unknown is never counted as zero."
)


def day(value: object) -> str | None:
    """A date as "3 July 2025"; `None` for no date."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # any value of a frame
        return None
    moment = pd.Timestamp(value)  # type: ignore[arg-type]
    return f"{moment.day} {moment:%B %Y}"


def interval(start: object, end: object) -> str:
    """One day or an interval in words, "3 to 4 July 2025"; "not stated" without either end."""
    first, last = day(start), day(end)
    if first is None or last is None or first == last:
        return first or last or NOT_STATED
    for shared in (first.split(" ", 1)[1], first.rsplit(" ", 1)[1]):  # "July 2025", else "2025"
        if last.endswith(shared):
            return f"{first.removesuffix(' ' + shared)} to {last}"
    return f"{first} to {last}"


def how_exact(start: object, end: object, precision: object) -> str:
    """How exact a date is: "one night" for a day's precision over two dates; "" where nothing is known."""
    if precision is None or pd.isna(precision):  # type: ignore[call-overload]
        return ""
    if precision == 1 and start != end:
        return "one night"
    return DATE_PRECISIONS.get(int(precision), "")  # type: ignore[call-overload]


def short_interval(start: object, end: object) -> str:
    """The same for a table cell, sortable as text: "2025-07-03 – 04"; "" without a date."""
    if pd.isna(start) and pd.isna(end):  # type: ignore[call-overload]
        return ""
    first = pd.Timestamp(start if not pd.isna(start) else end)  # type: ignore[arg-type, call-overload]
    last = pd.Timestamp(end if not pd.isna(end) else start)  # type: ignore[arg-type, call-overload]
    if first == last:
        return f"{first:%Y-%m-%d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m-%d} – {last:%d}"
    return f"{first:%Y-%m-%d} – {last:%m-%d}" if first.year == last.year else f"{first:%Y-%m-%d} – {last:%Y-%m-%d}"


def radius(metres: object) -> str | None:
    """An uncertainty radius as "within about 4 km"; `None` where there is none."""
    if metres is None or pd.isna(metres):  # type: ignore[call-overload]
        return None
    value = float(metres)  # type: ignore[arg-type]
    if value <= 0:
        return None
    if value < 1000:
        return f"within about {value:.0f} m"
    kilometres = f"{value / 1000:.1f}".removesuffix(".0") if value < 10_000 else f"{value / 1000:.0f}"
    return f"within about {kilometres} km"


def number(value: object, low: object = None, high: object = None) -> str:
    """A stated figure with its range where that says more; "not stated" for none."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        stated = [("at least", low), ("at most", high)]
        words = [f"{word} {int(v)}" for word, v in stated if v is not None and not pd.isna(v)]  # type: ignore[call-overload]
        return ", ".join(words) or NOT_STATED
    best = int(value)  # type: ignore[call-overload]
    ends = [None if v is None or pd.isna(v) else int(v) for v in (low, high)]  # type: ignore[call-overload]
    if ends[0] == best and ends[1] is None:
        return f"{best} or more"
    if None in ends or ends[0] == ends[1]:
        return str(best)
    return f"{best} ({ends[0]} to {ends[1]})"


def place_of(place: object, precision: object) -> str:
    """A place's name for a heading, saying when it stands for a whole country or was not found."""
    if not isinstance(place, str) or not place:
        return "Place not found"
    return f"{place} (country)" if precision == "country" else place


def as_label(text: str) -> str:
    """Text for where Streamlit reads Markdown: every sign that could mean something is escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def many(number: int, one: str, more: str | None = None) -> str:
    """A number with its noun: "1 strike", "3 strikes"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def what_was_read(counts: Counts, sources: int) -> str:
    """One sentence of numbers: reports, sources, strikes, and what is left out."""
    read, told = many(counts.reports, "report"), many(counts.strikes, "strike")
    parts = [f"**{read}** of {many(sources, 'source')} tell of **{told}**"]
    if counts.without_strike:
        parts.append(f"{counts.without_strike} tell of none")
    if counts.skipped:
        parts.append(f"{many(counts.skipped, 'file')} could not be read")
    if counts.held_back:
        parts.append(f"{many(counts.held_back, 'strike')} held back by names without a place")
    if counts.country_only or counts.unplaced:
        parts.append(f"{many(counts.country_only + counts.unplaced, 'strike')} cannot be drawn at a point")
    return "; ".join(parts) + "."
