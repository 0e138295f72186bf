"""Monthly check of personal data: families look, correct by words, the school enters (W2)."""
