"""Casualty figures in Ukrainian and Russian: a sentence, the figures it states, and why the row is here."""

import pytest

from dashboard.extract.casualties import find_casualties

MARKS = ("subset", "superseded", "update", "listing", "negated")

UKRAINIAN = [
    ("Поранено жінку та двох її дітей.", "injured 3 listing", "children told with their mother"),
    ("Лікарі борються за життя двох поранених.", "injured 2", "lives that are fought for"),
    ("Постраждала санітарка, постраждала школа.", "injured 1 listing", "a trade, and a thing"),
    ("Є загиблий і троє поранених.", "killed 1 listing; injured 3", "one by the singular"),
    ("Водія, якому було 52, врятувати не вдалося.", "killed 1 listing", "an age, and who could not be saved"),
    ("Суми — 2 поранених, Шостка — 1 загиблий.", "injured 2; killed 1", "two towns"),
    ("Убито 44-річного муляра.", "killed 1 listing", "a trade we have no word for, told by the age"),
    ("Померла жінка, поранена вчора.", "killed 1 listing", "a participle that only tells which woman"),
    ("Удар обірвав життя двох людей.", "killed 2", "lives that were cut short"),
    ("Поранено чергового котельні.", "injured 1 listing", "a trade we have no word for, as the object"),
    ("Загинув муляр.", "killed 1 listing", "a verb in the singular tells of one"),
    ("Травмовано білетерку й шестеро пасажирів.", "injured 7 listing", "an unknown trade and those listed with it"),
    ("2 людини загинули, ще 14 — поранені.", "killed 2; injured 14", "a dash for the verb"),
    ("Спершу повідомляли про двох загиблих, згодом їх стало четверо.", "killed 2 superseded; killed 4 update", "їх"),
    ("Під завалами знайшли тіло сторожа.", "killed 1 listing", "a body is not missing"),
    ("Загиблі: жінка 1958 р.н. та її онук.", "killed 2 listing", "a year of birth"),
    ("Постраждалих, каже мер, нема.", "killed 0 negated; injured 0 negated", "a remark before the denial"),
    ("Ні потерпілих, ні руйнувань.", "killed 0 negated; injured 0 negated", "a double denial"),
    (
        "Внаслідок удару загинули 12 людей, ще 34 отримали поранення.",
        "killed 12; injured 34",
        "behind and before the verb",
    ),
    ("Загинуло троє цивільних, поранено 15.", "killed 3; injured 15", "impersonal verbs"),
    (
        "12 загиблих і 25 поранених, серед них четверо дітей.",
        "killed 12; injured 25; injured 4 subset",
        "nouns, and a part",
    ),
    ("Двоє людей загинули, п'ятеро госпіталізовані.", "killed 2; injured 5", "collective numerals"),
    ("П’ятеро поранених.", "injured 5", "a typographic apostrophe"),
    ("Поранення отримали четверо людей.", "injured 4", "the object first"),
    ("Чоловік і жінка загинули.", "killed 2 listing", "a listing without numbers"),
    ("Загинули чоловік та жінка, ще двоє поранені.", "killed 2 listing; injured 2", "a listing behind the verb"),
    ("Загинули 45-річний чоловік, його дружина та двоє дітей.", "killed 4 listing", "three items, an age"),
    ("Жінка, 67 років, та чоловік, 70 років, загинули.", "killed 2 listing", "ages in years"),
    ("Дівчинка трьох з половиною років і чоловік поранені.", "injured 2 listing", "an age in words"),
    ("Жінка 56 років поранена.", "injured 1 listing", "the age is no number of persons"),
    ("Постраждав 19-річний хлопець.", "injured 1 listing", "one person behind the verb"),
    (
        "Ще один городянин, 62-річний чоловік, отримав важкі поранення.",
        "injured 1; injured 1 subset listing",
        "an apposition",
    ),
    ("Травмовано двадцять двоє людей.", "injured 22", "a compound numeral"),
    ("Постраждалих уже 23.", "injured 23 update", "постраждалі are injured"),
    ("Щонайменше 7 людей загинуло, понад 50 поранено.", "killed 7; injured 50", "qualifiers"),
    ("З-під завалів дістали тіло чоловіка.", "killed 1 listing", "a body"),
    ("З-під завалів дістали тіла двох людей.", "killed 2", "bodies"),
    ("Двоє людей вважаються зниклими безвісти.", "missing 2", "missing"),
    ("Ще одну людину шукають.", "missing 1", "being looked for"),
    ("Одна людина зазнала гострої реакції на стрес.", "injured 1", "acute stress"),
    ("Медики госпіталізували 45-річного чоловіка та 12-річну дівчинку.", "injured 2 listing", "accusatives"),
    ("Двоє звернулися до лікарів з травмами.", "injured 2", "sought help"),
    ("Шестеро пацієнтів лишаються в лікарнях.", "injured 6 subset", "who remain are a part"),
    ("Удар забрав життя трьох людей.", "killed 3", "took the lives of"),
    ("Забрано 760 життів.", "killed 760", "lives"),
    ("Російський дрон убив двох цивільних.", "killed 2", "active"),
    ("Пошкоджено 12 будинків, поранено двох мешканців.", "injured 2", "houses are no persons"),
    ("Кількість загиблих зросла до 21.", "killed 21 update", "a toll"),
    ("Кількість постраждалих зросла з 13 до 15.", "injured 13 superseded; injured 15 update", "from and to"),
    ("До 23 зросла кількість людей, які постраждали.", "injured 23 update", "the figure before the toll"),
    ("Число загиблих сягнуло 7, поранених — 30.", "killed 7 update; injured 30", "an ellipsis with a dash"),
    (
        "Мер спершу говорив про двох постраждалих, потім уточнив: «Уже троє».",
        "injured 2 superseded; injured 3 update",
        "уже",
    ),
    ("Раніше повідомлялося про 17 поранених.", "injured 17 superseded", "reported before"),
    ("Ніхто не постраждав.", "killed 0 negated; injured 0 negated", "nobody"),
    ("Постраждалих немає.", "killed 0 negated; injured 0 negated", "none, behind the noun"),
    ("Загиблих і постраждалих немає.", "killed 0 negated; injured 0 negated", "two nouns"),
    ("Обійшлося без потерпілих.", "killed 0 negated; injured 0 negated", "without"),
    ("Обійшлося без загиблих.", "killed 0 negated", "only deaths are denied"),
    ("Є пошкодження, люди цілі.", "killed 0 negated; injured 0 negated", "people unhurt"),
    ("Люди не постраждали.", "killed 0 negated; injured 0 negated", "people not hurt"),
    ("Загиблих немає, поранено трьох.", "killed 0 negated; injured 3", "a denial, then a count"),
    ("Інформації про постраждалих не надходило.", "", "no news is not none"),
    ("Є загиблі та багато поранених.", "injured ?", "no number"),
    ("Двоє працівників «загинули», дев'ятеро «поранені».", "", "an exercise, in scare quotes"),
    ("Збито 47 дронів.", "", "drones"),
    ("Обоє живі, контужені.", "injured 2", "both, and a word between"),
    ("Поранених четверо, одна з них — вахтерка.", "injured 4; injured 1 subset", "one of them"),
    ("54-річний рибалка дістав уламкові поранення ніг.", "injured 1 listing", "a word between verb and wounds"),
    ("Вісьмох забрали до лікарень.", "injured 8", "taken to hospitals"),
    ("Жінка 71 року з осколком у плечі.", "injured 1 listing", "no verb"),
    ("Ще три зникли з радарів.", "", "drones that vanish are not missing"),
    ("Кількість поранених зростала щогодини: четверо, шестеро.", "", "a colon leads to no latest figure"),
    ("Третя жертва — пенсіонер.", "killed 3 update", "an ordinal tells the count"),
    ("Загинуло подружжя.", "killed 2 listing", "a married couple"),
]
RUSSIAN = [
    ("Один человек погиб на месте, второй умер в больнице.", "killed 1; killed 2", "the second makes the count full"),
    ("Водитель и его напарник ранены.", "injured 2 listing", "two persons"),
    ("Осколочные ранения получил пастух.", "injured 1 listing", "the wounds first, and an unknown trade"),
    ("Двое обратились в травмпункт с порезами.", "injured 2", "where they went"),
    ("Троих жильцов посекло стеклом.", "injured 3", "an impersonal verb"),
    ("Смертельные ранения получила продавщица.", "killed 1 listing", "fatal wounds"),
    (
        "Погибла билетёрша, ранены трое пассажиров.",
        "killed 1 listing; injured 3",
        "a verb in the singular tells of one",
    ),
    ("Сторожа нашли мёртвым.", "killed 1 listing", "found dead"),
    ("Людей не задело.", "killed 0 negated; injured 0 negated", "nobody was touched"),
    ("Ранения различной тяжести получили шесть человек.", "injured 6", "words between the wounds and the verb"),
    ("В результате атаки погибли 5 человек, 12 ранены.", "killed 5; injured 12", "behind and before the verb"),
    ("Погибли двое мирных жителей, ещё трое получили ранения.", "killed 2; injured 3", "collective numerals"),
    ("Погибла женщина, её муж ранен.", "killed 1 listing; injured 1 listing", "one each"),
    ("Мужчина и женщина погибли.", "killed 2 listing", "a listing"),
    ("Пострадали мужчина 40 лет и женщина 38 лет.", "injured 2 listing", "ages in years"),
    ("Женщина, 34 года, и её сын погибли.", "killed 2 listing", "an age between commas"),
    ("В результате удара пострадали 22 человека, двое из них — дети.", "injured 22; injured 2 subset", "a part"),
    ("Ранены четверо, в том числе ребёнок.", "injured 4; injured 1 subset listing", "including"),
    ("25 погибших и 30 раненых", "killed 25; injured 30", "nouns"),
    ("Госпитализированы шесть человек.", "injured 6", "taken to hospital"),
    (
        "Водитель погиб на месте, пассажирка в больнице.",
        "killed 1 listing; injured 1 listing",
        "no verb for the second",
    ),
    ("Тракторист получил баротравму.", "injured 1 listing", "an injury by name"),
    ("Убито 250 военнослужащих.", "killed 250", "soldiers"),
    ("За сутки погибли 2 и ранены 9 жителей.", "killed 2; injured 9", "one noun for two counts"),
    ("Под завалами остаются два человека.", "missing 2", "under the rubble"),
    ("Из-под завалов извлекли тела троих человек.", "killed 3", "bodies"),
    ("Пострадали не менее 30 человек.", "injured 30", "a qualifier of two words"),
    ("Число погибших выросло до 21, пострадавших — до 84.", "killed 21 update; injured 84", "a toll and an ellipsis"),
    ("Число раненых увеличилось с 10 до 14.", "injured 10 superseded; injured 14 update", "from and to"),
    ("Никто не пострадал.", "killed 0 negated; injured 0 negated", "nobody"),
    ("Пострадавших нет.", "killed 0 negated; injured 0 negated", "none, behind the noun"),
    ("Обошлось без пострадавших.", "killed 0 negated; injured 0 negated", "without"),
    ("Жертв и пострадавших нет.", "killed 0 negated; injured 0 negated", "two nouns"),
    ("Люди также не пострадали.", "killed 0 negated; injured 0 negated", "a word between"),
    ("Погибших нет, ранены трое.", "killed 0 negated; injured 3", "a denial, then a count"),
    ("Супруг доставлен в областную больницу.", "injured 1 listing", "a word between verb and hospital"),
    ("От полученных ран скончалась женщина.", "killed 1 listing", "died of wounds"),
    ("Информации о пострадавших не поступало.", "", "no news is not none"),
    ("Сбито 96 беспилотников.", "", "drones"),
    ("Погибшему было 47 лет.", "", "an age"),
]
ROWS = UKRAINIAN + RUSSIAN


def told(text: str) -> str:
    """The figures of a text in short: "killed 2; injured 9 update"; "?" for a number that is not stated."""
    short = []
    for figure in find_casualties(text):
        best = "?" if figure.best is None else str(figure.best)
        short.append(" ".join([figure.kind, best, *(mark for mark in MARKS if getattr(figure, mark))]))
    return "; ".join(short)


@pytest.mark.parametrize(("text", "expected", "reason"), ROWS, ids=[text for text, _, _ in ROWS])
def test_figures(text: str, expected: str, reason: str) -> None:
    assert told(text) == expected, reason
