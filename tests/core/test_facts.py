"""Who made a record is kept with it, and nobody need listen."""

from core.facts import BY_IMPORT, Unheard
from core.ids import MarkId
from core.journal.facts import MarkEntered
from core.journal.values import MarkValue
from tests.core.builders import MASHA, NOW, SCHOOL, by


def test_a_record_of_the_files_was_made_by_an_import() -> None:
    assert BY_IMPORT.is_import


def test_a_record_of_a_teacher_was_made_by_no_import() -> None:
    assert not by().is_import


async def test_facts_that_nobody_hears_pass_quietly() -> None:
    fact = MarkEntered(SCHOOL, NOW, BY_IMPORT, MarkId(1), MASHA, MarkValue.of("5"))

    await Unheard().record([fact])
