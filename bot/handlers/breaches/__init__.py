"""An account in strange hands: asked about, shut out, looked through for repair."""
