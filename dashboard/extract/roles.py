"""What part a place name plays in its sentence: where it happened, or where somebody spoke, fired from, came from."""

import re
from dataclasses import dataclass
from typing import Literal

from dashboard.extract.phrases import pattern
from dashboard.records import Occurrence, Place

PlaceRole = Literal["at", "over", "office", "elsewhere", "speaker", "dateline", "around"]

NEARER_THAN_COUNTRY = ("site", "district", "settlement", "raion", "admin1")
LEFT_REACH = 70  # characters that are looked at before a name, and behind it
RIGHT_REACH = 150

# Signs and capitals alone: "KYIV (Wire) -", "Kyiv, 4 July (Wire) -", "'s", "**".
DATELINE = re.compile(r"(?:\s*[,(][^.–—-]{0,40}?\)?)?\s*(?:\([^)]{2,30}\)\s*)?(?:[–—-]|\.)\s")
DATED_LINE = re.compile(r",\s+(?:\d{1,2}\s+[^\W\d]+|[^\W\d]+\.?\s+\d{1,2})\s*(?:\([^)]{2,30}\)\s*)?[.–—-]")
POSSESSIVE = re.compile(r"['’]s?\b")
MARKUP = re.compile(r"^[*_»”\"]+")
ALONE = re.compile(r"[*_]*\s*(?:[.:]|$)")

# The order of words and signs before a name (ends in `$`) and behind it; the words themselves are role_words.csv.
BEFORE = r"<{}>\s+(?:<filler>\s+)*[«\"“*_]*$"
FROM_BEFORE, TO_BEHIND = r"<from>\s+$", r"\s+<to>\s+[A-Z]"  # "from Kherson to Kharkiv": all along it
REACHED = r"<reached>\s+(?:<filler>\s+)*[«\"“*_]*$"  # "прорвався до X": not on the way there
TRAVELS = r"<traveller>\s+(?:[\w'’-]+\s+){0,3}$"  # "a train from Kharkiv to Lviv"
TRAVELS_TO = r"<traveller>\s+(?:[\w'’-]+\s+){0,3}<from>\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+<to>\s+$"
LIST_LINK = r"\s*(?:,\s*<list_link>|,|<list_link>)\s*"
HYPHENED = r"[-–]<hyphened>"
OPENS_WITH_IN = r"^[\W_]*(?:<meanwhile>\s+)?<in>\s+$"
NEWS_FROM = r"^[\W_]*<from>\s+$"  # "From Kursk comes word that ..."
NEWS_COMES = r"(?:,[^,]{1,40},)?\s+<comes>\s"
TOLD_IN, TOLD_THAT = r"<tells_me>\s+<in>\s+$", r",?\s+<that>\s"  # "he tells me in Lutsk that ..."
SPOKE_IN = r",\s(?:\w+,\s)?(?:[\w.'’-]+\s){1,14}?<spoke_in>"
SPEAKS_AT_ONCE = r"\s<spoke_for>"  # "Berlin and Paris condemned it"
SPOKE_FOR = r"\s(?:[\w.'’-]+\s){1,8}?<spoke_for>"
FACILITY_OF = (  # "the Saratov plant in Samara", but not "the Taman terminal in Krasnodar region"
    r"\s+(?:[a-z]+\s+){0,2}<facility>\s+<facility_at>\s+"
    r"(?!(?:[\w'’-]+\s+){1,3}<region_word>)[A-Z]"
)
ARTICLE = r"<article>\s+$"
NAME_ENDS = r"\s*(?:[,.;:)]|<name_ends>|$)"
OFFICE_FILLERS = r"^\s+(?:<office_filler>\s+){1,3}"
FRONT_BEHIND = r"\s+<front>"  # "the Pokrovsk sector": a stretch of the front
HOSPITAL_BEHIND = r"\s+<in_hospital>"
OFFICE_BEHIND = r"\s+<office_after>"
PART_OF_CITY = r"\s+(?:\w+\s+){0,2}(?=[a-z])<part_of_city>"  # with a capital it is a name: "X Media Center"
INSTITUTION_IN = r"<institution>\s+<in>\s+$"
LOCATED = r",\s+$|<located>\s+(?:<article>\s+)?[*_«\"]*$"
SUFFERS = r"\s+<suffers>(?!\s+<not>)"


@dataclass(frozen=True, slots=True)
class Placed:
    """A place name with the part it plays."""

    occurrence: Occurrence
    role: PlaceRole

    @property
    def place(self) -> Place | None:
        """What the name stands for; `None` where that is in doubt."""
        return self.occurrence.place

    @property
    def precise(self) -> bool:
        """Whether it stands for a place that is nearer than a country."""
        return self.place is not None and self.place.precision in NEARER_THAN_COUNTRY


def role_of(text: str, occurrence: Occurrence, sentence_start: int, block_start: int, metonym: bool) -> PlaceRole:
    """The part that one name plays. `metonym` says that it is a country or a capital, which stand for a government too.

    The forms read, left of the name: "fired from X", "talks in X", "11 km from X", "over X"; right of it: "X governor",
    "X's mayor", "X said"; at the start of a block: "X, Jan 29 (Wire) -".
    """
    start, end = occurrence.span.start, occurrence.span.end
    left = text[max(sentence_start, start - LEFT_REACH) : start]
    right = text[end : end + RIGHT_REACH]
    if start <= block_start + 3 and (
        (text[start:end].isupper() and DATELINE.match(text, end)) or DATED_LINE.match(text, end)
    ):
        return "dateline"
    if pattern(FROM_BEFORE).search(left) and pattern(TO_BEHIND).match(right):
        return "elsewhere" if pattern(TRAVELS).search(left) else "at"
    wide = occurrence.place is not None and occurrence.place.precision in ("admin1", "country")
    if not wide and pattern(REACHED).search(left):
        return "at"
    if pattern(TRAVELS_TO).search(left):
        return "elsewhere"
    if _stands_before(left, "part_before"):
        return "at"
    if pattern(NEWS_FROM).search(text[sentence_start:start]) and pattern(NEWS_COMES).match(right):
        return "at"
    if pattern(TOLD_IN).search(left) and pattern(TOLD_THAT).match(right):
        return "elsewhere"
    if _stands_before(left, "distance_before") or _stands_before(left, "elsewhere_before"):
        return "elsewhere"
    if _stands_before(left, "office_before"):
        return "office"
    if _names_something_else(occurrence, left, right) or _spoken_in(text[sentence_start:start], right, metonym):
        return "elsewhere"
    right = MARKUP.sub("", right, count=1)
    owned = POSSESSIVE.match(right)
    behind = right[owned.end() :] if owned else right
    if pattern(FRONT_BEHIND).match(behind) or pattern(HOSPITAL_BEHIND).match(behind):
        return "elsewhere"
    if pattern(OFFICE_BEHIND).match(pattern(OFFICE_FILLERS).sub(" ", behind, count=1)):
        return "office"
    if metonym and not pattern(PART_OF_CITY).match(behind) and (owned or _is_government(left, right)):
        return "speaker"
    return "over" if _stands_before(left, "fired_over_before") else "at"


def _stands_before(left: str, sense: str) -> bool:
    return bool(pattern(BEFORE.format(sense)).search(left))


def _names_something_else(occurrence: Occurrence, left: str, right: str) -> bool:
    """Whether a name is part of another's: a plant elsewhere, "X-held", a ship or a newspaper ("the X")."""
    if pattern(FACILITY_OF).match(right) or pattern(HYPHENED).match(right):
        return True
    bare = occurrence.text.split()[-1][0].isupper()  # and not "the Marhanets community"
    settled = bare and occurrence.place is not None and occurrence.place.precision == "settlement"
    return settled and bool(pattern(ARTICLE).search(left) and pattern(NAME_ENDS).match(right))


def _spoken_in(left: str, right: str, metonym: bool) -> bool:
    """Whether a sentence opens with "In X," and goes on to somebody who speaks."""
    speaks = pattern(SPOKE_IN).match(right) or (metonym and pattern(SPOKE_FOR).match(right))
    return bool(speaks and pattern(OPENS_WITH_IN).search(left))


def _is_government(left: str, right: str) -> bool:
    """Whether a capital or a country stands for its government: nothing says that something happened there."""
    if pattern(INSTITUTION_IN).search(left) or pattern(SPEAKS_AT_ONCE).match(right):
        return True
    alone = not left.strip(" *_-–•") and ALONE.match(right)
    return not (alone or pattern(LOCATED).search(left) or pattern(SUFFERS).match(right))
