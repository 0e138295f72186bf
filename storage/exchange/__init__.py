"""School files in and out: folders and zips of CSV, and the records behind `core.exchange`."""
