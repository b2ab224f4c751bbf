"""Words held against words: the wording of a quote, its edits, the passages nearest to it."""
