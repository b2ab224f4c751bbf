"""Where a turn begins: which candidates are labels, learned from the text itself."""
