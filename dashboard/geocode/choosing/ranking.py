"""What a name may mean in one report, best first: the place it stands for, or that several fit equally well."""

from collections.abc import Sequence
from operator import itemgetter

from dashboard.geocode.names.options import Option
from dashboard.geocode.sources.gazetteer import distance_km
from dashboard.records import Candidate, Place

TIE = 0.4  # scores closer than this are equal: a factor of 2.5 in population, and no context that decides
SAME_KM = 25.0  # candidates this near are one place under two names
FOREMOST = 1.5  # below the best score: meanings that still count as company of other names
KEPT = 10  # candidates kept with an occurrence

Scored = tuple[float, str | None, Option]
_SCORE = itemgetter(0)


def best_first(scored: Sequence[Scored]) -> Sequence[Scored]:
    """The options by score; those of one score stay in their order."""
    return sorted(scored, key=_SCORE, reverse=True) if len(scored) > 1 else scored


class Ranking:
    """The options of a name with scores and reasons, best first. What follows is worked out once, when asked for."""

    __slots__ = ("_candidates", "_foremost", "_verdict", "scored")

    def __init__(self, scored: Sequence[Scored]) -> None:
        self.scored = scored
        self._foremost: Sequence[Option] = ()
        self._candidates: tuple[Candidate, ...] = ()
        self._verdict: tuple[Place | None, str] | None = None

    @property
    def foremost(self) -> Sequence[Option]:
        """What the name most likely means."""
        if not self._foremost:
            least = self.scored[0][0] - FOREMOST
            self._foremost = [option for total, _, option in self.scored if total > least]
        return self._foremost

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The best options, as an occurrence keeps them."""
        if not self._candidates:
            best = self.scored[:KEPT]
            self._candidates = tuple([Candidate(option.place, round(total, 2), why) for total, why, option in best])
        return self._candidates

    @property
    def is_tie(self) -> bool:
        """Whether the two best places fit equally well and are not one."""
        if len(self.scored) < 2:
            return False
        (best, _, one), (second, _, rival) = self.scored[:2]
        return best - second < TIE and distance_km(one.place, rival.place) > SAME_KM

    @property
    def verdict(self) -> tuple[Place | None, str]:
        """The place that the name stands for, `None` where equal ones remain, and the reason."""
        if self._verdict is None:
            self._verdict = self._decide()
        return self._verdict

    def _decide(self) -> tuple[Place | None, str]:
        _, why, best = self.scored[0]
        if len(self.scored) == 1:
            return best.place, why or "the only place of this name"
        apart = distance_km(best.place, self.scored[1][2].place)
        count = len(self.scored) - 1
        others = f"{count} other candidate{'s' if count > 1 else ''}, the next {apart:.0f} km away"
        if self.is_tie:
            return None, f"ambiguous: {others}"
        return best.place, f"chosen because {why or 'it is the largest'}; {others}"
