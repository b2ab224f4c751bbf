"""XML in which the format itself tags who speaks: parliaments' minutes, TEI, Akoma Ntoso."""
