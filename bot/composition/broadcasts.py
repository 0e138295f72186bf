"""Broadcasts: written, looked at before, sent, answered, followed, put right and taken back."""

from functools import cached_property

from bot.composition.desk import Desk
from bot.composition.rules_in_force import InForce
from core.messages.broadcasts.answering import AnswerBroadcast, ReadReceived
from core.messages.broadcasts.changing import CorrectBroadcast, WithdrawBroadcast
from core.messages.broadcasts.gate import MayAddress, OpenBroadcast
from core.messages.broadcasts.joining import JoinBroadcasts, SendOn
from core.messages.broadcasts.offering import OfferFamilies, OfferGroups
from core.messages.broadcasts.sending import SendBroadcast, SetOff
from core.messages.broadcasts.staying import StillAddressed
from core.messages.broadcasts.templates import DropTemplate, ReadTemplates, SaveTemplate
from core.notices.broadcasts.card import ReadCard
from core.notices.broadcasts.previewing import PreviewBroadcast, ReadDesk
from core.notices.broadcasts.quiet import FindOpening
from core.notices.broadcasts.reminding import RemindBroadcast
from core.notices.broadcasts.showing import FollowCard
from core.notices.telling.catching_up import CatchUp


class BroadcastDesk(Desk):
    """Use cases of who speaks to many, and of who is spoken to."""

    @cached_property
    def _may_address(self) -> MayAddress:
        return MayAddress(self.tx.directory, self.tx.circles)

    @cached_property
    def open_broadcast(self) -> OpenBroadcast:
        """Opens a broadcast to who may address its scope."""
        return OpenBroadcast(self.tx.broadcasts, self._may_address)

    @cached_property
    def read_broadcast_desk(self) -> ReadDesk:
        """Reads whom a sender may address, and what was sent lately."""
        return ReadDesk(self.tx.broadcasts, self.tx.circles)

    @cached_property
    def offer_groups(self) -> OfferGroups:
        """Names the classes or courses that a sender may mark."""
        return OfferGroups(self._may_address, self.tx.directory, self.tx.circles)

    @cached_property
    def offer_families(self) -> OfferFamilies:
        """Names the families that a sender may mark."""
        return OfferFamilies(self._may_address, self.tx.circles)

    @cached_property
    def preview_broadcast(self) -> PreviewBroadcast:
        """Reads what a broadcast would do."""
        return PreviewBroadcast(
            self._may_address,
            self.tx.circles,
            self._find_opening,
            self.clock,
            self.run.broadcasts_per_second,
        )

    @cached_property
    def _find_opening(self) -> FindOpening:
        return FindOpening(InForce(self.tx.delivery, self.run.overrides))

    @cached_property
    def _still_addressed(self) -> StillAddressed:
        return StillAddressed(self.tx.addressed, self.tx.circles)

    @cached_property
    def _set_off(self) -> SetOff:
        return SetOff(
            self.tx.broadcasts, self.tx.addressed, self.tx.circles, self.facts, self.clock
        )

    @cached_property
    def send_broadcast(self) -> SendBroadcast:
        """Sends a broadcast, now or at its time."""
        return SendBroadcast(self._may_address, self._set_off)

    @cached_property
    def withdraw_broadcast(self) -> WithdrawBroadcast:
        """Takes a broadcast back."""
        return WithdrawBroadcast(self.open_broadcast, self.facts, self.clock)

    @cached_property
    def correct_broadcast(self) -> CorrectBroadcast:
        """Says a broadcast in other words."""
        return CorrectBroadcast(self.open_broadcast, self.facts, self.clock)

    @cached_property
    def remind_broadcast(self) -> RemindBroadcast:
        """Reminds who has not answered."""
        return RemindBroadcast(
            self.open_broadcast,
            self._still_addressed,
            self.tx.broadcast_answers,
            self._find_opening,
            self.facts,
            self.clock,
        )

    @cached_property
    def read_card(self) -> ReadCard:
        """Reads how a broadcast goes."""
        return ReadCard(
            self.open_broadcast,
            self._still_addressed,
            self.tx.broadcast_answers,
            self.tx.broadcast_ledger,
        )

    @cached_property
    def follow_card(self) -> FollowCard:
        """Lets a message be the card of a broadcast."""
        return FollowCard(self.tx.cards, self.clock)

    @cached_property
    def read_received(self) -> ReadReceived:
        """Reads a broadcast as one of its recipients has it."""
        return ReadReceived(
            self.tx.broadcasts, self._still_addressed, self.tx.broadcast_answers, self.clock
        )

    @cached_property
    def answer_broadcast(self) -> AnswerBroadcast:
        """Takes an answer to a broadcast."""
        return AnswerBroadcast(self.read_received, self.clock)

    @cached_property
    def _join_broadcasts(self) -> JoinBroadcasts:
        """Sends who comes in late what still counts."""
        return JoinBroadcasts(self.tx.broadcasts, self._still_addressed, self._send_on)

    @cached_property
    def _send_on(self) -> SendOn:
        return SendOn(self.tx.addressed, self.facts, self.clock)

    @cached_property
    def catch_up(self) -> CatchUp:
        """Tells who comes late what was announced before."""
        return CatchUp(
            self.tx.announcements,
            self.tx.audience,
            self.tx.outbox,
            self.clock,
            self._join_broadcasts,
        )

    @cached_property
    def read_templates(self) -> ReadTemplates:
        """Reads templates."""
        return ReadTemplates(self.tx.templates)

    @cached_property
    def save_template(self) -> SaveTemplate:
        """Makes a template of what was sent."""
        return SaveTemplate(self.open_broadcast, self.tx.templates, self.clock)

    @cached_property
    def drop_template(self) -> DropTemplate:
        """Takes a template away."""
        return DropTemplate(self.read_templates, self.clock)
