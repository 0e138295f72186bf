"""Screens of forecasts and warnings."""
