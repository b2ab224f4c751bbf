"""A quote or an article held against a record."""
