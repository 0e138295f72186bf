"""Tasks around absences."""
