"""What each turn does: who asks, who answers which question, who leads, what is a recording."""
