"""Tells the days when something happened from those of words about it, of burials, of counts."""

from datetime import date, timedelta

from dashboard.extract.dates import DateReading
from dashboard.extract.strikes.draft import COARSE, FINE
from dashboard.extract.words.phrases import pattern, phrase
from dashboard.extract.words.stretch import stretch

NEWS = timedelta(days=14)  # a report's news is no older than this
HISTORY = timedelta(days=180)
AS_OF = "as of: "  # of a day up to which somebody counted
LEFT_REACH = 60  # characters that are looked at before a date, and behind it
RIGHT_REACH = 110
# "the mayor said in a statement on Friday": the date of the speech; but "attacks were reported on Friday"
SPEECH_DATE = r"(?<!was )(?<!were )(?<!been )<speech>(?:\s+<speech_aside>){0,3}\s*(?:<speech_lead>\s*|,\s*)?$"
SPEAKS_NEXT = r"\s+<speech_verb>(?!\s+(?:[\w'’-]+\s+){0,3}?<lives>)"  # and not "on Friday claimed nine lives"
# "On Friday the mayor of the town said": likewise, unless something is struck first
OPENS = r"(?:^|[.!?»”\"]\s+|\n)[*_-]*\s*(?:<opening_lead>\s+)?$"
SPEAKS_LATER = r"\s(?:(?!<struck_word>)(?:[\w'’,-]+|\w{1,4}\.[\w.,-]*)\s+){1,9}?<speech_verb>"  # in the same sentence
# "published a video on 4 September", "was still burning on Friday": the date of what came after
PUBLISHED = r"<publishes>\s+(?:\w+\s+){0,2}<published_thing>\s+(?:<speech_lead>\s+)?$"
AFTERMATH = r"<still>\s+(?:<speech_lead>\s+)?$"
# "a report of 25 July", "Sunday's item"
EDITION_OF = r"<edition>\s+<edition_of>\s+(?:<speech_lead>\s+)?$"
ITS_EDITION = r"['’]s?\s+(?:\w+\s+)?<edition>"
# "the count stood at ten last night": when it was counted
COUNTED_BY = r"<count_reached>\s+(?!<speech_lead>\s|[A-ZА-ЯІЇЄҐ])[\w-]+\s+(?:<speech_lead>\s+)?$"
# "On Friday the death toll of the attack rose to ten", "its toll today rose": likewise
TOLL_BEHIND = r",?\s+(?:<article>\s+)?<toll_of>(?:(?!<when>)[^.;:!?])*?\s<toll_now>\s"
TOLL_LEADS = r"(?:^|[.!?»”\"]\s+|\n|<and>\s+)[*_-]*\s*(?:<opening_lead>\s+)?$"
TOLL_BEFORE, COMES_TO = r"<toll_of>[^.;:!?]*$", r",?\s+<toll_now>\s"
# "a woman with burns died in hospital on Tuesday", "on Friday they found a second body": the date of no strike
DIED_LATER = r"(?:<died_later>|<found_dead>)(?:(?!<struck_word>)[^.;])*$"
DIES_LATER = r"(?:(?!<struck_word>)[^.;])*?(?:<died_later>|<found_dead>)"
ITS_STRIKE = r"['’]s?\s+(?:[\w-]+\s+){0,2}?<struck_word>"  # "the body was found after Tuesday's missile strike"
MOURNED = r"<mourns>(?:(?!<struck_word>)[^.;])*$"  # "said goodbye on Thursday to the four killed on Saturday"
MOURNS = r"(?:(?!<struck_word>)[^.;])*?<mourns>"
OF_DAY = r"<of_day>\s+$"  # "the dead of Tuesday were buried"
WHEN = r",?\s+<when>"
NTH_IN = r"<nth>\s+(?:[\w'’-]+\s+){0,2}?<times>(?:\s+[\w'’-]+){0,4}\s+$|<nth_time>(?:\s+[\w'’-]+){0,4}\s+$"
UP_TO = r"<up_to>\s+$"  # "the market is closed until Monday"
DATA_OF = r"<data>\s+<data_on>\s+$"  # "такі дані на вечір четверга": when they were given
# "is due to speak to him on Friday", "the council will meet on Saturday": still to come
AHEAD = r"<to_happen>\s+(?:(?!<struck_word>)[\w'’-]+\s+){1,8}$"
OF_OTHER_THINGS = (SPEECH_DATE, PUBLISHED, AFTERMATH, EDITION_OF, COUNTED_BY, DATA_OF, UP_TO, DIED_LATER, MOURNED)


def is_near(reading: DateReading, published: date | None) -> bool:
    """Whether a date may be that of the report's news: a day or a few, not long before publication."""
    start, end = reading.date_start, reading.date_end
    if start is None or end is None or published is None or is_since(reading):
        return False
    return end >= published - NEWS and start <= published and reading.granularity in FINE


def is_recent(reading: DateReading, published: date | None) -> bool:
    """Whether a date lies within the time that reports still tell of as their own, and not as history."""
    end = reading.date_end
    return end is not None and published is not None and published - HISTORY <= end <= published


def is_event(reading: DateReading, text: str, published: date | None) -> bool:
    """Whether a date tells when something happened, and not when somebody said so."""
    if reading.granularity == "year":
        end = reading.date_end
        return bool(end and published and end < published - HISTORY and not is_since(reading))
    if reading.rule.startswith(AS_OF):
        return False
    if is_since(reading) and not pattern(WHEN).match(text, reading.end):
        return False
    before = stretch(text, max(0, reading.start - LEFT_REACH), reading.start)
    if reading.granularity in COARSE and before.find(NTH_IN):  # "the third attack on the town this month"
        return False
    if reading.granularity == "day" and before.find(AHEAD):
        return False
    behind = stretch(text, reading.end, min(reading.end + RIGHT_REACH, len(text)))
    if behind.opens(ITS_STRIKE):
        return True
    if any(before.find(form) for form in OF_OTHER_THINGS):
        return bool(before.find(UP_TO) and behind.opens(WHEN))  # "it was quiet until Thursday, when a drone came"
    if any(behind.opens(form) for form in (SPEAKS_NEXT, ITS_EDITION, DIES_LATER)):
        return False
    if behind.opens(TOLL_BEHIND) and before.find(TOLL_LEADS):
        return False
    if is_spoken_of_today(reading) and behind.opens(COMES_TO) and before.find(TOLL_BEFORE):
        return False
    if behind.opens(MOURNS) and not before.find(OF_DAY):
        return False
    return not (behind.opens(SPEAKS_LATER) and before.find(OPENS))


def is_spoken_of_today(reading: DateReading) -> bool:
    """Whether a phrase is "today" or the like."""
    return bool(phrase("today").fullmatch(reading.phrase))


def is_since(reading: DateReading) -> bool:
    """Whether a date is the start of a long time; the reading's rule says so."""
    return "since" in reading.rule
