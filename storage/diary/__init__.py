"""What families read and say, in SQL."""
