"""Place names in Ukrainian and Russian, inflected: each row a text, the name in it, what it means, and why."""

import pytest

from dashboard.geocode import Gazetteer, find_places
from dashboard.records import Report

CASES = [
    ("У Києві пролунали вибухи.", "Києві", "Kyiv", "locative of -їв"),
    ("Мер Харкова повідомив про удар.", "Харкова", "Kharkiv", "genitive of -ів"),
    ("Обстріл Чернігова тривав.", "Чернігова", "Chernihiv", "genitive of -ів"),
    ("У Кривому Розі загинула людина.", "Кривому Розі", "Kryvyi Rih", "adjective and noun, г to з"),
    ("Удар по Білгороду-Дністровському на Одещині.", "Білгороду-Дністровському", "Bilhorod-Dnistrovskyi", "both parts of a double name"),
    ("В Івано-Франківську безпечно.", "Івано-Франківську", "Ivano-Frankivsk", "only the last part of a double name"),
    ("Під Краматорськом чути бій.", "Краматорськом", "Kramatorsk", "instrumental of -ськ"),
    ("У Сумах пошкоджено дім.", "Сумах", "Sumy", "locative plural"),
    ("З Вінниці їдуть рятувальники.", "Вінниці", "Vinnytsia", "genitive of -я"),
    ("У Запоріжжі троє поранених.", "Запоріжжі", "Zaporizhzhia", "locative of a neuter in -я"),
    ("Атаковано Шостку.", "Шостку", "Shostka", "accusative of -ка"),
    ("У Слов’янську влучання.", "Слов’янську", "Sloviansk", "an apostrophe, typographic"),
    ("У Слов'янську влучання.", "Слов'янську", "Sloviansk", "an apostrophe, plain"),
    ("У Харківській області горить ліс.", "Харківській області", "Kharkiv Oblast", "a region's adjective"),
    ("У Сумській та Чернігівській областях тривога.", "Сумській", "Sumy Oblast", "the type word at the end of a list"),
    ("На Харківщині двоє загиблих.", "Харківщині", "Kharkiv Oblast", "the everyday name of a region"),
    ("Сумщину атакували дрони.", "Сумщину", "Sumy Oblast", "accusative of the everyday name"),
    ("В Ізюмському районі впав дрон.", "Ізюмському районі", "Iziumskyi Raion", "a raion"),
    ("У Києві, в Солом’янському районі, пожежа.", "Солом’янському районі", "Solomianskyi District, Kyiv", "a district of the city named"),
    ("Київський район Харкова під ударом.", "Київський район", "Kyivskyi District, Kharkiv", "the city after it, in the genitive"),
    ("На Дніпропетровщині обстріляли Марганецьку громаду.", "Марганецьку громаду", "Marhanets", "a community's adjective means its main settlement"),
    ("Росія атакувала Україну.", "Україну", "Ukraine", "a country in the accusative"),
    ("В Белгороде сработала тревога.", "Белгороде", "Belgorod", "prepositional"),
    ("В Курской области сбит дрон.", "Курской области", "Kursk Oblast", "a region's adjective"),
    ("Над Крымом сбили беспилотники.", "Крымом", "Crimea", "instrumental"),
    ("Удар по Артемовску, Донецкая область.", "Артемовску", "Bakhmut", "a former name, in Russian"),
    ("В Ростове-на-Дону дым.", "Ростове-на-Дону", "Rostov-on-Don", "a name with a preposition inside"),
    ("В Днепре и Харькове взрывы.", "Харькове", "Kharkiv", "a Ukrainian city in Russian"),
    ("Москва заявила о перехвате.", "Москва", "Moscow", "a capital that stands for its government"),
    ("Суда вышли в Чёрное море.", "Чёрное море", "Black Sea", "a water; ё or е"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name", "reason"), CASES)
def test_inflected_name(text: str, words: str, name: str, reason: str, gazetteer: Gazetteer) -> None:
    found = {each.text: each.place for each in find_places(Report("r", None, text), gazetteer)}
    assert words in found, f"{reason}; found {sorted(found)}"
    place = found[words]
    assert place is not None, reason
    assert place.name == name, reason
