"""How a school's data comes in and goes out: what differs, what stands, what is told. No file here."""
