"""Buttons of who leads a class: its pupils, forecasts sent, warnings, reviews, missing marks."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from bot.callbacks.fields import (
    NOW,
    Ordinal,
    Page,
    School,
    SchoolClass,
    SchoolPeriod,
    Warned,
)
from bot.callbacks.reports import Form


class OpenClass(CallbackData, prefix="class1"):
    """Show the pupils of a class that the person leads."""

    class_id: SchoolClass
    page: Page = 0


class OpenClasses(CallbackData, prefix="led1"):
    """Choose one of the classes that the person leads, or open the only one."""


class OpenSchool(CallbackData, prefix="school1"):
    """Choose one of all classes of a school whose administration the person is."""

    school: School
    page: Page = 0


class OpenIssue(CallbackData, prefix="issue1"):
    """Show how far a class's forecast came with the families."""

    class_id: SchoolClass
    page: Page = 0
    anew: bool = False


class SendForecast(CallbackData, prefix="issend1"):
    """Ask whether a class's forecast is to be sent to the families."""

    class_id: SchoolClass


class OpenTermIssue(CallbackData, prefix="issuet1"):
    """Show how far the forecast of one of the class's periods came with the families."""

    class_id: SchoolClass
    period: SchoolPeriod
    page: Page = 0


class SendTermForecast(CallbackData, prefix="isstend1"):
    """Ask the same of the forecast of one of the class's periods."""

    class_id: SchoolClass
    period: SchoolPeriod


class SendForecastNow(CallbackData, prefix="issnow1"):
    """Send a class's forecast of a period to the families."""

    class_id: SchoolClass
    period: SchoolPeriod


class OpenWarnings(CallbackData, prefix="warns1"):
    """Show the warnings of a class."""

    class_id: SchoolClass
    page: Page = 0
    anew: bool = False


class OpenWarningsIn(CallbackData, prefix="warnsin1"):
    """Show the warnings of a class in one of its periods."""

    class_id: SchoolClass
    period: SchoolPeriod
    page: Page = 0


class OpenWarning(CallbackData, prefix="warn1"):
    """Show one warning."""

    warning: Warned


class WarningDeed(StrEnum):
    """What a class teacher does with a warning."""

    SEND = "s"
    ADAPT = "a"
    DROP = "d"


class DecideWarning(CallbackData, prefix="warndo1"):
    """Send a warning, change its words, or drop it."""

    warning: Warned
    deed: WarningDeed


class OpenMissing(CallbackData, prefix="miss1"):
    """Show which final marks a class misses in the period that holds a day."""

    class_id: SchoolClass
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class OpenMissingOfYear(CallbackData, prefix="missy1"):
    """Show which marks a class misses at the end of the school year of a day."""

    class_id: SchoolClass
    day: Ordinal = NOW


class OpenMissingIn(CallbackData, prefix="missp1"):
    """Show which final marks a class misses in a period, or at the end of a school year."""

    class_id: SchoolClass
    period: SchoolPeriod
    page: Page = 0
    anew: bool = False


class OpenClassReviews(CallbackData, prefix="clsrev1"):
    """Show who of a class's families reviewed in the week that holds a day."""

    class_id: SchoolClass
    day: Ordinal = NOW
    page: Page = 0
    anew: bool = False


class SendClassReviews(CallbackData, prefix="clsrevf1"):
    """Hand over as a file who reviewed in the week that holds a day."""

    class_id: SchoolClass
    day: Ordinal
    form: Form


class SendClassReviewsIn(CallbackData, prefix="clsrevpf1"):
    """Hand over as a file who reviewed in one of the class's periods."""

    class_id: SchoolClass
    period: SchoolPeriod
    form: Form


class OpenLedReviews(CallbackData, prefix="ledrev1"):
    """Show who reviewed in the week that holds a day, of the class that the person leads."""

    day: Ordinal = NOW


class OpenClassReviewsOfPeriod(CallbackData, prefix="clsrevp1"):
    """Show in how many weeks of the period each family of a class reviewed."""

    class_id: SchoolClass
    page: Page = 0


class OpenClassReviewsIn(CallbackData, prefix="clsrevin1"):
    """Show the same of one of the class's periods."""

    class_id: SchoolClass
    period: SchoolPeriod
    page: Page = 0
