"""Reports of a class and of a school."""
