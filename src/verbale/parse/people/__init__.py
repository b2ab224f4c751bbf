"""Who it is: the names and offices that a text prints, joined to people and never two made one."""
