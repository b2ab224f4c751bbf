"""The store: schema, originals, the quote index, search."""
