"""Decides which drafts become accounts: recent strikes with a place that no nearer place tells all of."""

from collections.abc import Sequence
from datetime import timedelta

from dashboard.extract.accounts.toll import toll
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.clauses.sides import at_war
from dashboard.extract.strikes.bearing import has_core, is_hard
from dashboard.extract.strikes.draft import Draft, contains, overlap
from dashboard.extract.strikes.frames import is_dull, is_of_work, is_past
from dashboard.extract.strikes.plainly import OLDEST, is_dated_there, speaks_of_else, tells_more_of_else, tells_plainly
from dashboard.extract.strikes.tallies import districts_counted
from dashboard.geocode import distance_km
from dashboard.records import PRECISIONS, Report

LONGEST = timedelta(days=31)
CONTINENT_KM = 4000
MOST = 20  # places that a name is compared with: the time to read a text grows with its length alone
LONGEST_COUNTED = timedelta(days=7)  # casualties of a longer time are statistics


def kept(report: Report, drafts: Sequence[Draft], clauses: Sequence[Clause]) -> list[Draft]:
    """The drafts that are strikes, in the order of the text; none for a report of launches, alerts and claims alone."""
    found = [d for d in drafts if not d.weak and _is_placed(d) and _is_recent(d, report)]
    if any(d.in_body for d in found):
        found = [d for d in found if d.in_body]
    found = _joined(_at_war(found, report))
    found = [d for d in found if not _is_covered(d, found, report)]
    if is_past(clauses):
        found = [d for d in found if any(c.dates for c in d.clauses) and d.dates and is_hard(d, leniently=False)]
    if is_dull(clauses):
        of_work = is_of_work(clauses)
        found = [d for d in found if is_hard(d, not of_work) and (not of_work or _is_sure(d, report))]
    if found and not any(map(is_dated_there, found)) and tells_more_of_else(clauses, report):
        return []
    of_else = speaks_of_else(clauses, report)
    if of_else and not any(tells_plainly(d, report) for d in found):
        return []
    found = [d for d in found if d.interval or (not of_else and tells_plainly(d, report, named=True))]
    return found if any(has_core(d, report) for d in found) else []


def _is_sure(draft: Draft, report: Report) -> bool:
    """Whether a report that speaks of labour strikes, too, tells plainly of an attack, or counts people on a day."""
    blocks = [c.block for c in draft.clauses if c.part == "body"]
    named = any(b.start <= n.occurrence.span.start < b.end for n in draft.names for b in blocks)
    counted = named and draft.counted_in_body and is_dated_there(draft)
    return counted or tells_plainly(draft, report, near=True)


def _at_war(drafts: Sequence[Draft], report: Report) -> list[Draft]:
    """The drafts without those in countries at peace where no weapon is told of with the place.

    Towns all over the world are named in reports ("two fire engines, a gift of the city of Lille"), and much explodes,
    burns and collides in countries at peace. Nor those a continent away from all that were struck in countries at war:
    their names mean something else ("a beach in Arcadia", told of Odesa).
    """
    struck = [d.place for d in drafts if d.place and at_war(d.place)][:MOST]

    def is_kept(draft: Draft) -> bool:
        if draft.place is None or at_war(draft.place):
            return True
        away = bool(struck) and all(distance_km(draft.place, place) > CONTINENT_KM for place in struck)
        return not away and tells_plainly(draft, report, named=True, firm=True)

    return list(filter(is_kept, drafts))


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the joint toll of several places given to that of the area around them, where there is one."""
    found: list[Draft] = []
    for draft in drafts:
        twin = next((d for d in found if draft.joint_of and _is_same(d, draft)), None)
        if twin is None:
            found.append(draft)
        else:
            twin.figures += draft.figures
            twin.clauses += [c for c in draft.clauses if c not in twin.clauses]
    return found


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two drafts have the same place and days."""
    same_place = one.place is not None and other.place is not None and one.place.key == other.place.key
    return same_place and one.interval == other.interval


def _is_placed(draft: Draft) -> bool:
    """Whether it has a place that a strike may have; a country only where a toll is given for it."""
    if draft.place is None or draft.place.precision not in PRECISIONS:
        return False
    return draft.place.precision != "country" or draft.counted


def _is_recent(draft: Draft, report: Report) -> bool:
    """Whether it is an event: strikes older than 180 days, or dated no better than a month, are history."""
    days = draft.interval
    if days is None or report.published is None:
        return True
    length = days[1] - days[0]
    if draft.counted and length > LONGEST_COUNTED and not _is_of_one_strike(draft):
        return False
    return days[1] >= report.published - OLDEST and length <= LONGEST and days[0] <= report.published


def _is_of_one_strike(draft: Draft) -> bool:
    """Whether a toll of a week or a month is that of one strike on one town: "in May rockets hit its school"."""
    if draft.place is None or draft.place.precision not in ("site", "district", "settlement"):
        return False
    told = [c for c in draft.clauses if not c.has("statistic", "generic")]
    return any(c.hits for c in told) and any(c.has("strike", "effect") for c in told)


def _is_covered(draft: Draft, others: Sequence[Draft], report: Report) -> bool:
    """Whether nearer places tell all that an area tells: no toll of its own, no tally, no further districts."""
    if draft.place is None or draft.tally:
        return False
    if draft.more and draft.place.precision == "settlement" and not _all_named(draft, others, report):
        return False
    if draft.counted:
        return _is_sum(draft, others) or (draft.place.precision == "raion" and _has_twin(draft, others))
    return any(overlap(draft.interval, other.interval) for other in _inside(draft, others))


def _all_named(draft: Draft, others: Sequence[Draft], report: Report) -> bool:
    """Whether as many districts are named as are counted: "two districts were hit"."""
    counted = [districts_counted(c.words) for c in draft.clauses]
    return len(_inside(draft, others)) >= max((n for n in counted if n), default=len(others))


def _has_twin(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a settlement of the same region has the same toll on the same days: the raion was its first address."""
    for other in others:
        if other is draft or other.place is None or draft.place is None:
            continue
        alike = other.place.admin1 == draft.place.admin1 and other.interval == draft.interval
        if other.place.precision in ("settlement", "site") and alike and _counts(other) == _counts(draft):
            return True
    return False


def _is_sum(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether an area's toll is just the sum of those of the places named in it."""
    inside = [other for other in _inside(draft, others) if other.interval == draft.interval]
    sums = [sum(counts) for counts in zip(*([n or 0 for n in _counts(d)] for d in inside), strict=True)]
    return bool(inside) and all(not mine or mine == total for mine, total in zip(_counts(draft), sums, strict=True))


def _inside(draft: Draft, others: Sequence[Draft]) -> list[Draft]:
    return [d for d in others if d is not draft and d.place and draft.place and contains(draft.place, d.place)]


def _counts(draft: Draft) -> list[int | None]:
    return [toll("killed", draft.figures).best, toll("injured", draft.figures).best]
