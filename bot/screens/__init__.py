"""What a person sees: pure functions from a view to a Screen. Nothing is read or sent here."""
