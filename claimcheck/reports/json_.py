"""Everything that was read and found, for programs: attribute names are the keys."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from claimcheck import __version__
from claimcheck.model import Report
from claimcheck.reports._selection import summary
from claimcheck.serial import to_json


def render(reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str:
    """All documents with all claims and findings, counts, and the version of claimcheck; the options change nothing.

    >>> json.loads(render([]))["summary"]["figures"]
    0
    """
    data = {"documents": [_document(report) for report in reports], "summary": summary(reports), "version": __version__}
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode()


def _document(report: Report) -> dict[str, Any]:
    document = report.document
    return {
        "path": document.path,
        "title": document.title,
        "published": document.published,
        "outlet": document.outlet,
        "claims": to_json(report.claims),
        "findings": to_json(report.findings),
    }
