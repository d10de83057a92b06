"""What part a place name plays in its sentence: where it happened, or where somebody spoke, fired from, came from."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dashboard.extract.terms import load_terms
from dashboard.records import Occurrence

PlaceRole = Literal["at", "over", "office", "elsewhere", "speaker", "container", "dateline"]

LEFT_REACH = 70
RIGHT_REACH = 150
FILLERS = r"(?:(?:the|a|an|Russian?'?s?|Ukraine'?s?|Ukrainian|Russian|occupied|neighbou?ring|nearby|whole|southern|northern|eastern|western|central|city|town|village|port|region|regions|oblast|border|of|в|у|місто|місті|м\.|с\.|селі|село|городе|город)\s+)*"  # noqa: E501
DATELINE = re.compile(r"(?:\s*[,(][^.–—-]{0,40}?\)?)?\s*(?:\([^)]{2,30}\)\s*)?(?:[–—-]|\.)\s")
LIST_LINK = re.compile(r"\s*(?:,|,?\s*(?:and|or|та|й|і|и|as well as))\s*", re.IGNORECASE)
DATED_LINE = re.compile(r",\s+(?:\d{1,2}\s+[^\W\d]+|[^\W\d]+\.?\s+\d{1,2})\s*(?:\([^)]{2,30}\)\s*)?[.–—-]")
POSSESSIVE = re.compile(r"['’]s?\b")
HYPHENED = re.compile(r"[-–](?:held|installed|appointed|backed|based|born|led|controlled|imposed|brokered|made|style|supplied)\b")
SPOKE_IN = re.compile(r",\s(?:[\w.'’-]+\s){1,14}?(?:said|told|named|announced|spoke|called|condemned|declared|approved|agreed|met|argued|warned|pointed)\b")
SPOKE_HERE = re.compile(r"\s(?:[\w.'’-]+\s){1,8}?(?:said|told|announced|spoke|called|condemned|declared|claimed|reported)\b")
FACILITY_OF = re.compile(r"\s+(?:[a-z]+\s+){0,2}(?:plant|station|airport|dam|refinery|depot|terminal|reservoir|airfield|base)\s+(?:at|in|near)\s+[A-Z]")
ARTICLE = re.compile(r"\bthe\s+$")
NAME_ENDS = re.compile(r"\s*(?:[,.;:)]|and\b|or\b|as\b|was\b|were\b|which\b|$)")
PART_OF_CITY = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:districts?|suburbs?|outskirts|centre|center|streets?|airport|metro|neighbou?rhoods?|region|port|hospitals?|market)\b"
)
INSTITUTION_IN = re.compile(
    r"(?:staff|ministry|chief|officials?|spokes\w+|government|headquarters|envoy|committee|parliament|court|commission|council|agency|mission|office|service|intelligence|sources?|analysts?)\s+in\s+$",
    re.IGNORECASE,
)
LOCATED = re.compile(
    r",\s+$|(?<!\w)(?:in|at|on|near|across|against|of|over|outside|around|hit|hits|hitting|struck|strikes|striking|attacks?|attacked|attacking|shell(?:ed|ing)?|target(?:ed|ing)|"
    r"bombard(?:ed|ing)?|pounded|shook|rocked|jolted|battered|devastated|reached|including|у|в|на|по|під|под|атакув\w+|атакова\w+|вдарил\w+ по|обстріл\w*|and|та|і)\s+(?:the\s+)?[*_«\"]*$",
    re.IGNORECASE,
)
SUFFERS = re.compile(
    r"\s+(?:was|were|came|comes|lived|suffered|endured|burn\w*|woke|shook|under|had a|spent|again|hit|attacked|struck|rocked|itself|was\b|під|пережи\w+|зазна\w+)\b(?!\s+not\b)",
    re.IGNORECASE,
)
MARKUP = re.compile(r"^[*_»”\"]+")
OFFICE_FILLERS = re.compile(
    r"^\s+(?:(?:regional|region's|region|oblast|oblast's|city|city's|military|occupation|acting|deputy|state|provincial|district|local|new|"
    r"operational|emergency|interior|municipal|town|republic's)\s+){1,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A place name with the part it plays."""

    occurrence: Occurrence
    role: PlaceRole


@cache
def _before(sense: str) -> re.Pattern[str]:
    terms = (re.escape(t.term).replace(r"\*", r"\w*") for t in load_terms("role_words") if t.sense == sense)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(terms, key=len, reverse=True))})\s+{FILLERS}[«\"“*_]*$", re.IGNORECASE)


@cache
def _after(sense: str) -> re.Pattern[str]:
    terms = (re.escape(t.term).replace(r"\*", r"\w*") for t in load_terms("role_words") if t.sense == sense)
    return re.compile(rf"\s+(?:{'|'.join(sorted(terms, key=len, reverse=True))})(?!\w)", re.IGNORECASE)


def role_of(text: str, occurrence: Occurrence, sentence_start: int, block_start: int, metonym: bool) -> PlaceRole:
    """The part that one name plays. `metonym` says that it is a country or a capital, which also stand for a government.

    The forms read, left of the name: "fired from X", "talks in X", "11 km from X", "over X"; right of it: "X governor",
    "X's mayor", "X said"; at the start of a block: "X, Jan 29 (Wire) -".
    """
    start, end = occurrence.span.start, occurrence.span.end
    left = text[max(sentence_start, start - LEFT_REACH) : start]
    right = text[end : end + RIGHT_REACH]
    if start <= block_start + 3 and ((text[start:end].isupper() and DATELINE.match(text, end)) or DATED_LINE.match(text, end)):
        return "dateline"
    if re.search(r"(?<!\w)from\s+$", left) and re.match(r"\s+to\s+[A-Z]", right):
        return "at"
    if _before("distance_before").search(left) or _before("elsewhere_before").search(left):
        return "elsewhere"
    if _before("office_before").search(left):
        return "office"
    if FACILITY_OF.match(right):
        return "elsewhere"
    if (SPOKE_IN.match(right) or (metonym and SPOKE_HERE.match(right))) and re.search(r"^[\W_]*In\s+$", text[sentence_start:start]):
        return "elsewhere"
    if HYPHENED.match(right):
        return "elsewhere"
    settled = occurrence.place is not None and occurrence.place.precision == "settlement"
    if settled and ARTICLE.search(left) and NAME_ENDS.match(right):
        return "elsewhere"  # a ship, a river, a newspaper: English puts no article before a town
    right = MARKUP.sub("", right, count=1)
    owned = POSSESSIVE.match(right)
    after = right[owned.end() :] if owned else right
    if _after("office_after").match(OFFICE_FILLERS.sub(" ", after, count=1)):
        return "office"
    if metonym and not PART_OF_CITY.match(after) and (owned or INSTITUTION_IN.search(left) or not (LOCATED.search(left) or SUFFERS.match(right) or (not left.strip(" *_-–•") and re.match(r"[*_]*\s*(?:[.:]|$)", right)))):
        return "speaker"
    if _before("fired_over_before").search(left):
        return "over"
    return "at"
