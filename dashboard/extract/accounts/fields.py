"""Drafts into accounts: each field with its value, the words it was read from, and the rule that chose it."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.extract.accounts.attackers import attacker
from dashboard.extract.accounts.keeping import kept
from dashboard.extract.accounts.kinds import naming_clauses, strike_types
from dashboard.extract.accounts.quoting import quote_span
from dashboard.extract.accounts.standing import standing
from dashboard.extract.accounts.toll import Toll, told_by_holder, toll
from dashboard.extract.accounts.weapons import Reading
from dashboard.extract.casualties import Figure
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.sides import holder, home_side
from dashboard.extract.clauses.stamps import PLAIN_STAMP, newest_first
from dashboard.extract.strikes.draft import Dated, Draft, holds
from dashboard.extract.strikes.pointing import POINTED
from dashboard.extract.strikes.unnamed import CITY_OF
from dashboard.records import PRECISIONS, Account, Part, Place, Precision, Report, Span

PRECISION: dict[str, Precision] = {precision: precision for precision in PRECISIONS}
ID_LENGTH = 10  # hexadecimal digits


def accounts(report: Report, drafts: Sequence[Draft], clauses: Sequence[Clause]) -> tuple[Account, ...]:
    """The accounts of a report, in the order of its text. `clauses` are those of its title and body."""
    strikes = kept(report, drafts, clauses)
    backwards = newest_first(report.body) and not newest_first(report.body, PLAIN_STAMP)
    body = [c for c in clauses if c.part == "body"]
    seen: Counter[str] = Counter()
    found: list[Account] = []
    for draft, kind in zip(strikes, strike_types(report, strikes, body), strict=True):
        account = _account(report, draft, kind, strikes, body, backwards)
        seen[account.account_id] += 1
        number = seen[account.account_id]
        found.append(account if number == 1 else replace(account, account_id=f"{account.account_id}-{number}"))
    return tuple(found)


def _account(
    report: Report,
    draft: Draft,
    kind: Reading,
    strikes: Sequence[Draft],
    body: Sequence[Clause],
    backwards: bool,
) -> Account:
    place = draft.place
    assert place is not None, "only placed drafts are kept"
    names = [n for n in draft.names if n.place and n.place.key == place.key]
    names = [n for n in names if not n.occurrence.reason.startswith((CITY_OF, POINTED))] or names
    own, near = naming_clauses(draft)
    occupied = any(c.has("occupier") or _is_called_occupied(c, place) for c in own)
    held_by = holder(place, occupied)
    figures = told_by_holder(_own_figures(draft, strikes), draft.clauses, held_by)
    killed, injured = _tolls(figures, backwards)
    by = attacker([*own, *near], body, held_by)
    told = [c for c in draft.clauses if c.part == "body"]
    around = _around(draft, strikes, body)
    status = standing(told, around, held_by, by.name, occupied or held_by != home_side(place), report.body, body)
    quote = quote_span(draft, (killed, injured), body)
    dated = draft.dated
    start, end = (dated.reading.date_start, dated.reading.date_end) if dated else (None, None)
    said = report.words(quote)
    shown = names or draft.names
    return Account(
        account_id=f"{report.report_id}-{_digest(said, place.name, str(start), str(end))}",
        report=report.report_id,
        date_start=start,
        date_end=end,
        date_prec=dated.reading.date_prec if dated else None,
        date_phrase=(dated.reading.phrase or None) if dated else None,
        place=place.name,
        place_phrase=shown[0].occurrence.text if shown else None,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=PRECISION[place.precision],
        uncertainty_radius_m=place.radius_m,
        strike_type=kind[0],
        attacker=by.name,
        killed=killed.best,
        killed_low=killed.low,
        killed_high=killed.high,
        injured=injured.best,
        injured_low=injured.low,
        injured_high=injured.high,
        status=status.status,
        claimed_by=status.claimed_by,
        quote=said,
        spans=_stated(
            quote=(quote,),
            place=tuple(dict.fromkeys(name.occurrence.span for name in shown)),
            strike_type=kind[1],
            attacker=by.spans,
            killed=killed.spans,
            injured=injured.spans,
            status=status.status_spans,
            claimed_by=status.claim_spans,
            date=(Span(dated.reading.start, dated.reading.end, dated.part),) if dated and dated.reading.phrase else (),
        ),
        rules={
            "place": f"{draft.place_rule}: {names[0].occurrence.reason}" if names else draft.place_rule,
            "strike_type": kind[2],
            "attacker": by.rule,
            "killed": killed.rule,
            "injured": injured.rule,
            "status": status.rule,
            "date": _date_rule(draft, dated),
        },
    )


def _is_called_occupied(clause: Clause, place: Place) -> bool:
    """Whether a clause calls the place or the area around it occupied, and not another place."""
    for cue in clause.cues:
        if cue.sense == "occupied":
            apart = {abs(p.occurrence.span.start - cue.end): p.place for p in clause.places if p.place}
            nearest = apart[min(apart)] if apart else None
            if nearest and holds(nearest, place):
                return True
    return False


def _own_figures(draft: Draft, strikes: Sequence[Draft]) -> list[tuple[Figure, Part]]:
    """The figures of a draft without those that the title tells beside its place, and the body of another."""
    told = {(f.kind, f.best) for d in strikes if d is not draft for f, part in d.figures if part == "body" and f.best}
    mine = {(f.kind, f.best) for f, part in draft.figures if part == "body"}
    return [(f, p) for f, p in draft.figures if p == "body" or (f.kind, f.best) in mine or (f.kind, f.best) not in told]


def _tolls(figures: Sequence[tuple[Figure, Part]], backwards: bool) -> tuple[Toll, Toll]:
    """The killed and the injured. "Nobody was hurt" says that nobody was killed either."""
    figures = figures[::-1] if backwards else figures
    killed, injured = toll("killed", figures), toll("injured", figures)
    if killed.best is None and injured.best == 0 and not any(f.kind == "killed" for f, _ in figures):
        killed = Toll(0, 0, 0, injured.spans, "nobody was hurt")
    return killed, injured


def _stated(**spans: tuple[Span, ...]) -> Mapping[str, tuple[Span, ...]]:
    return {field: found for field, found in spans.items() if found}


def _date_rule(draft: Draft, dated: Dated | None) -> str:
    if dated is None:
        return "not stated"
    own = draft.dates or draft.later_dates
    return dated.reading.rule if own else f"{dated.reading.rule}; taken from the passage before"


def _digest(*words: str) -> str:
    return hashlib.sha256("\n".join(words).encode(errors="surrogatepass")).hexdigest()[:ID_LENGTH]


def _around(draft: Draft, strikes: Sequence[Draft], body: Sequence[Clause]) -> list[Clause]:
    """The clauses that follow a draft's first, up to where the report turns to another strike."""
    first = next((c for c in draft.clauses if c.part == "body"), None)
    if first is None:
        return list(body)
    others = {c.start for d in strikes if d is not draft for c in d.clauses if c.part == "body"}
    others -= {c.start for c in draft.clauses}
    last = draft.clauses[-1].start
    found: list[Clause] = []
    for clause in body:
        if clause.start in others and clause.start > max(last, first.start):
            break
        if clause.start >= first.start and clause.start not in others:
            found.append(clause)
    return found
