"""The bundle's files, each declared once: columns, what they refer to, what a row is known by."""
