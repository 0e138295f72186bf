"""Where trainings and packets for the vendor are kept."""

from collections.abc import Mapping

from core.exchange.rows import of_trainings as rows
from storage import tables
from storage.exchange.fields import Coded, Field, Plain, Ref
from storage.exchange.mapping.parts import PUPIL, plain, stored
from storage.exchange.stored import Stored

_BY: Mapping[str, Field] = {"by": Ref("by_id", "users")}


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(one for one in cell.split(",") if one)


OF_TRAININGS: Mapping[str, Stored] = {
    "x_trainings": stored(
        tables.TrainingRow,
        rows.TrainingRow,
        _BY,
        {
            "at": Plain("made_at"),
            "topics": Coded("topics", ",".join, _listed),
            "group": Ref("class_id", "classes"),
        },
        plain("starts_at", "room", "whom", "words", "version", "state", "set_at"),
    ),
    "x_trainingGuests": stored(
        tables.TrainingGuestRow,
        rows.TrainingGuestRow,
        {"training": Ref("training_id", "x_trainings"), "person": Ref("person_id", "users")},
        PUPIL,
        plain("reply", "replied_to", "replied_at", "came", "ticked_at"),
    ),
    "x_vendorDetails": stored(
        tables.VendorDetailRow, rows.VendorDetailRow, _BY, plain("what", "value", "at")
    ),
    "x_vendorPackets": stored(
        tables.VendorPacketRow,
        rows.VendorPacketRow,
        _BY,
        {"at": Plain("made_at")},
        plain("organisation", "domain", "login", "identifier", "role"),
        plain("happened", "moment", "tried", "files", "no_pictures"),
        plain("state", "way", "letter", "letter_to", "answers_to", "number", "ask_on", "sent_at"),
        {"ticket": Ref("ticket_id", "x_tickets")},
    ),
}
