"""A name that no source of places has, with what its reports say of where it is: what a service is asked."""

import json
from dataclasses import asdict, dataclass
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Question:
    """A name and where it must lie: the country (ISO 3166-1 alpha-2), and where stated, first-level region and city.

    Region and city are canonical names of the gazetteer. A question with a city is one for a district of it.
    """

    name: str
    country: str
    region: str | None = None
    city: str | None = None

    def as_json(self) -> str:
        """The question as text: the key of its answer."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The question of a text that `as_json` made. Raises ValueError or TypeError for any other."""
        return cls(**json.loads(text))

    def query(self, country: str) -> str:
        """The words to send, the country under its name: "Milove, Kharkiv Oblast, Ukraine"."""
        return ", ".join(part for part in (self.name, self.city or self.region, country) if part)
