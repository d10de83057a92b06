"""The real page in a real Chromium: a server of its own, no network but this machine, a screenshot of each step."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, sync_playwright

from dashboard.pipeline import build
from dashboard.settings import CHECKOUT, Settings
from tests.browser.visits import Visit, Visiting, serving

CHROMIUM_OPTIONS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
]
WAIT_MS = 30_000  # for a busy machine; what is waited for mostly comes within a second


def chromium() -> str | None:
    """Where the system has a Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Where there is none the tests are skipped and say so; in CI they fail."""
    path = chromium()
    if path is None:
        message = "no Chromium on this system: install it to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield started
        started.close()


def home_with_reports(folder: Path, cache: Path) -> Settings:
    """A home folder with the shipped reports and places."""
    settings = Settings(home=folder, cache=cache)
    shutil.copytree(CHECKOUT / "data" / "reports", settings.reports)
    shutil.copytree(CHECKOUT / "geocache", settings.home / "geocache")
    return settings


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Settings:
    """The shipped reports, built once; only a test that asks for `own_home` may change them."""
    settings = home_with_reports(tmp_path_factory.mktemp("shipped") / "home", cache)
    build(settings)
    return settings


@pytest.fixture(scope="session")
def shipped_url(shipped: Settings) -> Iterator[str]:
    """The one server of all tests but that of the public page."""
    with serving(shipped) as url:
        yield url


@pytest.fixture
def own_home(shipped: Settings, tmp_path: Path) -> Iterator[Settings]:
    """The shipped home for a test that changes it; afterwards reports and store are as they were."""
    shutil.copytree(shipped.data, tmp_path / "before")
    yield shipped
    for file in shipped.reports.iterdir():
        if not (tmp_path / "before" / "reports" / file.name).exists():
            file.unlink()
    shutil.copy(tmp_path / "before" / shipped.store.name, tmp_path / "store")
    (tmp_path / "store").replace(shipped.store)


@pytest.fixture
def visiting(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visiting]:
    """Opens a tab on a server, with every machine but this one cut off."""
    contexts = []

    def visit(
        url: str,
        *,
        width: int = 1440,
        height: int = 1000,
        dark: bool = False,
        touch: bool = False,
        locale: str = "en-US",
    ) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            has_touch=touch,
            locale=locale,
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        made = Visit(page, url, request.node.name.removeprefix("test_")[:60])

        def only_here(route: Route) -> None:
            if route.request.url.startswith((url, "data:", "blob:")):
                route.continue_()
            else:
                made.asked.append(route.request.url)
                route.abort()

        context.route("**/*", only_here)
        page.on("pageerror", lambda error: made.errors.append(str(error)))

        def dismiss(dialog) -> None:  # type: ignore[no-untyped-def]
            made.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("dialog", dismiss)
        return made

    yield visit
    for context in contexts:
        context.unroute_all(behavior="ignoreErrors")  # tiles may still be asked for
        context.close()
