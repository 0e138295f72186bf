"""What a pupil has to do, and says to have done."""
