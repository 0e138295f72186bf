"""How messages of threads go: what was delivered, and what was not."""
