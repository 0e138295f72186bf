"""How forecasts and warnings are sent to families, by word or by themselves."""
