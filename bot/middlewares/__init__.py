"""What surrounds a handler: who speaks, and the transaction."""
