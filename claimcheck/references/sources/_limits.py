"""A session that keeps answers on disk and reads no more, and no longer, than it may. The home of requests and what belongs to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any

from requests import PreparedRequest, RequestException, Response, Timeout
from requests.adapters import HTTPAdapter
from requests_cache import DO_NOT_CACHE, CachedSession
from urllib3 import HTTPResponse, Retry
from urllib3.exceptions import HTTPError, ReadTimeoutError

_CHUNK = 65_536


class TooMuch(RequestException):
    """More bytes than allowed."""


class TooSlow(RequestException):
    """More seconds than allowed, though something keeps coming."""


class Unreachable(Exception):
    """No answer at all; its text says why."""


def ask(session: CachedSession, url: str, params: Mapping[str, str] | None, headers: Mapping[str, str] | None, seconds: float) -> Response:
    """The answer of an address, from the cache or the network, redirects as they are. Raises TooMuch, TooSlow, Unreachable."""
    try:
        return session.get(url, params=params, headers=dict(headers or {}), timeout=seconds, allow_redirects=False)
    except Timeout:
        raise TooSlow from None
    except (TooMuch, TooSlow):
        raise
    except RequestException as error:
        reason = getattr(error.args[0], "reason", None) if error.args else None
        raise Unreachable(type(reason or error).__name__) from None


class _LimitedAdapter(HTTPAdapter):
    """Reads each answer at once, decompressed and bounded in size and time, before anything else sees it."""

    def __init__(self, seconds: float, size: int, retry: Retry) -> None:
        super().__init__(max_retries=retry)
        self._seconds, self._size = seconds, size

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """The answer to a request, read whole."""
        kwargs["stream"] = True
        response = super().send(request, *args, **kwargs)
        body = self._read(response.raw)
        headers = {name: value for name, value in response.headers.items() if name.lower() not in ("content-encoding", "transfer-encoding")}
        response.raw = HTTPResponse(BytesIO(body), headers, response.status_code, preload_content=False, reason=response.reason)
        response.headers.pop("content-encoding", None)
        return response

    def _read(self, raw: Any) -> bytes:
        until, chunks, size = monotonic() + self._seconds, [], 0
        try:
            for chunk in raw.stream(_CHUNK, decode_content=True):
                size += len(chunk)
                if size > self._size:
                    raise TooMuch
                if monotonic() > until:
                    raise TooSlow
                chunks.append(chunk)
        except ReadTimeoutError:
            raise TooSlow from None
        except HTTPError as error:
            raise RequestException(error) from None
        finally:
            raw.close()
        return b"".join(chunks)


def limited_session(
    cache: Path | None, days: float, seconds: float, retries: int, pause: float, size: int, failing: Sequence[int], secrets: Sequence[str]
) -> CachedSession:
    """A session with a cache in an SQLite file, None for the platform's folder; `secrets` are parameters and headers it never keeps."""
    keep = days * 86_400 if days else DO_NOT_CACHE
    name, own = (str(cache), True) if cache is not None else ("claimcheck", False)
    session = CachedSession(
        name,
        "sqlite",
        serializer="json",
        use_cache_dir=not own,
        expire_after=keep,
        ignored_parameters=list(secrets),
        allowable_codes=(200,),
        stale_if_error=False,
    )
    retry = Retry(
        retries,
        backoff_factor=pause,
        status_forcelist=list(failing),
        allowed_methods=["GET"],
        raise_on_status=False,
        redirect=False,
        respect_retry_after_header=False,
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, _LimitedAdapter(seconds, size, retry))
    return session
