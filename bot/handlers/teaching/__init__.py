"""Tasks of who enters something for others to see."""
