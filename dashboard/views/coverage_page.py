"""The Coverage page: what the map rests on, what was left out, and how well reading was when last measured."""

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from dashboard.errors import StrikemapError
from dashboard.measured import Measured, load
from dashboard.pipeline import reader_version
from dashboard.store import ReportLine
from dashboard.views import look, state, timeline, wording
from dashboard.views.data import Data, current

WITH, WITHOUT = "with a strike", "without one"
HEIGHT = 150
SHARE = st.column_config.NumberColumn(format="%.3f", width=80)
PERIODS: dict[timeline.Unit, str] = {"day": "D", "week": "W-SUN", "month": "M"}  # as pandas names them


def show() -> None:
    """Draws the page."""
    look.apply()
    state.leave()
    data = current()
    if not data.reports and not data.skipped:
        st.info(wording.NO_REPORTS_HERE)
        return
    with st.container(key="coverage"):
        st.markdown("#### What was read")
        st.markdown(wording.what_was_read(data.counts, len({report.source for report in data.reports})))
        _over_time(data.reports)
        left, right = st.columns([1, 1.25], gap="medium")
        with left:
            _sources(data.reports)
        with right:
            _left_out(data)
        st.markdown("#### How well it is read")
        _accuracy(data)
        st.markdown("#### How it is read")
        st.markdown(wording.METHOD)


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
        [(r.source or wording.NOT_STATED, r.accounts == 0, r.accounts, str(r.published or "")) for r in reports],
        columns=["Source", "empty", "told", "published"],
    )
    by_source = rows.groupby("Source")
    found = pd.DataFrame(
        {
            "Reports": by_source.size(),
            "Without a strike": by_source["empty"].sum(),
            "Strikes told of": by_source["told"].sum(),
            "From": by_source["published"].min(),
            "To": by_source["published"].max(),
        }
    )
    return found.reset_index().sort_values(["Reports", "Source"], ascending=[False, True], ignore_index=True)


def accuracy(results: Sequence[Measured], reader: str) -> pd.DataFrame:
    """A row per set of annotated reports: when it was measured, and the shares that were right, 0 to 1."""
    return pd.DataFrame(
        [
            {
                "Set": one.name,
                "Measured": str(one.day),
                "Rules": "as now" if one.reader == reader else "earlier ones",
                "Reports": one.reports,
                "Strikes": one.strikes,
                "Found": one.event[1],
                "Right": one.event[0],
                "Event F1": one.event[2],
                "Record F1": one.record[2],
                **{wording.MEASURED_FIELDS[field]: one.fields[field] for field in wording.MEASURED_FIELDS},
                "No strike: left empty": f"{one.left_empty} of {one.without_strike}",
            }
            for one in results
        ]
    )


def _over_time(reports: Sequence[ReportLine]) -> None:
    bars, unit = per_period(reports)
    if bars.empty:
        st.caption(wording.NO_PUBLICATION_DATES)
        return
    colours = alt.Scale(domain=[WITH, WITHOUT], range=["#3b8fd1", "#9aa4ae"])
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
            tooltip=[alt.Tooltip("start:T", format="%-d %b %Y"), "kind:N", "reports:Q"],
        )
        .configure_view(strokeWidth=0)
    )
    st.caption(f"Reports by {unit} of publication")
    st.altair_chart(chart, key="coverage_time")


def _sources(reports: Sequence[ReportLine]) -> None:
    st.markdown("**Sources**")
    sources = per_source(reports)
    st.dataframe(sources, key="coverage_sources", hide_index=True, height=min(360, 36 * (len(sources) + 1) + 2))


def _left_out(data: Data) -> None:
    """Texts of reports stand in tables here, where nothing of them is read as markup."""
    empty = [report for report in data.reports if not report.accounts]
    st.markdown(f"**Reports without a strike** ({len(empty)})")
    if empty:
        rows = {
            "Published": [str(report.published or "") for report in empty],
            "Title": [report.title or report.report_id for report in empty],
            "Open": [f"/reports?report={report.report_id}" for report in empty],
        }
        link = st.column_config.LinkColumn(display_text="read it", width=70)
        st.dataframe(
            pd.DataFrame(rows),
            key="coverage_empty",
            hide_index=True,
            height=min(220, 36 * (len(empty) + 1) + 2),
            column_config={"Open": link},
        )
    st.markdown(f"**Files that could not be read** ({len(data.skipped)})")
    if data.skipped:
        files = {"File": [one.name for one in data.skipped], "Reason": [one.reason for one in data.skipped]}
        st.dataframe(pd.DataFrame(files), key="coverage_failed", hide_index=True)


def _accuracy(data: Data) -> None:
    try:
        results = load(data.settings.measured)
    except StrikemapError as error:
        st.warning(wording.as_label(str(error)))
        return
    if not results:
        st.info(wording.NOT_MEASURED)
        return
    st.markdown(wording.HOW_MEASURED)
    table = accuracy(results, reader_version())
    shares = [column for column in table.columns if pd.api.types.is_float_dtype(table[column])]
    st.dataframe(table, key="coverage_accuracy", hide_index=True, column_config=dict.fromkeys(shares, SHARE))
