"""What the page may ask, each request by its name and with what it must say."""

from __future__ import annotations

from abc import ABC, abstractmethod
from enum import Enum, auto
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from mapping.editor import list_rows, side_tables
from mapping.editor.publishing import Stage
from mapping.editor.suggesting import Beginning

if TYPE_CHECKING:
    from mapping.editor.edit_session import EditSession
    from mapping.editor.publishing import Publisher
    from mapping.editor.row_state import Json
    from mapping.editor.row_updates import RowUpdates
    from mapping.editor.suggesting import Suggesters


class Outcome(Enum):
    """What came of a request."""

    DONE = auto()
    UNKNOWN = auto()  # no request has this name
    MALFORMED = auto()
    REFUSED = auto()  # for a reason that a person can do something about


class Answer(NamedTuple):
    """What is answered: what came of it, and JSON values."""

    outcome: Outcome
    content: Json


class Request(BaseModel):
    """What is asked for; a request says nothing else than its fields."""

    model_config = ConfigDict(extra="forbid", strict=True)

    since: int | None = None
    """The revision of which the page knows the rows; it is told of those that changed."""


class Act(Request, ABC):
    """What changes the draft or the files; it is answered with the state."""

    @abstractmethod
    def carry_out(self, session: EditSession) -> Json:
        """Do what is asked for, and return what is answered beside the state.

        Raises
        ------
        WrongUseError
            It is not done.
        """


class Question(Request, ABC):
    """What changes nothing."""

    @abstractmethod
    def look_up(self, context: RequestContext, language: str) -> Json:
        """Return the answer; names are shown in `language`."""


class State(Act):
    """The state as it is."""

    def carry_out(self, session: EditSession) -> Json:
        """Do nothing."""
        return {"revision": session.revision}


class ChangeRow(Act):
    """Other cells in a row, or a new row."""

    row: str | None = None
    cells: dict[str, str]
    merge: str | None = None
    resolve: bool = False

    def carry_out(self, session: EditSession) -> Json:
        """Change or add the row, and return its key."""
        merge = self.merge or ""
        return {
            "row": list_rows.change_row(session, self.row, self.cells, merge, resolve=self.resolve)
        }


class Close(Act):
    """A presence closes, and what that rests on."""

    row: str
    cells: dict[str, str] = {}
    remove: bool = True

    def carry_out(self, session: EditSession) -> Json:
        """Close it."""
        list_rows.close_row(session, self.row, self.cells, remove=self.remove)
        return {}


class Remove(Act):
    """A row that should not have been in the list."""

    row: str

    def carry_out(self, session: EditSession) -> Json:
        """Take it out."""
        list_rows.remove_row(session, self.row)
        return {}


class Undo(Act):
    """Undo the last step."""

    def carry_out(self, session: EditSession) -> Json:
        """Undo it."""
        session.undo()
        return {}


class Redo(Act):
    """Do again what was undone last."""

    def carry_out(self, session: EditSession) -> Json:
        """Do it again."""
        session.redo()
        return {}


class Discard(Act):
    """Forget the draft."""

    def carry_out(self, session: EditSession) -> Json:
        """Forget it."""
        session.discard()
        return {}


class Save(Act):
    """Write the draft."""

    def carry_out(self, session: EditSession) -> Json:
        """Write it, and return the names of the files that were written."""
        return {"saved": session.save()}


class ChangeSideRow(Act):
    """Other cells in a row of a table beside the list, a new row there, or one that goes."""

    table: str
    row: str | None = None
    cells: dict[str, str] = {}
    remove: bool = False
    merge: str = ""

    def carry_out(self, session: EditSession) -> Json:
        """Change, add or remove the row, and return its key."""
        if self.remove and self.row is not None:
            side_tables.remove_side_row(session, self.table, self.row)
            return {"row": None}
        return {
            "row": side_tables.change_side_row(
                session, self.table, self.row, self.cells, self.merge
            )
        }


class Find(Question):
    """Rows of a table beside the list, by their key or a part of what they say."""

    table: str
    text: str

    def look_up(self, context: RequestContext, language: str) -> Json:
        """Return them, that with this key first."""
        found = side_tables.find_rows(context.session, self.table, self.text, language)
        return {"found": [one._asdict() for one in found]}


class Suggest(Question):
    """What the beginning of a name may mean in a column of the list, or of another table."""

    column: str
    text: str
    row: str | None = None
    table: str | None = None

    def look_up(self, context: RequestContext, language: str) -> Json:
        """Return suggestions, best first."""
        file = side_tables.TABLES[self.table].file if self.table in side_tables.TABLES else ""
        asked = Beginning(file, self.column, self.text, self.row)
        return {"suggestions": context.suggesters.suggest(asked, language)}


class Locate(Question):
    """What a point on the map means: longitude and latitude."""

    point: tuple[float, float] = Field(strict=False)
    row: str | None = None

    def look_up(self, context: RequestContext, language: str) -> Json:
        """Return its country, and the cities near it."""
        return context.suggesters.locate(self.point, language)


class Resolve(Act):
    """What to keep where somebody else changed the same."""

    file: str
    row: str
    column: str = ""
    take: Literal["mine", "theirs"]

    def carry_out(self, session: EditSession) -> Json:
        """Keep it."""
        session.decide(self.file, self.row, self.column, theirs=self.take == "theirs")
        return {}


class Publish(Request):
    """A step of publishing."""

    step: Stage
    message: str = ""

    def begin(self, publisher: Publisher, language: str) -> Json:
        """Begin it, and return the number of its job."""
        return {"job": publisher.begin(self.step, self.message, language).id}


LOOKS: dict[str, type[Request]] = {"state": State}
ACTS: dict[str, type[Request]] = {
    "rows": ChangeRow,
    "close": Close,
    "remove": Remove,
    "undo": Undo,
    "redo": Redo,
    "discard": Discard,
    "save": Save,
    "resolve": Resolve,
    "publish": Publish,
    "tables": ChangeSideRow,
    "find": Find,
    "suggest": Suggest,
    "locate": Locate,
}


class RequestContext(NamedTuple):
    """What requests are about."""

    session: EditSession
    publisher: Publisher
    suggesters: Suggesters
    row_updates: RowUpdates
