"""Containers of many documents: archives, tables, feeds."""
