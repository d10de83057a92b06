"""The Coverage page: what the map rests on, what was left out, and how well reading was when last measured."""

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from dashboard.errors import StrikemapError
from dashboard.measured import Measured, load
from dashboard.pipeline import reader_version
from dashboard.store import ReportLine
from dashboard.views import look, state, timeline, tongue, wording
from dashboard.views.data import Data, current
from dashboard.views.told import told
from dashboard.views.tongue import N_, Labels, _

WITH, WITHOUT = "with", "without"
KINDS = Labels({WITH: N_("with a strike"), WITHOUT: N_("without one")})
PUBLICATION = Labels(
    {
        "day": N_("Reports by day of publication"),
        "week": N_("Reports by week of publication"),
        "month": N_("Reports by month of publication"),
    }
)
HEIGHT = 150
SHARE = st.column_config.NumberColumn(format="%.3f", width=80)
PERIODS: dict[timeline.Unit, str] = {"day": "D", "week": "W-SUN", "month": "M"}  # as pandas names them


def show() -> None:
    """Draws the page."""
    look.apply()
    state.leave()
    data = current()
    if not data.reports and not data.skipped:
        st.info(_(wording.NO_REPORTS_HERE))
        return
    with st.container(key="coverage"):
        st.markdown(_("#### What was read"))
        st.markdown(wording.what_was_read(data.counts, len({report.source for report in data.reports})))
        _over_time(data.reports)
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            _sources(data.reports)
        with right:
            _left_out(data)
        st.markdown(_("#### How well it is read"))
        _accuracy(data)
        st.markdown(_("#### How it is read"))
        st.markdown(_(wording.METHOD))


def per_period(reports: Sequence[ReportLine]) -> tuple[pd.DataFrame, timeline.Unit]:
    """Reports per day, week or month of publication: `start`, `end` (exclusive), `kind`, `reports`, and the unit."""
    dated = [(report.published, WITH if report.accounts else WITHOUT) for report in reports if report.published]
    days = [day for day, _ in dated]
    unit = timeline.unit_for(min(days), max(days)) if days else "day"
    frame = pd.DataFrame(dated, columns=["day", "kind"])
    period = pd.to_datetime(frame["day"]).dt.to_period(PERIODS[unit])
    frame = frame.assign(start=period.dt.start_time, end=period.dt.end_time.dt.ceil("D"))
    return frame.groupby(["start", "end", "kind"]).size().rename("reports").reset_index(), unit


def per_source(reports: Sequence[ReportLine]) -> pd.DataFrame:
    """A row per source: how many reports, of them without a strike, strikes told of, first and last publication."""
    rows = pd.DataFrame(
        [(r.source or _(wording.NOT_STATED), r.accounts == 0, r.accounts, str(r.published or "")) for r in reports],
        columns=["source", "empty", "told", "published"],
    )
    by_source = rows.groupby("source")
    found = pd.DataFrame(
        {
            _("Reports"): by_source.size(),
            _("Without a strike"): by_source["empty"].sum(),
            _("Strikes told of"): by_source["told"].sum(),
            _("From"): by_source["published"].min(),
            _("To"): by_source["published"].max(),
        }
    )
    sources = found.rename_axis(_("Source")).reset_index()
    return sources.sort_values([_("Reports"), _("Source")], ascending=[False, True], ignore_index=True)


def accuracy(results: Sequence[Measured], reader: str) -> pd.DataFrame:
    """A row per set of annotated reports: when it was measured, and the shares that were right, 0 to 1."""
    return pd.DataFrame(
        [
            {
                _("Set"): one.name,
                _("Measured"): str(one.day),
                _("Rules"): _("as now") if one.reader == reader else _("earlier ones"),
                _("Reports"): one.reports,
                _("Strikes"): one.strikes,
                _("Found"): one.event[1],
                _("Right"): one.event[0],
                _("Event F1"): one.event[2],
                _("Record F1"): one.record[2],
                **{wording.MEASURED_FIELDS[field]: one.fields[field] for field in wording.MEASURED_FIELDS},
                _("No strike: left empty"): _("{n} of {all}", n=one.left_empty, all=one.without_strike),
            }
            for one in results
        ]
    )


def _over_time(reports: Sequence[ReportLine]) -> None:
    bars, unit = per_period(reports)
    if bars.empty:
        st.caption(_(wording.NO_PUBLICATION_DATES))
        return
    bars = bars.assign(kind=bars["kind"].map(KINDS.__getitem__))
    colours = alt.Scale(domain=list(KINDS.values()), range=["#3b8fd1", "#9aa4ae"])
    chart = (
        alt.Chart(bars, height=HEIGHT)
        .mark_bar(binSpacing=1)
        .encode(
            x=alt.X("start:T", title=None, axis=alt.Axis(grid=False, labelOverlap=True)),
            x2="end:T",
            y=alt.Y("sum(reports):Q", title=None, axis=alt.Axis(tickMinStep=1, format="d", domain=False)),
            color=alt.Color(
                "kind:N",
                scale=colours,
                title=None,
                legend=alt.Legend(orient="top-left", direction="horizontal", offset=0),
            ),
            order=alt.Order("kind:N"),
            tooltip=[
                alt.Tooltip("start:T", format="%-d %b %Y", title=_("From")),
                alt.Tooltip("kind:N", title=_("Strikes")),
                alt.Tooltip("reports:Q", title=_("Reports")),
            ],
        )
        .configure_view(strokeWidth=0)
        .configure(locale=alt.Locale(time=_calendar()))
    )
    st.caption(PUBLICATION[unit])
    st.altair_chart(chart, key="coverage_time")


def _calendar() -> alt.TimeLocale:
    """Dates of the chart's axis in the language of this run."""
    locale = tongue.locale()
    months, days = locale.months["stand-alone"], locale.days["stand-alone"]
    sunday_first = [6, *range(6)]
    return alt.TimeLocale(
        dateTime="%-d %B %Y, %X",
        date="%d.%m.%Y",
        time="%H:%M:%S",
        periods=["AM", "PM"],
        days=[days["wide"][day] for day in sunday_first],
        shortDays=[days["abbreviated"][day] for day in sunday_first],
        months=[months["wide"][month] for month in range(1, 13)],
        shortMonths=[months["abbreviated"][month] for month in range(1, 13)],
    )


def _sources(reports: Sequence[ReportLine]) -> None:
    st.markdown(_("**Sources**"))
    sources = per_source(reports)
    st.dataframe(sources, key="coverage_sources", hide_index=True, height=min(360, 36 * (len(sources) + 1) + 2))


def _left_out(data: Data) -> None:
    """Texts of reports stand in tables here, where nothing of them is read as markup."""
    empty = [report for report in data.reports if not report.accounts]
    st.markdown(_("**Reports without a strike** ({n})", n=len(empty)))
    if empty:
        rows = {
            _("Published"): [str(report.published or "") for report in empty],
            _("Title"): [report.title or report.report_id for report in empty],
            _("Open"): [f"/reports?report={report.report_id}" for report in empty],
        }
        link = st.column_config.LinkColumn(display_text=_("read it"), width=70)
        st.dataframe(
            pd.DataFrame(rows),
            key="coverage_empty",
            hide_index=True,
            height=min(220, 36 * (len(empty) + 1) + 2),
            column_config={_("Open"): link},
        )
    st.markdown(_("**Files that could not be read** ({n})", n=len(data.skipped)))
    if data.skipped:
        files = {_("File"): [one.name for one in data.skipped], _("Reason"): [one.reason for one in data.skipped]}
        st.dataframe(pd.DataFrame(files), key="coverage_failed", hide_index=True)


def _accuracy(data: Data) -> None:
    try:
        results = load(data.settings.measured)
    except StrikemapError as error:
        st.warning(wording.as_label(told(str(error))))
        return
    if not results:
        st.info(_(wording.NOT_MEASURED))
        return
    st.markdown(_(wording.HOW_MEASURED))
    table = accuracy(results, reader_version())
    shares = [column for column in table.columns if pd.api.types.is_float_dtype(table[column])]
    st.dataframe(table, key="coverage_accuracy", hide_index=True, column_config=dict.fromkeys(shares, SHARE))
