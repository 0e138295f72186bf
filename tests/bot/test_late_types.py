"""Telegram's types are built late, and are then what aiogram would have built at once."""

import json
import subprocess
import sys

import pytest
from aiogram import methods, types
from pydantic import BaseModel

from bot.telegram.session import tune

_TOLD = """
import json
from aiogram import methods, types
from aiogram.types import Poll, Update
found = [getattr(types, name) for name in types.__all__]
whole = [one for one in found if getattr(one, "__pydantic_complete__", False)]
methods.SendMessage(chat_id=1, text="", reply_markup=types.ForceReply(force_reply=True))
print(json.dumps([len(whole), Update.model_json_schema(), Poll.model_json_schema()]))
"""


def _told(*, late: bool) -> tuple[int, object, object]:
    args = [sys.executable, "-c", ("import bot\n" if late else "") + _TOLD]
    whole, update, poll = json.loads(subprocess.check_output(args))
    return whole, update, poll


def test_types_that_are_built_late_have_the_schema_of_those_built_at_once() -> None:
    late, at_once = _told(late=True), _told(late=False)

    assert late[1:] == at_once[1:]
    assert late[0] < at_once[0] / 10


@pytest.mark.parametrize("package", [types, methods])
def test_every_type_can_be_built(package: object) -> None:
    found = [
        model
        for model in vars(package).values()
        if isinstance(model, type) and issubclass(model, BaseModel)
    ]

    for one in found:
        one.model_rebuild()

    assert [one for one in found if not one.__pydantic_complete__] == []
    assert len(found) > 100


def test_what_is_read_all_the_time_is_built_before_the_first_update() -> None:
    kept = tune()

    assert all(one.__pydantic_complete__ for one in (types.Update, *kept))
