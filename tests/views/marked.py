"""The marked strings of the page, and its catalogues, which `python -m tests.views.marked` brings up to date with them.

New strings come in without a translation, for a person to write; strings that are marked no more go out.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from dashboard.settings import PACKAGE
from dashboard.views.tongue import CATALOGUES, ENGLISH, NAMES

# Where strings of the page stand; atlas/ is run by hand.
VIEWS = sorted(file for file in (PACKAGE / "views").rglob("*.py") if file.parent.name != "atlas")
SHOWN = [PACKAGE / "app.py", *VIEWS]
STRINGS = {"_": 1, "N_": 1, "n_": 2, "NN_": 2, "forms": 2}  # what marks -> how many of its first arguments are strings

HEADER = r"""# Strings of the page. `python -m tests.views.marked` brings this file up to date with the code.
msgid ""
msgstr ""
"Language: {language}\n"
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: {plural}\n"

"""


def marking(call: ast.AST) -> list[ast.expr]:
    """The arguments of a call that it marks; none of another call."""
    if not isinstance(call, ast.Call):
        return []
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    return call.args[: STRINGS.get(name, 0)]


def marked(file: Path) -> Iterator[str | tuple[str, str]]:
    """The strings that a file marks, those with plural forms as pairs."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        texts = [each.value for each in marking(node) if isinstance(each, ast.Constant) and each.value]
        if len(texts) == 2:
            yield str(texts[0]), str(texts[1])
        elif texts:
            yield str(texts[0])


def all_marked() -> list[str | tuple[str, str]]:
    """The strings of the page, each once, in the order of the files."""
    return list(dict.fromkeys(text for file in SHOWN for text in marked(file)))


def catalogue(language: str) -> Catalog:
    """What the page reads for a language."""
    with (CATALOGUES / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def update(language: str) -> list[str]:
    """Writes a catalogue anew with exactly the strings that are marked; those that have no translation yet."""
    old = catalogue(language)
    new = Catalog(locale=language)
    missing = []
    for text in all_marked():
        known = old.get(text[0] if isinstance(text, tuple) else text)
        same = known is not None and known.id == text
        new.add(text, known.string if same and known else None)
        if not (same and known and known.string):
            missing.append(str(text))
    with (CATALOGUES / f"{language}.po").open("wb") as file:
        file.write(HEADER.format(language=language, plural=new.plural_forms).encode())
        write_po(file, new, width=0, omit_header=True)
    return missing


if __name__ == "__main__":
    for each in NAMES:
        if each != ENGLISH:
            print("\n".join(update(each)))
