"""Every file of the bundle that is read, by its name."""

from collections.abc import Mapping

from core.exchange.format.companions import COMPANIONS
from core.exchange.format.of_exports import OF_EXPORTS
from core.exchange.format.of_the_chat import OF_THE_CHAT
from core.exchange.format.one_roster import ONE_ROSTER
from core.exchange.format.spec import FileSpec

FILES: Mapping[str, FileSpec] = {
    spec.name: spec for spec in (*ONE_ROSTER, *COMPANIONS, *OF_THE_CHAT, *OF_EXPORTS)
}
"""In the order in which their rows can be written."""
