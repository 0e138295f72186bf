"""What handlers may ask for: each name is a use case that passes the gate itself."""

from typing import Final

from bot.composition.answers import AnswerDesk
from bot.composition.breaches import BreachDesk
from bot.composition.broadcasts import BroadcastDesk
from bot.composition.class_teacher import ClassTeacherDesk
from bot.composition.consultation_log import LogDesk
from bot.composition.desk import Desk
from bot.composition.family import FamilyDesk
from bot.composition.helpdesk_asking import AskingDesk
from bot.composition.helpdesk_duty import DutyDesk
from bot.composition.helpdesk_tickets import ConsultantDesk
from bot.composition.messages import MessageDesk
from bot.composition.papers import PaperDesk
from bot.composition.person import PersonDesk
from bot.composition.personal_data import PersonalDataDesk
from bot.composition.print_runs import PrintRunDesk
from bot.composition.reports import ReportDesk
from bot.composition.teacher import TeacherDesk
from bot.composition.trainings import TrainingDesk
from bot.composition.vendor import VendorDesk
from bot.middlewares.providing import offers_of


class ChatDesk(
    AnswerDesk,
    AskingDesk,
    BreachDesk,
    BroadcastDesk,
    ConsultantDesk,
    MessageDesk,
    PersonDesk,
    PersonalDataDesk,
    FamilyDesk,
    PaperDesk,
    PrintRunDesk,
    ClassTeacherDesk,
    DutyDesk,
    ReportDesk,
    TeacherDesk,
    TrainingDesk,
    VendorDesk,
    LogDesk,
):
    """Everything that a handler may ask for, by the names that handlers ask by."""


OFFERED: Final = offers_of(ChatDesk) - offers_of(Desk)
"""The names that a handler may ask by."""
