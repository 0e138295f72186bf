"""Learned from the marks of others. Written by `python -m benchmarks.forecast --fit`."""

from core.diary.forecast.outlook import ForecastParameters

FITTED = ForecastParameters(
    usual=0.305,
    recency=0.1,
    class_doubt=1.0,
    pupil_doubt=0.15,
    noise=0.3,
    newness=0.35,
    drift=0.44,
    calm=0.36,
    slant=0.3,
    upset=0.06,
)
