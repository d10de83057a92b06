"""What the rest of the program tells in English (rules, reasons, errors), said in the language of the page.

The program keeps its reasons as English sentences. Here stand their patterns, {places} and all; what fills a place may
be such a sentence itself, or the name of a country.
"""

import re
from functools import cache, lru_cache

from dashboard.views import tongue, wording
from dashboard.views.tongue import N_, Message, _

CHOICES = (
    N_("the only account"),
    N_("no report states it"),
    N_("the only one stated"),
    N_("all agree"),
    N_("newest report"),
    N_("most exact date"),
    N_("most exact place"),
    N_("most reports"),
    N_("denied, else confirmed, else claimed"),
    N_("same place, dates overlap, both {kind}"),
    N_("same place, dates overlap, {kind} and {other}"),
)
VALUES = (
    N_("{rule}; taken from the passage before"),
    N_("{rule}; more than one kind"),
    N_("{rule}, taken for that of the day told of"),
    N_("the weapon named with the place, or as the report goes on about it"),
    N_("the weapons named with the places in it"),
    N_("the weapon named for several places together"),
    N_("the weapon named with the city or region around it"),
    N_("the weapon of the attack that it is told under"),
    N_("the only kind of weapon that the report names"),
    N_("weapons brought down there"),
    N_("debris, in a report that names drones"),
    N_("no weapon is named"),
    N_("the side named with what was fired"),
    N_("the report names {enemy}; the place is held by {side}"),
    N_("the place is held by {side}, whose enemy is {enemy}"),
    N_("no side is named"),
    N_("the side accused denies it"),
    N_("both sides say so"),
    N_("only one side says so"),
    N_("only the attacker says so"),
    N_("only the occupation authorities say so"),
    N_("an authority in control of the place says so"),
    N_("only media, channels or witnesses say so"),
    N_("stated as plain fact by the report"),
    N_("not stated"),
    N_("the only figure"),
    N_("the highest of the report's figures"),
    N_("the figure that the report gives as the newest"),
    N_("the only figure, given as part of a total that is not stated"),
    N_("the sum of persons told one by one"),
    N_("the report says that nobody was"),
    N_("the report corrects that nobody was"),
    N_("a toll for the whole country"),
    N_("the smallest area that holds all places of a joint toll"),
    N_("the region of {place}"),
    N_("listed right after the strike is told of: {reason}"),
    N_("named where the strike is told of: {reason}"),
    N_("the one of the two last told of: {reason}"),
    N_("the place that the report is about: {reason}"),
    N_("the only place named shortly before it: {reason}"),
)
DATES = (
    N_("since: {rule}"),
    N_("until: {rule}"),
    N_("by: {rule}"),
    N_("after: {rule}"),
    N_("before: {rule}"),
    N_("as of: {rule}"),
    N_("from then to publication: {rule}"),
    N_("night to the date: {rule}"),
    N_("night after the date: {rule}"),
    N_("night of two dates: {rule}"),
    N_("day and month"),
    N_("day and month and year"),
    N_("range of days"),
    N_("range of days and year"),
    N_("range of years"),
    N_("month and year"),
    N_("month before publication"),
    N_("season of a year"),
    N_("season before publication"),
    N_("holiday"),
    N_("year"),
    N_("weekday before publication"),
    N_("weekday after publication"),
    N_("weekdays before publication"),
    N_("weekday, weeks before publication"),
    N_("weekday and day of the month before publication"),
    N_("day of the month before publication"),
    N_("day of publication"),
    N_("day before publication"),
    N_("day after publication"),
    N_("{n} days before publication"),
    N_("{n} days after publication"),
    N_("night before publication"),
    N_("nights before publication"),
    N_("hours before publication"),
    N_("days before publication"),
    N_("weeks before publication"),
    N_("months before publication"),
    N_("years before publication"),
    N_("weekend before publication"),
    N_("week before publication"),
    N_("week of publication"),
    N_("week after publication"),
    N_("month of publication"),
    N_("month after publication"),
    N_("year before publication"),
    N_("year of publication"),
    N_("past day"),
    N_("past week"),
    N_("past month"),
    N_("past 24 hours"),
    N_("past {n} hours"),
    N_("past {n} days"),
    N_("past {n} weeks"),
    N_("past {n} months"),
    N_("last night"),
    N_("last evening"),
    N_("last year"),
    N_("the night before last"),
    N_("the week before last"),
    N_("this morning"),
    N_("this afternoon"),
    N_("this evening"),
    N_("earlier in the week"),
    N_("later in the week"),
    N_("earlier this month"),
    N_("earlier this year"),
    N_("the day told of"),
    N_("time of the day told of"),
    N_("{n} day before the day told of"),
    N_("{n} days before the day told of"),
    N_("{n} day after the day told of"),
    N_("{n} days after the day told of"),
    N_("a time of the day of publication; the report names no other date"),
    N_("the night before publication; the report names no other date"),
)
PLACES = (
    N_("chosen because {reason}; {n} other candidate, the next {km} km away"),
    N_("chosen because {reason}; {n} other candidates, the next {km} km away"),
    N_("ambiguous: {n} other candidate, the next {km} km away"),
    N_("ambiguous: {n} other candidates, the next {km} km away"),
    N_("it is the largest"),
    N_("the only place of this name"),
    N_("the report is about {place}"),
    N_("the report says so elsewhere"),
    N_("{place} is named in the report"),
    N_("another place nearby is named in the report"),
    N_("other names of the report lie around it"),
    N_("a place in it stands before it"),
    N_("'{place}' stands beside it"),
    N_("no {name} is known in '{place}' beside it"),
    N_("no district of that name is known near the places named"),
    N_("no source of places has this name"),
    N_("no place of this name is known"),
    N_("no source has it; '{place}' is the city named with it"),
    N_("{name} decided on {day} that it cannot be placed"),
    N_("{origin}, at its main town"),
    N_("{origin}, at its city"),
    N_("review"),
)
ERRORS = (
    N_("cannot be opened ({reason}); check that it is there"),
    N_("not UTF-8; save it with that encoding"),
    N_("empty; a report needs a text"),
    N_("published is {value}, which is no date; write it as 2025-07-04"),
    N_("another report has the same name; rename one of them"),
    N_("the front matter is not closed; end it with a line of ---"),
    N_("front matter of many pages; is the line of --- that ends it missing?"),
    N_("front matter that cannot be read ({reason}); put the value in quotes"),
    N_("front matter that cannot be read; write it as `name: value` lines"),
    N_("front matter that is no list of `name: value` lines"),
    N_("front matter holds plain text only; put the value in quotes"),
    N_("{key} is stated twice; keep one"),
    N_("{key} holds half a character; write it out"),
    N_("the text holds broken characters; copy it again from its source"),
    N_("there is no report {name} in {folder}; it may have been removed already"),
    N_("this text is already there as the report {name}"),
    N_("the program failed on it ({reason}); please report this text"),
    N_("this strikemap is public: it can be read and not changed; start it without --public"),
    N_("another strikemap is still building in {folder}; wait for it to end"),
    N_("somebody else has removed {name} meanwhile; look again, then decide"),
    N_("{who} has changed {name} meanwhile; look again, then decide"),
    N_("{who} has added {name} already; look again, then decide"),
    N_("{name} is being changed by another program; try again when it has ended"),
    N_("{where}: an alternate is empty, has blanks around it, or holds a |"),
    N_("{where}: {column} begins like a formula; begin it with a letter"),
    N_("somebody else"),
    N_("Give the coordinates as latitude, longitude in degrees, such as 49.589, 34.554."),
    N_("The latitude {n} is out of range: it lies between -90 and 90. Are the two swapped?"),
    N_("The longitude {n} is out of range: it lies between -180 and 180."),
    N_("The radius {n} km is out of range: it lies between 0.01 and 20000."),
    N_("The radius {text} is no number of kilometres; leave it empty if nobody knows it."),
    N_("Say where the coordinates come from: a map, a gazetteer, a photograph."),
    N_("Give the place a name."),
    N_("Say in which country the new place lies."),
    N_("Give the reason, so that others can follow it."),
    N_("Sign with your name."),
    N_("{file}, line {n}: {reason}"),
    N_("{file}: {reason}"),
)
PLAIN = ("file", "folder", "name", "key", "value", "where", "who", "text")  # what fills these is said as it stands
WORDS = ("n", "km", "key", "column")  # what fills these is one word
WORD = r"\S+"


def told(text: str) -> str:
    """An English sentence of the program in the language of this run; as it stands where it is none that is known."""
    return text if tongue.language() == tongue.ENGLISH else _told(text, tongue.language())


@lru_cache(maxsize=10_000)
def _told(text: str, language: str) -> str:
    for message, pattern in _patterns():
        if found := pattern.fullmatch(text):
            return _(
                message, **{name: each if name in PLAIN else told(each) for name, each in found.groupdict().items()}
            )
    return wording.TYPES[text].lower() if text in wording.TYPES else tongue.side(text)


@cache
def _patterns() -> list[tuple[Message, re.Pattern[str]]]:
    """The patterns as expressions, those with most words of their own first."""
    known = sorted((*CHOICES, *VALUES, *DATES, *PLACES, *ERRORS), key=lambda each: -len(_bare(each.text)))
    return [(each, re.compile(re.sub(r"\\\{(\w+)\\\}", _place, re.escape(each.text)), re.S)) for each in known]


def _place(found: re.Match[str]) -> str:
    return f"(?P<{found[1]}>{WORD if found[1] in WORDS else '.+'})"


def _bare(text: str) -> str:
    return re.sub(r"\{\w+\}", "", text)
