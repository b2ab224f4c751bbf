"""What the words beside a quoted stretch attribute: cues, mentions, uses of the marks."""
