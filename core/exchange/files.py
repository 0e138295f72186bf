"""Every file of the bundle that is read, by its name."""

from collections.abc import Mapping

from core.exchange.format.companions import COMPANIONS
from core.exchange.format.of_exports import OF_EXPORTS
from core.exchange.format.of_helpdesk import OF_HELPDESK
from core.exchange.format.of_messages import OF_MESSAGES
from core.exchange.format.of_paper import OF_PAPER
from core.exchange.format.of_the_chat import OF_THE_CHAT
from core.exchange.format.of_trainings import OF_TRAININGS
from core.exchange.format.one_roster import ONE_ROSTER
from core.exchange.format.spec import FileSpec

FILES: Mapping[str, FileSpec] = {
    spec.name: spec
    for spec in (
        *ONE_ROSTER,
        *COMPANIONS,
        *OF_MESSAGES,
        *OF_THE_CHAT,
        *OF_PAPER,
        *OF_HELPDESK,
        *OF_TRAININGS,
        *OF_EXPORTS,
    )
}
"""In the order in which their rows can be written."""

MADE_UP = frozenset({"orgs", "x_origins", "x_gone"})
"""Files whose rows are made of others' and lie in no table of their own."""

RECORDS = frozenset(name for name, spec in FILES.items() if not spec.key and name not in MADE_UP)
"""Files whose rows have ids of their own and a maker, and are remembered when they are gone."""
