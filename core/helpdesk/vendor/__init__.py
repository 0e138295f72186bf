"""What goes to the support of the journal's vendor, complete and without secrets (H3, A2.4)."""
