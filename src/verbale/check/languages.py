"""With whose words a document of the record is read: its language's, its record's, or its script's."""

from __future__ import annotations

from collections import Counter

from verbale.store import Store
from verbale.text.lexicon import Lexicon, lexicons_for

__all__ = ["Languages"]

# What must be known of a language before a quote in it is called faithful without a doubt.
_NEEDED = ("negations", "negating_phrases", "governing", "conditions")


class Languages:
    """The words of the languages of one record's documents.

    Args:
        store: the record.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._main: tuple[int, str | None] | None = None

    def lexicons(self, document: str) -> tuple[Lexicon, ...]:
        """The words of a document's language, or of those it may be in; none where they are not known.

        Args:
            document: its id.
        """
        info = self.store.info(document)
        if info is not None and info.language is not None:
            return lexicons_for(info.language, None, "", *_NEEDED)
        return lexicons_for(None, self._main_language(), self.store.text(document), *_NEEDED)

    def _main_language(self) -> str | None:
        """The language that most of the record's documents are in; None where none of them tells."""
        generation = self.store.generation
        if self._main is None or self._main[0] != generation:
            found = Counter(info.language for info in self.store.documents() if info.language is not None)
            self._main = (generation, found.most_common(1)[0][0] if found else None)
        return self._main[1]
