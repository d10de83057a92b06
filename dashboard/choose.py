"""Which value a strike shows for each field, by a named rule, and which accounts say otherwise."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from dashboard.as_json import ACCOUNT_FIELDS
from dashboard.records import Account, Choice

ONLY_ACCOUNT = "the only account"
NOT_CHOSEN = frozenset({"account_id", "report", "spans", "rules"})
CHOSEN_FIELDS = tuple(name for name in ACCOUNT_FIELDS if name not in NOT_CHOSEN)

# Fields that make sense only together come from one account.
DATE = ("date_start", "date_end", "date_prec", "date_phrase")
PLACE = ("place", "place_phrase", "admin1", "country", "latitude", "longitude", "precision", "uncertainty_radius_m")
KILLED = ("killed", "killed_low", "killed_high")
INJURED = ("injured", "injured_low", "injured_high")
TOGETHER = (DATE, PLACE, ("strike_type",), ("attacker",), KILLED, INJURED, ("status",), ("claimed_by",), ("quote",))

WORDINGS = frozenset({"date_phrase", "place_phrase", "quote"})  # two wordings are no disagreement
UNKNOWN: Mapping[str, object] = {"strike_type": "other", "attacker": "unknown"}
DOUBT = {"disputed": 3, "confirmed": 2, "claimed": 1, "unconfirmed": 0}


def newest_last(account: Account, published: Mapping[str, date | None]) -> tuple[date, str, str]:
    """Sorts accounts by their report's publication, undated reports first; ties by ids, so never by chance."""
    return (published.get(account.report) or date.min, account.report, account.account_id)


def choose(accounts: Sequence[Account]) -> dict[str, Choice]:
    """The choice for each Account field but the ids, spans and rules; `accounts` stand with the newest report last.

    Casualties are never added up: the newest report that states a figure is believed, the others are named.
    """
    if len(accounts) == 1:
        only = accounts[0]
        return {name: Choice(getattr(only, name), ONLY_ACCOUNT, only.account_id) for name in CHOSEN_FIELDS}
    chosen: dict[str, Choice] = {}
    for fields in TOGETHER:
        account, rule = _pick(fields, accounts)
        for name in fields:
            chosen[name] = Choice(getattr(account, name), rule, account.account_id, _otherwise(name, account, accounts))
    return {name: chosen[name] for name in CHOSEN_FIELDS}


def _pick(fields: tuple[str, ...], accounts: Sequence[Account]) -> tuple[Account, str]:
    """The account whose values a group of fields takes, and the rule that says so."""
    stating = [account for account in accounts if _stated(fields[0], account)]
    if not stating:
        return accounts[-1], "no report states it"
    if len(stating) == 1:
        return stating[0], "the only one stated"
    if fields != PLACE and len({tuple(getattr(account, name) for name in fields) for account in stating}) == 1:
        return stating[-1], "all agree"
    return RULES.get(fields, _newest)(stating)


def _newest(stating: Sequence[Account]) -> tuple[Account, str]:
    return stating[-1], "newest report"


def _most_exact_date(stating: Sequence[Account]) -> tuple[Account, str]:
    def width(account: Account) -> tuple[int, int]:
        start, end = account.date_start or date.min, account.date_end or date.max
        return account.date_prec or 9, (end - start).days

    return min(reversed(stating), key=width), "most exact date"


def _most_exact_place(stating: Sequence[Account]) -> tuple[Account, str]:
    exact = min(reversed(stating), key=lambda account: account.uncertainty_radius_m or float("inf"))
    return exact, "most exact place"


def _most_doubt(stating: Sequence[Account]) -> tuple[Account, str]:
    """A denial is shown even where others confirm; a confirmation outranks a mere claim."""
    return max(reversed(stating), key=lambda account: DOUBT[account.status]), "denied, else confirmed, else claimed"


def _most_reports(name: str) -> Callable[[Sequence[Account]], tuple[Account, str]]:
    def rule(stating: Sequence[Account]) -> tuple[Account, str]:
        votes = Counter(getattr(account, name) for account in stating)
        most = max(votes.values())
        ahead = {value for value, count in votes.items() if count == most}
        account = next(account for account in reversed(stating) if getattr(account, name) in ahead)
        return account, "most reports" if len(ahead) == 1 else "newest report"

    return rule


RULES: Mapping[tuple[str, ...], Callable[[Sequence[Account]], tuple[Account, str]]] = {
    DATE: _most_exact_date,
    PLACE: _most_exact_place,
    ("strike_type",): _most_reports("strike_type"),
    ("attacker",): _most_reports("attacker"),
    ("status",): _most_doubt,
}


def _stated(name: str, account: Account) -> bool:
    value = getattr(account, name)
    return value is not None and value != UNKNOWN.get(name)


def _otherwise(name: str, chosen: Account, accounts: Sequence[Account]) -> tuple[tuple[object, tuple[str, ...]], ...]:
    """Each other stated value of a field with the accounts that state it."""
    others: dict[object, list[str]] = defaultdict(list)
    for account in accounts:
        if name not in WORDINGS and _stated(name, account) and getattr(account, name) != getattr(chosen, name):
            others[getattr(account, name)].append(account.account_id)
    return tuple((value, tuple(ids)) for value, ids in others.items())
