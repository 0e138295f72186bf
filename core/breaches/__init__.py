"""An account in strange hands: its ways in are shut, and what it did is void (S4, E3 4.3-4.4)."""
