"""What people write to a dialogue: read from messages, kept in drafts; no dialogue is here."""
