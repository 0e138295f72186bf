"""The week's missed lessons come to class teachers by themselves (W1)."""
