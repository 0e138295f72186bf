"""Numbers that anyone can take again: `python -m benchmarks`, each beside a bare program."""
