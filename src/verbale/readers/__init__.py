"""Original bytes to a reading: one module for each format."""
