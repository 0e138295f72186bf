"""Tasks of any person: coming in, menu, settings, choices."""
