"""The parts of the page that are components of our own: HTML, style and script from the files in served/."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

SERVED = Path(__file__).parent / "served"


def component(name: str) -> Callable[..., Any]:
    """What draws served/<name>.html with its .css, where it has them, and its .js, whose parts are <name>_*.js.

    To be called in each run: another server in the same process has to be told of the component, too.
    """
    html, css, js = _files(name)
    return st.components.v2.component(f"strikemap.{name}", html=html, css=css, js=js)


@cache
def _files(name: str) -> tuple[str | None, str | None, str]:
    """Texts of ours, with no word of a report."""
    scripts = [*sorted(SERVED.glob(f"{name}_*.js")), SERVED / f"{name}.js"]
    html, css = (
        file.read_text("utf-8") if file.exists() else None for file in (SERVED / f"{name}.html", SERVED / f"{name}.css")
    )
    return html, css, "\n".join(script.read_text("utf-8") for script in scripts)
