"""Casualty figures in English: a sentence, the figures it states, and why the row is here."""

import inspect
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.extract.casualties import Figure, find_casualties
from dashboard.extract.words.terms import load_terms

VOCABULARIES = ("casualties_words", "casualties_numbers", "casualties_hints")
MARKS = ("subset", "superseded", "update", "listing", "negated")

STATED = [
    ("The shell cost its owner, a retired teacher, her life.", "killed 1 listing", "whoever it cost the life"),
    ("It cost a farmer his life.", "killed 1 listing", "a person that is known, and his life"),
    ("One of the two watchmen died, the other is critical.", "killed 1; injured 1", "the other, whose state is told"),
    ("Doctors are treating eleven.", "injured 11", "whom doctors treat, a number alone"),
    ("A postwoman was among Monday's victims.", "killed 1 listing", "whoever is among the victims"),
    ("The enemy lost 200 men.", "", "losses that the other side boasts of"),
    ("Six people are on drips in the town.", "injured 6", "what only the injured are on"),
    ("The miller did not get out.", "killed 1 listing", "a hint at the fate of the one before it"),
    ("The team admitted 23 with blast wounds.", "injured 23", "a number alone, and its wounds"),
    ("The mobile team operated on four thousand people.", "", "a hint at more persons than one strike hurts"),
    ("Two doctors at the hospital said that ambulances came.", "", "who cares for the injured"),
    ("One man was killed; nobody else was hurt.", "killed 1; injured 0 negated", "nobody else, where one was killed"),
    ("Five people are known to have died. By noon it is six.", "killed 5; killed 6 update", "what a toll is now"),
    ("Initial messages of one dead were not confirmed.", "killed 1 superseded", "news that was not confirmed"),
    ("The shelling had not led to casualties.", "killed 0 negated; injured 0 negated", "what it did not lead to"),
    ("Casualties were not reported.", "killed 0 negated; injured 0 negated", "casualties that were not reported"),
    ("First aid was given to five people.", "injured 5", "to whom it was given"),
    ("The dead: two men. The wounded: six.", "killed 2; injured 6", "a form filled in with words"),
    ("A guard was fatally injured.", "killed 1 listing", "a fatal injury"),
    ("An explosion tore through the office, fatally wounding the accountant.", "killed 1 listing", "a fatal wound"),
    ("A man's body was pulled from the wreckage.", "killed 1 listing", "whose body it is, before it"),
    ("He and his wife were killed.", "killed 2 listing", "the one told of before, and his wife"),
    ("No staff were hurt.", "killed 0 subset negated; injured 0 subset negated", "perhaps a few of those there"),
    ("The injured, nine in all, are in hospital.", "injured 9", "how many they are, in an aside"),
    ("The two men in the cab were unharmed.", "killed 0 subset negated; injured 0 subset negated", "all there were"),
    ("Sixteen casualties were admitted to hospital.", "injured 16", "casualties who are in care"),
    ("Three passers-by were hit by flying glass.", "injured 3", "hit by what flies about"),
    ("A married couple took shrapnel to the legs.", "injured 2 listing", "took shrapnel"),
    (
        "One of those wounded in Sumy this morning, a teacher of 52, has died in surgery.",
        "killed 1 subset; killed 1 listing",
        "one of the wounded, who died",
    ),
    ("One girl was hurt, and another has lost her fight for life.", "injured 1; killed 1", "a fight that was lost"),
    (
        "Drones struck at night: Lutsk four dead, Rivne two, Dubno one.",
        "killed 4; killed 2 subset; killed 1 subset",
        "counts behind names, in a list",
    ),
    ("Twelve people were inside, none of whom was hurt.", "killed 0 negated; injured 0 negated", "none of whom"),
    ("A man was wounded. He died in hospital.", "injured 1 superseded listing; killed 1", "he died of it"),
    ("A woman was wounded. She is in hospital.", "injured 1 listing; injured 1", "she is no further one"),
    ("The driver survived the blast, his mate did not.", "killed 1 listing", "who did not survive"),
    ("The driver lived. The medic did not.", "killed 1 listing", "who did not survive, a sentence later"),
    (
        "A woman was hurt. Doctors were unable to save her.",
        "injured 1 superseded listing; killed 1",
        "whom they could not save",
    ),
    ("Three workers were on the roof. All were injured.", "injured 3", "all of those counted before"),
    ("One was killed, the other is in a coma.", "killed 1; injured 1", "one, and the other"),
    ("On the other hand, five were hurt.", "injured 5", "the other, of no person"),
    ("23 people were injured, none fatally.", "injured 23; killed 0 negated", "none of them fatally"),
    ("Five people were injured, none seriously.", "injured 5", "none of them seriously"),
    ("All 40 workers were unharmed.", "killed 0 negated; injured 0 negated", "all of a number"),
    (
        "Not one of the 40 workers was injured.",
        "killed 0 subset negated; injured 0 subset negated",
        "not one of a number",
    ),
    ("In neither town was anyone hurt.", "killed 0 negated; injured 0 negated", "neither, and anyone"),
    (
        "Apart from a watchman with a cut forehead, nobody was hurt.",
        "injured 1 listing; killed 0 negated",
        "nobody but one",
    ),
    ("The only fatality was a watchman.", "killed 1 listing", "the only one"),
    ("A sixth person has died of her wounds.", "killed 6 update listing", "the nth makes as many"),
    (
        "Two killed, including a child of five, and six injured.",
        "killed 2; killed 1 subset listing; injured 6",
        "an age before a count",
    ),
    (
        "The death toll, put at seven on Monday, is now nine.",
        "killed 7 superseded; killed 9 update",
        "a count in an aside, and the newest",
    ),
    (
        "The mayor corrected an earlier figure of five dead to four.",
        "killed 5 superseded; killed 4 update",
        "from one figure to another",
    ),
    (
        "The driver and his two helpers burned to death.",
        "killed 3 listing",
        "his, of persons that no word is known for",
    ),
    ("Nil casualties.", "killed 0 negated; injured 0 negated", "nil"),
    ("Casualties: nil.", "killed 0 negated; injured 0 negated", "nil, behind"),
    ("No hands lost.", "killed 0 negated", "lives at sea"),
    (
        "None of the night shift got so much as a scratch.",
        "killed 0 negated; injured 0 negated",
        "what none of them got",
    ),
    ("It burned without harming anyone.", "killed 0 negated; injured 0 negated", "a participle denied"),
    (
        "The fire was put out, and no one had suffered.",
        "killed 0 negated; injured 0 negated",
        "a verb of suffering alone",
    ),
    ("Injuries were ruled out.", "killed 0 negated; injured 0 negated", "ruled out"),
    (
        "Two horses are gone, people safe and sound.",
        "killed 0 negated; injured 0 negated",
        "people beside what is gone",
    ),
    ("All its citizens were in one piece.", "killed 0 negated; injured 0 negated", "people in one piece"),
    ("The staff are safe.", "killed 0 negated; injured 0 negated", "people who are safe"),
    ("The bridge is safe.", "", "a thing that is safe"),
    ("Not one of the tenants was hurt.", "killed 0 subset negated; injured 0 subset negated", "not one of them"),
    ("Everyone on board is fine.", "killed 0 negated; injured 0 negated", "everyone"),
    ("There were no human losses.", "killed 0 negated; injured 0 negated", "losses of people"),
    ("Six others were rushed to a clinic in Kherson.", "injured 6", "care in a place that is no hospital"),
    ("Four patients lie in the city infirmary.", "injured 4", "where they lie"),
    ("Ambulance crews took seven people to hospital.", "injured 7", "who was taken, as an object"),
    ("The firm took the hospital to court.", "", "a hospital to which nobody is brought"),
    (
        "Five people, one of them a policeman, were hurt.",
        "injured 5; injured 1 subset",
        "who one of them was, without a comma",
    ),
    ("The shell landed near a cyclist, who died.", "killed 1 listing", "a relative clause behind a comma"),
    ("A drone struck a couple, who are now in hospital.", "injured 2 listing", "a clause that tells of care"),
    ("It struck a motorcyclist, killing him.", "killed 1 listing", "a pronoun for the one named before"),
    ("A 70-year-old and a 74-year-old died.", "killed 2 listing", "two told by their ages"),
    ("Women aged 31, 47 and 62 were injured.", "injured 3 listing", "persons counted by their ages"),
    ("Killed in the blast were three dockers.", "killed 3", "the persons behind the verb"),
    ("Injuries were sustained by six people.", "injured 6", "who sustained them"),
    (
        "Neither the crew nor the passengers were hurt.",
        "killed 0 subset negated; injured 0 subset negated",
        "neither, nor",
    ),
    ("There were neither casualties nor damage.", "killed 0 negated; injured 0 negated", "neither, with nouns"),
    ("It reported no deaths but gave no account of the wounded.", "killed 0 negated", "an account that was not given"),
    ("Five killed, none wounded.", "killed 5; injured 0 negated", "none wounded says nothing of the dead"),
    (
        "The strike killed a teenager and left his grandmother in critical condition.",
        "killed 1 listing; injured 1 listing",
        "whom it left so",
    ),
    (
        "The number of people injured has increased to four after a woman turned to doctors.",
        "injured 4 update; injured 1 subset listing",
        "who made the toll rise",
    ),
    ("The shelling was fatal for a 66-year-old woman.", "killed 1 listing", "fatal for whom"),
    ("Two locals never made it out of the flat.", "killed 2", "who did not get out"),
    ("Medics helped nine people, six of whom were admitted.", "injured 9; injured 6 subset", "whom doctors helped"),
    (
        "Doctors are treating four victims, two of them in serious condition.",
        "injured 4; injured 2 subset",
        "victims who are treated",
    ),
    ("Three people asked doctors for help.", "injured 3", "who asked for help"),
    ("All the residents escaped with a fright.", "killed 0 negated; injured 0 negated", "another way to be unhurt"),
    ("Casualties were avoided.", "killed 0 negated; injured 0 negated", "casualties denied by a verb"),
    ("A man received multiple light shrapnel wounds.", "injured 1 listing", "words between the verb and the wounds"),
    ("A seller of honey, 64, did not survive.", "killed 1 listing", "an unknown trade with what it trades in"),
    ("The turner, who had gone back, was killed.", "killed 1 listing", "an unknown trade and a clause on it"),
    ("The foreman, who had stayed behind, lost a leg.", "injured 1 listing", "a limb that was lost"),
    ("The fire cost a rice farmer his life.", "killed 1 listing", "a life that somebody lost"),
    ("A pair of conductors perished.", "killed 2", "a pair"),
    ("Two are in hospital, a third didn't live to see the ambulance.", "injured 2; killed 1", "who did not live"),
    ("The country lost 44 lives and 196 people were injured.", "killed 44; injured 196", "no listing"),
    ("A cannon killed one of them.", "killed 1 subset", "some of them, right behind what befell them"),
    ("Eighteen of them were killed by two bombs.", "killed 18 subset", "some of them, right before what befell them"),
    ("Both legs injured.", "injured 1 listing", "limbs are no persons"),
    ("Not one resident injured.", "killed 0 subset negated; injured 0 subset negated", "not one"),
    ("Two people were killed.", "killed 2", "passive"),
    ("35 people, and not 36 as announced, lost their lives.", "killed 35", "a wrong count set right in an aside"),
    ("A cook, 44, was killed.", "killed 1 listing", "the age of an unknown trade"),
    ("A baker, 49, dead, five hurt.", "killed 1 listing; injured 5", "notes without verbs"),
    ("The vendor was taken to hospital.", "injured 1 listing", "one taken to hospital"),
    ("The vendor and her mate are in hospital.", "injured 2 listing", "two unknown trades"),
    ("Two men died; a third was injured.", "killed 2; injured 1", "a third, who met with something else"),
    ("Two died on the spot and a third died later.", "killed 2; killed 3", "a third, who makes the count full"),
    ("Dead is a man of 40.", "killed 1 listing", "the participle first"),
    ("Zero casualties.", "killed 0 negated; injured 0 negated", "a number that denies"),
    ("The five are being treated.", "injured 5 subset", "the five told of before"),
    ("His assistant and two passengers were wounded.", "injured 3 listing", "an unknown trade, listed with others"),
    ("A man received a fatal wound.", "killed 1 listing", "a wound that killed"),
    ("A woman, who was 52, died.", "killed 1 listing", "an age in a clause of its own"),
    ("Two men in a van were hurt.", "injured 2", "an unknown noun that only tells where"),
    ("A patient on the second floor was killed.", "killed 1 listing", "an ordinal that only tells where"),
    ("Those who died, a father and his son, lived there.", "killed 2 listing", "who they are, told in an aside"),
    ("The three old women he came for were wounded.", "injured 3", "an adjective that is no measure"),
    ("Ten were hurt, four of them fatally.", "injured 10; killed 4 subset", "a fatal part"),
    ("Eighteen survivors needed doctors.", "injured 18", "who needed what"),
    ("Nobody came to any harm.", "killed 0 negated; injured 0 negated", "another way to be unhurt"),
    ("It left a woman of 60 with a gashed arm.", "injured 1 listing", "what was left"),
    ("He has not said if anyone was hurt.", "", "an open question"),
    ("He had put the number of dead at four.", "killed 4 superseded", "what had been said before"),
    ("The toll, which he had put at three, was revised up to four.", "killed 3 superseded; killed 4 update", "both"),
    ("Two and four people were injured respectively.", "injured 2; injured 4", "two counts of one noun"),
    (
        "A fitter was killed and four of his shift were hurt.",
        "killed 1 listing; injured 4",
        "a trade we have no word for",
    ),
    ("It hit a bus, killing the conductor.", "killed 1 listing", "an unknown trade as the object"),
    ("Shelling killed a welder and his apprentice.", "killed 2 listing", "two unknown trades listed"),
    ("The stoker did not survive.", "killed 1 listing", "a way to say that somebody died"),
    ("Olena Petrenko died in hospital.", "killed 1 listing", "a name before the verb"),
    ("Rescuers found the body of the stoker.", "killed 1 listing", "the body of an unknown trade"),
    ("Five passers-by are in hospital.", "injured 5", "an unknown noun in care"),
    ("An electrician lost an arm.", "injured 1 listing", "what was lost"),
    ("A mother and her two children died.", "killed 3 listing", "children told with their mother"),
    ("The passengers, three women, were killed.", "killed 3", "persons told in an aside"),
    (
        "No dockers were hurt.",
        "killed 0 subset negated; injured 0 subset negated",
        "an unknown trade that was not hurt",
    ),
    ("Casualties: none.", "killed 0 negated; injured 0 negated", "a form filled in"),
    ("No lives were lost.", "killed 0 negated", "lives that were not lost"),
    ("People were in the cellar and are unharmed.", "killed 0 negated; injured 0 negated", "all of them unharmed"),
    ("Two guards were unharmed.", "", "some unharmed says nothing of the others"),
    ("A family was killed.", "", "nobody knows how many"),
    (
        "They reported one death. The figure was later raised to two, with 14 hurt.",
        "killed 1; killed 2 update; injured 14 update",
        "the figure is the one told before, whatever comes behind",
    ),
    (
        "Drones killed two in Kherson, one in Lyman.",
        "killed 2; killed 1 subset",
        "the word of harm is told once for two places",
    ),
    ("The strike killed two people.", "killed 2", "active"),
    ("A missile has killed at least 31 people.", "killed 31", "a perfect is active although 'has' stands before"),
    ("Three residents have been killed.", "killed 3", "a perfect passive"),
    ("13 killed in Odesa", "killed 13", "headline without a verb"),
    ("Fourteen reported killed", "killed 14", "a word between count and participle"),
    ("Strike on depot kills 24", "killed 24", "headline in the present"),
    ("One dead, three hurt as missile hits house", "killed 1; injured 3", "two counts beside adjectives"),
    ("Man, 34, killed in drone strike", "killed 1 listing", "a person without an article, an age between"),
    ("It left two dead and 15 wounded.", "killed 2; injured 15", "'left' with two states"),
    ("Two people died and 47 were hurt.", "killed 2; injured 47", "an intransitive verb, then an ellipsis"),
    ("Three were killed and 11 wounded.", "killed 3; injured 11", "the auxiliary is told once"),
    ("The attack killed 18 people and wounded 78.", "killed 18; injured 78", "two active verbs"),
    ("Two drones killed three people.", "killed 3", "the count of the weapon is not of the dead"),
    ("An officer killed two soldiers.", "killed 2", "a person who acts is not the one who died"),
    (
        "Shells fell, killing at least 16 people, six of them children, and injuring over 50.",
        "killed 16; killed 6 subset; injured 50",
        "participles with a remark about part of them between",
    ),
    ("The blast claimed the lives of 12.", "killed 12", "an idiom before its count"),
    ("The strike claimed 12 lives.", "killed 12", "an idiom around its count"),
    ("Seven lives have been lost.", "killed 7", "lives as the subject"),
    ("The attack cost 19 civilians their lives.", "killed 19", "an idiom behind its count"),
    ("Rescuers saved 12 lives.", "", "lives that were saved are no deaths"),
    ("Twelve senior officers perished.", "killed 12", "an adjective between count and noun"),
    ("Three people lost their lives.", "killed 3", "an idiom that is one verb"),
    ("Officials confirmed five deaths.", "killed 5", "a noun that counts"),
    ("Police reported one fatality and nine injuries.", "killed 1; injured 9", "two nouns that count"),
    ("There were 29 civilian deaths.", "killed 29", "an adjective before the noun"),
    ("The deaths of three people were confirmed.", "killed 3", "the persons behind the noun"),
    ("Five bodies were found.", "killed 5", "bodies are dead"),
    ("The remains of seven people were found.", "killed 7", "remains, and the persons behind"),
    ("The body of a woman was pulled from the rubble.", "killed 1 listing", "one body, told by the person"),
    ("Two international bodies protested.", "", "bodies that are organisations"),
    ("Dead: 3. Injured: 14.", "killed 3; injured 14", "a table-like list"),
    ("Casualties: 3 killed, 8 wounded.", "killed 3; injured 8", "a heading that the counts explain"),
    ("The dead are two men, two women and a child of one.", "killed 5 listing", "who the dead are, counted"),
    (
        "An elderly woman was killed and three other people lightly injured.",
        "killed 1 listing; injured 3",
        "one, then three",
    ),
    ("Four firefighters who rushed there were wounded.", "injured 4", "a relative clause between"),
    (
        "Two passengers, a man and a woman, were treated for wounds.",
        "injured 2; injured 2 subset listing",
        "an apposition",
    ),
    (
        "Two civilians – a woman and her daughter – were killed.",
        "killed 2; killed 2 subset listing",
        "dashes around it",
    ),
    ("The driver was not injured.", "", "a denial of one person says nothing of the others"),
    ("Five more people were wounded.", "injured 5", "'more' between count and noun"),
    ("A further 108 were wounded.", "injured 108", "'a further' before the count"),
    ("Another 14 people were injured.", "injured 14", "'another' before a count is no person"),
    ("One was killed and another hurt.", "killed 1; injured 1", "'another' alone is one person"),
    ("Rockets killed one person and injured another on the same day.", "killed 1; injured 1", "'another' as an object"),
    ("Both were injured.", "injured 2", "both are two"),
    ("Two soldiers died and as many were wounded.", "killed 2; injured 2", "as many as the count before"),
    ("A family of four died.", "killed 4", "a family is its number"),
    ("A couple was killed.", "killed 2 listing", "a couple is two"),
    ("His two children died.", "killed 2", "a possessive before the count"),
    ("Ukraine lost 1,200 soldiers killed and wounded.", "unsplit 1200", "not split into killed and wounded"),
    ("There were 50 civilian casualties.", "unsplit 50", "casualties are not split"),
    ("Drones wounded four sentries.", "injured 4", "an occupation of the vocabulary"),
    ("It injured 16 theatregoers.", "injured 16", "an object need not be a known word"),
    ("A fitter was killed.", "killed 1 listing", "an occupation nobody listed"),
    ("A kiosk was damaged.", "", "no harm to a person"),
    ("Five coaches burned.", "", "a state of things"),
    ("Four Syrian soldiers and two civilians were killed.", "killed 6 listing", "two counts with one verb"),
    ("It killed two soldiers and three civilians were injured.", "killed 2; injured 3", "two counts, a verb each"),
    ("The strike killed commander Ali Hassan and two bodyguards.", "killed 3 listing", "a name behind a rank"),
    ("The hospital treated 38.", "injured 38", "active, with a bare count"),
    ("Six of those aboard are wounded.", "injured 6", "of those present is no part of a figure"),
    ("Major General Ivan Petrenko was killed.", "killed 1 listing", "a rank and a name are one person"),
]
CARED_FOR = [
    ("12 people were treated for burns.", "injured 12", "treated"),
    ("Twelve were taken to hospital.", "injured 12", "a bare count taken to hospital"),
    ("Eight people needed medical help.", "injured 8", "needed help"),
    ("Five residents suffered an acute stress reaction.", "injured 5", "acute stress counts as injured"),
    ("Three of her crew are in hospital.", "injured 3", "of a group of persons is no part of a figure"),
    ("Two were hurt; one was taken to hospital.", "injured 2; injured 1 subset", "one of those hurt"),
    ("18 patients remain under observation.", "injured 18 subset", "who remain are part of an earlier count"),
    (
        "A fourth casualty was added. All are in hospital.",
        "unsplit 4 update; injured 4 update",
        "all of them are injured",
    ),
    ("The injured were taken to hospital.", "", "no number"),
    ("A paramedic has a broken arm.", "injured 1 listing", "an injury by name"),
    ("His passenger sustained a barotrauma.", "injured 1 listing", "an injury by its learned name"),
    ("Two more were in critical condition.", "injured 2 subset", "a grave condition is part of those hurt"),
    ("One dead in blast; another is in surgery.", "killed 1; injured 1", "in surgery"),
    ("Three people may be trapped.", "missing 3", "trapped"),
    ("One traveller was still listed as missing.", "missing 1", "missing"),
    ("Two drones are missing.", "", "things are not missing persons"),
    ("Five people were rescued from the rubble.", "", "the rescued are no casualties"),
]
PERSONS = [
    ("Killing a man and his wife.", "killed 2 listing", "two persons listed"),
    ("A man and a woman were injured.", "injured 2 listing", "a listing as subject"),
    ("Two women, 65 and 70, and a man died.", "killed 3 listing", "ages are no persons"),
    ("A man, 45, a woman, 39, and a child were killed.", "killed 3 listing", "an age behind each"),
    ("Three women aged 50, 62 and 71 were injured.", "injured 3", "three ages in a row"),
    ("Two brothers (12 and 15) were wounded.", "injured 2", "ages in brackets"),
    ("The bodies of a woman of 76 and a man of 68 were found.", "killed 2 listing", "ages behind 'of'"),
    ("Olena, 34, and her daughter Sofia, 6, were killed.", "killed 2 listing", "a name with an age is a person"),
    ("Olena and her daughter were killed.", "", "how many is not certain: a name alone is not counted"),
    ("A man was killed and his wife was injured.", "killed 1 listing; injured 1 listing", "each verb has its person"),
    ("It killed a man and a woman was wounded.", "killed 1 listing; injured 1 listing", "the second begins a clause"),
    ("An infant and two adults were killed.", "killed 3 listing", "one and a count"),
    ("A 69-year-old killed in his own yard.", "killed 1 listing", "an age that stands for a person"),
]
NONE = [
    ("No casualties were reported.", "killed 0 negated; injured 0 negated", "none of either"),
    ("Nobody was hurt.", "killed 0 negated; injured 0 negated", "nobody hurt means nobody killed"),
    ("No one was killed.", "killed 0 negated", "only deaths are denied"),
    ("There were no deaths.", "killed 0 negated", "only deaths, as a noun"),
    ("Nobody was killed or injured.", "killed 0 negated; injured 0 negated", "both denied"),
    ("There were no deaths or injuries.", "killed 0 negated; injured 0 negated", "two nouns"),
    ("The fire caused no injuries.", "killed 0 negated; injured 0 negated", "no injuries"),
    ("It did not cause any casualties.", "killed 0 negated; injured 0 negated", "not ... any"),
    ("It burned down without casualties.", "killed 0 negated; injured 0 negated", "without"),
    ("The missile killed no one.", "killed 0 negated", "the denial as an object"),
    ("Everyone escaped unhurt.", "killed 0 negated; injured 0 negated", "everyone unhurt"),
    ("Nobody died, but eight people were hurt.", "killed 0 negated; injured 8", "a denial, then a count"),
    ("Not a single person was hurt.", "killed 0 negated; injured 0 negated", "not a single"),
    ("No one else was hurt.", "", "others are denied, not all"),
    ("No one was seriously injured.", "", "only serious injuries are denied"),
    ("There were no immediate reports of casualties.", "", "no reports yet is not none"),
    ("No information on casualties was available.", "", "not known"),
    ("It is not known whether anyone was hurt.", "", "not known, as a clause"),
    ("There are dead and wounded.", "", "no number"),
]
TOLLS = [
    ("The death toll rose to 21.", "killed 21 update", "a toll"),
    ("The death toll rose from 13 to 15.", "killed 13 superseded; killed 15 update", "from and to are no range"),
    ("The toll stands at 31 dead and 84 injured.", "killed 31 update; injured 84 update", "each with its own word"),
    (
        "The number of people injured in Lviv on the morning of 18 August has climbed to 23.",
        "injured 23 update",
        "a date between is no toll",
    ),
    ("The number of wounded has risen to 52.", "injured 52 update", "the number of wounded"),
    ("The number of casualties rose to 44.", "unsplit 44 update", "a toll that is not split"),
    ("Officials put the number of injured at about 90.", "injured 90 update", "put at"),
    ("The 16th victim died in hospital.", "killed 16 update", "an ordinal tells the count"),
    ("The fifth body was found.", "killed 5 update", "the fifth body"),
    (
        "Six wounded, the governor said. The mayor later raised that to nine.",
        "injured 6; injured 9 update",
        "takes the kind",
    ),
    ("Six people were hurt; by noon the figure stood at nine.", "injured 6; injured 9 update", "'the figure'"),
    ("About 40 were wounded, up from nine.", "injured 40; injured 9 superseded", "up from"),
    (
        "Three died and 25 were wounded; they had reported 22.",
        "killed 3; injured 25; injured 22 superseded",
        "had reported",
    ),
    (
        "The ministry first announced 49 deaths, then 50, then 51.",
        "killed 49 superseded; killed 50 superseded; killed 51 superseded",
        "a chain of earlier counts",
    ),
    ("The governor first spoke of six wounded.", "injured 6 superseded", "first spoke of"),
    ("The first report mentioned 17 injured.", "injured 17 superseded", "the first report"),
    ("Two were killed, the first report said.", "killed 2 superseded", "the first report, told behind"),
    (
        "Sixteen people were killed and 33 wounded; a statement had given 17 and 32.",
        "killed 16; injured 33; killed 17 superseded; injured 32 superseded",
        "a pair: killed, then injured",
    ),
    ("The injured now number 21.", "injured 21 update", "a verb of number"),
    ("The previous toll was 12.", "killed 12 superseded", "an earlier toll"),
    ("Two died in March (by our tally, all of April: 158).", "killed 2", "a colon leads from no toll"),
    ("As of noon 14 people are dead.", "killed 14 update", "as of"),
    ("Nine injured now.", "injured 9 update", "now, behind the count"),
    ("The first strike killed 2 people.", "killed 2", "a first strike is no first report"),
]
PARTS = [
    ("Twelve people died, including two children.", "killed 12; killed 2 subset", "including"),
    ("12 dead, one of them a child, and 25 injured", "killed 12; killed 1 subset; injured 25", "one of them"),
    (
        "Twenty were killed. Four of the wounded are in a bad way.",
        "killed 20; injured 4 subset",
        "its own kind is named",
    ),
    ("Two of the injured are teenagers.", "injured 2 subset", "of the injured"),
    ("23 of those who died were pensioners.", "killed 23 subset", "of those who died"),
    ("Five of the 12 injured are children.", "injured 5 subset", "of a count"),
    ("A paramedic is among those who lost their lives.", "killed 1 subset listing", "among those"),
    ("A journalist was among the dead.", "killed 1 subset listing", "the same, the person first"),
    ("One of the wounded died in hospital.", "killed 1 subset", "of the wounded, but dead"),
    ("Two were injured, one of whom later died.", "injured 2; killed 1 subset", "of them, but dead"),
    ("Among the dead was a girl.", "killed 1 subset listing", "among the dead"),
    ("13 drones were downed and one of them hit a roof.", "", "a part of drones"),
    ("Ten were killed, including one who died later.", "killed 10; killed 1 subset", "not a second death"),
]
NO_FIGURE = [
    ("47 drones were downed.", "", "drones"),
    ("Two houses were hit.", "", "houses"),
    ("Air defence destroyed 24 of the 52 drones.", "", "a fraction of drones"),
    ("An S-300 fell near the 155th Brigade, 13 km away.", "", "weapon, unit, distance"),
    ("Attacks have killed 38 per cent more people.", "", "a percentage"),
    ("At 12:40 on 3 July 2025 the siren sounded.", "", "clock and date"),
    ("The blast killed the engine.", "", "a thing"),
    ("It could have killed 20 people.", "", "what did not happen"),
    ("2. Casualties occurred in 17 of 24 regions.", "", "the number of a list item"),
    ("Workers 'died' in the drill.", "", "scare quotes and no number"),
    ("In the exercise two people “died”.", "", "an exercise"),
]
BOUNDS = [
    ("At least 3 people died.", (3, 3, None, "at least"), "a lower bound"),
    ("More than 100 people were hurt.", (100, 100, None, "more than"), "a lower bound"),
    ("Up to ten soldiers were killed.", (10, None, 10, "up to"), "an upper bound"),
    ("As many as a dozen officers perished.", (12, None, 12, "as many as"), "an upper bound in words"),
    ("Nearly 50 people were injured.", (50, None, 50, "nearly"), "not quite reached"),
    ("About 40 people were wounded.", (40, None, None, "about"), "no bound is known"),
    ("Between five and seven people died.", (5, 5, 7, "between"), "a range; the lower end is the best guess"),
    ("5-7 people died.", (5, 5, 7, None), "a range in digits"),
    ("Dozens were hurt.", (None, None, None, "dozens"), "no number"),
    ("Several people were hurt.", (None, None, None, "several"), "no number"),
    ("Half a dozen people were hurt.", (6, 6, 6, None), "a number in words"),
    ("The raid killed 1,019 people.", (1019, 1019, 1019, None), "a thousands separator"),
]
WORDS = [
    ("Two people died.", ["Two people"], "count and persons"),
    ("A man and a woman were killed.", ["A man", "a woman"], "each person of a listing"),
    ("The death toll rose to 21.", ["21"], "the figure of a toll"),
    ("Nobody was hurt.", ["Nobody was hurt", "Nobody was hurt"], "the denial itself"),
]
HOSTILE = [
    ("two of them " * 3000, "parts of nothing"),
    ("killed " * 5000, "cues without persons"),
    ("a man, " * 5000, "a listing without an end"),
    ("hundred " * 5000, "a number without an end"),
    ("another " * 5000 + "five killed", "determiners without an end"),
    ("9" * 5000 + " killed", "no number of persons has so many digits"),
    ("<img src=x onerror=alert(1)> 3 killed", "markup is text"),
]


def told(text: str) -> str:
    """The figures of a text in short: "killed 2; injured 9 update"; "?" for a number that is not stated."""
    return "; ".join(_short(figure) for figure in find_casualties(text))


def _short(figure: Figure) -> str:
    best = "?" if figure.best is None else str(figure.best)
    return " ".join([figure.kind, best, *(mark for mark in MARKS if getattr(figure, mark))])


ROWS = STATED + CARED_FOR + PERSONS + NONE + TOLLS + PARTS + NO_FIGURE


@pytest.mark.parametrize(("text", "expected", "reason"), ROWS, ids=[text for text, _, _ in ROWS])
def test_figures(text: str, expected: str, reason: str) -> None:
    assert told(text) == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), BOUNDS, ids=[text for text, _, _ in BOUNDS])
def test_bounds(text: str, expected: tuple[int | None, int | None, int | None, str | None], reason: str) -> None:
    (figure,) = find_casualties(text)
    assert (figure.best, figure.low, figure.high, figure.qualifier) == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), WORDS, ids=[text for text, _, _ in WORDS])
def test_words_behind_a_figure(text: str, expected: list[str], reason: str) -> None:
    assert [text[a:b] for figure in find_casualties(text) for a, b in figure.spans] == expected, reason


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "KYIV 😔\n\nNothing fell.\n\nTwo people died."
    (figure,) = find_casualties(text)
    assert text[figure.start : figure.end] == "Two people died"


def test_a_kind_is_not_carried_over_many_sentences() -> None:
    far = "Six people were hurt. " + "It rained all day. " * 5 + "The figure stood at nine."
    assert told(far) == "injured 6"


@pytest.mark.parametrize(("text", "reason"), HOSTILE, ids=[reason for _, reason in HOSTILE])
def test_hostile_text_is_read_or_passed_over(text: str, reason: str) -> None:
    for figure in find_casualties(text):
        assert 0 <= figure.start < figure.end <= len(text), reason


SOURCES = Path(inspect.getfile(find_casualties)).parent


def test_every_sense_of_the_vocabulary_is_one_the_rules_know() -> None:
    modules = [*SOURCES.glob("*.py")]
    code = " ".join(path.read_text(encoding="utf-8") for path in modules)
    known = set(re.findall(r"[a-z_]+", " ".join(re.findall(r'"([a-z_ ]+)"', code))))
    senses = {term.sense for name in VOCABULARIES for term in load_terms(name)}
    assert senses - known == set()


PIECES = [term.term.rstrip("*") for name in VOCABULARIES for term in load_terms(name)]
PIECES += [",", ".", ";", "(", ")", "—", "3", "1,019", "12:40", "85-year-old", "Olena", "«", "»", "\n", "of the"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)))
def test_any_text_gives_figures_inside_it(text: str) -> None:
    for figure in find_casualties(text):
        assert 0 <= figure.start < figure.end <= len(text)
        assert all(0 <= a < b <= len(text) for a, b in figure.spans)
        assert figure.spans
        assert figure.rule
        assert figure.best is None or figure.low is None or figure.low <= figure.best
        assert figure.best is None or figure.high is None or figure.best <= figure.high
