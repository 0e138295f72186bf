"""When consultants answer (H2): windows, days that differ, who stands in, and who is on now."""
