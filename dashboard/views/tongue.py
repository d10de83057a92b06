"""The language of the page: English as written in the code, or that of a file in tongues/; chosen for each session.

How a string is marked: `_("One strike")` says it in the language of this run, `_("{n} of {all}", n=1, all=2000)` fills
it and writes whole numbers as that language does, `n_("{n} strike", "{n} strikes", n)` has its plural forms. What is
written down before the language is known is a `Message`, `N_("One strike")`, which `_` says later; `Labels` are words
for codes. The program's own catalogues are read as they stand: there is no step between a .po file and the page.
"""

import gettext
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from numbers import Integral
from pathlib import Path

import streamlit as st
from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from streamlit.runtime.scriptrunner import get_script_run_ctx

ENGLISH = "en"
NAMES = {ENGLISH: "English", "uk": "Українська"}  # each as it calls itself
LOCALES = {ENGLISH: Locale("en", "GB"), "uk": Locale("uk", "UA")}
CATALOGUES = Path(__file__).with_name("tongues")
PARAMETER = "lang"  # of the address
_now: ContextVar[str | None] = ContextVar("language", default=None)  # Streamlit gives each session threads of its own


@dataclass(frozen=True, slots=True)
class Message:
    """A string of the page that was not said in any language yet, so that it cannot be shown by mistake."""

    text: str


class Labels(Mapping[str, str]):
    """Words for codes, looked up in the language of this run."""

    def __init__(self, words: Mapping[str, Message]) -> None:
        self._words = words

    def __getitem__(self, code: str) -> str:
        return _(self._words[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)


def N_(text: str) -> Message:  # the name that gettext's readers know
    """Marks a string that `_` will say later."""
    return Message(text)


def NN_(one: str, more: str) -> tuple[str, str]:
    """Marks a string in its plural forms, which `n_` will say later."""
    return one, more


def _(text: str | Message, /, **values: object) -> str:
    """A string in the language of this run, with its {places} filled. A string that no file knows stays English."""
    text = text.text if isinstance(text, Message) else text
    return _filled(_catalogue(language()).gettext(text), values) if text else ""


def n_(one: str, more: str, n: int, /, **values: object) -> str:
    """The plural form for a number, which stands in the string as {n}."""
    return _filled(_catalogue(language()).ngettext(one, more, int(n)), {"n": n, **values})


def forms(one: str, more: str) -> dict[str, str]:
    """The plural forms by their CLDR category, for the browser to choose from; {n} is its to fill."""
    numbers = {LOCALES[language()].plural_form(n): n for n in range(100, -1, -1)}
    return {category: _catalogue(language()).ngettext(one, more, n) for category, n in numbers.items()}


def number(value: float) -> str:
    """A number with its thousands apart, and at most three decimals."""
    return _number(value, language())


def day(value: date) -> str:
    """A date in words, "3 July 2025"."""
    return _day(value, language())


def country(code: str | None) -> str | None:
    """The name of a country by its ISO 3166-1 code; `None` for a code that is none."""
    return LOCALES[language()].territories.get(code or "")


def side(name: str) -> str:
    """The name of a country that is known by its English one, such as an attacker's; any other name as it stands."""
    return country(_codes().get(name)) or name


def locale() -> Locale:
    """The rules of the language: names of months and days."""
    return LOCALES[language()]


def tag() -> str:
    """The language as a browser knows it, "en-GB"."""
    return str(LOCALES[language()]).replace("_", "-")


def language() -> str:
    """The language of this run, a key of NAMES; English where there is no run."""
    now = _now.get()
    if now is None:
        if get_script_run_ctx(suppress_warning=True) is None:
            return ENGLISH
        now = st.session_state.get("language", ENGLISH)
        _now.set(now)
    return now


def begin() -> None:
    """Finds the language: that of the address, else the one chosen before, else the browser's. Before all else."""
    asked = st.query_params.get(PARAMETER)
    if asked not in NAMES:
        asked = st.session_state.get("language_asked")
    st.session_state.language_asked = asked
    browsers = (st.context.locale or "").split("-")[0].lower()
    st.session_state.language = asked or (browsers if browsers in NAMES else ENGLISH)
    _now.set(st.session_state.language)
    if asked and st.query_params.get(PARAMETER) != asked:
        st.query_params[PARAMETER] = asked


def in_address() -> dict[str, list[str]]:
    """What the address says of the language: nothing where nobody asked for one."""
    asked = st.session_state.get("language_asked")
    return {PARAMETER: [asked]} if asked else {}


def other_parameters() -> dict[str, list[str]]:
    """All else that the address says."""
    return {name: st.query_params.get_all(name) for name in st.query_params if name != PARAMETER}


def show_switch() -> None:
    """Draws the choice of the language; the address keeps all else that it says."""
    if st.session_state.get("language_switch") != language():
        st.session_state.language_switch = language()
    with st.container(key="language"):
        st.segmented_control(
            " / ".join(("Language", "Мова")),  # for who reads either
            list(NAMES),
            key="language_switch",
            format_func=NAMES.__getitem__,
            on_change=_take_switch,
            label_visibility="collapsed",
        )


def _take_switch() -> None:
    chosen = st.session_state.language_switch
    if chosen in NAMES:
        st.query_params[PARAMETER] = chosen
        st.session_state.language_asked = chosen


def _filled(text: str, values: Mapping[str, object]) -> str:
    if not values:
        return text
    return text.format(**{name: number(int(v)) if isinstance(v, Integral) else v for name, v in values.items()})


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    if language == ENGLISH:
        return gettext.NullTranslations()
    compiled = BytesIO()
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in LOCALES[ENGLISH].territories.items() if len(code) == 2 and code.isalpha()}


@lru_cache(maxsize=10_000)
def _number(value: float, language: str) -> str:
    return format_decimal(value, locale=LOCALES[language])


@lru_cache(maxsize=10_000)
def _day(value: date, language: str) -> str:
    return format_date(value, "d MMMM y", locale=LOCALES[language])
