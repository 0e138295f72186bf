"""Tasks of who reads a diary."""
