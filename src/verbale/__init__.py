"""Verbale: the record of what was said, word for word."""
