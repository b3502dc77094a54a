"""The block of "key: value" lines between two "---" lines that may open a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from attrs import frozen

from claimcheck.days import iso
from claimcheck.errors import InputError

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_KEY = re.compile(r"[A-Za-z_][\w .-]*")
_DATE = re.compile(r"(\d{4}(?:-\d\d){0,2})(?:[Tt ].*)?")
_QUOTED = {'"': re.compile(r'"((?:[^"\\]|\\.)*)"\s*(?:#.*)?'), "'": re.compile(r"'((?:[^']|'')*)'\s*(?:#.*)?")}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))")
_FOLDED = {">", "|", ">-", "|-", ">+", "|+"}
_NULLS = {"", "~", "null"}
_TITLES = ("title", "headline")
_DATES = ("date", "published", "published_at", "publishdate", "pubdate", "publication_date")
_OUTLETS = ("outlet", "publication", "publisher")
_KEYS = {*_TITLES, *_DATES, *_OUTLETS}
_SWITCHES = {"true", "false", "yes", "no"}
_SUMMARIES = ("standfirst", "summary", "description", "subtitle", "deck", "dek", "excerpt", "abstract")


@frozen
class FrontMatter:
    """What front matter tells about an article; `end` is the source offset at which the article itself begins.

    `summary` holds its standfirst, summary, description and the like, a line each.
    """

    title: str | None = None
    date: str | None = None
    outlet: str | None = None
    end: int = 0
    summary: str | None = None


def front_matter(source: str, name: str) -> FrontMatter:
    """Reads the front matter of a source, or finds that there is none.

    Understood: top-level "key: value" lines as in YAML, quoted or plain, with "#" comments; longer values on indented lines; the keys
    title (or headline), date (or published, pubdate ...) and outlet (or publication, publisher), of which the first named here goes
    before the others, and those of a summary (standfirst, summary, description ...). A block that holds any other kind of line, or
    that nothing closes, is prose between two rules, unless one of these keys but a summary's stands in it. "published: true" is no date.

    >>> front_matter("---\\ntitle: 'Storm hits coast'\\ndate: 2026-02-05\\n---\\nAt least", "storm.md").date
    '2026-02-05'

    Raises InputError, naming `name` and the line, for a date that is none, and for a block with one of these keys that nothing closes.
    """
    fields: dict[str, _Field] = {}
    field: _Field | None = None
    for number, match in enumerate(_LINE.finditer(source), 1):
        line = match[0].rstrip()
        if number == 1:
            if line != "---":
                break
        elif line in ("---", "..."):
            return _told(fields, match.end(), name) if fields else FrontMatter()
        elif line[:1] in (" ", "\t") and field:
            field.parts.append(line.strip())
        elif entry := _entry(line):
            field = fields[entry[0]] = _Field(number, [entry[1]])
        elif line and not line.startswith(("#", "- ")):
            break
    if not fields.keys().isdisjoint(_KEYS):
        raise InputError(f"{name}, line {number}: the front matter is not closed above this line; end it with a line of ---.")
    return FrontMatter()


@frozen
class _Field:
    line: int
    parts: list[str]

    def value(self) -> str | None:
        return _plain(" ".join(part for part in self.parts if part not in _FOLDED).strip())


def _entry(line: str) -> tuple[str, str] | None:
    key, colon, value = line.partition(":")
    if not colon or value[:1].strip() or not _KEY.fullmatch(key):
        return None
    return key.strip().lower(), value.strip()


def _told(fields: dict[str, _Field], end: int, name: str) -> FrontMatter:
    title, outlet = (next((value for value, _ in _stated(fields, keys)), None) for keys in (_TITLES, _OUTLETS))
    day = next((_day(value, name, line) for value, line in _stated(fields, _DATES) if value.lower() not in _SWITCHES), None)
    summary = dict.fromkeys(value for value, _ in _stated(fields, _SUMMARIES))
    return FrontMatter(title, day, outlet, end, "\n".join(summary) or None)


def _stated(fields: dict[str, _Field], keys: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    """The value and the line of each of the keys that has one."""
    for field in (fields[key] for key in keys if key in fields):
        if value := field.value():
            yield value, field.line


def _plain(value: str) -> str | None:
    quoted = _QUOTED[value[0]].fullmatch(value) if value[:1] in _QUOTED else None
    if quoted is None:
        plain = re.split(r"(?:^|\s)#", value, maxsplit=1)[0].strip()
        return None if plain.lower() in _NULLS else plain
    if value[0] == "'":
        return quoted[1].replace("''", "'") or None
    return _ESCAPE.sub(_unescaped, quoted[1]) or None


def _unescaped(escape: re.Match[str]) -> str:
    if escape[1] is None:
        return " " if escape[2] in "nrt" else escape[2]
    character = chr(int(escape[1], 16))
    return "\ufffd" if "\ud800" <= character <= "\udfff" else character


def _day(value: str, name: str, line: int) -> str | None:
    match = _DATE.fullmatch(value)
    with suppress(InputError):
        if match:
            return iso(match[1])
    raise InputError(f"{name}, line {line}: {value[:40]!r} is not a date; write it as YYYY-MM-DD.")
