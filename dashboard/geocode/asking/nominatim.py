"""Sends one question at a time to a Nominatim, and tells apart its three answers: found, not found, could not ask."""

import ipaddress
import math
import re
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from geopy.adapters import RequestsAdapter, get_retry_after
from geopy.exc import GeocoderParseError, GeocoderServiceError
from geopy.geocoders import Nominatim

from dashboard.errors import CouldNotAsk, ServiceStopped
from dashboard.geocode.asking.lookups import Result
from dashboard.geocode.asking.turns import LONGEST_WAIT_S, Turns

PUBLIC = "https://nominatim.openstreetmap.org"
PAUSE_S = 1.0  # the usage policy of the public service: one request a second at most, of all programs together
TIMEOUT_S = 20.0
BACK_OFF_S = (2.0, 10.0)  # before the second and the third try, where the service is busy or cannot be reached
RETRY_AFTER_S = 60.0  # where the service asks for a pause and does not say how long
MOST_RESULTS = 10
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


class _Moved(Exception):
    """The service sent us elsewhere."""


class _Adapter(RequestsAdapter):  # type: ignore[misc]  # geopy has no types
    """Follows no redirect and repeats no request behind our back; takes nothing but a list for an answer.

    geopy takes `null`, `{}` and an error in JSON for "nothing found".
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, max_retries=0)
        self.session.hooks["response"].append(_stay)

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        answer = super().get_json(url, timeout=timeout, headers=headers)
        if not isinstance(answer, list) or not all(isinstance(each, dict) for each in answer):
            raise GeocoderParseError("the answer is no list of places")
        return answer


def _stay(response: Any, **_: Any) -> None:
    if response.is_redirect:
        raise _Moved(str(response.headers["location"])[:200])


class _Trouble(Exception):
    """The service did not answer this time: why, and after how many seconds to try again, if it said so."""

    def __init__(self, reason: str, wait_s: float | None = None, *, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.wait_s, self.refused = reason, wait_s, refused


class Service:
    """One Nominatim, asked with our name and a contact, one question at a time.

    Requests to a server in a private network follow one another without a pause, since the server is the user's own;
    to any other they are at least a second apart, whatever programs of this user send them. `turns` is the folder by
    which these know of one another. Raises ServiceStopped for an address or a contact that is none.
    """

    def __init__(self, url: str, contact: str, turns: Path, version: str, *, pause_s: float | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.username:
            raise ServiceStopped(f"{url!r} is no address of a service; write it as {PUBLIC}, without a password")
        if not _MAIL.fullmatch(contact):
            raise ServiceStopped(f"{contact!r} is no mail address by which the service can reach you; see --contact")
        self.name = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
        private = _is_private(parts.hostname)
        own_pause_s = 0.0 if private else PAUSE_S
        self._turns = Turns(turns, parts.netloc, own_pause_s if pause_s is None else pause_s)
        self._limited = False
        self._nominatim = Nominatim(
            domain=self.name.partition("://")[2],
            scheme=parts.scheme,
            user_agent=f"strikemap/{version} ({contact})",
            timeout=TIMEOUT_S,
            proxies={} if private else None,  # None: the system's
            adapter_factory=_Adapter,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._nominatim.adapter.__exit__(kind, error, at)

    def ask(self, query: str, country: str) -> tuple[Result, ...]:
        """What the service knows of these words in a country (ISO 3166-1 alpha-2); no results where it knows nothing.

        Waits for its turn, and tries again where that may help. Raises CouldNotAsk where no sound answer came, and
        ServiceStopped where it is of no use to ask on.
        """
        for back_off in (*BACK_OFF_S, None):
            try:
                with self._turns.turn():
                    results = self._once(query, country)
                self._limited = False
                return results
            except _Trouble as trouble:
                if trouble.refused and (self._limited or (trouble.wait_s or 0) > LONGEST_WAIT_S):
                    wait = f"{trouble.wait_s:.0f} s" if trouble.wait_s else "a while"
                    raise ServiceStopped(f"{self.name} wants no more requests; run this again after {wait}") from None
                self._limited = self._limited or trouble.refused
                if back_off is None:
                    raise CouldNotAsk(trouble.reason) from None
                self._wait(back_off if trouble.wait_s is None else trouble.wait_s)
        raise CouldNotAsk("no answer")

    def _wait(self, seconds: float) -> None:
        seconds = min(max(1.0, seconds), LONGEST_WAIT_S)
        self._turns.hold_off(seconds)
        time.sleep(seconds)

    def _once(self, query: str, country: str) -> tuple[Result, ...]:
        try:
            found = self._nominatim.geocode(
                query,
                exactly_one=False,
                limit=MOST_RESULTS,
                addressdetails=True,
                namedetails=True,
                language="en",
                country_codes=country.lower(),
            )
        except GeocoderParseError:
            raise CouldNotAsk("the answer makes no sense") from None
        except GeocoderServiceError as error:
            raise self._trouble(error) from None
        except (ValueError, TypeError, AttributeError, KeyError):  # coordinates that are none
            raise CouldNotAsk("the answer has impossible coordinates") from None
        results = tuple(location.raw for location in found or ())
        if not all(_is_somewhere(result) for result in results):
            raise CouldNotAsk("the answer has impossible coordinates")
        return results

    def _trouble(self, error: GeocoderServiceError) -> Exception:
        """What an error of geopy's means for us."""
        if isinstance(error.__context__, _Moved):
            return ServiceStopped(f"{self.name} has moved to {error.__context__}; give the right address with --url")
        status = getattr(error.__cause__, "status_code", None)
        if status is None:
            return _Trouble(" ".join(str(error).split())[:200] or "no answer")
        wait_s = get_retry_after(error.__cause__.headers)
        if status == 429:
            return _Trouble("too many requests", RETRY_AFTER_S if wait_s is None else wait_s, refused=True)
        if status >= 500 or status == 408:
            return _Trouble(f"the service failed (HTTP {status})", wait_s)
        if status in {400, 413, 414}:
            return CouldNotAsk(f"the service cannot read the question (HTTP {status})")
        return ServiceStopped(f"{self.name} refuses to answer (HTTP {status}); read its usage policy before you go on")


def _is_somewhere(result: Result) -> bool:
    """Whether a result lies on the earth: geopy turns longitudes beyond 180 around."""
    try:
        latitude, longitude = float(result["lat"]), float(result["lon"])
    except (KeyError, TypeError, ValueError):
        return False
    return math.isfinite(latitude) and abs(latitude) <= 90 and math.isfinite(longitude) and abs(longitude) <= 180


def _is_private(host: str) -> bool:
    """Whether all addresses of a host lie on this machine or in a private network."""
    try:
        found = {str(each[4][0]) for each in socket.getaddrinfo(host, None)}
    except OSError:
        return False
    return bool(found) and all(ipaddress.ip_address(each.partition("%")[0]).is_private for each in found)
