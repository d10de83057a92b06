"""A report into accounts of strikes and mentions of places: `extract(report, gazetteer)` is one pure function call."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.extract.accounts.fields import accounts
from dashboard.extract.clauses.homes import homes
from dashboard.extract.clauses.passages import Clause, read
from dashboard.extract.strikes.draft import Draft
from dashboard.extract.strikes.walk import drafts_of
from dashboard.geocode import Gazetteer, find_places, passages_of, stands_for_government, unknown_names
from dashboard.records import Account, Extraction, Name, Occurrence, Place, Report, Span

__all__ = ["extract"]


def extract(report: Report, gazetteer: Gazetteer) -> Extraction:
    """Everything read from one report: accounts in the order of its text with their places, and every place name."""
    passages = passages_of(report, gazetteer)
    occurrences = find_places(report, gazetteer, homes(report), passages)
    clauses, drafts = _read(report, occurrences, gazetteer)
    found, places = accounts(report, drafts, clauses), _places(drafts)
    unknown = unknown_names(passages["body"], occurrences)
    named = sorted([*occurrences, *unknown], key=lambda o: (o.span.part != "title", o.span.start))
    found, held_back = _hold_back(report, named, gazetteer, found)
    struck = {a.place for a in found} | {a.admin1 for a in found} | {a.country for a in found}
    names = tuple(
        Name(report.report_id, o, o.place is not None and o.place.name not in struck, held_back.get(o.span, 0))
        for o in named
    )
    return Extraction(found, {a.account_id: places[_where(a)] for a in found}, names)


def _read(
    report: Report, occurrences: Sequence[Occurrence], gazetteer: Gazetteer
) -> tuple[tuple[Clause, ...], list[Draft]]:
    """The clauses of a report, and the strikes that they tell of."""
    metonyms = frozenset(o.place.name for o in occurrences if o.place and stands_for_government(o.place))
    title = read(report, "title", occurrences, metonyms)
    body = read(report, "body", occurrences, metonyms)
    return (*title, *body), drafts_of(report, title, body, occurrences, gazetteer)


def _places(drafts: Sequence[Draft]) -> Mapping[tuple[object, ...], Place]:
    """The places of drafts by what their accounts say of them."""
    return {(d.place.name, d.place.admin1, d.place.country, d.place.precision): d.place for d in drafts if d.place}


def _where(account: Account) -> tuple[object, ...]:
    return account.place or "", account.admin1, account.country, account.precision or "other"


def _hold_back(
    report: Report, occurrences: Sequence[Occurrence], gazetteer: Gazetteer, found: tuple[Account, ...]
) -> tuple[tuple[Account, ...], Mapping[Span, int]]:
    """The accounts without those of another place's strike, and how many strikes are not told for want of a place, by
    the name that lacks it.

    Found by reading once more as if each such name meant its first candidate or, without any, a village where the
    report plays. Told so, a strike at such a name was not at the town that the text named before.
    """
    near = next((o.place for o in occurrences if o.place and o.place.precision == "settlement"), None)
    supposed = {}
    for o in occurrences:
        place = o.candidates[0].place if o.candidates else near and replace(near, name=o.text, kind="village")
        if o.place is None and place is not None:
            supposed[o.span] = o._replace(place=place)
    if not supposed:
        return found, {}
    clauses, drafts = _read(report, [supposed.get(o.span, o) for o in occurrences], gazetteer)
    if not any(name.occurrence.span in supposed for draft in drafts for name in draft.names):
        return found, {}
    told = accounts(report, drafts, clauses)
    there = [(span, a) for a in told for span in a.spans.get("place", ())[:1] if span in supposed]
    elsewhere = {a.quote for _, a in there}
    alike = {_where_and_when(a): a for a in told}
    kept = tuple(
        _less(a, alike.get(_where_and_when(a), a), [b for _, b in there])
        for a in found
        if a.quote not in elsewhere or not _is_taken_over(a)
    )
    quoted = {a.quote for a in kept if a.precision != "country"}
    return kept, Counter(span for span, a in there if a.quote not in quoted)


def _where_and_when(account: Account) -> tuple[object, ...]:
    return account.place, account.admin1, account.country, account.date_start, account.date_end


def _less(account: Account, alone: Account, there: Sequence[Account]) -> Account:
    """An account, or how it reads with the toll of a place without coordinates left to that place (`there`)."""
    for field in ("killed", "injured"):
        theirs = {span for other in there for span in other.spans.get(field, ())}
        if not theirs.isdisjoint(account.spans.get(field, ())):
            return replace(alone, account_id=account.account_id)
    return account


def _is_taken_over(account: Account) -> bool:
    """Whether the town of a strike stands outside of the words that tell of it."""
    if account.precision not in ("site", "settlement", "district"):
        return False
    (quote,) = account.spans["quote"]
    return not any(quote.start <= span.start < quote.end for span in account.spans.get("place", ()))
