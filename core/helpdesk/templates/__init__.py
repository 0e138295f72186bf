"""Templates of answers: what a consultant, or the school, says often."""
