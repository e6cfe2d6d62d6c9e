"""Questions at a terminal, with completion; the only import of prompt_toolkit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit import prompt
from prompt_toolkit.completion import Completer, Completion, WordCompleter
from prompt_toolkit.validation import ValidationError, Validator

from mapping.editing.row_answers import COMMAS, MULTIVALUED, validate_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from mapping.editing.row_answers import Question
    from mapping.suggestions.name_index import NameIndex

FEW = 12  # choices that a refusal repeats
YES = re.compile(r"\s*y(es)?\s*", re.IGNORECASE)


class KeyCompleter(Completer):
    """Completes keys by what is typed of them or of their names; the name is written next to each.

    Where a column holds several keys, what follows the last comma is completed.
    """

    def __init__(self, column: str, names: NameIndex) -> None:
        self.column, self.names = column, names

    def get_completions(
        self, document: Document, complete_event: CompleteEvent
    ) -> Iterator[Completion]:
        """Yield the keys that the text before the cursor may mean."""
        del complete_event
        typed = document.text_before_cursor
        if self.column in MULTIVALUED:
            typed = COMMAS.split(typed)[-1]
        for word, key in self.names.completions(typed):
            meta = "" if word == key else word
            yield Completion(key, start_position=-len(typed), display_meta=meta)


class AnswerValidator(Validator):
    """Refuses an answer that the check would refuse."""

    def __init__(self, question: Question, names: Mapping[str, NameIndex]) -> None:
        self.question, self.names = question, names

    def validate(self, document: Document) -> None:
        """Raise `ValidationError` with what is wrong, and what was likely intended."""
        column, text = self.question.column, document.text
        if self.question.required and not text.strip():
            raise ValidationError(0, f"{column} must not be empty")
        wrong = validate_answer(column, text, self.names)
        if wrong:
            raise ValidationError(len(text), wrong)


def ask(question: Question, names: Mapping[str, NameIndex]) -> str:
    """Ask for one column and return the answer, which is valid, or empty where not required.

    Raises
    ------
    KeyboardInterrupt, EOFError
        The person stopped the command (Ctrl+C, Ctrl+D).
    """
    column = question.column
    hint = "; names with commas between" if column in MULTIVALUED else ""
    empty = "" if question.required else "; Enter leaves it empty"
    return prompt(
        f"{column}: ",
        default=question.default,
        completer=KeyCompleter(column, names[column]) if column in names else None,
        validator=AnswerValidator(question, names),
        validate_while_typing=False,
        bottom_toolbar=f"{question.about}{hint}{empty}",
    )


def ask_choice(text: str, default: str, choices: Sequence[str] = ()) -> str:
    """Ask for one of some choices, or for any text where there are none; return the answer.

    Raises
    ------
    KeyboardInterrupt, EOFError
        The person stopped the command (Ctrl+C, Ctrl+D).
    """
    few = len(choices) <= FEW
    refusal = f"write one of {', '.join(choices)}" if few else "write one of those on offer"
    refusal = refusal if choices else "write something"
    valid = Validator.from_callable(
        lambda answer: answer in choices if choices else bool(answer.strip()), refusal
    )
    return prompt(
        f"{text}: ",
        default=default,
        completer=WordCompleter(list(choices), sentence=True) if choices else None,
        validator=valid,
        validate_while_typing=False,
    )


def confirm(text: str) -> bool:
    """Ask for a yes, and return whether it was given."""
    return YES.fullmatch(prompt(f"{text} [y/N] ")) is not None
