"""What part a place name plays in its sentence: where it happened, or where somebody spoke, fired from, came from."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dashboard.extract.words.stretch import Stretch, stretch
from dashboard.records import Occurrence, Place

PlaceRole = Literal["at", "over", "office", "elsewhere", "speaker", "dateline", "around"]

NEARER_THAN_COUNTRY = ("site", "district", "settlement", "raion", "admin1")
LEFT_REACH = 70  # characters that are looked at before a name, and behind it
RIGHT_REACH = 150

# Signs and capitals alone: "KYIV (Wire) -", "Kyiv, 4 July (Wire) -", "'s", "**".
DATELINE = re.compile(r"(?:\s*[,(][^.–—-]{0,40}?\)?)?\s*(?:\([^)]{2,30}\)\s*)?(?:[–—-]|\.)\s")
DATED_LINE = re.compile(r",\s+(?:\d{1,2}\s+[^\W\d]+|[^\W\d]+\.?\s+\d{1,2})\s*(?:\([^)]{2,30}\)\s*)?[.–—-]")
POSSESSIVE = re.compile(r"['’]s?\b")
MARKUP = re.compile(r"[*_»”\"]+")
ALONE = re.compile(r"[*_]*\s*(?:[.:]|$)")

# The order of words and signs before a name (ends in `$`) and behind it; the words themselves are role_words.csv.
BEFORE = r"<{}>\s+(?:<filler>\s+)*[«\"“*_]*$"
# "an attack on a funeral in X", "hit a peace conference in X"
GATHERING_STRUCK = r"<struck_word>\s+<gathering_lead>\s+<elsewhere_before>\s+$"
FROM_BEFORE, TO_BEHIND = r"<from>\s+$", r"\s+<to>\s+[A-Z]"  # "from Kherson to Kharkiv": all along it
REACHED = r"<reached>\s+(?:<filler>\s+)*[«\"“*_]*$"  # "прорвався до X": not on the way there
FELT_AT = r"<felt>(?:\s+[\w'’-]+){0,4}?\s+<far_in>\s+(?:<filler>\s+)*[«\"“*_]*$"  # "heard as far away as X"
AIRPORT_IN, IS_SHUT = r"<airport>\s+<in>\s+$", r"[^.;:]{0,60}\s<is_shut>"  # shut while drones fly elsewhere
LANDS_IN = r"<comer>,?(?:\s+[\w'’,-]+){0,5}?\s+<landed>\s+<in>\s+$"  # "the envoy landed in X": no missile did
TRAVELS = r"<traveller>\s+(?:[\w'’-]+\s+){0,3}$"  # "a train from Kharkiv to Lviv"
TRAVELS_TO = r"<traveller>\s+(?:[\w'’-]+\s+){0,3}<from>\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s+<to>\s+$"
LIST_LINK = r"\s*(?:,\s*<list_link>|,|<list_link>)\s*"
HYPHENED = r"[-–]<hyphened>"
OPENS_WITH_IN = r"[\W_]*(?:<meanwhile>\s+)?<in>\s+$"
NEWS_FROM = r"[\W_]*<from>\s+$"  # "From Kursk comes word that ..."
NEWS_COMES = r"(?:,[^,]{1,40},)?\s+<comes>\s|,?\s+(?:[a-zа-яіїєґ'’-]+\s+){1,4}<sends>\s"
REPORTER_IN, WORD_THENCE = r"<reporter_in>\s+$", r"[^.;:!?\n]{0,40}:\s"  # "Our reporter in Sumy, Olha K., writes: ..."
TOLD_IN, TOLD_THAT = r"<tells_me>\s+<in>\s+$", r",?\s+<that>\s"  # "he tells me in Lutsk that ..."
# "In X, where he met the wounded, the minister said"
SPOKE_IN = r"(?:,\s<where>\s(?:[\w'’-]+\s){0,3}?<attends>[^,.;:]{0,60})?,\s(?:\w+,\s)?(?:[\w.'’-]+\s){1,14}?<spoke_in>"
SPEAKS_AT_ONCE = r"\s<spoke_for>"  # "Berlin and Paris condemned it"
SPOKE_FOR = r"\s(?:[\w.'’-]+\s){1,8}?<spoke_for>"
FACILITY_OF = (  # "the Saratov plant in Samara", but not "the Taman terminal in Krasnodar region"
    r"\s+(?:[a-z]+\s+){0,2}<facility>\s+<facility_at>\s+"
    r"(?!(?:[\w'’-]+\s+){1,3}<region_word>)[A-Z]"
)
ARTICLE = r"<article>\s+$"
NAME_ENDS = r"\s*(?:[,.;:)]|<name_ends>|$)"
SHARED_KIND = r"(?:,\s+[\w'’-]+)*,?\s+<list_link>\s+[\w'’-]+\s+<areas>"  # "the Pokrovske and Marhanets communities"
# "hit a convoy west of El Obeid", "fell 10 km north of X": near it, as far as words tell
LIES_OFF = r"<off_a_town>\s+(?:(\d+)\s*<distance>\s+)?(?:just\s+)?<lies_off>\s+$"
NEARBY = 15  # km or miles
OFFICE_FILLERS = r"\s+<office_filler>\s+(?:<office_filler>\s+){0,2}"
FRONT_BEHIND = r"\s+<front>"  # "the Pokrovsk sector": a stretch of the front
HOSPITAL_BEHIND = r",?\s+<in_hospital>"
LIES_IN, HOSPITAL_OF = (
    r"<lies_in>\s+(?:<article>\s+)?$",
    r"\s+(?:[a-z'’-]+\s+){0,2}<hospital_of>",
)  # "is in X's hospital"
OFFICE_BEHIND = r"\s+<office_after>"
PART_OF_CITY = r"\s+(?:\w+\s+){0,2}(?=[a-z])<part_of_city>"  # with a capital it is a name: "X Media Center"
INSTITUTION_IN = r"<institution>\s+<in>\s+$"
LOCATED = r",\s+$|<located>\s+(?:<article>\s+)?(?:<just_there_lead>\s+){0,2}[*_«\"]*$"
ATTACKS_OVER = r"<attacks>\s+(?:[\w'’]+\s+){0,6}<fired_over_before>\s"  # "attacks were reported over the regions of X"
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


def role_of(
    text: str, occurrence: Occurrence, sentence_start: int, block_start: int, *, metonym: bool, sited: bool = False
) -> PlaceRole:
    """The part that one name plays. `metonym` says that it is a country or a capital, which stand for a government too.

    `sited` says that it is that of a facility near the place named behind it.

    The forms read, left of the name: "fired from X", "talks in X", "11 km from X", "over X"; right of it: "X governor",
    "X's mayor", "X said"; at the start of a block: "X, Jan 29 (Wire) -".
    """
    start, end = occurrence.span.start, occurrence.span.end
    left = stretch(text, max(sentence_start, start - LEFT_REACH), start)
    right = stretch(text, end, min(end + RIGHT_REACH, len(text)))
    opening = left._replace(start=sentence_start)
    if start <= block_start + 3 and (
        (text[start:end].isupper() and DATELINE.match(text, end)) or DATED_LINE.match(text, end)
    ):
        return "dateline"
    if left.find(FROM_BEFORE) and right.opens(TO_BEHIND):
        return "elsewhere" if left.find(TRAVELS) else "at"
    wide = occurrence.place is not None and occurrence.place.precision in ("admin1", "country")
    if not wide and left.find(REACHED):
        return "at"
    if left.find(TRAVELS_TO) or left.find(FELT_AT) or left.find(LANDS_IN):
        return "elsewhere"
    if left.find(AIRPORT_IN) and right.opens(IS_SHUT):
        return "elsewhere"
    if _stands_before(left, "part_before"):
        return "at"
    if opening.opens(NEWS_FROM) and right.opens(NEWS_COMES):
        return "at"
    if left.find(TOLD_IN) and right.opens(TOLD_THAT):
        return "elsewhere"
    if left.find(REPORTER_IN) and right.opens(WORD_THENCE):
        return "at"
    if (off := left.find(LIES_OFF)) and int(off[1] or 0) <= NEARBY:
        return "at"
    if _stands_before(left, "distance_before"):
        return "elsewhere"
    if _stands_before(left, "elsewhere_before") and not left.find(GATHERING_STRUCK):
        return "elsewhere"
    if _stands_before(left, "office_before") or (wide and _stands_before(left, "official_in")):
        return "office"
    if _names_something_else(occurrence, left, right, sited=sited) or _spoken_in(opening, right, metonym):
        return "elsewhere"
    if sited:
        return "at"
    if markup := MARKUP.match(text, right.start, right.end):
        right = right._replace(start=markup.end())
    owned = POSSESSIVE.match(text, right.start, right.end)
    behind = right._replace(start=owned.end()) if owned else right
    if behind.opens(FRONT_BEHIND) or behind.opens(HOSPITAL_BEHIND):
        return "elsewhere"
    if left.find(LIES_IN) and behind.opens(HOSPITAL_OF):
        return "elsewhere"
    fillers = behind.opens(OFFICE_FILLERS)
    if (behind._replace(start=fillers.end() - 1) if fillers else behind).opens(OFFICE_BEHIND):
        return "office"
    if metonym and not behind.opens(PART_OF_CITY) and (owned or _is_government(left, right)):
        return "speaker"
    over = _stands_before(left, "fired_over_before") and not (wide and left.find(ATTACKS_OVER))
    return "over" if over else "at"


def is_bearing(text: str, start: int) -> bool:
    """Whether a name only says where another place lies: "X, a town south of Y"."""
    return _stands_before(stretch(text, max(0, start - LEFT_REACH), start), "distance_before")


def _stands_before(left: Stretch, sense: str) -> bool:
    return left.find(_before(sense)) is not None


@cache
def _before(sense: str) -> str:
    return BEFORE.format(sense)


def _names_something_else(occurrence: Occurrence, left: Stretch, right: Stretch, *, sited: bool) -> bool:
    """Whether a name is part of another's: a plant elsewhere, "X-held", a ship or a newspaper ("the X")."""
    if (right.opens(FACILITY_OF) and not sited) or right.opens(HYPHENED):
        return True
    bare = occurrence.text.split()[-1][0].isupper()  # and not "the Marhanets community"
    settled = bare and occurrence.place is not None and occurrence.place.precision == "settlement"
    return settled and bool(left.find(ARTICLE) and right.opens(NAME_ENDS) and not right.opens(SHARED_KIND))


def _spoken_in(left: Stretch, right: Stretch, metonym: bool) -> bool:
    """Whether a sentence opens with "In X," and goes on to somebody who speaks."""
    speaks = right.opens(SPOKE_IN) or (metonym and right.opens(SPOKE_FOR))
    if not speaks or not left.opens(OPENS_WITH_IN):
        return False
    return right._replace(end=speaks.end()).find("<local_voice>") is None  # "In X, the mayor said, a shell hit a tram"


def _is_government(left: Stretch, right: Stretch) -> bool:
    """Whether a capital or a country stands for its government: nothing says that something happened there."""
    if left.find(INSTITUTION_IN) or right.opens(SPEAKS_AT_ONCE):
        return True
    alone = not left.words.strip(" *_-–•") and ALONE.match(right.text, right.start, right.end)
    return not (alone or left.find(LOCATED) or right.opens(SUFFERS))
