"""How a school's data comes in and goes out: what differs, stands and is told."""
