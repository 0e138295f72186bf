"""Reports as screens: the short look at a table, and the files it is had as."""
