"""Claims and findings as plain JSON values, and claims back from them. An attribute's name is its key, a tuple a list."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import fields, has

from claimcheck.errors import InputError
from claimcheck.model import Claim

if TYPE_CHECKING:
    from cattrs import Converter


def to_json(value: Any) -> Any:
    """A Claim, a Finding, any other value of the model, or a sequence of them, as dicts, lists, strings, numbers and None.

    >>> from claimcheck.model import Period
    >>> to_json([Period("2025-01", None)])
    [{'start': '2025-01', 'end': None}]
    """
    if isinstance(value, (list, tuple)):
        return [to_json(item) for item in value]
    if has(type(value)):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(type(value))}
    return value


def claim_from_json(data: dict[str, Any]) -> Claim:
    """The Claim that `to_json` wrote as `data`; keys it does not know are passed over.

    >>> claim_from_json({"id": "a1"})
    Traceback (most recent call last):
    claimcheck.errors.InputError: The claim 'a1' cannot be read: key 'document' is missing; export it again.

    Raises InputError for a missing key and for a value of another type.
    """
    from cattrs.errors import BaseValidationError

    try:
        return _converter().structure(data, Claim)
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        name = repr(data.get("id")) if isinstance(data, dict) else repr(data)
        raise InputError(f"The claim {name[:60]} cannot be read: {_reason(error)}; export it again.") from None


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter()
    for kind in (str, int, bool):
        converter.register_structure_hook(kind, _exactly)
    converter.register_structure_hook(str | tuple[str, str], _number)
    return converter


def _exactly(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise TypeError(f"{str(value)[:40]!r} is not of type {kind.__name__}")
    return value


def _number(value: Any, _: Any) -> str | tuple[str, str]:
    if isinstance(value, (list, tuple)):
        low, high = value
        return _exactly(low, str), _exactly(high, str)
    text: str = _exactly(value, str)
    return text


def _reason(error: BaseException) -> str:
    """The first cause at the bottom of cattrs' tree of errors."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"key {error} is missing" if isinstance(error, KeyError) else str(error)
