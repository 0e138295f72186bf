"""Which table and column holds which field of the bundle: the pages where both are named."""

from collections.abc import Mapping

from storage.exchange.mapping.companions import COMPANIONS
from storage.exchange.mapping.histories import HISTORIES
from storage.exchange.mapping.of_helpdesk import OF_HELPDESK
from storage.exchange.mapping.of_messages import OF_MESSAGES
from storage.exchange.mapping.of_paper import OF_PAPER
from storage.exchange.mapping.of_the_chat import OF_THE_CHAT
from storage.exchange.mapping.of_trainings import OF_TRAININGS
from storage.exchange.mapping.one_roster import ONE_ROSTER
from storage.exchange.stored import Stored

MAPPING: Mapping[str, Stored] = {
    **ONE_ROSTER,
    **COMPANIONS,
    **OF_THE_CHAT,
    **OF_MESSAGES,
    **OF_PAPER,
    **OF_TRAININGS,
    **OF_HELPDESK,
    **HISTORIES,
}
"""Where each file's rows are kept. A school's own rules lie in its row: see `rules`."""
