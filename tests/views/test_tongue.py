"""The page in its languages: every string is marked and translated, and each reader has the language asked for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.settings import PACKAGE
from dashboard.views import tongue, wording
from dashboard.views.map.base import HERE as SERVED
from tests.views.marked import SHOWN, all_marked, catalogue, marking

OTHERS = [language for language in tongue.NAMES if language != tongue.ENGLISH]
PROSE = re.compile(r"^\W*[A-Z][a-z]+(?=$|\W)|[A-Za-z]{2,},? [a-z]{2,}")  # a capitalised word, or two words
MARKUP = re.compile(r"<[^>]*>?|^[^<]*>|&\w+;|\{\w*\}|:material/\w+:")
# Arguments in which Streamlit shows text, of calls on st or on one of its columns.
TEXTS = {"label", "help", "placeholder", "title", "display_text"}
DRAWS = {"button", "caption", "checkbox", "error", "expander", "info", "markdown", "multiselect", "page_link", "pills"}
DRAWS |= {"popover", "radio", "segmented_control", "selectbox", "spinner", "success", "text_area", "text_input"}
DRAWS |= {"toggle", "warning", "write", "date_input", "file_uploader", "form_submit_button", "download_button", "Page"}
NOT_SHOWN = {"Template", "startswith"}
# What is the same in every language: names, formats, keywords of libraries, and what only Streamlit or a log reads.
SAME = {
    *(
        "Strikemap",
        "English",
        "Українська",
        "CSV",
        "GeoJSON",
        "YYYY-MM-DD",
        "49.589, 34.554",
        "Language",
        "Мова",
        "OpenStreetMap",
        "https://…",
        "dropped file",
    ),
    *("AM", "PM", "Int64", "W-SUN", "Prepared", "Told", "Point", "Feature", "FeatureCollection"),
}


def said(node: ast.expr) -> str:
    """The words of a string or an f-string, "{}" where it is filled."""
    if isinstance(node, ast.JoinedStr):
        return "".join(said(part) for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else "{}"


def unmarked(source: str) -> Iterator[tuple[int, str]]:
    """Line and words of each string of a module that a reader may see and that is not marked."""
    tree = ast.parse(source)
    hidden: set[int] = set()
    shown: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            hidden.add(id(body[0].value))  # a docstring
        if isinstance(node, ast.Raise | ast.Assert | ast.Subscript):
            hidden.update(map(id, ast.walk(node)))
        if isinstance(node, ast.JoinedStr):
            hidden.update(id(part) for part in node.values if isinstance(part, ast.Constant))
            hidden.update(id(each.format_spec) for each in node.values if isinstance(each, ast.FormattedValue))
        hidden.update(map(id, marking(node)))
        for annotation in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            hidden.update(map(id, ast.walk(annotation)) if annotation else ())
        called = node.func if isinstance(node, ast.Call) else None
        if getattr(called, "attr", getattr(called, "id", "")) in NOT_SHOWN:
            hidden.update(map(id, ast.walk(node)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in DRAWS:
            shown.update(map(id, node.args[:1]))
            shown.update(id(keyword.value) for keyword in node.keywords if keyword.arg in TEXTS)
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in hidden:
            text = MARKUP.sub(" ", said(node)).strip()
            if text not in SAME and (PROSE.search(text) or (id(node) in shown and re.search("[a-z]{2}", text))):
                yield node.lineno, text


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_string_that_is_shown_is_marked(file: Path) -> None:
    assert list(unmarked(file.read_text("utf-8"))) == []


def test_an_unmarked_string_is_found() -> None:
    lines = ["def f():", '"""Says it."""', 'st.write(_("One"), x="two")', 'st.button("ok")', 'f"<b>{n} more words</b>"']
    source = "\n    ".join(lines)
    assert sorted(unmarked(source)) == [(4, "ok"), (5, "more words")]


STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
SPOKEN = re.compile(r"^[A-Z][a-z]+( |$|,)|(?<![-.#:(])\b[a-z]{2,} [a-z]{2,} [a-z]{2,}")


@pytest.mark.parametrize("file", sorted(SERVED.glob("*.js")), ids=lambda file: file.name)
def test_scripts_get_their_words_from_python(file: Path) -> None:
    code = re.sub(r"^\s*//.*| // .*", "", file.read_text("utf-8"), flags=re.M)
    keys = {
        "ArrowDown",
        "ArrowUp",
        "ArrowLeft",
        "ArrowRight",
        "PageUp",
        "PageDown",
        "Home",
        "End",
        "Escape",
        "Enter",
        "Page",
    }
    found = [
        one or other for one, other in STRING.findall(code) if SPOKEN.search(re.sub(r"\$\{[^}]*\}", "", one or other))
    ]
    assert [text for text in found if text not in keys] == []


@pytest.mark.parametrize("file", sorted(SERVED.glob("*.html")), ids=lambda file: file.name)
def test_the_markup_of_components_holds_no_words(file: Path) -> None:
    html = re.sub(r"<script>.*?</script>", "", file.read_text("utf-8"), flags=re.S)
    assert re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", "", html)) == []
    assert re.findall(r'(?:title|aria-label|placeholder|alt)="[^"]+"', html) == []


def test_the_style_sheets_hold_no_words() -> None:
    for file in (PACKAGE / "views").rglob("*.css"):
        assert re.findall(r'content: "[^"]*[a-z]{2}', file.read_text("utf-8")) == []


def places(text: str) -> set[str]:
    """The names that a string is filled with."""
    return {name for _literal, name, _spec, _conversion in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_string_is_translated_with_the_same_places_to_fill(language: str) -> None:
    read = catalogue(language)
    for text in all_marked():
        found = read.get(text[0] if isinstance(text, tuple) else text)
        assert found is not None, f"{language}: {text!r} is missing; run python -m tests.views.marked"
        assert found.id == text
        said = found.string if isinstance(found.string, tuple | list) else (found.string,)
        forms = read.num_plurals if isinstance(text, tuple) else 1
        assert len(said) == forms
        assert all(said), f"{language}: {text!r} has no translation"
        wanted = places(text[-1] if isinstance(text, tuple) else text)
        assert all(places(str(each)) == wanted for each in said), f"{language}: {text!r} is filled otherwise"


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_holds_no_more_than_is_marked(language: str) -> None:
    marked = set(all_marked())
    assert [message.id for message in catalogue(language) if message.id and message.id not in marked] == []


@pytest.fixture
def in_ukrainian() -> Iterator[None]:
    token = tongue._now.set("uk")
    yield
    tongue._now.reset(token)


@pytest.mark.usefixtures("in_ukrainian")
def test_ukrainian_has_its_own_plurals_numbers_and_dates() -> None:
    assert [wording.many(n, "strike") for n in (1, 3, 5, 11, 21, 1234)] == [
        *("1 удар", "3 удари", "5 ударів", "11 ударів", "21 удар", "1\u00a0234 удари")
    ]
    assert wording.interval("2025-07-03", "2025-07-04") == "3 – 4 липня 2025"
    assert wording.interval("2025-06-30", "2025-07-04") == "30 червня – 4 липня 2025"
    assert wording.radius(4500) == "у межах приблизно 4,5 км"
    assert tongue.forms("{n} strike", "{n} strikes") == {
        **{"one": "{n} удар", "few": "{n} удари", "many": "{n} ударів"},
    }
    assert tongue.country("UA") == "Україна"
    assert tongue.tag() == "uk-UA"


def test_text_of_a_report_is_never_read_as_a_place_to_fill() -> None:
    assert tongue._("according to {source}", source="{0.__class__} {n}") == "according to {0.__class__} {n}"


def page(language: str | None = None) -> AppTest:
    test = AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=60)
    if language:
        test.query_params["lang"] = language
    return test.run()


def labels(test: AppTest) -> str:
    return " ".join(
        [*(box.label for box in test.text_input), *(text.value for text in [*test.markdown, *test.caption])]
    )


@pytest.mark.usefixtures("small_store")
def test_readers_of_one_process_each_have_their_language() -> None:
    st.cache_resource.clear()
    ukrainian, english = page("uk"), page()
    assert not ukrainian.exception
    assert "7 ударів із 7" in labels(ukrainian)
    assert "7 strikes of 7" in labels(english)
    english.text_input(key="text").input("Kyiv").run()
    ukrainian.text_input(key="text").input("Kyiv").run()
    assert "Search" in labels(english)
    assert "Пошук" in labels(ukrainian)
    assert ukrainian.query_params["lang"] == "uk"
    assert "lang" not in english.query_params


@pytest.mark.usefixtures("small_store")
def test_the_switch_keeps_the_rest_of_the_address() -> None:
    st.cache_resource.clear()
    test = AppTest.from_file(str(PACKAGE / "app.py"), default_timeout=60)
    test.query_params["from"] = "2025-07-03"
    test.run()
    test.segmented_control(key="language_switch").set_value("uk").run()
    assert "Пошук" in labels(test)
    assert test.query_params["from"] == "2025-07-03"
    assert test.query_params["lang"] == "uk"
    test.segmented_control(key="language_switch").set_value("en").run()
    assert "Search" in labels(test)


@pytest.mark.usefixtures("small_store")
def test_a_language_that_the_page_has_not_is_passed_over() -> None:
    st.cache_resource.clear()
    assert "Search" in labels(page("xx"))
