"""What the bot says: Fluent, Russian and English complete. No sentence stands in Python."""
