"""The monthly check of personal data goes on by itself: asked, closed, passed on (W2)."""
