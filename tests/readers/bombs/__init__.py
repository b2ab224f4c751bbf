"""Small or plain files made to take all of a machine's time or memory; each maker's name says how."""

from tests.readers.bombs import archives, documents, mail, markup, text
from tests.readers.bombs.registry import BOMBS, Bomb

__all__ = ["BOMBS", "Bomb", "archives", "documents", "mail", "markup", "text"]
