"""Text to claims."""

from claimcheck.reading.article import extract

__all__ = ["extract"]
