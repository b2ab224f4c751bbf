"""Who is whom, of all names that the record prints."""
