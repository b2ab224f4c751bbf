"""From a mention to a speaker: offices, pronouns and descriptions resolved within one text."""
