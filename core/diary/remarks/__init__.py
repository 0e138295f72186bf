"""A family reads what teachers remarked."""
