"""Every word of the page: labels of values, precision and dates in words, and the sentences of the views."""

import re
from typing import Literal

import pandas as pd

from dashboard.filters.columns import UNPLACED
from dashboard.store import Counts
from dashboard.views import tongue
from dashboard.views.tongue import N_, NN_, Labels, _, n_

NOT_STATED = N_("not stated")
INFERRED = N_("from the context")

TYPES = Labels(
    {
        "drone": N_("Drone"),
        "missile": N_("Missile"),
        "airstrike": N_("Airstrike"),
        "shelling": N_("Shelling"),
        "mixed": N_("Mixed"),
        "other": N_("Other or unknown"),
    }
)
STATUSES = Labels(
    {
        "confirmed": N_("Confirmed"),
        "claimed": N_("Claimed"),
        "unconfirmed": N_("Unconfirmed"),
        "disputed": N_("Disputed"),
    }
)
STATUS_MEANINGS = Labels(
    {
        "confirmed": N_("stated as fact by the authority in control of the place, by both sides, or by the report"),
        "claimed": N_("only one side says so"),
        "unconfirmed": N_("media or witnesses only"),
        "disputed": N_("the other side denies it"),
    }
)
PRECISIONS = Labels(
    {
        "site": N_("Exact site"),
        "settlement": N_("Town or village"),
        "district": N_("City district"),
        "raion": N_("District (raion)"),
        "admin1": N_("Region"),
        "country": N_("Country only"),
        UNPLACED: N_("No place found"),
    }
)
PRECISION_SENTENCES = Labels(
    {
        "site": N_("the site itself"),
        "settlement": N_("the town or village, not the spot within it"),
        "district": N_("the city district, not the spot within it"),
        "raion": N_("the raion, not the spot within it"),
        "admin1": N_("the region only"),
        "country": N_("the country only: no marker on the map"),
    }
)
DATE_PRECISIONS = {
    1: N_("a single day"),
    2: N_("two to six days"),
    3: N_("about a week"),
    4: N_("a month"),
    5: N_("a year"),
}

# How the parts of a quotation are named: field of an account -> what its highlighted words tell.
FIELDS = Labels(
    {
        "date": N_("When"),
        "place": N_("Where"),
        "strike_type": N_("What"),
        "attacker": N_("By whom"),
        "killed": N_("Killed"),
        "injured": N_("Injured"),
        "status": N_("Status"),
        "claimed_by": N_("Who says so"),
        "mention": N_("Place only named"),
    }
)

LANGUAGES = Labels({"en": N_("English"), "uk": N_("Ukrainian"), "ru": N_("Russian")})

NO_REPORTS_HERE = N_("No report has been read yet. Choose “Add a report” to paste the first.")
NO_REPORT_CHOSEN = N_("Choose a report to read its text, with the words marked that its strikes were read from.")
REPORT_GONE = N_("The report this link names is not here any more; it may have been removed.")
NO_STRIKE_IN_IT = N_("No strike was read from this text.")
REMOVE_QUESTION = N_("Remove this report, and the strikes that only it tells of, from the map? Its file is deleted.")
REMOVED = N_("The report was removed; the map no longer has it.")
ADDED = N_("The report was added; its strikes are on the map.")
ADDED_WITHOUT = N_("The report was added; no strike was read from it, so the map shows nothing new.")
ADD_HINT = N_("Before anything is saved, the strikes found in the text are shown here, marked in its words.")
WHY_PUBLISHED = N_("“On Thursday” and “overnight” are read against this day; without it they stay unknown.")
TWIN = N_("This text is here already, so it cannot be added a second time.")

PRESETS = Labels(
    {"all": N_("All"), "year": N_("Newest year"), "month": N_("Newest 30 days"), "week": N_("Newest 7 days")}
)

NO_PUBLICATION_DATES = N_("No report states when it was published.")
NOT_MEASURED = N_(
    "Not measured yet. Run **strikemap evaluate** on a folder of annotated reports; the result stands here."
)
HOW_MEASURED = N_(
    "Annotated reports are texts in which people have marked every strike. *Found* is the share of their strikes that "
    "the program finds; *right* is the share of its strikes that people found too. A *record* is a strike "
    "whose date, precision, type, killed and injured are all right. Later columns are shares of the strikes found."
)
MEASURED_FIELDS = Labels(
    {
        "date": N_("Date"),
        "strike_type": N_("Type"),
        "attacker": N_("Attacker"),
        "killed": N_("Killed"),
        "injured": N_("Injured"),
        "status": N_("Status"),
        "quote": N_("Quote"),
    }
)
METHOD = N_(
    "Rules over the words of a report find what was struck, where, when and with what harm; no network and no trained "
    "model is asked. Every value keeps the words it was read from: hover over them on the Reports page for the rule. "
    "Rules err, most often where one sentence tells of several places, where a text only alludes to a strike, and in "
    "layouts they have not met. What no report in the folder tells is not on the map: this is a record of what was "
    "published, and no count of all strikes."
)

NO_STORE = N_("There is no data yet. Run **strikemap build**, then open this page again.")
NO_REPORTS = N_("No report has been read yet. Add one on the Reports page; its strikes appear here at once.")
NO_MATCH = N_("No strike matches these filters. Widen the dates, or remove a filter.")
APART = N_("Same place, same days, told as another strike ({kind})")
COMES_APART = N_("a click comes nearer, until they part")
NOTHING_CHOSEN = Labels(  # by what the map shows
    {
        "marks": N_("Choose a strike on the map or in the table to read what is known of it, and who says so."),
        "regions": N_("Choose a region to see only its strikes, or a strike in the table to read what is known of it."),
        "heat": N_("Choose a strike in the table to read what is known of it, and who says so."),
    }
)
IGNORED = N_("This part of the link means nothing here and was set aside: {parts}")
GONE = N_("The strike this link names is not in the data any more. The reports may have been removed or corrected.")
FILTERED_OUT = N_("This strike is outside the filters, so it is not on the map.")
NOUNS = {
    "strike": NN_("{n} strike", "{n} strikes"),
    "report": NN_("{n} report", "{n} reports"),
    "source": NN_("{n} source", "{n} sources"),
    "file": NN_("{n} file", "{n} files"),
    "place": NN_("{n} place", "{n} places"),
    "mention": NN_("{n} mention", "{n} mentions"),
}
EMPTY_IS_UNKNOWN = N_("A dash is not stated, not zero")
CAVEAT = N_(
    "A record of published reports on past events: incomplete by nature, and no live tracker. "
    "Figures are those of the reports named; unknown is never counted as zero."
)


def day(value: object) -> str | None:
    """A date as "3 July 2025"; `None` for no date."""
    if value is None or pd.isna(value):  # type: ignore[call-overload]  # any value of a frame
        return None
    return tongue.day(pd.Timestamp(value).date())  # type: ignore[arg-type]


def interval(start: object, end: object) -> str:
    """One day or an interval in words, "3 to 4 July 2025"; "not stated" without either end."""
    first, last = day(start), day(end)
    if first is None or last is None or first == last:
        return first or last or _(NOT_STATED)
    for shared in (first.split(" ", 1)[1], first.rsplit(" ", 1)[1]):  # "July 2025", else "2025"
        if last.endswith(shared):
            first = first.removesuffix(" " + shared)
            break
    return _("{first} to {last}", first=first, last=last)


def published(when: object) -> str:
    """When a report was published."""
    told = day(when)
    return _("publication date not stated") if told is None else _("published {day}", day=told)


def how_exact(start: object, end: object, precision: object) -> str:
    """How exact a date is: "one night" for a day's precision over two dates; "" where nothing is known."""
    if precision is None or pd.isna(precision):  # type: ignore[call-overload]
        return ""
    if precision == 1 and start != end:
        return _("one night")
    known = DATE_PRECISIONS.get(int(precision))  # type: ignore[call-overload]
    return _(known) if known else ""


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
    length = distance(metres)
    return None if length is None else _("within about {length}", length=length)


def distance(metres: object) -> str | None:
    """A radius as "4 km"; `None` where there is none."""
    if metres is None or pd.isna(metres) or not float(metres) > 0:  # type: ignore[call-overload, arg-type]
        return None
    value = float(metres)  # type: ignore[arg-type]
    if value < 1000:
        return _("{length} m", length=round(value))
    return _("{length} km", length=tongue.number(round(value / 1000, 1) if value < 10_000 else round(value / 1000)))


def number(value: object, low: object = None, high: object = None) -> str:
    """A stated figure with its range where that says more; "not stated" for none."""
    best, least, most = (None if v is None or pd.isna(v) else int(v) for v in (value, low, high))  # type: ignore[call-overload]
    if best is None:
        words = [] if least is None else [_("at least {n}", n=least)]
        words += [] if most is None else [_("at most {n}", n=most)]
        return ", ".join(words) or _(NOT_STATED)
    if least == best and most is None:
        return _("{n} or more", n=best)
    if least is None or most is None or least == most:
        return tongue.number(best)
    return _("{best} ({low} to {high})", best=best, low=least, high=most)


def place_of(place: object, precision: object) -> str:
    """A place's name for a heading, saying when it stands for a whole country or was not found."""
    if not isinstance(place, str) or not place:
        return _("Place not found")
    return _("{place} (country)", place=place) if precision == "country" else place


def as_label(text: str) -> str:
    """Text for where Streamlit reads Markdown: every sign that could mean something is escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def many(number: int, noun: str) -> str:
    """A number with one of NOUNS: "1 strike", "3 strikes"."""
    return n_(*NOUNS[noun], number)


def could_not_be_read(number: int, noun: Literal["report", "file"]) -> str:
    """How many reports or files could not be read."""
    if noun == "report":
        return n_("{n} report could not be read", "{n} reports could not be read", number)
    return n_("{n} file could not be read", "{n} files could not be read", number)


def held_back(number: int) -> str:
    """How many strikes wait for a place."""
    return n_(
        "{n} strike held back by names without a place",
        "{n} strikes held back by names without a place",
        number,
    )


def what_was_read(counts: Counts, sources: int) -> str:
    """One sentence of numbers: reports, sources, strikes, and what is left out."""
    parts = [
        _(
            "**{reports}** of {sources} tell of **{strikes}**",
            reports=many(counts.reports, "report"),
            sources=many(sources, "source"),
            strikes=many(counts.strikes, "strike"),
        )
    ]
    if counts.without_strike:
        parts.append(_("{n} tell of none", n=counts.without_strike))
    if counts.skipped:
        parts.append(could_not_be_read(counts.skipped, "file"))
    if counts.held_back:
        parts.append(held_back(counts.held_back))
    if unmarked := counts.country_only + counts.unplaced:
        parts.append(n_("{n} strike cannot be drawn at a point", "{n} strikes cannot be drawn at a point", unmarked))
    return "; ".join(parts) + "."
