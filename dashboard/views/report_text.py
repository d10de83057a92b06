"""A report's text with the words that were read marked, and what was read from them, as HTML."""

from collections.abc import Sequence
from html import escape

from dashboard.marks import marks_of, mention_marks
from dashboard.records import Account, Mention, Part, Report
from dashboard.reports import safe_url
from dashboard.views import highlight, tongue, wording
from dashboard.views.tongue import _


def heading(report: Report) -> str:
    """Title, source with its link, publication date and language; what is not stated says so."""
    url = safe_url(report.url)
    source = escape(report.source or _("source not stated"))
    link = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{source}</a>' if url else source
    address = " · " + escape(_("address given: {url}", url=report.url)) if report.url and not url else ""
    day = wording.published(report.published)
    language = wording.LANGUAGES.get(report.language or "", report.language or _("language not stated"))
    title = escape(report.title or report.report_id)
    return f'<div class="report-head"><h3>{title}</h3><p>{link} · {escape(day)} · {escape(language)}{address}</p></div>'


def text(report: Report, accounts: Sequence[Account], mentions: Sequence[Mention]) -> str:
    """Title, where words of it were read, and body, all marked."""
    parts = []
    both: tuple[Part, Part] = ("title", "body")
    for part in both:
        marks = [mark for account in accounts for mark in marks_of(account, part)]
        marks += mention_marks(mentions, part)
        if part == "body" or marks:
            parts.append(f'<div class="{part}">{highlight.marked(report.text(part), marks)}</div>')
    return f'<div class="report-text">{"".join(parts)}</div>'


def marks_legend() -> str:
    """What the colours of marked words mean."""
    return (
        f'<p class="marks">{escape(_("Marked:"))} '
        + " ".join(
            f'<mark class="told told-{field}">{escape(name)}</mark>'
            for field, name in wording.FIELDS.items()
            if field != "claimed_by"
        )
        + "</p>"
    )


def account_line(account: Account) -> str:
    """One account in a sentence: what, where, when, how many, who, how sure."""
    place = wording.place_of(account.place, account.precision)
    killed = wording.number(account.killed, account.killed_low, account.killed_high)
    injured = wording.number(account.injured, account.injured_low, account.injured_high)
    by = (
        _("attacker not stated")
        if account.attacker == "unknown"
        else _("by {name}", name=tongue.side(account.attacker))
    )
    if account.attacker != "unknown" and "attacker" not in account.spans:
        by += f" ({_(wording.INFERRED)})"
    precision = wording.PRECISIONS.get(account.precision or "", _("no place found")).lower()
    facts = [
        _("date not stated") if account.date_start is None else wording.interval(account.date_start, account.date_end),
        _("killed {number}", number=killed),
        _("injured {number}", number=injured),
        by,
        wording.STATUSES.get(account.status, account.status).lower(),
        precision,
    ]
    kind = wording.TYPES.get(account.strike_type, account.strike_type)
    return f'<p class="read"><b>{escape(place)}</b> · {escape(kind)}<br><span>{escape(" · ".join(facts))}</span></p>'
