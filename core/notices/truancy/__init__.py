"""How lessons missed without good reason come before the class teacher (F12)."""
