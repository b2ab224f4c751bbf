"""PDF files with a text layer, read in a process apart."""
