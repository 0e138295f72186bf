"""Facts, and days on which something is due, become notices."""
