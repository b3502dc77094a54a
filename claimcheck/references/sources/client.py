"""Fetching what a live source answers: with a cache on disk, time limits, retries and a limit of size. The one door to the network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from attrs import frozen

from claimcheck.errors import InputError, SourceError

if TYPE_CHECKING:
    from requests_cache import CachedSession

_AGENT = "claimcheck-figures/0.1 (https://pypi.org/project/claimcheck-figures/)"
_REDIRECTS = 3
_TOO_MANY, _FAILED = 429, (500, 502, 503, 504)
_SECRETS = ("X-Goog-Api-Key", "Authorization", "key", "api_key", "token")
_SQLITE = b"SQLite format 3\0"


@frozen
class Answer:
    """What came back: its text, the address it came from, and the day it was retrieved (from the network, not from the cache)."""

    text: str
    url: str
    day: date

    def json(self) -> Any:
        """The value of a JSON answer. Raises SourceError where it is none, or cut off."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            begins = " ".join(self.text[:60].split())
            raise SourceError(
                f"{self.url} was to answer in JSON, but sent {begins!r}; try again later, or look whether it has moved."
            ) from None


@frozen(slots=False)
class Client:
    """How live sources are asked. Nothing leaves this machine before `get` is called.

    `cache` is the SQLite file that keeps answers for `days` days (None: in the platform's folder for caches; 0 days: every answer is
    fetched anew), `timeout` how many seconds an answer may take, `retries` how often a busy or failing service is asked again, after
    `pause` seconds and twice as long each time, `limit` how many bytes it may send.
    """

    cache: Path | None = None
    days: float = 7
    timeout: float = 30
    retries: int = 3
    pause: float = 0.5
    limit: int = 50_000_000

    def get(self, url: str, params: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """What an address answers. A redirect is followed on the same host only.

        Raises InputError for an address that is none and where the packages of the extra `live` are not installed, SourceError for a
        service that cannot be reached, takes too long, sends too much, sends the reader elsewhere or answers with an error.
        """
        session = self._session
        from claimcheck.references.sources._limits import TooMuch, TooSlow, Unreachable, ask

        asked, query = _checked(url), params
        for _ in range(_REDIRECTS + 1):
            try:
                response = ask(session, asked, query, headers, self.timeout)
            except TooSlow:
                raise SourceError(
                    f"{_host(asked)} took longer than {self.timeout:g} seconds; try again, or allow a longer timeout."
                ) from None
            except TooMuch:
                raise SourceError(f"{_host(asked)} sent more than {self.limit:,} bytes; ask for less, or allow more by limit.") from None
            except Unreachable as error:
                raise SourceError(f"{_host(asked)} cannot be reached ({error}); is this machine online?") from None
            if not response.is_redirect:
                return _answer(response, asked)
            asked, query = _same_host(asked, urljoin(asked, response.headers["location"])), None
        raise SourceError(f"{url} redirects more than {_REDIRECTS} times; name the address it leads to.")

    @cached_property
    def _session(self) -> CachedSession:
        try:
            from claimcheck.references.sources._limits import limited_session
        except ImportError:
            raise InputError("Live sources need further packages; install them by: pip install 'claimcheck-figures[live]'.") from None
        if self.cache is not None and not _is_cache(self.cache):
            raise InputError(f"{self.cache} is no cache of answers and cannot be made one; name another file.")
        session = limited_session(
            self.cache, self.days, self.timeout, self.retries, self.pause, self.limit, (_TOO_MANY, *_FAILED), _SECRETS
        )
        session.headers["User-Agent"] = _AGENT
        return session


def _answer(response: Any, url: str) -> Answer:
    if response.status_code >= 400:
        said = {401: "the key is missing or wrong", 403: "it refuses the request", 404: "there is nothing at this address"}
        why = said.get(response.status_code) or f"status {response.status_code}; try again later"
        raise SourceError(f"{url} answers with an error: {why}.")
    response.encoding = "utf-8"
    fetched = getattr(response, "created_at", None) or datetime.now(UTC)
    return Answer(response.text.removeprefix("\ufeff"), url, fetched.date())


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        fine = parts.scheme in ("http", "https") and parts.hostname and not parts.username and parts.port != 0
    except ValueError:
        fine = False
    if not fine:
        raise InputError(f"{url!r} is no address of a source; write https://host/path, without a user's name.")
    return url


def _same_host(old: str, new: str) -> str:
    """Where a redirect leads. Raises SourceError for another host, which nobody named, and for a way back from https to http."""
    if _host(old) != _host(new) or (urlsplit(old).scheme, urlsplit(new).scheme) == ("https", "http"):
        raise SourceError(f"{old} redirects to {new}, which nobody named; name that address if it is the right one.")
    return _checked(new)


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _is_cache(path: Path) -> bool:
    """Whether a file is an SQLite file or a new one that can be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as file:
            file.seek(0)
            return file.read(len(_SQLITE)) in (_SQLITE, b"")
    except OSError:
        return False
