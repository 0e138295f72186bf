"""What people say to many, and to each other. What is no part of another has an id of its own."""

from functools import partial

from core.exchange.format.columns import SOURCE, column, defaults, must, ref, refs
from core.exchange.format.json_forms import CHOICES, SENT_FILES, SPANS
from core.exchange.format.spec import FileSpec
from core.exchange.forms import DATE, INSTANT, TEXT, TIME, TRUTH, whole, word
from core.exchange.rows import of_messages as rows

_PERSON = ref("userSourcedId", "users", filled=True)
_PUPIL = ref("studentSourcedId", "users", filled=True)
_BROADCAST = ref("broadcastSourcedId", "x_broadcasts", filled=True)
_AT = must(INSTANT, "recordedAt")
_VERSION = must(whole(1, 9999), "version")
_PLACE = must(whole(0, 99_999), "position")
_ASKED = (must(TRUTH, "mustAnswer"), column(TEXT, "button"), must(CHOICES, "choices"))
_QUORUM = must(word("one", "all"), "quorum")
_SAID = (column(TEXT, "text"), must(SPANS, "spans"), must(SENT_FILES, "files"))

_Said = partial(FileSpec, only_grows=True)

OF_MESSAGES = (
    _Said(
        "x_broadcasts",
        rows.BroadcastRow,
        (
            SOURCE,
            _PERSON,
            _AT,
            must(word("school", "classes", "courses"), "whom"),
            refs("classSourcedIds", "classes"),
            refs("studentSourcedIds", "users"),
            must(word("parents", "pupils", "both"), "hearers"),
            _ASKED[0],
            column(DATE, "answerBy"),
            *_ASKED[1:],
            _QUORUM,
            column(TEXT, "urgent"),
            column(INSTANT, "sendAt"),
            _VERSION,
            must(word("waiting", "sent", "withdrawn"), "state"),
            column(INSTANT, "sentAt"),
            column(INSTANT, "withdrawnAt"),
            ref("withdrawnBySourcedId", "users"),
            column(INSTANT, "remindedAt"),
            must(whole(0, 9), "rung"),
        ),
    ),
    _Said(
        "x_broadcastVersions",
        rows.VersionRow,
        (
            SOURCE,
            _BROADCAST,
            _VERSION,
            _PERSON,
            _AT,
            *_SAID,
            column(DATE, "answerBy"),
        ),
        cell=("broadcast", "version"),
        key=("broadcast", "version"),
    ),
    _Said(
        "x_broadcastFamilies",
        rows.FamilyRow,
        (SOURCE, _BROADCAST, _PUPIL, column(TEXT, "classTitle"), _PLACE),
        cell=("broadcast", "pupil"),
        key=("broadcast", "pupil"),
    ),
    _Said(
        "x_broadcastHearers",
        rows.HearerRow,
        (
            SOURCE,
            _BROADCAST,
            _PUPIL,
            _PERSON,
            must(TRUTH, "isGuardian"),
            _PLACE,
            column(defaults(word("not-linked", "refused", "blocked"), empty=""), "why"),
        ),
        cell=("broadcast", "pupil", "person"),
        key=("broadcast", "pupil", "person"),
    ),
    _Said(
        "x_broadcastAnswers",
        rows.AnswerRow,
        (
            SOURCE,
            _BROADCAST,
            _VERSION,
            _PERSON,
            ref("aboutSourcedId", "users", filled=True),
            must(whole(0, 99), "choice"),
            _AT,
            column(TEXT, "digest"),
        ),
        cell=("broadcast", "version", "person", "about"),
        key=("broadcast", "version", "person", "about"),
    ),
    _Said(
        "x_broadcastTemplates",
        rows.TemplateRow,
        (SOURCE, ref("userSourcedId", "users"), column(TEXT, "title"), *_SAID, *_ASKED, _QUORUM),
    ),
    _Said(
        "x_threads",
        rows.ThreadRow,
        (
            SOURCE,
            _PERSON,
            ref("keeperSourcedId", "users", filled=True),
            ref("studentSourcedId", "users"),
            column(TEXT, "topic"),
            must(TRUTH, "ofFamily"),
            must(TRUTH, "waits"),
            _AT,
            must(INSTANT, "lastAt"),
        ),
    ),
    _Said(
        "x_messages",
        rows.MessageRow,
        (
            SOURCE,
            ref("threadSourcedId", "x_threads", filled=True),
            _PERSON,
            _AT,
            _VERSION,
            must(TRUTH, "urgent"),
            ref("handedToSourcedId", "users"),
        ),
    ),
    _Said(
        "x_messageVersions",
        rows.WordsRow,
        (SOURCE, ref("messageSourcedId", "x_messages", filled=True), _VERSION, _AT, *_SAID),
        cell=("message", "version"),
        key=("message", "version"),
    ),
    _Said(
        "x_answerHours",
        rows.HoursRow,
        (SOURCE, _PERSON, must(TIME, "beginTime"), must(TIME, "endTime"), _AT),
        cell=("person",),
        key=("person",),
    ),
)
"""In the order in which their rows can be written."""
