"""Notices in SQL: who hears, the ledger, the records behind."""
