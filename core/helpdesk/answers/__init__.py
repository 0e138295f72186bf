"""Known answers: offered before a question is asked, so that nobody waits for what is known."""
