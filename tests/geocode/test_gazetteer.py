"""The gazetteer: the order of its sources, its index, and how places lie in one another."""

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from dashboard.errors import GazetteerError
from dashboard.geocode import Gazetteer, city_of, containing, country_place, find_places, region_of
from dashboard.geocode.sources.entries import Entry
from dashboard.geocode.sources.index import Index, build, index_version
from dashboard.geocode.sources.reviewed import COLUMNS, read_rows
from dashboard.records import Place, Report
from dashboard.settings import CHECKOUT

SHIPPED = CHECKOUT / "geocache" / "gazetteer.csv"
HEAD = ",".join(COLUMNS)


def with_rows(folder: Path, cache: Path, *rows: str) -> Gazetteer:
    path = folder / "gazetteer.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", "utf-8")
    return Gazetteer.load(path, cache)


def place(text: str, gazetteer: Gazetteer) -> Place:
    found = find_places(Report("r", None, text), gazetteer)[0].place
    assert found is not None, text
    return found


def test_accepted_row_outranks_the_embedded_place(tmp_path: Path, cache: Path, gazetteer: Gazetteer) -> None:
    row = "Shostka,,city,,Sumy Oblast,UA,51.9,33.5,,accepted,survey,me,2025-07-04,,moved,CC0"
    moved = place(["Ukraine ", "Shostka was hit."][1], with_rows(tmp_path, cache, row))
    assert (moved.latitude, moved.longitude, moved.origin) == (51.9, 33.5, "survey")
    assert place("Shostka was hit.", gazetteer).latitude != 51.9


def test_unfindable_row_hides_the_embedded_place(tmp_path: Path, cache: Path) -> None:
    row = "Poltava,,city,,,UA,,,,unfindable,,me,2025-07-04,cannot be told apart,,"
    (found,) = find_places(Report("r", None, "Poltava was hit."), with_rows(tmp_path, cache, row))
    assert (found.place, found.candidates) == (None, ())
    assert "me decided on 2025-07-04" in found.reason


def test_proposed_row_counts_only_where_no_other_source_has_the_name(tmp_path: Path, cache: Path) -> None:
    shadowed = "Poltava,,city,,Poltava Oblast,UA,1.0,2.0,,proposed,Nominatim,,,,an answer,ODbL 1.0"
    alone = "Vyhadanivka,,village,,Poltava Oblast,UA,49.0,34.0,,proposed,Nominatim,,,,an answer,ODbL 1.0"
    gazetteer = with_rows(tmp_path, cache, shadowed, alone)
    assert place("Poltava was hit.", gazetteer).latitude == pytest.approx(49.589, abs=0.01)
    assert place("In Vyhadanivka, Poltava, a house burned. Ukraine said so.", gazetteer).origin == "Nominatim"


def test_answer_for_a_name_of_two_words_counts_in_a_text_that_was_read_before_it_came(
    tmp_path: Path, cache: Path
) -> None:
    text, gazetteer = "In Nova Vyhadanivka, Poltava region, a house burned.", with_rows(tmp_path, cache)
    assert "Nova Vyhadanivka" not in {each.text for each in find_places(Report("r", None, text), gazetteer)}
    answer = "Nova Vyhadanivka,,village,,Poltava Oblast,UA,49.0,34.0,,proposed,Nominatim,,,,an answer,ODbL 1.0"
    answers = tmp_path / "answers.csv"
    answers.write_text(f"{HEAD}\n{answer}\n", "utf-8")
    gazetteer.add_answers(read_rows(answers))
    assert place(text, gazetteer).name == "Nova Vyhadanivka"


def test_order_in_which_names_are_met_does_not_matter(cache: Path) -> None:
    # It is that of a set, and differs from one start to the next: a district of Zaporizhzhia once stood for the city.
    gazetteer = Gazetteer.load(SHIPPED, cache)
    before = gazetteer._replacements()
    names = [each for each in gazetteer._accepted_names.items() if each[1][1]]
    names.sort(key=lambda each: gazetteer._accepted[each[1][1][0][0]].precision)  # districts before settlements
    gazetteer._accepted_names = dict(names)
    assert gazetteer._replacements() == before
    assert next(place.population for place, _ in gazetteer.find("zaporizhzhia").places) == 710052


def test_version_follows_the_reviewed_rows(tmp_path: Path, cache: Path, gazetteer: Gazetteer) -> None:
    shutil.copy(SHIPPED, tmp_path / "gazetteer.csv")
    assert Gazetteer.load(tmp_path / "gazetteer.csv", cache).version == gazetteer.version
    with (tmp_path / "gazetteer.csv").open("a", encoding="utf-8") as lines:
        lines.write("Zzz,,town,,,UA,50,30,,accepted,survey,me,2025-07-04,,a source,CC0\n")
    assert Gazetteer.load(tmp_path / "gazetteer.csv", cache).version != gazetteer.version


def test_radius_is_the_row_s_or_else_the_assumed_one_of_its_kind(gazetteer: Gazetteer) -> None:
    district = place(["", "Solomianskyi district burned."][1] + " Kyiv said so.", gazetteer)
    assert (district.radius_assumed, district.precision) == (False, "district")
    city = place("Poltava was hit.", gazetteer)
    assert (city.radius_m, city.radius_assumed) == (6000, True)


def test_broken_index_is_built_again(
    tmp_path: Path, gazetteer: Gazetteer, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"places-{index_version()}.sqlite"
    (tmp_path / name).write_bytes(b"no database at all" * 100)
    whole = (cache / name).read_bytes()
    monkeypatch.setattr("dashboard.geocode.sources.index.build", lambda path, entries: path.write_bytes(whole))
    assert Index.open(tmp_path).find("poltava")[1]


def test_build_swaps_in_a_whole_index_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    poltava = Place("Poltava", "city", "settlement", 49.6, 34.5, 6000, True, "UA", None, None, "test", 1)

    def entries() -> list[Entry]:
        return [Entry(poltava, ("Poltava", "Полтава"), True)]

    path = tmp_path / "sub" / "places.sqlite"
    threads = [threading.Thread(target=build, args=(path, entries)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.name for each in path.parent.iterdir()] == ["places.sqlite"]
    index = Index(path)
    assert [index.place(number) for number, _ in index.find("полтаві")[1]] == [poltava]
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_failed_build_leaves_no_part(tmp_path: Path) -> None:
    def broken() -> list[Entry]:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        build(tmp_path / "places.sqlite", broken)
    assert list(tmp_path.iterdir()) == []


def test_places_lie_in_one_another(gazetteer: Gazetteer) -> None:
    text = "Kyiv's Solomianskyi district and Darnytskyi district; Brovary; Poltava; Kremenchuk; Belgorod, Russia."
    found = {each.text: each.place for each in find_places(Report("r", None, text), gazetteer)}
    places = {words: each for words, each in found.items() if each is not None}
    district, other = places["Solomianskyi district"], places["Darnytskyi district"]
    city = city_of(district, gazetteer)
    assert city is not None
    assert city.name == "Kyiv"
    poltava = places["Poltava"]
    region = region_of(poltava, gazetteer)
    assert region is not None
    assert (region.name, region.precision) == ("Poltava Oblast", "admin1")
    assert region_of(region, gazetteer) == region
    ukraine = country_place("UA", gazetteer)
    assert region_of(ukraine, gazetteer) is None
    cases = [
        ([district, other], "Kyiv", "districts of one city"),
        ([district, city], "Kyiv", "a district and its city"),
        ([poltava, places["Kremenchuk"]], "Poltava Oblast", "towns of one region"),
        ([district, poltava], "Ukraine", "places of two regions"),
        ([poltava], "Poltava", "one place holds itself"),
    ]
    for inner, name, reason in cases:
        outer = containing(inner, gazetteer)
        assert outer is not None, reason
        assert outer.name == name, reason
    assert containing([poltava, places["Belgorod"]], gazetteer) is None
    assert containing([], gazetteer) is None


def test_unknown_country_code(gazetteer: Gazetteer) -> None:
    with pytest.raises(GazetteerError, match="'XX' is no country"):
        country_place("XX", gazetteer)


def test_cache_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    with pytest.raises(GazetteerError, match="set STRIKEMAP_CACHE to a folder"):
        Index.open(tmp_path / "file")


@pytest.mark.parametrize("text", ["Shostka was hit, Ukraine said.", "Удар по Шостці. Україна."])
def test_a_row_without_spellings_keeps_those_of_the_embedded_place(text: str, tmp_path: Path, cache: Path) -> None:
    row = "Shostka,,city,,Sumy Oblast,UA,51.9,33.5,,accepted,survey,me,2025-07-04,,moved,CC0"
    assert place(text, with_rows(tmp_path, cache, row)).latitude == 51.9


def test_a_row_with_the_key_of_an_embedded_place_stands_for_it_however_far_it_was_moved(
    tmp_path: Path, cache: Path
) -> None:
    row = "Shostka,,town,,Sumy Oblast,UA,48.1,33.5,,accepted,survey,me,2025-07-04,,moved,CC0"
    gazetteer = with_rows(tmp_path, cache, "Sumy Oblast,,oblast,,Sumy Oblast,UA,51,34,,accepted,a,b,,,c,d", row)
    (found,) = [o for o in find_places(Report("r", None, "Шостка."), gazetteer) if o.place]
    assert [each.place.latitude for each in found.candidates] == [48.1], "the old point is no candidate any more"


def test_an_unfindable_name_of_several_words_is_found_whole(tmp_path: Path, cache: Path) -> None:
    row = "Nova Vyhadana Balka,,village,,,,,,,unfindable,,me,2025-07-04,,,"
    (found,) = find_places(Report("r", None, "In Nova Vyhadana Balka a house burned."), with_rows(tmp_path, cache, row))
    assert (found.text, found.place) == ("Nova Vyhadana Balka", None)


def test_an_unfindable_name_holds_with_its_type_word_and_against_no_reviewed_place(tmp_path: Path, cache: Path) -> None:
    rows = "Leninsky urban district,,raion,,,,,,,unfindable,,me,2025-07-04,,,"
    text = "Moscow said: in the Leninsky urban district, Moscow region, a house burned. Leninsky District said so too."
    found = find_places(Report("r", None, text), with_rows(tmp_path, cache, rows))
    by_words = {o.text: o.reason for o in found if "Leninsky" in o.text}
    assert by_words["Leninsky urban district"] == "me decided on 2025-07-04 that it cannot be placed"
    assert "decided" not in by_words.get("Leninsky District", ""), "other words are not decided on"
    reviewed = "Leninsky District,Leninsky urban district,raion,,Moscow Oblast,RU,55.5,37.7,,accepted,a,b,,,c,d"
    found = find_places(Report("r", None, text), with_rows(tmp_path, cache, rows, reviewed))
    assert {o.place.latitude for o in found if o.text == "Leninsky urban district" and o.place} == {55.5}
