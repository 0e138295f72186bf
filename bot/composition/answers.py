"""What a person answers to a notice, in the chat or by the link of a letter."""

from functools import cached_property

from bot.composition.desk import Desk
from core.notices.answers.acknowledged import AcknowledgeNotice, OpenNotice


class AnswerDesk(Desk):
    """Use cases of notices that must be acknowledged."""

    @cached_property
    def open_notice(self) -> OpenNotice:
        """Shows again what must be acknowledged."""
        return OpenNotice(self.tx.answerable, self.tx.acknowledgements, self.gather)

    @cached_property
    def acknowledge_notice(self) -> AcknowledgeNotice:
        """Takes an acknowledgement of a notice."""
        return AcknowledgeNotice(self.open_notice, self.acknowledge)
