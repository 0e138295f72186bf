"""A batch of notices becomes one message."""
