"""The only room that sees all three floors: assigns storage's adapters to core's ports."""
