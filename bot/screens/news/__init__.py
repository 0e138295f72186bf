"""Messages that nobody asked for, and answers to them."""
