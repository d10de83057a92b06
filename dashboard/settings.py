"""Where things are, and options; the only reader of the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent
# A wheel carries the shipped reports and places inside the package; in a checkout they lie beside it.
SHIPPED = PACKAGE / "shipped" if (PACKAGE / "shipped").is_dir() else CHECKOUT


@dataclass(frozen=True, slots=True)
class Settings:
    """The folder to work in, and whether the page is public (read-only: nothing can be added or changed).

    `contact` is the mail address by which a service that is asked can reach the user; `carto_key` is the key that
    CARTO gives for its background tiles.
    """

    home: Path
    cache: Path
    public: bool = False
    contact: str | None = None
    carto_key: str | None = None

    @property
    def data(self) -> Path:
        """The folder of the reports and the store."""
        return self.home / "data"

    @property
    def reports(self) -> Path:
        """The folder of the report files."""
        return self.data / "reports"

    @property
    def store(self) -> Path:
        """The store that `strikemap build` makes."""
        return self.data / "strikes.sqlite"

    @property
    def measured(self) -> Path:
        """The last results of `strikemap evaluate`: the home's own, once there is one."""
        return self.data / "measured.json"

    @property
    def own_gazetteer(self) -> Path:
        """Where the home's own reviewed places stand, once it has any."""
        return self.home / "geocache" / "gazetteer.csv"

    @property
    def gazetteer(self) -> Path:
        """The reviewed places: the home's own, else those shipped."""
        return self.own_gazetteer if self.own_gazetteer.is_file() else SHIPPED / "geocache" / "gazetteer.csv"

    @property
    def lookups(self) -> Path:
        """The stored answers of the services that `strikemap geocode` asked."""
        return self.home / "geocache" / "lookups.sqlite"

    @property
    def added(self) -> Path:
        """The folder of the places that `strikemap gazetteer add` took in."""
        return self.home / "geocache" / "added"

    @property
    def added_files(self) -> tuple[Path, ...]:
        """The files in that folder, in the order of their names."""
        return tuple(sorted(self.added.glob("*.csv")))

    @property
    def turns(self) -> Path:
        """Where all programs of this user say when they asked a service: one folder, whatever the home and cache."""
        return platformdirs.user_state_path("strikemap") / "turns"

    def environment(self) -> dict[str, str]:
        """The environment in which another process has these settings."""
        public = {"STRIKEMAP_PUBLIC": "1" if self.public else "0"}
        return os.environ | public | {"STRIKEMAP_HOME": str(self.home), "STRIKEMAP_CACHE": str(self.cache)}


def default_home() -> Path:
    """STRIKEMAP_HOME where it is set, else the checkout this package lies in, else the user's data folder."""
    if stated := os.environ.get("STRIKEMAP_HOME"):
        return Path(stated)
    if (CHECKOUT / "pyproject.toml").is_file() and (CHECKOUT / "data").is_dir():
        return CHECKOUT
    return platformdirs.user_data_path("strikemap")


def load(home: Path | None = None) -> Settings:
    """The settings for a home folder (by default `default_home()`).

    STRIKEMAP_CACHE, _CARTO_KEY, _CONTACT and _PUBLIC are read.
    """
    cache = os.environ.get("STRIKEMAP_CACHE")
    return Settings(
        home=(home or default_home()).expanduser().resolve(),
        cache=Path(cache) if cache else platformdirs.user_cache_path("strikemap"),
        public=os.environ.get("STRIKEMAP_PUBLIC") == "1",
        contact=os.environ.get("STRIKEMAP_CONTACT") or None,
        carto_key=os.environ.get("STRIKEMAP_CARTO_KEY") or None,
    )
