"""The help desk: who is on duty, what is asked and answered."""
