"""Tables for class teachers, the administration and the archive: rows and columns, no layout."""
