"""What happens around lessons: teachers, holidays, events, control works, programmes."""
