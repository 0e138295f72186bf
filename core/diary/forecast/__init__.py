"""What a period's mark will be, how sure that is, and what would raise it."""
