"""How far a forecast came with the families of a class, and what is due to it."""
