"""What any person does with the own account: comes in, chooses when to hear what, gets letters."""

from functools import cached_property

from bot.composition.desk import Desk
from bot.composition.rules_in_force import InForce
from core.access.applications import BeginApplication, RecordConsent
from core.access.class_lists import OverseeClass, ReadClassList, ReadSchoolClasses
from core.access.codes import Activate
from core.access.connections import ReadRoll, RevokeCode
from core.access.consents import (
    ReadClassConsents,
    ReadConsents,
    ReadFamilyConsent,
    SayConsent,
)
from core.access.given_mail import DateLetterPaper, EndLetters, GiveAddress, ReadLettersOf
from core.access.lost import AskForAccess, ReadLostAccess
from core.access.proving import AskForCode, EndMailbox, ReadMailbox, TryCode
from core.access.rules import ReadRules
from core.access.speaking import ChangeLanguage
from core.notices.answers.opening import OpenNews
from core.notices.choosing import ChangePreferences, ReadPreferences


class PersonDesk(Desk):
    """Use cases of everybody."""

    @cached_property
    def read_class_list(self) -> ReadClassList:
        """Reads who is in a class."""
        return ReadClassList(self.tx.directory)

    @cached_property
    def read_school_classes(self) -> ReadSchoolClasses:
        """Reads which classes a school has."""
        return ReadSchoolClasses(self.tx.directory)

    @cached_property
    def oversee_class(self) -> OverseeClass:
        """Opens a class to who answers for it."""
        return OverseeClass(self.tx.directory)

    @cached_property
    def change_language(self) -> ChangeLanguage:
        """Keeps the language of an account."""
        return ChangeLanguage(self.tx.directory)

    @property
    def public_url(self) -> str:
        """Where this run is reached by browsers; empty where it is not."""
        return self.run.public_url

    @cached_property
    def activate(self) -> Activate:
        """Lets a person in."""
        return Activate(self.tx.codes, self.clock, self.run.codes, self.run.pepper)

    @cached_property
    def read_rules(self) -> ReadRules:
        """Reads the rules that decided a screen."""
        return ReadRules(self.tx.diary, self.tx.directory, self.tx.regulations)

    @cached_property
    def read_roll(self) -> ReadRoll:
        """Reads who of a class or of the staff has come in."""
        return ReadRoll(self.tx.connections, self.tx.directory, self.clock, self.run.codes)

    @cached_property
    def ask_for_access(self) -> AskForAccess:
        """Hands a stranger's request for a new code to the administrators."""
        return AskForAccess(self.tx.lost_access, self.facts, self.clock)

    @cached_property
    def read_lost_access(self) -> ReadLostAccess:
        """Reads and closes such requests."""
        return ReadLostAccess(self.tx.lost_access, self.facts, self.clock)

    @cached_property
    def read_consents(self) -> ReadConsents:
        """Reads what a guardian agreed to."""
        return ReadConsents(self.tx.consents)

    @cached_property
    def say_consent(self) -> SayConsent:
        """Records that a guardian agrees, or does so no more."""
        return SayConsent(self.read_consents, self.tx.consents, self.clock)

    @cached_property
    def read_class_consents(self) -> ReadClassConsents:
        """Reads which families of a class agreed."""
        return ReadClassConsents(self.tx.consents, self.tx.directory)

    @cached_property
    def record_consent(self) -> RecordConsent:
        """Records a family's application on paper."""
        return RecordConsent(self.begin_application, self.tx.consents)

    @cached_property
    def begin_application(self) -> BeginApplication:
        """Asks which day stands on an application."""
        return BeginApplication(self.read_family_consent, self.clock)

    @cached_property
    def read_family_consent(self) -> ReadFamilyConsent:
        """Reads what one family of a class agreed to."""
        return ReadFamilyConsent(self.read_class_consents, self.tx.diary)

    @cached_property
    def revoke_code(self) -> RevokeCode:
        """Voids a code that went astray."""
        return RevokeCode(self.read_roll, self.tx.connections)

    @cached_property
    def read_preferences(self) -> ReadPreferences:
        """Reads what a person chose to hear, and when."""
        delivery = InForce(self.tx.delivery, self.run.overrides)
        return ReadPreferences(
            self.tx.preferences, delivery, self.tx.regulations, self.tx.mailboxes, self.clock
        )

    @cached_property
    def change_preferences(self) -> ChangePreferences:
        """Chooses what to hear, and when."""
        return ChangePreferences(self.read_preferences, self.tx.outbox, self.clock)

    @cached_property
    def open_news(self) -> OpenNews:
        """Opens news that were told without details."""
        return OpenNews(self.tx.outbox, self.gather, self.tx.diary)

    @cached_property
    def read_mailbox(self) -> ReadMailbox:
        """Reads where a person gets letters."""
        return ReadMailbox(self.tx.mailboxes, self.tx.proofs, self.clock)

    @cached_property
    def ask_for_code(self) -> AskForCode:
        """Asks for a letter with a code."""
        return AskForCode(self.read_mailbox, self.run.sends_letters)

    @cached_property
    def try_code(self) -> TryCode:
        """Proves a mailbox by the code of its letter."""
        return TryCode(self.read_mailbox, self.run.pepper)

    @cached_property
    def read_letters_of(self) -> ReadLettersOf:
        """Reads what there is of letters to who never came to the chat."""
        return ReadLettersOf(
            self.read_roll, self.tx.mailboxes, self.tx.proofs, self.tx.consents, self.clock
        )

    @cached_property
    def date_letter_paper(self) -> DateLetterPaper:
        """Takes the day of a written consent to letters."""
        return DateLetterPaper(self.read_letters_of)

    @cached_property
    def give_address(self) -> GiveAddress:
        """Takes an address that was given on paper."""
        are_sent = self.run.sends_letters and bool(self.run.public_url)
        return GiveAddress(self.date_letter_paper, self.tx.given_addresses, are_sent)

    @cached_property
    def end_letters(self) -> EndLetters:
        """Ends letters on a guardian's paper."""
        return EndLetters(self.read_letters_of, self.tx.given_addresses)

    @cached_property
    def end_mailbox(self) -> EndMailbox:
        """Ends a mailbox."""
        return EndMailbox(self.read_mailbox)
