"""Search: the query language, and the passages that it finds."""
