"""What puts texts into the store: gathering, taking apart, adding, tagging."""
