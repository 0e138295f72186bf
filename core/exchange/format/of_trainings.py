"""Trainings with who was invited, and packets for the support of the journal's vendor."""

from functools import partial

from core.exchange.format.columns import SOURCE, column, defaults, must, ref
from core.exchange.format.json_forms import SENT_FILES
from core.exchange.format.spec import FileSpec
from core.exchange.forms import DATE, INSTANT, LIST, TEXT, TRUTH, whole, word
from core.exchange.rows import of_trainings as rows
from core.exchange.rows.one_roster import GroupKind

_PERSON = ref("userSourcedId", "users", filled=True)
_AT = must(INSTANT, "recordedAt")

_Entered = partial(FileSpec, only_grows=True)

OF_TRAININGS = (
    _Entered(
        "x_trainings",
        rows.TrainingRow,
        (
            SOURCE,
            _PERSON,
            _AT,
            column(LIST, "topics"),
            must(INSTANT, "startsAt"),
            must(TEXT, "room"),
            must(word("teachers", "class_teachers", "persons", "families"), "whom"),
            ref("classSourcedId", "classes", kind=GroupKind.CLASS),
            column(TEXT, "words"),
            must(whole(1, 9999), "version"),
            must(word("planned", "called_off"), "state"),
            must(INSTANT, "setAt"),
        ),
    ),
    _Entered(
        "x_trainingGuests",
        rows.TrainingGuestRow,
        (
            SOURCE,
            ref("trainingSourcedId", "x_trainings", filled=True),
            _PERSON,
            ref("studentSourcedId", "users"),
            column(defaults(word("coming", "not_coming"), empty=""), "reply"),
            must(whole(0, 9999), "repliedTo"),
            column(INSTANT, "repliedAt"),
            must(TRUTH, "came"),
            column(INSTANT, "tickedAt"),
        ),
        cell=("training", "person"),
        key=("training", "person"),
    ),
    _Entered(
        "x_vendorDetails",
        rows.VendorDetailRow,
        (
            SOURCE,
            must(word("organisation", "domain", "address", "answers_to"), "what"),
            must(TEXT, "value"),
            _PERSON,
            _AT,
        ),
        cell=("what",),
        key=("what",),
    ),
    _Entered(
        "x_vendorPackets",
        rows.VendorPacketRow,
        (
            SOURCE,
            _PERSON,
            _AT,
            column(TEXT, "organisation"),
            column(TEXT, "domain"),
            column(TEXT, "login"),
            column(TEXT, "identifier"),
            column(TEXT, "role"),
            column(TEXT, "happened"),
            column(TEXT, "moment"),
            column(TEXT, "tried"),
            must(SENT_FILES, "files"),
            must(TRUTH, "noPictures"),
            must(word("draft", "sent", "answered", "closed"), "state"),
            must(word("none", "mail", "text", "file"), "way"),
            must(word("none", "waiting", "sending", "sent", "refused", "unknown"), "letter"),
            column(TEXT, "letterTo"),
            column(TEXT, "answersTo"),
            column(TEXT, "number"),
            column(DATE, "askOn"),
            column(INSTANT, "sentAt"),
            ref("ticketSourcedId", "x_tickets"),
        ),
    ),
)
"""In the order in which their rows can be written."""
