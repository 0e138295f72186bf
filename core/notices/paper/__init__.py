"""Print runs for families that read nothing electronic: made, handed over, looked at (F10)."""
