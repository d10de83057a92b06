"""One strike as HTML: its values with rule and dissent, and what each report says, its words marked."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.choose import ONLY_ACCOUNT
from dashboard.records import Account, Choice, Report, Strike
from dashboard.reports import safe_url
from dashboard.views import highlight, symbols, tongue, wording
from dashboard.views.told import told
from dashboard.views.tongue import _

UNKNOWN = ("other", "unknown")  # values that state nothing, so nothing must be shown for them
ROWS: Mapping[str, tuple[str, ...]] = {  # one of wording.FIELDS -> the fields whose disagreement stands beside it
    "date": ("date_start", "date_end"),
    "place": ("place",),
    "killed": ("killed",),
    "injured": ("injured",),
    "attacker": ("attacker",),
    "status": ("status",),
}


def merges_html(strike: Strike, reports: Mapping[str, Report | None]) -> str:
    """Why the reports were taken to tell of one strike."""
    sources = {a.account_id: _source(reports.get(a.report)) for a in strike.accounts}
    pairs = [
        _(
            "{source} and {other}: {reason}",
            source=sources[m.account_id],
            other=sources[m.other_id],
            reason=told(m.reason),
        )
        for m in strike.merges
    ]
    items = "".join(f"<li>{escape(pair)}</li>" for pair in pairs)
    return f'<div class="same">{_("Taken for one strike:")}<ul>{items}</ul></div>' if pairs else ""


def heading_html(strike: Strike, dark: bool) -> str:
    value = {name: choice.value for name, choice in strike.chosen.items()}
    kind = str(value["strike_type"])
    symbol = symbols.TYPES.get(kind, symbols.TYPES["other"])  # type: ignore[call-overload]
    drawn = symbols.svg(symbol.path, symbols.colour(kind, dark), str(value["status"]), 20)
    place = escape(wording.place_of(value["place"], value["precision"]))
    within = [str(v) for v in (value["admin1"], tongue.country(str(value["country"]))) if v and v != value["place"]]
    what = ", ".join(within)
    kind_name = wording.TYPES.get(kind, kind) + (" · " if what else "")
    return f'<div class="strike-head">{drawn}<div><h3>{place}</h3><p>{escape(kind_name + what)}</p></div></div>'


def facts_html(strike: Strike, reports: Mapping[str, Report | None]) -> str:
    """The values as a list of terms: the value, how sure or exact it is, the rule that chose it, who says otherwise."""
    lines = []
    for name, fields in ROWS.items():
        value, note = _fact(name, strike)
        choice = strike.chosen[fields[0]]
        rule = "" if choice.rule == ONLY_ACCOUNT else _aside("rule", _("rule: {rule}", rule=told(choice.rule)))
        others = _otherwise(fields, strike, reports)
        notes = _aside("note", note) if note else ""
        lines.append(f"<dt>{escape(wording.FIELDS[name])}</dt><dd><b>{escape(value)}</b>{notes}{rule}{others}</dd>")
    return f'<dl class="facts">{"".join(lines)}</dl>'


def _aside(look: str, text: str) -> str:
    return f'<span class="{look}">{escape(text)}</span>'


def _fact(name: str, strike: Strike) -> tuple[str, str]:
    """A value in words, and what must be known with it."""
    value = {field: choice.value for field, choice in strike.chosen.items()}
    if name == "date":
        phrase = _("from “{phrase}”", phrase=value["date_phrase"]) if value["date_phrase"] else ""
        exact = wording.how_exact(value["date_start"], value["date_end"], value["date_prec"])
        return wording.interval(value["date_start"], value["date_end"]), "; ".join(p for p in (exact, phrase) if p)
    if name == "place":
        exact = wording.PRECISION_SENTENCES.get(str(value["precision"]), _("no coordinates were found"))
        within = wording.radius(value["uncertainty_radius_m"]) if value["precision"] != "country" else None
        return wording.place_of(value["place"], value["precision"]), "; ".join(p for p in (exact, within) if p)
    if name in ("killed", "injured"):
        return wording.number(value[name], value[f"{name}_low"], value[f"{name}_high"]), ""
    if name == "attacker":
        if value["attacker"] == "unknown":
            return _(wording.NOT_STATED), ""
        source = next((a for a in strike.accounts if a.account_id == strike.chosen["attacker"].account_id), None)
        return tongue.side(str(value["attacker"])), "" if source is None or "attacker" in source.spans else _(
            wording.INFERRED
        )
    said = _("according to {source}", source=value["claimed_by"]) if value["claimed_by"] else ""
    meaning = wording.STATUS_MEANINGS.get(str(value["status"]), "")
    return wording.STATUSES.get(str(value["status"]), str(value["status"])), "; ".join(p for p in (said, meaning) if p)


def _otherwise(fields: Sequence[str], strike: Strike, reports: Mapping[str, Report | None]) -> str:
    """Who states another value than the one chosen."""
    accounts = {account.account_id: account for account in strike.accounts}
    disagreeing: dict[str, None] = {}
    for field in fields:
        choice: Choice = strike.chosen[field]
        for _value, ids in choice.otherwise:
            disagreeing.update(dict.fromkeys(ids))
    lines = []
    for account_id in disagreeing:
        account = accounts[account_id]
        report = reports.get(account.report)
        said = (
            wording.interval(account.date_start, account.date_end)
            if fields[0] == "date_start"
            else _plain(fields[0], getattr(account, fields[0]))
        )
        lines.append(
            _(
                "but {source} ({day}): {said}",
                source=_source(report),
                day=wording.day(report.published) or _("undated"),
                said=said,
            )
            if report
            else said
        )
    return "".join(_aside("otherwise", line) for line in lines)


def _plain(field: str, value: object) -> str:
    if field == "status":
        return wording.STATUSES.get(str(value), str(value))
    return _(wording.NOT_STATED) if value is None else tongue.side(str(value))


def account_html(report: Report, account: Account) -> str:
    """What one report says: source, its own figures, the quoted sentence with its words marked."""
    url = safe_url(report.url)
    name = escape(_source(report))
    link = f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{name}</a>' if url else f"<b>{name}</b>"
    address = (
        f'<p class="note">{escape(_("Address given: {url}", url=report.url))}</p>' if report.url and not url else ""
    )
    title = f'<p class="title">{escape(report.title)}</p>' if report.title else ""
    words = "".join(
        f'<p class="elsewhere"><span>{escape(label)}</span> {text}</p>'
        for label, text in highlight.elsewhere(report, account)
    )
    words += "".join(
        f'<p class="elsewhere"><span>{escape(label)}</span> {escape(f"{_(wording.INFERRED)}: {told(rule)}")}</p>'
        for label, rule in inferred(account)
    )
    figures = " · ".join(
        [
            wording.interval(account.date_start, account.date_end),
            _("killed {number}", number=wording.number(account.killed, account.killed_low, account.killed_high)),
            _("injured {number}", number=wording.number(account.injured, account.injured_low, account.injured_high)),
            wording.STATUSES.get(account.status, account.status).lower(),
        ]
    )
    return (
        f'<article class="account"><p class="source">{link}'
        f"<span>{escape(wording.published(report.published))}</span></p>"
        f'{title}{address}<p class="figures">{escape(figures)}</p>'
        f"<blockquote>{highlight.quotation(report, account)}</blockquote>{words}</article>"
    )


def inferred(account: Account) -> list[tuple[str, str]]:
    """Values that no words state but the context: what they tell, and the rule that stands in place of words."""
    return [
        (wording.FIELDS[field], account.rules[field])
        for field in ("strike_type", "attacker", "status")
        if field in account.rules and field not in account.spans and getattr(account, field) not in UNKNOWN
    ]


def _source(report: Report | None) -> str:
    return (report.source or report.title or report.report_id) if report else ""


def published_text(report: Report | None) -> str:
    return report.published.isoformat() if report and report.published else ""
