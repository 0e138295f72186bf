"""Every tick on one page: each asks the tables what is due, carries nothing, and may run twice."""
