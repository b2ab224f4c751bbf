"""Quotations without marks: a small network, and what it finds joined with the marks."""
