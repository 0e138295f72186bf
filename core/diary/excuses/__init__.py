"""What families say of absences, and what class teachers make of it."""
