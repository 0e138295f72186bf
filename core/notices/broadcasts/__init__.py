"""How broadcasts go: what is foreseen, who was reached and answered, who is reminded."""
