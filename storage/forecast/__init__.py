"""Forecasts and warnings in SQL."""
