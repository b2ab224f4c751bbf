"""What is told to people and to programs: the words of verdicts and places, and the JSON forms."""
