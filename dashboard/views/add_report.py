"""Adding a report: paste or drop a text, see what is read from it, and only then save it."""

from datetime import date

import streamlit as st

from dashboard.errors import StrikemapError
from dashboard.pipeline import add_report, read_report
from dashboard.reports import Draft, parse, read_draft, read_folder, same_text
from dashboard.views import report_text, wording
from dashboard.views.data import Data
from dashboard.views.told import told
from dashboard.views.tongue import _, n_

FIELDS = ("add_body", "add_title", "add_source", "add_url", "add_published", "add_language")


def show(data: Data) -> None:
    """Draws the form and, once a text was read, what was found in it."""
    if data.settings.public:
        return
    if st.session_state.pop("added", False):
        for field in FIELDS:
            st.session_state.pop(field, None)
    left, right = st.columns([1, 1.1], gap="medium")
    with left:
        _form()
    with right, st.container(key="preview"):
        draft = st.session_state.get("draft")
        if draft is None:
            st.html(f'<p class="hint">{_(wording.ADD_HINT)}</p>')
        else:
            _preview(data, draft)


def _form() -> None:
    upload = st.session_state.get("upload_number", 0)
    st.file_uploader(
        _("Drop a .txt or .md file, or fill in the form"),
        type=["txt", "md"],
        key=f"upload_{upload}",
        on_change=_take_file,
        args=(f"upload_{upload}",),
    )
    if message := st.session_state.pop("upload_message", None):
        st.error(wording.as_label(message))
    with st.form("add", border=False):
        st.text_area(_("Text of the report"), key="add_body", height=260, max_chars=200_000)
        st.text_input(_("Title"), key="add_title", max_chars=300)
        first, second = st.columns(2)
        first.text_input(_("Source"), key="add_source", placeholder=_("who published it"), max_chars=200)
        st.session_state.setdefault("add_published", None)
        second.date_input(
            _("Publication date (required)"), key="add_published", format="YYYY-MM-DD", help=_(wording.WHY_PUBLISHED)
        )
        third, fourth = st.columns(2)
        third.text_input(_("Address"), key="add_url", placeholder="https://…", max_chars=2000)
        fourth.selectbox(
            _("Language"),
            ["", *wording.LANGUAGES],
            key="add_language",
            format_func=lambda code: wording.LANGUAGES.get(code, code) or _(wording.NOT_STATED),
        )
        if st.form_submit_button(_("Show what is read from it"), type="primary"):
            _read_form()


def _take_file(key: str) -> None:
    """A dropped file fills the form; what it does not say is left to be filled in."""
    file = st.session_state.get(key)
    if file is None:
        return
    try:
        report = parse(file.getvalue().decode("utf-8-sig"), "dropped file", name=file.name)
    except UnicodeDecodeError:
        st.session_state.upload_message = _("{name} is not UTF-8; save it with that encoding.", name=file.name)
        return
    except StrikemapError as error:
        st.session_state.upload_message = told(str(error))
        return
    st.session_state.add_body = report.body
    st.session_state.add_title = report.title or ""
    st.session_state.add_source = report.source or ""
    st.session_state.add_url = report.url or ""
    st.session_state.add_published = report.published
    st.session_state.add_moment = report.published_at
    st.session_state.add_language = report.language if report.language in wording.LANGUAGES else ""


def _read_form() -> None:
    body = st.session_state.add_body or ""
    published: date | None = st.session_state.add_published
    if not body.strip():
        st.error(_("There is no text yet: paste the report, or drop its file."))
        return
    if published is None:
        st.error(f"{_('Say when it was published.')} {_(wording.WHY_PUBLISHED)}")
        return
    moment = st.session_state.get("add_moment")
    st.session_state.draft = Draft(
        body=body,
        title=st.session_state.add_title.strip() or None,
        published=moment if moment and moment.date() == published else published,
        source=st.session_state.add_source.strip() or None,
        url=st.session_state.add_url.strip() or None,
        language=st.session_state.add_language or None,
    )


def _preview(data: Data, draft: Draft) -> None:
    try:
        report = read_draft(draft)
        found = read_report(data.settings, report)
    except StrikemapError as error:
        st.error(wording.as_label(told(str(error))))
        return
    twin = same_text(draft.body, read_folder([data.settings.reports])[0])
    strikes = len(found.accounts)
    if twin:
        st.warning(_(wording.TWIN))
        st.page_link(
            st.session_state.reports_page,
            label=_("Open that report"),
            icon=":material/article:",
            query_params={"report": twin},
        )
    else:
        st.markdown(
            n_(
                "**{n} strike found.** Nothing is saved yet.",
                "**{n} strikes found.** Nothing is saved yet.",
                strikes,
            )
        )
        with st.container(horizontal=True, key="decide"):
            if st.button(
                _("Add it to the map") if strikes else _("Add it all the same"), type="primary", key="add_yes"
            ):
                _save(data, draft, strikes)
            if st.button(_("Discard"), key="add_no"):
                _forget()
                st.rerun()
    st.html(report_text.heading(report))
    for account in found.accounts:
        st.html(report_text.account_line(account))
    if not found.accounts:
        st.caption(_(wording.NO_STRIKE_IN_IT))
    st.html(report_text.text(report, found.accounts, found.mentions) + report_text.marks_legend())


def _save(data: Data, draft: Draft, strikes: int) -> None:
    try:
        report_id, _ = add_report(data.settings, draft)
    except StrikemapError as error:
        st.error(_("It was not added: {reason}", reason=wording.as_label(told(str(error)))))
        return
    _forget()
    st.session_state.report = report_id
    st.session_state.reports_message = wording.ADDED if strikes else wording.ADDED_WITHOUT
    st.session_state.show_list = True
    st.rerun()


def _forget() -> None:
    """Empties form and uploader; widgets can only be emptied before they are drawn again."""
    st.session_state.draft = None
    st.session_state.added = True
    st.session_state.add_moment = None
    st.session_state.upload_number = st.session_state.get("upload_number", 0) + 1
