"""The school's records in SQL and in files, behind the ports of `core`; no messenger."""
