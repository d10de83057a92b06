"""Accounts -> Strikes: which accounts tell of one strike, why, and what the strike shows.

Two accounts are one strike when they stand in different reports, name the same place, their dates overlap, and their
types are equal or one of them is other or mixed. An account joins a strike only if that holds with each account of it.
The values are chosen in `dashboard.choose`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeAlias

from dashboard.choose import choose, newest_last
from dashboard.records import Account, Merge, Strike

VAGUE_TYPES = frozenset({"other", "mixed"})
LONGEST_DAYS = 366  # a wider date is none that could tell two strikes apart

PlaceKey: TypeAlias = tuple[str, str | None, str | None]
Rank: TypeAlias = tuple[bool, float, bool]


@dataclass(slots=True)
class _Group:
    """Accounts taken for one strike so far; `start` to `end` are the days that all of them share."""

    accounts: list[Account]
    start: date
    end: date
    reports: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)


def merge(accounts: Iterable[Account], published: Mapping[str, date | None]) -> tuple[Strike, ...]:
    """The strikes that the accounts tell of, by date and id, whatever the order of the accounts.

    `published` is the publication date of each report. Every account is in exactly one strike.
    """
    by_place: dict[PlaceKey, list[tuple[Account, date, date]]] = defaultdict(list)
    strikes = []
    for account in accounts:
        start, end = account.date_start, account.date_end
        if account.place is None or start is None or end is None or (end - start).days > LONGEST_DAYS:
            strikes.append(_strike([account], [], published))
        else:
            by_place[(account.place, account.admin1, account.country)].append((account, start, end))
    for at_place in by_place.values():
        strikes += [_strike(group.accounts, group.merges, published) for group in _groups(at_place)]
    return tuple(sorted(strikes, key=lambda strike: (_start(strike), strike.strike_id)))


def _groups(dated: list[tuple[Account, date, date]]) -> list[_Group]:
    """Accounts of one place in groups. Exact dates go first: a month may join the one strike of a day, not make it."""
    groups: list[_Group] = []
    on_day: dict[date, list[_Group]] = defaultdict(list)
    for account, start, end in sorted(dated, key=_exact_first):
        days = [start + timedelta(day) for day in range((end - start).days + 1)]
        near = {id(group): group for day in days for group in on_day[day]}.values()
        ranked = [(_rank(account, start, end, group), group) for group in near if _fits(account, start, end, group)]
        best = max((rank for rank, _ in ranked), default=None)
        chosen = [group for rank, group in ranked if rank == best]
        if len(chosen) == 1:  # two strikes that fit equally well are a doubt: the account stays a strike of its own
            group = chosen[0]
            group.merges.append(Merge(account.account_id, group.accounts[0].account_id, _reason(account, group)))
            group.start, group.end = max(group.start, start), min(group.end, end)
        else:
            group = _Group([], start, end)
            groups.append(group)
            for day in days:
                on_day[day].append(group)
        group.accounts.append(account)
        group.reports.add(account.report)
        group.types |= {account.strike_type} - VAGUE_TYPES
    return groups


def _exact_first(dated: tuple[Account, date, date]) -> tuple[timedelta, date, str, str]:
    account, start, end = dated
    return end - start, end, account.report, account.account_id


def _fits(account: Account, start: date, end: date, group: _Group) -> bool:
    """The plain rule: days in common with all, no report in common, not two different types."""
    types = group.types | ({account.strike_type} - VAGUE_TYPES)
    return start <= group.end and group.start <= end and account.report not in group.reports and len(types) <= 1


def _rank(account: Account, start: date, end: date, group: _Group) -> Rank:
    """How well an account fits a strike: the same last day, the share of days in common, the same type."""
    shared = (min(end, group.end) - max(start, group.start)).days + 1
    covered = (max(end, group.end) - min(start, group.start)).days + 1
    return end == group.end, shared / covered, account.strike_type in group.types


def _reason(account: Account, group: _Group) -> str:
    kinds = sorted({account.strike_type, group.accounts[0].strike_type})
    return f"same place, dates overlap, {f'both {kinds[0]}' if len(kinds) == 1 else ' and '.join(kinds)}"


def _strike(accounts: list[Account], merges: list[Merge], published: Mapping[str, date | None]) -> Strike:
    ordered = sorted(accounts, key=lambda account: newest_last(account, published))
    return Strike(ordered[0].account_id, tuple(ordered), choose(ordered), tuple(merges))


def _start(strike: Strike) -> date:
    start = strike.chosen["date_start"].value
    return start if isinstance(start, date) else date.max
