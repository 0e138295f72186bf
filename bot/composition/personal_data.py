"""The monthly check of personal data: asked, answered, entered (W2)."""

from functools import cached_property

from bot.composition.desk import Desk
from core.access.personal_data.checking import (
    AskWhatIsRight,
    ConfirmMyData,
    ReadMyData,
    SayWhatIsRight,
)
from core.access.personal_data.correcting import ReadCorrections, SettleCorrection
from core.access.personal_data.in_person import CheckInPerson
from core.access.personal_data.of_class import FindSilent, ReadClassCheck
from core.notices.personal_data.asking import RemindOfData


class PersonalDataDesk(Desk):
    """Use cases of who checks the data, who leads a class, and who keeps the journal."""

    @cached_property
    def read_my_data(self) -> ReadMyData:
        """Reads what the school keeps of a person."""
        return ReadMyData(
            self.tx.data_checks, self.tx.data_corrections, self.tx.regulations, self.clock
        )

    @cached_property
    def confirm_my_data(self) -> ConfirmMyData:
        """Keeps that all is right."""
        return ConfirmMyData(self.read_my_data)

    @cached_property
    def ask_what_is_right(self) -> AskWhatIsRight:
        """Asks what is right of a field."""
        return AskWhatIsRight(self.read_my_data)

    @cached_property
    def say_what_is_right(self) -> SayWhatIsRight:
        """Keeps what a person says to be right."""
        return SayWhatIsRight(self.ask_what_is_right)

    @cached_property
    def read_class_check(self) -> ReadClassCheck:
        """Reads who of a class checked the data this month."""
        return self.check_of_class

    @cached_property
    def check_in_person(self) -> CheckInPerson:
        """Ticks whose data were checked by word of mouth."""
        return CheckInPerson(self.read_class_check)

    @cached_property
    def remind_of_data(self) -> RemindOfData:
        """Reminds who of a class has not."""
        return RemindOfData(
            FindSilent(self.read_class_check),
            self.tx.data_checks,
            self.tx.audience,
            self.facts,
            self.clock,
        )

    @cached_property
    def read_corrections(self) -> ReadCorrections:
        """Reads what families corrected."""
        return ReadCorrections(self.tx.data_checks, self.tx.data_corrections, self.clock)

    @cached_property
    def settle_correction(self) -> SettleCorrection:
        """Ticks a correction as entered, or declines it."""
        return SettleCorrection(self.read_corrections, self.facts)
