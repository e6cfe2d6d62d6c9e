"""Questions at a terminal, with completion; the only import of prompt_toolkit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit import prompt
from prompt_toolkit.completion import Completer, Completion
from prompt_toolkit.validation import ValidationError, Validator

from mapping.editing.row_answers import COMMAS, SEVERAL, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from mapping.editing.row_answers import Question
    from mapping.suggestions.name_index import Spellings

YES = re.compile(r"\s*y(es)?\s*", re.IGNORECASE)


class Names(Completer):
    """Completes keys by whatever is typed of them or of their names; the name stands beside.

    Where a column holds several keys, what follows the last comma is completed.
    """

    def __init__(self, column: str, spelt: Spellings) -> None:
        self.column, self.spelt = column, spelt

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Give the keys that the text before the cursor may mean."""
        del complete_event
        typed = document.text_before_cursor
        if self.column in SEVERAL:
            typed = COMMAS.split(typed)[-1]
        for word, key in self.spelt.like(typed):
            meta = "" if word == key else word
            yield Completion(key, start_position=-len(typed), display_meta=meta)


class Sound(Validator):
    """Takes no answer that the check would refuse for itself."""

    def __init__(self, question: Question, spelt: Mapping[str, Spellings]) -> None:
        self.question, self.spelt = question, spelt

    def validate(self, document: Document) -> None:
        """Raise with what is wrong, and what was likely meant."""
        column, text = self.question.column, document.text
        if self.question.required and not text.strip():
            raise ValidationError(0, f"{column} must not be empty")
        wrong = problem(column, text, self.spelt)
        if wrong:
            raise ValidationError(len(text), wrong)


def ask(question: Question, spelt: Mapping[str, Spellings]) -> str:
    """Ask for one column until the answer can stand there; it may be empty where not required.

    Raises
    ------
    KeyboardInterrupt, EOFError
        The person wants no more of it (Ctrl+C, Ctrl+D).
    """
    column = question.column
    several = "; names with commas between" if column in SEVERAL else ""
    empty = "" if question.required else "; Enter leaves it empty"
    return prompt(
        f"{column}: ",
        default=question.default,
        completer=Names(column, spelt[column]) if column in spelt else None,
        validator=Sound(question, spelt),
        validate_while_typing=False,
        bottom_toolbar=f"{question.about}{several}{empty}",
    )


def agreed(text: str) -> bool:
    """Ask for a yes; anything else is a no."""
    return YES.fullmatch(prompt(f"{text} [y/N] ")) is not None
