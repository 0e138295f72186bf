"""Tasks around forecasts and warnings."""
