"""Requests of the page are carried out, and answered with the state of the edit session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from mapping.editor.examine import without_garbage_collection
from mapping.editor.requests import Act, Answer, Outcome, Publish, Question
from mapping.editor.state import build_state
from mapping.errors import WrongUseError
from mapping.files.system_errors import explain

if TYPE_CHECKING:
    from mapping.editor.requests import Request, RequestContext
    from mapping.editor.row_state import Json

UNKNOWN = "there is nothing at this address"
NOT_JSON = "the request is no JSON object in UTF-8"
WRONG_SHAPE = "the request is not understood: {field}: {why}"


def answer(
    context: RequestContext, kinds: dict[str, type[Request]], name: str, body: bytes, language: str
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
    with context.session.lock, without_garbage_collection():
        try:
            return _carry_out(context, asked, language)
        except (WrongUseError, OSError) as error:
            refusal = str(error) if isinstance(error, WrongUseError) else explain(error)
            return Answer(Outcome.REFUSED, _state(context, asked) | {"refusal": refusal})


def _carry_out(context: RequestContext, asked: Request, language: str) -> Answer:
    if isinstance(asked, Question):
        return Answer(Outcome.DONE, asked.look_up(context, language))
    if isinstance(asked, Publish):
        return Answer(Outcome.DONE, asked.begin(context.publisher, language))
    more = asked.carry_out(context.session) if isinstance(asked, Act) else {}
    return Answer(Outcome.DONE, _state(context, asked) | more)


def _state(context: RequestContext, asked: Request) -> Json:
    return context.row_updates.shorten(build_state(context.session), asked.since)
