"""What the help desk needs of the ledger: what came as which message, and what did not arrive."""
