"""Drafts into accounts: each field with its value, the words it was read from, and the rule that chose it."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from dashboard.extract.drafts import Draft, contains, has_core, is_dull, is_hard, is_past
from dashboard.extract.passages import Clause
from dashboard.extract.sides import attacker, holder, standing
from dashboard.extract.toll import NOT_STATED, Toll, toll
from dashboard.extract.weapons import strike_type
from dashboard.geocode import Gazetteer, containing
from dashboard.records import Account, Place, Precision, Report, Span

OLDEST = timedelta(days=180)
LONGEST_LINE = 350  # characters of a list item or a table row that is quoted whole
LONGEST = timedelta(days=31)
ACCOUNT_PRECISIONS: dict[str, Precision] = {p: p for p in ("site", "district", "settlement", "raion", "admin1", "country")}  # type: ignore[misc]


def accounts(report: Report, drafts: Sequence[Draft], clauses: Sequence[Clause], gazetteer: Gazetteer) -> tuple[Account, ...]:
    """The accounts of a report, in the order of its text."""
    kept = [d for d in drafts if _placed(d, gazetteer) and _recent(d, report)]
    if any(d.in_body for d in kept):
        kept = [d for d in kept if d.in_body]
    kept = [d for d in kept if not _covered(d, kept)]
    if is_past(clauses):
        kept = [d for d in kept if d.dates and is_hard(d)]
    if is_dull(clauses):
        kept = [d for d in kept if is_hard(d)]
    if not any(has_core(d, report) for d in kept):
        return ()  # a report of launches, alerts and claims, with nothing hit
    body = [c for c in clauses if c.part == "body"]
    made = [_account(report, draft, body, kept) for draft in kept]
    seen: Counter[str] = Counter()
    out = []
    for account in made:
        seen[account.account_id] += 1
        number = seen[account.account_id]
        out.append(account if number == 1 else _renamed(account, f"{account.account_id}-{number}"))
    return tuple(out)


def _renamed(account: Account, account_id: str) -> Account:
    from dataclasses import replace

    return replace(account, account_id=account_id)


def _placed(draft: Draft, gazetteer: Gazetteer) -> bool:
    if draft.joint_of and draft.place is None:
        draft.place = containing(draft.joint_of, gazetteer)
    if draft.place is None or draft.place.precision not in ACCOUNT_PRECISIONS:
        return False
    return draft.place.precision != "country" or any(f.best for f, _ in draft.figures)


def _recent(draft: Draft, report: Report) -> bool:
    """Strikes older than 180 days, or dated no better than a month, are history and not events."""
    if draft.weak:
        return False
    interval = draft.interval
    if interval is None or report.published is None:
        return True
    if (interval[1] - interval[0]).days > 7 and any(f.best for f, _ in draft.figures):
        return False  # casualty statistics of more than a week
    return interval[1] >= report.published - OLDEST and interval[1] - interval[0] <= LONGEST and interval[0] <= report.published


def _covered(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether nearer places tell all that an area tells: no toll of its own, no tally, not more districts than those named."""
    place = draft.place
    if place is None or draft.tally or draft.more:
        return False
    if any(f.best for f, _ in draft.figures):
        return _summed(draft, kept) or (place.precision == "raion" and _twin(draft, kept))
    for other in kept:
        if other is not draft and other.place and contains(place, other.place):
            mine, theirs = draft.interval, other.interval
            if mine is None or theirs is None or (mine[0] <= theirs[1] and theirs[0] <= mine[1]):
                return True
    return False


def _twin(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether a settlement of the same region has the same toll on the same days: the raion was its first address."""
    mine = [toll(kind, draft.figures).best for kind in ("killed", "injured")]
    for other in kept:
        if other is draft or other.place is None or draft.place is None or other.place.precision not in ("settlement", "site"):
            continue
        theirs = [toll(kind, other.figures).best for kind in ("killed", "injured")]
        if other.place.admin1 == draft.place.admin1 and other.interval == draft.interval and mine == theirs:
            return True
    return False


def _summed(draft: Draft, kept: Sequence[Draft]) -> bool:
    """Whether an area's toll is just the sum of those of the places named in it."""
    inside = [d for d in kept if d is not draft and d.place and draft.place and contains(draft.place, d.place)]
    for kind in ("killed", "injured"):
        mine = toll(kind, draft.figures).best
        if mine and mine != sum(toll(kind, d.figures).best or 0 for d in inside):
            return False
    return bool(inside)


def _account(report: Report, draft: Draft, body: Sequence[Clause], kept: Sequence[Draft]) -> Account:
    place = draft.place
    assert place is not None
    names = [n for n in draft.names if n.occurrence.place and n.occurrence.place.key == place.key]
    own = [c for c in draft.clauses if any(c.part == n.occurrence.span.part and c.start <= n.occurrence.span.start < c.end for n in draft.names)]
    near = [c for c in draft.clauses if c not in own]
    whole = (*near, *draft.wave) if place.precision == "country" else near
    kind, kind_spans, kind_rule = strike_type(own, whole, draft.wave, draft.contained)
    killed, injured = toll("killed", draft.figures), toll("injured", draft.figures)
    if killed.best is None and injured.best == 0 and not any(f.kind == "killed" for f, _ in draft.figures):
        killed = Toll(0, 0, 0, injured.spans, "nobody was hurt")
    text = report.body
    occupied = any(c.has("occupied", "occupier") for c in own)
    held_by = holder(place, occupied)
    everything = [*own, *near, *body]
    by = attacker([*own, *near], body, held_by)
    around = _around(draft, kept, body)
    status = standing([c for c in draft.clauses if c.part == "body"], around, held_by, by.name, occupied or held_by != _home_of(place), text)
    quote, quote_span = _quote(report, draft, (killed, injured), body)
    reading = draft.reading
    spans: dict[str, tuple[Span, ...]] = {"quote": (quote_span,)}
    rules = {"place": draft.place_rule, "strike_type": kind_rule, "attacker": by.rule, "killed": killed.rule, "injured": injured.rule, "status": status.rule}
    name_spans = tuple(dict.fromkeys(n.occurrence.span for n in (names or draft.names)))
    for field, found in (
        ("place", name_spans),
        ("strike_type", kind_spans),
        ("attacker", by.spans),
        ("killed", killed.spans),
        ("injured", injured.spans),
        ("status", status.status_spans),
        ("claimed_by", status.claim_spans),
    ):
        if found:
            spans[field] = found
    if names:
        rules["place"] += f": {names[0].occurrence.reason}"
    start = end = prec = phrase = None
    if reading:
        start, end, prec, phrase = reading[0].date_start, reading[0].date_end, reading[0].date_prec, reading[0].phrase
        spans["date"] = (Span(reading[0].start, reading[0].end, reading[1]),)
        rules["date"] = reading[0].rule if draft.dates or draft.later_dates else f"{reading[0].rule}; taken from the passage before"
    else:
        rules["date"] = "not stated"
    digest = hashlib.sha256("\n".join((quote, place.name, str(start), str(end))).encode()).hexdigest()[:10]
    return Account(
        account_id=f"{report.report_id}-{digest}",
        report=report.report_id,
        date_start=start,
        date_end=end,
        date_prec=prec,
        date_phrase=phrase,
        place=place.name,
        place_phrase=names[0].occurrence.text if names else draft.names[0].occurrence.text if draft.names else None,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=ACCOUNT_PRECISIONS[place.precision],
        uncertainty_radius_m=place.radius_m,
        strike_type=kind,
        attacker=by.name,
        killed=killed.best,
        killed_low=killed.low,
        killed_high=killed.high,
        injured=injured.best,
        injured_low=injured.low,
        injured_high=injured.high,
        status=status.status,
        claimed_by=status.claimed_by,
        quote=quote,
        spans=spans,
        rules=rules,
    )


def _around(draft: Draft, kept: Sequence[Draft], body: Sequence[Clause]) -> list[Clause]:
    """The clauses that follow a draft's first, up to where the report turns to another strike."""
    first = next((c for c in draft.clauses if c.part == "body"), None)
    if first is None:
        return list(body)
    others = {c.start for d in kept if d is not draft for c in d.clauses if c.part == "body"} - {c.start for c in draft.clauses}
    found: list[Clause] = []
    for clause in body:
        if clause.start < first.start:
            continue
        if clause.start in others and clause.start > draft.clauses[-1].start:
            break
        if clause.start not in others:
            found.append(clause)
    return found


def _home_of(place: Place) -> str | None:
    return holder(Place(**{**{f: getattr(place, f) for f in Place.__slots__}, "name": "", "parent": None, "admin1": None}), False)


def _quote(report: Report, draft: Draft, tolls: Sequence[Toll], body: Sequence[Clause]) -> tuple[str, Span]:
    """The sentence of the body that best supports place and figures."""
    in_body = [c for c in draft.clauses if c.part == "body"] or list(body[:1])
    names = [n.occurrence.span for n in draft.names if n.occurrence.span.part == "body"]
    naming = next((c for c in in_body if any(c.sentence.start <= n.start < c.sentence.end for n in names)), in_body[0])
    counting = naming
    for found in tolls:
        spans = [s for s in found.spans if s.part == "body"]
        holding = [c for c in in_body if any(c.sentence.start <= s.start < c.sentence.end for s in spans)]
        if found is not NOT_STATED and holding:
            counting = holding[0]
            break
    start, end = counting.sentence.start, counting.sentence.end
    sentences = [s.start for s in counting.block.sentences]
    if naming.block == counting.block and abs(sentences.index(naming.sentence.start) - sentences.index(start)) == 1:
        start, end = min(start, naming.sentence.start), max(end, naming.sentence.end)
    if counting.block.kind != "paragraph" and counting.block.end - counting.block.start <= LONGEST_LINE:
        start, end = counting.block.start, counting.block.end
    return report.body[start:end], Span(start, end)
