"""The tables, and every statement in SQL."""
