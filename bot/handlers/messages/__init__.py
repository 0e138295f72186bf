"""Tasks of threads: reading, writing, keeping them, and finding whom to write to."""
