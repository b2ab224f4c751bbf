"""What the text is about itself: kind, title, days, place, language."""
