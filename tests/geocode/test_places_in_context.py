"""Place names in English context: each row a text, the name in it, what it means there, and why."""

import pytest

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Occurrence, Report

# (text, the name's words, canonical name, country and first-level region where that decides, reason)
NAMESAKES = [
    ("Troops entered the village of Milove in Kharkiv region.", "Milove", "Milove", "UA Kharkiv Oblast", "the region beside it outranks the larger namesake in Luhansk Oblast"),
    ("Milove, Luhansk region, is on the border.", "Milove", "Milove", "UA Luhansk Oblast", "the same name with the other region"),
    ("The strike hit Kharkiv region. Later, Milove in Kharkiv region was named. Milove is small.", "Milove", "Milove", "UA Kharkiv Oblast", "a later bare mention keeps what the parent said"),
    ("He grew up in Paris, Texas.", "Paris", "Paris", "US Texas", "a state after a comma"),
    ("He grew up in Paris, France.", "Paris", "Paris", "FR", "a country after a comma"),
    ("She flew to Paris on Monday.", "Paris", "Paris", "FR", "without context the largest"),
    ("A fire in London, Ontario, killed two.", "London", "London", "CA", "a province after a comma"),
    ("Officials in London said so.", "London", "London", "GB", "without context the largest"),
    ("Police in Birmingham, Alabama, made an arrest.", "Birmingham", "Birmingham", "US Alabama", "a state after a comma"),
    ("The match was played in Birmingham, England.", "Birmingham", "Birmingham", "GB", "a country of the United Kingdom after a comma"),
    ("The governor spoke in Atlanta, Georgia.", "Georgia", "Georgia", "US", "the state that holds Atlanta, not the country"),
    ("Protests went on in Tbilisi, Georgia.", "Georgia", "Georgia", "GE", "the country that holds Tbilisi"),
    ("Georgia and Armenia signed the paper.", "Georgia", "Georgia", "GE", "a country before a state"),
    ("A tornado hit Springfield, Illinois.", "Springfield", "Springfield", "US Illinois", "one of many Springfields, by its state"),
    ("Doctors in Cordoba, Argentina, met.", "Cordoba", "Córdoba", "AR", "a country after a comma, a diacritic less"),
    ("The ship left Cartagena, Colombia.", "Cartagena", "Cartagena", "CO", "a country after a comma"),
    ("A quake shook Valencia, Venezuela.", "Valencia", "Valencia", "VE", "a country after a comma"),
    ("Ukraine said drones hit Pokrovsk. Kramatorsk was shelled.", "Pokrovsk", "Pokrovsk", "UA Donetsk Oblast", "not Engels, once called so, nor Pokrovsk in Yakutia"),
    ("Nikopol and Marhanets came under fire, Ukraine said.", "Nikopol", "Nikopol", "UA", "the Ukrainian one, not Bulgaria's"),
    ("Two died in Zaporizhzhia, Ukraine said.", "Zaporizhzhia", "Zaporizhzhia", "UA Zaporizhzhia Oblast", "the city, not the village that GeoNames spells so"),
    ("Fighting near Balakliia in Kharkiv region went on.", "Balakliia", "Balakliia", "UA Kharkiv Oblast", "not the village in Poltava Oblast"),
    ("In Odesa, Ukraine, sirens sounded.", "Odesa", "Odesa", "UA", "not Odessa in Texas"),
    ("The oil town of Odessa, Texas, cheered.", "Odessa", "Odessa", "US Texas", "the state decides"),
    ("In New York, the General Assembly met; Ukraine spoke of Donetsk region.", "New York", "New York City", "US", "a city all readers know, although Donetsk Oblast has a town of the name"),
    ("Russian troops shelled New York in Donetsk region.", "New York", "Niu-York", "UA Donetsk Oblast", "the region beside it"),
]  # fmt: skip
TYPED = [
    ("Troops mass near Sumy region.", "Sumy region", "Sumy Oblast", "UA", "a type word makes it the region, not the city"),
    ("Troops mass near Sumy.", "Sumy", "Sumy", "UA Sumy Oblast", "without a type word the city"),
    ("A post in Russia's Kursk region was hit.", "Kursk region", "Kursk Oblast", "RU", "the region, not the city"),
    ("Drones hit the Kharkivska oblast.", "Kharkivska oblast", "Kharkiv Oblast", "UA", "the Ukrainian adjective with its type word"),
    ("The Belgorod province was shelled.", "Belgorod province", "Belgorod Oblast", "RU", "province is one more word for oblast"),
    ("Lviv, Rivne and Ternopil regions lost power.", "Lviv", "Lviv Oblast", "UA", "the shared type word at the end of the list"),
    ("Lviv, Rivne and Ternopil regions lost power.", "Rivne", "Rivne Oblast", "UA", "the shared type word at the end of the list"),
    ("Lviv, Rivne and Ternopil regions lost power.", "Ternopil regions", "Ternopil Oblast", "UA", "the last of the list carries the type word"),
    ("Power failed in the regions of Volyn, Rivne and Lviv.", "Lviv", "Lviv Oblast", "UA", "a type word before the list"),
    ("The Sumy and Chernihiv oblasts were hit.", "Sumy", "Sumy Oblast", "UA", "a list of two"),
    ("The Kremenchuk district was hit, Poltava officials said.", "Kremenchuk district", "Kremenchutskyi Raion", "UA", "a town with a raion named after it"),
    ("In Izium district, Ukraine, a drone fell.", "Izium district", "Iziumskyi Raion", "UA", "a town with a raion named after it"),
    ("The Kremenchutskyi Raion was hit.", "Kremenchutskyi Raion", "Kremenchutskyi Raion", "UA", "the official name"),
    ("Russia said the Rylsk district of Kursk region was hit.", "Rylsk district", "Rylsk District", "RU Kursk Oblast", "no source has the district: at its town, with the radius of a raion"),
    ("The city of Mykolaiv was hit, Ukraine said.", "Mykolaiv", "Mykolaiv", "UA Mykolaiv Oblast", "the city, not its namesake in Lviv Oblast"),
    ("The Marhanets community was shelled, Ukraine said.", "Marhanets community", "Marhanets", "UA", "a community is placed at its main settlement"),
    ("He was born in Washington state.", "Washington state", "Washington", "US Washington", "the state, not the capital"),
    ("Clashes in Idlib province went on, Syria said.", "Idlib province", "Idlib Province", "SY", "the province, not its capital"),
    ("Fighters left North Darfur for Chad.", "North Darfur", "North Darfur State", "SD", "a region without a type word"),
    ("Floods in Bavaria and Saxony.", "Bavaria", "Bavaria", "DE", "the English name of a region"),
    ("A drone fell in Vaslui county, Romania.", "Vaslui county", "Vaslui County", "RO", "a region that is called a county"),
    ("Talks on Crimea failed.", "Crimea", "Crimea", "UA", "a region without a type word, and Ukraine's"),
]  # fmt: skip
DISTRICTS = [
    ("In Kyiv the Svyatoshynskyi and Solomanskyi districts burned.", "Svyatoshynskyi", "Sviatoshynskyi District, Kyiv", "UA", "an older romanisation, in a list"),
    ("In Kyiv the Svyatoshynskyi and Solomanskyi districts burned.", "Solomanskyi districts", "Solomianskyi District, Kyiv", "UA", "a press slip of one letter"),
    ("Kharkiv was hit. The Kyivskyi district burned.", "Kyivskyi district", "Kyivskyi District, Kharkiv", "UA", "the district of the city that is named, not of Odesa or Poltava"),
    ("Kharkiv's Kyiv district was hit.", "Kyiv district", "Kyivskyi District, Kharkiv", "UA", "the noun in place of the adjective, and the city before it"),
    ("The Dnipro district of Kherson was hit.", "Dnipro district", "Dniprovskyi District, Kherson", "UA", "the city after it"),
    ("The Shevchenkivskyi district of Zaporizhzhia was hit.", "Shevchenkivskyi district", "Shevchenkivskyi District, Zaporizhzhia", "UA", "one of six, by its city"),
    ("Lviv was quiet. Kyiv was not: the Shevchenkivskyi district burned.", "Shevchenkivskyi district", "Shevchenkivskyi District, Kyiv", "UA", "the city named nearest before it"),
    ("Kyiv was attacked. Fires broke out in Solomianskyi and Darnytskyi.", "Solomianskyi", "Solomianskyi District, Kyiv", "UA", "bare adjectives after a preposition, the city named"),
    ("Kyiv's Obolon lost power.", "Obolon", "Obolonskyi District, Kyiv", "UA", "the everyday name of a district"),
    ("Debris fell in the Holosiivskyj district of Kyiv.", "Holosiivskyj district", "Holosiivskyi District, Kyiv", "UA", "a spelling that no list has, one letter off"),
]  # fmt: skip
SPELLINGS = [
    ("Kiev was bombed.", "Kiev", "Kyiv", "UA", "the Russian-derived form"),
    ("Krivoy Rog was hit, Ukraine said.", "Krivoy Rog", "Kryvyi Rih", "UA", "the Russian-derived form"),
    ("Artyomovsk, as Russia calls it, was shelled.", "Artyomovsk", "Bakhmut", "UA", "a former name"),
    ("Zaporozhye, Ukraine, lost power.", "Zaporozhye", "Zaporizhzhia", "UA", "the Russian-derived form"),
    ("Kostyantynivka was shelled again, Ukraine said.", "Kostyantynivka", "Kostiantynivka", "UA Donetsk Oblast", "an older romanisation"),
    ("Kupyansk and Izyum, Ukraine.", "Izyum", "Izium", "UA", "an older romanisation"),
    ("KYIV, Jan 29 - Drones came again.", "KYIV", "Kyiv", "UA", "a dateline in capitals"),
    ("St. Petersburg was foggy, Russia said.", "St. Petersburg", "Saint Petersburg", "RU", "an abbreviated name"),
    ("Kyiv-based officials spoke.", "Kyiv", "Kyiv", "UA", "the name in a compound"),
    ("Kyiv’s mayor spoke.", "Kyiv", "Kyiv", "UA", "the possessive is not part of the name"),
    ("The U.S. sent aid; the US did.", "U.S.", "United States", "US", "an abbreviation as it stands"),
    ("Hodeidah, Yemen, was bombed.", "Hodeidah", "Al Hudaydah", "YE", "the English spelling of an Arabic name without its article"),
    ("Troops raided Jenin in the West Bank.", "Jenin", "Janin", "PS", "not the village in Poland"),
]  # fmt: skip
WORLD = [
    ("Shells fell on Omdurman, Sudan.", "Omdurman", "Omdurman", "SD", "Sudan"),
    ("El Fasher in North Darfur is besieged.", "El Fasher", "El Fasher", "SD North Darfur State", "Sudan"),
    ("Strikes hit Khan Younis and Rafah in Gaza.", "Rafah", "Rafah", "PS", "the city, not the governorate of its name"),
    ("Aleppo and Homs were shelled, Syria said.", "Homs", "Homs", "SY", "Syria"),
    ("Cases rose in Wuhan, China.", "Wuhan", "Wuhan", "CN", "China"),
    ("Ebola reached Butembo, Democratic Republic of Congo.", "Democratic Republic of Congo", "Democratic Republic of the Congo", "CD", "the longer name, not Congo"),
    ("Floods hit Lagos, Nigeria.", "Lagos", "Lagos", "NG", "Nigeria"),
    ("Zika spread in Recife, Brazil.", "Recife", "Recife", "BR", "Brazil"),
    ("Protesters in Yangon, Myanmar.", "Myanmar", "Myanmar", "MM", "Myanmar"),
    ("A blast in Peshawar, Pakistan.", "Peshawar", "Peshawar", "PK", "Pakistan"),
    ("A quake in Ishikawa, Japan.", "Japan", "Japan", "JP", "Japan"),
    ("Voters in Nairobi, Kenya.", "Nairobi", "Nairobi", "KE", "Kenya"),
    ("Fires near Athens, Greece.", "Athens", "Athens", "GR", "Greece, not Georgia"),
    ("Ships crossed the Black Sea.", "Black Sea", "Black Sea", "", "a water that is a place"),
    ("Peace in the Middle East.", "Middle East", "Middle East", "", "an informal area"),
    ("Refugees reach Europe from Africa.", "Africa", "Africa", "", "a continent"),
    ("Moscow said it would answer.", "Moscow", "Moscow", "RU", "a capital that stands for its government is a place name"),
    ("Washington has not confirmed it.", "Washington", "Washington", "US District of Columbia", "a capital that stands for its government"),
    ("Ali Hassan visited Jordan and Lebanon.", "Jordan", "Jordan", "JO", "the country in a list of countries"),
    ("A flight from Sydney to Perth, Australia.", "Sydney", "Sydney", "AU", "a given name after a preposition of place"),
]  # fmt: skip


def occurrences(text: str, gazetteer: Gazetteer) -> dict[str, Occurrence]:
    """The last occurrence of each name's words."""
    return {each.text: each for each in find_places(Report("r", None, text), gazetteer)}


@pytest.mark.parametrize(
    ("text", "words", "name", "where", "reason"), NAMESAKES + TYPED + DISTRICTS + SPELLINGS + WORLD
)
def test_name_means(text: str, words: str, name: str, where: str, reason: str, gazetteer: Gazetteer) -> None:
    found = occurrences(text, gazetteer)
    assert words in found, f"{reason}; found {sorted(found)}"
    place = found[words].place
    assert place is not None, f"{reason}; {found[words].reason}"
    country, _, admin1 = where.partition(" ")
    assert (place.name, place.country or "") == (name, country), reason
    assert not admin1 or place.admin1 == admin1, reason
