"""Tasks of broadcasts: writing one, following it, answering it."""
