"""Files that are text as they are: plain, Markdown, captions, mail."""
