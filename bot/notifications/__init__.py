"""The outbox relay and the governor of the channel's limits. What is told is decided in core."""
