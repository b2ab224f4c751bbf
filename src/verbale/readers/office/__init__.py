"""Files of word processors and books."""
