"""Behind the ports of `core.breaches`."""
