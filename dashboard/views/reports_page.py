"""The Reports page: every report with its words marked, and, unless the page is public, adding and removing."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.errors import StrikemapError
from dashboard.pipeline import remove_report
from dashboard.views import add_report, look, report_text, state, wording
from dashboard.views.data import Data, current
from dashboard.views.told import told
from dashboard.views.tongue import N_, Labels, _

LIST, ADD = "list", "add"
PARTS = Labels({LIST: N_("All reports"), ADD: N_("Add a report")})


def show() -> None:
    """Draws the list and one report, or the form that adds one."""
    look.apply()
    state.leave()
    data = current()
    if "report" not in st.session_state or "report" in st.query_params:
        st.session_state.report = st.query_params.get("report")
    if data.settings.public:
        _list(data)
        return
    if st.session_state.pop("show_list", False) or not st.session_state.get("reports_part"):
        st.session_state.reports_part = LIST
    part = st.segmented_control(
        _("Reports"),
        [LIST, ADD],
        key="reports_part",
        format_func=PARTS.__getitem__,
        label_visibility="collapsed",
    )
    if part == ADD:
        add_report.show(data)
    else:
        _list(data)


def _list(data: Data) -> None:
    if message := st.session_state.pop("reports_message", None):
        st.success(_(message))
    if not data.reports:
        st.info(_(wording.NO_REPORTS_HERE))
        return
    left, right = st.columns([1, 1.25], gap="medium")
    with left:
        _table(data)
    with right, st.container(key="report"):
        _one(data)


def _table(data: Data) -> None:
    rows = [
        {
            _("Published"): None if report.published is None else str(report.published),
            _("Title"): report.title or report.report_id,
            _("Source"): report.source,
            _("Strikes"): report.accounts,
        }
        for report in data.reports
    ]
    counts = data.counts
    parts = [wording.many(counts.reports, "report")]
    if counts.without_strike:
        parts.append(_("{n} without a strike", n=counts.without_strike))
    if data.skipped:
        parts.append(wording.could_not_be_read(len(data.skipped), "file"))
    st.markdown(f"**{'; '.join(parts)}**")
    ids = [report.report_id for report in data.reports]
    chosen = st.session_state.report
    if st.session_state.get("reports_shown") != (chosen, len(ids)):
        st.session_state.reports_shown = (chosen, len(ids))
        st.session_state.reports_number = st.session_state.get("reports_number", 0) + 1
    key = f"reports_{st.session_state.reports_number}"
    with st.container(key="reports"):
        st.dataframe(
            pd.DataFrame(rows),
            key=key,
            hide_index=True,
            height=min(640, 36 * (len(rows) + 1) + 2),
            selection_mode=["single-row", "single-cell"],
            selection_default={"selection": {"rows": [ids.index(chosen)] if chosen in ids else []}},
            on_select=lambda: _take(key, ids),
            column_config={
                _("Published"): st.column_config.TextColumn(width=95),
                _("Title"): st.column_config.TextColumn(width=245),
                _("Source"): st.column_config.TextColumn(width=125),
                _("Strikes"): st.column_config.NumberColumn(width=60),
            },
        )
    if data.skipped:
        st.write(_("**Files that could not be read**"))
        st.dataframe(
            pd.DataFrame({_("File"): [s.name for s in data.skipped], _("Reason"): [s.reason for s in data.skipped]}),
            hide_index=True,
        )


def _take(key: str, ids: list[str]) -> None:
    selection = st.session_state[key]["selection"]
    touched = [cell[0] for cell in selection["cells"]] + list(selection["rows"])
    before = ids.index(st.session_state.report) if st.session_state.report in ids else None
    row = next((row for row in touched if row != before), before if touched else None)
    _choose(ids[row] if row is not None else None)
    st.session_state.reports_shown = (st.session_state.report, len(ids))


def _choose(report_id: str | None) -> None:
    st.session_state.report = report_id
    if report_id:
        st.query_params["report"] = report_id
    else:
        st.query_params.pop("report", None)


def _one(data: Data) -> None:
    chosen = st.session_state.report
    report = data.store.report(chosen) if chosen else None
    if report is None:
        st.html(f'<p class="hint">{escape(_(wording.REPORT_GONE if chosen else wording.NO_REPORT_CHOSEN))}</p>')
        return
    accounts = data.store.accounts_of(report.report_id)
    st.html(report_text.heading(report))
    if not accounts:
        st.caption(_(wording.NO_STRIKE_IN_IT))
    strikes = data.store.strike_ids_of(report.report_id)
    for account in accounts:
        with st.container(horizontal=True, vertical_alignment="center", key=f"account_{account.account_id}"):
            st.html(report_text.account_line(account))
            st.page_link(
                st.session_state.map_page,
                label=_("On the map"),
                icon=":material/location_on:",
                query_params={"strike": strikes[account.account_id]},
                width="content",
            )
    st.html(report_text.text(report, accounts, data.store.mentions_of(report.report_id)) + report_text.marks_legend())
    if not data.settings.public:
        _removal(data, report.report_id)


def _removal(data: Data, report_id: str) -> None:
    """Asks first, right where the reader is, and removes then."""
    with st.popover(_("Remove this report"), icon=":material/delete:", type="tertiary", key="remove"):
        st.write(_(wording.REMOVE_QUESTION))
        yes = st.button(_("Remove it"), type="primary", key="remove_yes")
    if not yes:
        return
    try:
        remove_report(data.settings, report_id)
    except StrikemapError as error:
        st.error(_("It was not removed: {reason}", reason=wording.as_label(told(str(error)))))
    else:
        st.session_state.reports_message = wording.REMOVED
        _choose(None)
        st.rerun()
