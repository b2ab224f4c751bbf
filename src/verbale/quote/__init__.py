"""A document to its quotations."""
