"""Web pages: the main text, and what the page says of itself."""
