"""Finds the attack that a place without a weapon of its own is told under: on what is around it, or on the last one."""

from collections.abc import Sequence

from dashboard.extract.clauses.passages import Clause
from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.draft import contains, days_of, interval, overlap
from dashboard.extract.strikes.scene import Scene
from dashboard.extract.words.stretch import Stretch
from dashboard.records import Place

# One more of the kind told of last: "Another wrecked a school", "by a second one", "ще один влучив", "a further raid"
ONE_MORE = (
    r"<one_more>\s+(?:[\w'’-]+\s+)?(?:<does_damage>|<attack_word>)"
    r"|<by_means>\s+<one_more>(?:\s+<one_of_them>)?\s*[.,;]"
)


def wave_over(
    scene: Scene, place: Place, words: Stretch, dates: Sequence[DateReading]
) -> tuple[tuple[Clause, ...], bool]:
    """The clauses whose weapon also stands for a place that has none of its own, those of the attack it is told under,
    and whether that was on the city of which the place is a part.

    An attack of another day tells nothing of a place that has a day of its own, unless that was hit by "another".
    """
    for draft in reversed(scene.drafts):
        if draft.place and contains(draft.place, place) and any(c.weapons for c in draft.clauses):
            return tuple(c for c in draft.clauses if c.weapons), draft.place.precision == "settlement"
        over = tuple(c for c in draft.clauses if c.weapons and _is_told_of_around(c, place))
        if over:
            return over, True
    last = scene.focus[-1] if scene.focus else None
    alike = words.says("also_struck") or words.find(ONE_MORE) or (scene.near and words.says("there"))
    day = days_of(dates)
    if last and (alike or words.says("struck_too")):
        fired = tuple(c for c in last.clauses if c.weapons) or last.wave
        return fired if alike or overlap(day, last.interval) else (), False
    told = [days for clause in scene.wave for reading in clause.dates if (days := interval(reading))]
    return scene.wave if not told or any(overlap(day, days) for days in told) else (), False


def _is_told_of_around(clause: Clause, place: Place) -> bool:
    """Whether a clause names the city of a district: "Kyiv was attacked with drones: in the Solomianskyi district"."""
    return any(p.place and p.place.precision == "settlement" and contains(p.place, place) for p in clause.precise("at"))
