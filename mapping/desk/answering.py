"""Requests of the page are carried out, and answered with the state of the desk."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from mapping.desk.examine import uncollected
from mapping.desk.requests import Act, Answer, Outcome, Publish, Question
from mapping.desk.state import build_state
from mapping.errors import WrongUseError
from mapping.files.system_errors import explain

if TYPE_CHECKING:
    from mapping.desk.requests import Request, Room
    from mapping.desk.row_state import Json

UNKNOWN = "there is nothing at this address"
NOT_JSON = "the request is no JSON object in UTF-8"
WRONG_SHAPE = "the request is not understood: {field}: {why}"


def answer(
    room: Room, kinds: dict[str, type[Request]], name: str, body: bytes, language: str
) -> Answer:
    """Return what is answered to a request, whatever it says; nothing is half done."""
    kind = kinds.get(name)
    if kind is None:
        return Answer(Outcome.UNKNOWN, {"refusal": UNKNOWN})
    try:
        asked = kind.model_validate(json.loads(body))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or name
        refusal = WRONG_SHAPE.format(field=field, why=first["msg"])
        return Answer(Outcome.MALFORMED, {"refusal": refusal})
    except (ValueError, RecursionError):
        return Answer(Outcome.MALFORMED, {"refusal": NOT_JSON})
    with room.desk.lock, uncollected():
        try:
            return _carry_out(room, asked, language)
        except (WrongUseError, OSError) as error:
            refusal = str(error) if isinstance(error, WrongUseError) else explain(error)
            return Answer(Outcome.REFUSED, _state(room, asked) | {"refusal": refusal})


def _carry_out(room: Room, asked: Request, language: str) -> Answer:
    if isinstance(asked, Question):
        return Answer(Outcome.DONE, asked.look_up(room, language))
    if isinstance(asked, Publish):
        return Answer(Outcome.DONE, asked.begin(room.publisher, language))
    more = asked.carry_out(room.desk) if isinstance(asked, Act) else {}
    return Answer(Outcome.DONE, _state(room, asked) | more)


def _state(room: Room, asked: Request) -> Json:
    return room.told.shorten(build_state(room.desk), asked.since)
