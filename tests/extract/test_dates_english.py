"""Dates in English: a sentence published on Friday, 4 July 2025, and the phrases and days read in it."""

from datetime import date

import pytest

from tests.extract.read_dates import read

PUBLISHED = date(2025, 7, 4)
# sentence; "phrase = first day/last day" (one day alone, "?" unknown) joined by "; "; why
CASES = [
    # weekdays
    ("Drones hit the port on Friday.", "Friday = 2025-07-04", "a weekday of publication is that day"),
    ("Drones hit the port on Thursday.", "Thursday = 2025-07-03", "the most recent such day"),
    ("The toll of Saturday's raid rose.", "Saturday = 2025-06-28", "a possessive; the week before"),
    ("On a Saturday in May, the 24th, it fell.", "Saturday in May, the 24th = 2025-05-24", "of that month"),
    ("It was a Friday like any other.", "", "any Friday"),
    ("He came last Friday.", "last Friday = 2025-06-27", "last Friday lies before today"),
    ("It fell on the Wednesday.", "the Wednesday = 2025-07-02", "an article changes nothing"),
    ("This Wednesday more envoys came.", "This Wednesday = 2025-07-02", '"this" is the most recent one too'),
    ("The talks open next Friday.", "next Friday = 2025-07-11", "a day ahead stays ahead"),
    ("It burned the Friday before last.", "the Friday before last = 2025-06-20", "one week before last Friday"),
    ("A week ago last Friday it was quiet.", "A week ago last Friday = 2025-06-27", "a week before last Friday"),
    (
        "Between Monday and Wednesday nine died.",
        "Between Monday and Wednesday = 2025-06-30/2025-07-02",
        "a range of weekdays",
    ),
    (
        "Raids on Tuesday and Wednesday killed six.",
        "Tuesday = 2025-07-01; Wednesday = 2025-07-02",
        "two days, not a range",
    ),
    ("Shelling on Friday last week killed two.", "Friday last week = 2025-06-27", "a weekday inside a named week"),
    # parts of the day and nights
    ("It struck early Friday.", "early Friday = 2025-07-04", "early belongs to the day"),
    ("A missile fell late on Wednesday.", "late on Wednesday = 2025-07-02", "late is the evening of that day"),
    (
        "In the small hours of Friday it came.",
        "the small hours of Friday = 2025-07-04",
        "small hours are of the date named",
    ),
    ("It hit before dawn on the 2nd.", "before dawn on the 2nd = 2025-07-02", "dawn with a day of the month"),
    ("Two died on Friday evening.", "Friday evening = 2025-07-04", "weekday and part of the day"),
    ("The evening of 18 April was warm.", "The evening of 18 April = 2025-04-18", "part before the date"),
    (
        "Explosions rang out on Wednesday night.",
        "Wednesday night = 2025-07-02/2025-07-03",
        "the night that follows the day",
    ),
    ("They came on Friday night.", "Friday night = 2025-07-04", "the night after publication is cut at publication"),
    ("Drones came overnight.", "overnight = 2025-07-03/2025-07-04", "the night before publication"),
    ("Drones came last night.", "last night = 2025-07-03/2025-07-04", "the same in other words"),
    ("Drones came during the night.", "during the night = 2025-07-03/2025-07-04", "and in others again"),
    ("A night raid set fire to a depot.", "night raid = 2025-07-03/2025-07-04", "a night attack is last night's"),
    (
        "They flew overnight on Thursday.",
        "overnight on Thursday = 2025-07-02/2025-07-03",
        "overnight on a day is the night to it",
    ),
    ("It burned overnight on 29 June.", "overnight on 29 June = 2025-06-28/2025-06-29", "the same with a date"),
    ("He died in the night to Tuesday.", "in the night to Tuesday = 2025-06-30/2025-07-01", "the night to a day"),
    (
        "Homes were hit on the night of 21 June.",
        "the night of 21 June = 2025-06-20/2025-06-21",
        "by rule the night to the date",
    ),
    (
        "On the night of 14-15 June a plant burned.",
        "the night of 14-15 June = 2025-06-14/2025-06-15",
        "a night of two dates",
    ),
    (
        "On the night of 3/4 July a plant burned.",
        "the night of 3/4 July = 2025-07-03/2025-07-04",
        "the same with a stroke",
    ),
    ("The night of July 3-4 was loud.", "The night of July 3-4 = 2025-07-03/2025-07-04", "the same in American order"),
    (
        "Overnight Tuesday-Wednesday it burned.",
        "Overnight Tuesday-Wednesday = 2025-07-01/2025-07-02",
        "weekdays with a dash",
    ),
    (
        "They struck overnight from 3 to 4 May.",
        "overnight from 3 to 4 May = 2025-05-03/2025-05-04",
        "the same with from and to",
    ),
    (
        "A base was hit on the night of 26 to 27 June.",
        "the night of 26 to 27 June = 2025-06-26/2025-06-27",
        "the same with of and to",
    ),
    (
        "It burned on Sunday night and into Monday.",
        "Sunday night and into Monday = 2025-06-29/2025-06-30",
        "a night named by both its days",
    ),
    (
        "Overnight into Wednesday nine drones fell.",
        "Overnight into Wednesday = 2025-07-01/2025-07-02",
        "into names the later day",
    ),
    (
        "The night of Tuesday to Wednesday was loud.",
        "The night of Tuesday to Wednesday = 2025-07-01/2025-07-02",
        "weekdays for both dates",
    ),
    ("Two nights ago a school burned.", "Two nights ago = 2025-07-02/2025-07-03", "nights are counted back"),
    ("The night before last was calm.", "The night before last = 2025-07-02/2025-07-03", "two nights back"),
    ("Late last night a shell fell.", "Late last night = 2025-07-03/2025-07-04", "late adds nothing to a night"),
    ("Early this morning a shell fell.", "Early this morning = 2025-07-04", "early says more than morning"),
    ("Yesterday evening a bus was hit.", "Yesterday evening = 2025-07-03", "a part of yesterday"),
    ("Tonight he will speak.", "Tonight = 2025-07-04", "the evening of publication"),
    # clock times
    (
        "At 04:00 Moscow time on 11 March it fell.",
        "04:00 Moscow time on 11 March = 2025-03-11",
        "a time zone between time and date",
    ),
    ("It fell late on Friday evening.", "late on Friday evening = 2025-07-04", "late and evening are one part"),
    ("At 23:28 on 28 June it fell.", "23:28 on 28 June = 2025-06-28", "time, then date"),
    ("It fell on 28 June at about 11:40.", "28 June at about 11:40 = 2025-06-28", "date, then time"),
    ("They hit around 11 a.m. on Tuesday.", "11 a.m. on Tuesday = 2025-07-01", "a.m. and weekday"),
    (
        "At half past ten this morning it rang.",
        "half past ten this morning = 2025-07-04",
        "the part of day settles the half of the clock",
    ),
    ("At twenty to eleven on Tuesday a bomb fell.", "twenty to eleven on Tuesday = 2025-07-01", "a time in words"),
    (
        "It was at one in the morning on the first of July.",
        "one in the morning on the first of July = 2025-07-01",
        "an hour in words, an ordinal in words",
    ),
    (
        "At five to one on Thursday morning it burst.",
        "five to one on Thursday morning = 2025-07-03",
        "five to one in the morning is past midnight",
    ),
    ("At 9.30 on Monday it fell.", "9.30 on Monday = 2025-06-30", 'a point in a time after "at"'),
    ("As of 09:00 on 3 July four were dead.", "09:00 on 3 July = 2025-07-03", "a bound before a time"),
    ("At noon today the search ended.", "noon today = 2025-07-04", "noon of the day"),
    (
        "At 2 a.m. overnight on Thursday it fell.",
        "2 a.m. overnight on Thursday = 2025-07-03",
        "an hour picks one date of a night",
    ),
    # calendar dates
    ("It was hit on 3 July 2025.", "3 July 2025 = 2025-07-03", "day, month, year"),
    ("It was hit on July 3, 2025, at 10 p.m.", "July 3, 2025, at 10 p.m. = 2025-07-03", "American order"),
    ("It was hit on June 21.", "June 21 = 2025-06-21", "American order without year"),
    ("It was hit on 28 September.", "28 September = 2024-09-28", "without a year the most recent one"),
    ("It was hit on 5 July.", "5 July = 2025-07-05", "a day of slack for the publisher's zone"),
    ("It was hit on 6 July.", "6 July = 2024-07-06", "beyond that it is last year's"),
    ("Thursday, 3 July, was loud.", "Thursday, 3 July = 2025-07-03", "a weekday beside its date is one reading"),
    ("Wed, 2 July: quiet.", "Wed, 2 July = 2025-07-02", "a short weekday before a date"),
    ("He died on Jan. 21.", "Jan. 21 = 2025-01-21", "a short month with its point"),
    ("They met yesterday, 3 July.", "yesterday, 3 July = 2025-07-03", "yesterday beside its date"),
    ("Two days ago, on July 2, it fell.", "Two days ago, on July 2 = 2025-07-02", "a count beside its date"),
    ("On 2025-07-01 it fell.", "2025-07-01 = 2025-07-01", "ISO"),
    ("On 01.07.2025 it fell.", "01.07.2025 = 2025-07-01", "points"),
    ("On 25/12/2024 it fell.", "25/12/2024 = 2024-12-25", "slashes where the day is above 12"),
    ("On 4/7/2025 it fell.", "", "slashes that can be read two ways are no date"),
    ("On 31 June it fell.", "", "there is no such day"),
    ("On 29 February it fell.", "29 February = 2024-02-29", "the last leap year"),
    ("Between 6 and 10 June 19 died.", "Between 6 and 10 June = 2025-06-06/2025-06-10", "a range"),
    ("Raids on 30 June to 2 July killed nine.", "30 June to 2 July = 2025-06-30/2025-07-02", "a range over two months"),
    (
        "Between 1 December 2024 and 31 May 2025 it rose.",
        "Between 1 December 2024 and 31 May 2025 = 2024-12-01/2025-05-31",
        "a range over two years",
    ),
    ("On November 10 to 11 it burned.", "November 10 to 11 = 2024-11-10/2024-11-11", "a range in American order"),
    ("On 4, 7 and 9 June it burned.", "4 = 2025-06-04; 7 = 2025-06-07; 9 June = 2025-06-09", "a list is so many dates"),
    ("On 5 and 6 June it burned.", "5 and 6 June = 2025-06-05/2025-06-06", "two days in a row are one span"),
    ("The first of June was hot.", "The first of June = 2025-06-01", "an ordinal in words"),
    ("On the 19th a drone fell.", "the 19th = 2025-06-19", "a number alone: most recent such day"),
    (
        "It was at the end of May. On the 29th it fell again.",
        "the end of May = 2025-05-21/2025-05-31; the 29th = 2025-05-29",
        "the month just named",
    ),
    # months, seasons, years
    ("It was hit in May.", "May = 2025-05-01/2025-05-31", "a month"),
    ("It was hit in December.", "December = 2024-12-01/2024-12-31", "a month that has not come this year"),
    ("It was hit in July.", "July = 2025-07-01/2025-07-04", "the running month as far as published"),
    ("It was hit in November last year.", "November last year = 2024-11-01/2024-11-30", "a year counted back"),
    ("It was hit last year, in November.", "last year, in November = 2024-11-01/2024-11-30", "the same the other way"),
    ("It was hit last July.", "last July = 2024-07-01/2024-07-31", "last July is not the running one"),
    ("It was hit in May 2023.", "May 2023 = 2023-05-01/2023-05-31", "month and year"),
    ("It was hit in mid-May.", "mid-May = 2025-05-11/2025-05-20", "the second ten days"),
    (
        "It was hit in mid-July.",
        "mid-July = 2024-07-11/2024-07-20",
        "the middle of July is still ahead, so last year's",
    ),
    ("It was hit at the end of May.", "the end of May = 2025-05-21/2025-05-31", "the last third"),
    ("It was hit in early June 2024.", "early June 2024 = 2024-06-01/2024-06-10", "the first ten days"),
    ("It has burned since 2022.", "2022 = 2022-01-01/2022-12-31", "a year"),
    ("It was occupied in 2014.", "2014 = 2014-01-01/2014-12-31", "a year again"),
    ("It went on from 2014 to 2021.", "from 2014 to 2021 = 2014-01-01/2021-12-31", "a span of years"),
    ("It fell in late 2023.", "late 2023 = 2023-09-01/2023-12-31", "the end of a year"),
    ("It fell in the summer of 2022.", "the summer of 2022 = 2022-06-01/2022-08-31", "a season of a year"),
    ("It fell last winter.", "last winter = 2024-12-01/2025-02-28", "a season that is over"),
    ("It fell last spring.", "last spring = 2025-03-01/2025-05-31", "the spring just past"),
    # counted back
    ("It fell today.", "today = 2025-07-04", "the day of publication"),
    ("It fell yesterday.", "yesterday = 2025-07-03", "the day before"),
    ("It fell the day before yesterday.", "the day before yesterday = 2025-07-02", "two days before"),
    ("It fell two days ago.", "two days ago = 2025-07-02", "days counted back"),
    ("It fell a week ago.", "a week ago = 2025-06-27", "weeks counted back"),
    ("It fell three years ago.", "three years ago = 2022-01-01/2022-12-31", "years counted back"),
    ("It fell two months ago.", "two months ago = 2025-05-01/2025-05-31", "months counted back"),
    ("It fell last week.", "last week = 2025-06-23/2025-06-29", "Monday to Sunday before"),
    ("It fell early last week.", "early last week = 2025-06-23/2025-06-24", "its beginning"),
    ("It fell this week.", "this week = 2025-06-30/2025-07-04", "Monday to publication"),
    (
        "It fell earlier in the week.",
        "earlier in the week = 2025-06-30/2025-07-03",
        "Monday to the day before publication",
    ),
    ("It fell the week before last.", "the week before last = 2025-06-16/2025-06-22", "two weeks back"),
    ("It fell over the weekend.", "the weekend = 2025-06-28/2025-06-29", "Saturday and Sunday"),
    ("It fell the weekend before last.", "the weekend before last = 2025-06-21/2025-06-22", "a weekend earlier"),
    ("It fell last month.", "last month = 2025-06-01/2025-06-30", "the whole month"),
    ("It fell earlier this month.", "earlier this month = 2025-07-01/2025-07-04", "from the first on"),
    ("It fell earlier this year.", "earlier this year = 2025-01-01/2025-07-04", "from January on"),
    ("It fell last year.", "last year = 2024-01-01/2024-12-31", "the whole year"),
    (
        "It fell in the past 24 hours.",
        "the past 24 hours = 2025-07-03/2025-07-04",
        "the day before and the day of publication",
    ),
    (
        "It fell over the past three days.",
        "the past three days = 2025-07-01/2025-07-04",
        "a span that ends at publication",
    ),
    # holidays
    ("On New Year's Eve it fell.", "New Year's Eve = 2024-12-31", "a fixed day, last year's"),
    ("On Palm Sunday it fell.", "Palm Sunday = 2025-04-13", "counted from Easter, one date for both churches in 2025"),
    ("On Palm Sunday, 13 April, it fell.", "Palm Sunday, 13 April = 2025-04-13", "a holiday beside its date"),
    ("On Good Friday it fell.", "Good Friday = 2025-04-18", "counted from Easter"),
    ("On Easter Sunday 2024 it fell.", "Easter Sunday 2024 = ?", "two Easters in 2024: unknown"),
    ("On Orthodox Easter 2024 it fell.", "Orthodox Easter 2024 = 2024-05-05", "named, so known"),
    ("On Independence Day it fell.", "Independence Day = 2025-07-04", "of the country that celebrates it just now"),
    ("On Ukrainian Independence Day it fell.", "Ukrainian Independence Day = 2024-08-24", "named, so known"),
    # no dates
    ("Every Friday they pray.", "", "a habit"),
    ("The Good Friday Agreement holds to this day.", "", "a name and a saying"),
    ("The Sun 10 times said no.", "", "a newspaper before a number"),
    ("Mr May may march on.", "", "a name and two verbs"),
    ("The Sun said so.", "", "a newspaper"),
    ("The Sunday Times said so.", "", "a newspaper again"),
    ("Black Friday sales fell.", "", "a name with a weekday"),
    ("In July 20 people died.", "July = 2025-07-01/2025-07-04", "20 is no day here"),
    ("Three S-300 and two Kh-22 March on.", "", "weapons"),
    ("The 155th brigade and the 19th corps fought on the 5th floor.", "", "ordinals of other things"),
    ("A 16-year-old and 24 people walked 11 miles.", "", "an age, a count, a way"),
    ("They won 2-1 at 3.22 million.", "", "a score and a decimal"),
    ("In 2000 homes the light went out.", "", "a number of homes"),
    ("Nine to twelve people at 7/8 of the way.", "", "numbers"),
    ("The night shift and the day of mourning ended.", "", "words with night and day"),
    ("It ran 1,144 days and cost $15.", "", "digits with signs"),
    ("Version 2.14.3 of 300 March issues.", "", "a version"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_gives_its_days(sentence: str, expected: str, why: str) -> None:
    assert read(sentence, PUBLISHED) == expected, why


def test_a_day_of_several_countries_is_known_only_soon_after_one() -> None:
    """ "Independence Day" is Ukraine's at the end of August, and nobody's in the autumn."""
    sentence = "On Independence Day it fell."
    assert read(sentence, date(2022, 8, 25)) == "Independence Day = 2022-08-24"
    assert read(sentence, date(2022, 9, 29)) == "Independence Day = ?"
