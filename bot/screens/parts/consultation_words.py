"""The words of the log of consultations, by the keys that its tables have."""

from typing import Final

from bot.texts.keys import Key

OF_CONSULTATIONS: Final[tuple[Key, ...]] = (
    "table-consultations",
    "table-consultations-answered",
    "table-consultations-minutes-mean",
    "table-consultations-rated",
    "table-consultations-rating-mean",
    "table-consultations-by-month",
    "table-consultations-by-consultant",
    "table-consultations-by-topic",
    "table-consultations-each",
    "table-consultations-apart",
    "table-consultant",
    "table-consultation-closed",
    "table-consultation-role",
    "table-consultation-window",
    "table-consultation-minutes",
    "table-consultation-minutes-note",
    "table-consultations-when",
    "table-consultations-head",
    "table-consultation-outcome",
    "table-consultation-rating",
    "table-consultation-word",
    "table-consultation-matter",
    "table-consultation-said",
    "table-consultation-administrators",
    "table-consultation-nobody",
    "table-consultation-somebody",
    "table-outcome-confirmed",
    "table-outcome-by-time",
    "table-outcome-cancelled",
    "table-outcome-merged",
    "table-outcome-needless",
    "table-outcome-no-answer",
    "table-outcome-solved",
    "table-outcome-vendor",
    "table-outcome-duplicate",
    "table-matter-remark",
    "table-matter-proposal",
    "table-school-report-consultations",
)
"""A key of the tables, behind `table-`."""

OF_TOPICS: Final[tuple[Key, ...]] = (
    "duty-topic-technology",
    "duty-topic-lesson-plans",
    "duty-topic-control-works",
    "duty-topic-current-marks",
    "duty-topic-final-marks",
    "duty-topic-attendance",
    "duty-topic-reports",
    "duty-topic-diary",
    "duty-topic-registration",
    "duty-topic-lost-access",
)
"""A topic as on every screen: its key of the tables is behind `duty-`."""

OF_ASKERS: Final[tuple[Key, ...]] = (
    "ticket-by-guardian",
    "ticket-by-pupil",
    "ticket-by-teacher",
    "ticket-by-deputy-head",
    "ticket-by-head",
    "ticket-by-administrator",
    "ticket-by-consultant",
    "ticket-by-secretary",
    "ticket-by-stranger",
)
"""As what somebody asked: its key of the tables is behind `ticket-`."""
