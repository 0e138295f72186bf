"""Final marks, and the reviews by which parents say that they have looked."""
