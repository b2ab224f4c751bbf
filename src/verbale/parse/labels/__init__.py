"""What could be a label: lines by their typography, and what the letters of a label say."""
