"""What a stretch of text counts up: a day's fire, districts hit, a toll for the whole country or of another strike."""

from collections.abc import Sequence

from dashboard.extract.casualties import Figure
from dashboard.extract.casualties.number_words import read
from dashboard.extract.casualties.tokens import tokens, vocabulary
from dashboard.extract.clauses.passages import Clause
from dashboard.extract.strikes.draft import Draft, Unit
from dashboard.extract.words.stretch import Stretch

# "42 times", "attacked 42", "120 attack drones"
TALLY = (
    r"(?<!\w)\d[\d,.\s]{0,20}<tally_unit>"
    r"|<tally_verb>\s+\d+"
    r"|<settlements_counted>"
    r"|(?<![\w:.])\d+\s+(?!<of_time>)(?:[\w-]+\s+){0,3}<munition>"
)
WIDE = "<salvo>|<wide>"  # one attack on many places, or places spread out
REGION_HIT = r"<region_word>\s+<also_hit>"  # "the region was shelled too", "область також зазнала удару"
MORE_DISTRICTS = r"(?:<several>|(?<!\w)\d+)\s+(?:\w+\s+)?<city_part>|<city_parts>"


def counts_fire(words: Stretch) -> bool:
    """Whether attacks, shots or things fired are counted."""
    return words.find(TALLY) is not None


def counts_wave(clause: Clause) -> bool:
    """Whether a clause counts weapons of several kinds fired at a country or many places: no town's own weapons."""
    if len({cue.value for cue in clause.weapons}) < 2 or not counts_fire(clause.words):
        return False
    behind = (p for p in clause.places if p.occurrence.span.start > clause.weapons[0].end)
    abroad = any(p.place and p.place.precision == "country" for p in behind)
    return abroad or clause.has("launch") or clause.words.find(WIDE) is not None


def counts_fire_on_region(words: Stretch) -> bool:
    """Whether a day's fire on "the region" is counted, or said to have hit it too."""
    return words.says("the_region") and (counts_fire(words) or words.find(REGION_HIT) is not None)


def counts_districts(words: Stretch) -> bool:
    """Whether districts are counted, so that there are more than those named."""
    return words.find(MORE_DISTRICTS) is not None


def districts_counted(words: Stretch) -> int | None:
    """How many districts are counted; `None` where no number is given."""
    found = words.find(MORE_DISTRICTS)
    known = tokens(found.group(), 0, len(found.group()), vocabulary("casualties_numbers")) if found else []
    number = read(known, 0) if known else None
    return number.best if number else None


def is_nationwide(words: Stretch) -> bool:
    """Whether it is told of the whole country."""
    return words.says("nationwide")


def counts_people(figures: Sequence[Figure]) -> bool:
    """Whether somebody is counted as killed or injured."""
    return any(figure.best for figure in figures if not figure.negated)


def counts_fewer(draft: Draft, unit: Unit) -> bool:
    """Whether a stretch counts, of killed or injured, fewer than were told of a whole attack without a place."""
    if not any(f.kind == "killed" and (f.best or 0) > 1 for f, _ in draft.figures) or not draft.in_body:
        return False
    most = draft.most
    told = [f for f in unit.figures if f.best and f.kind in most and not (f.subset or f.superseded)]
    return bool(told) and all((f.best or 0) < most[f.kind] for f in told)


def counts_else(draft: Draft, unit: Unit) -> bool:
    """Whether a stretch counts other numbers of killed or injured than a strike cost."""
    counts = {(f.kind, f.best) for f, part in draft.figures if part == unit.part and f.best and not f.subset}
    kinds = {kind for kind, _ in counts}
    new = [f for f in unit.figures if f.best and f.kind in kinds and not (f.subset or f.update)]
    return any((f.kind, f.best) not in counts for f in new)
