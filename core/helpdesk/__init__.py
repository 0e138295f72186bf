"""Help for everybody (H1): who is on duty, what is asked, and what was answered."""
