"""A quote or an article held against a record."""

from verbale.check.article import check_document
from verbale.check.checker import Checker

__all__ = ["Checker", "check_document"]
