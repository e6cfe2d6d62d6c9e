"""Questions at a terminal, with completion; the only import of prompt_toolkit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prompt_toolkit import prompt
from prompt_toolkit.completion import Completer, Completion, WordCompleter
from prompt_toolkit.validation import ValidationError, Validator

from mapping.adding.row_answers import COMMAS, MULTIVALUED, validate_answer
from mapping.suggestions.name_index import NameIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from mapping.adding.row_answers import Question

    Refusal = Callable[[str], str]  # why a text is not taken; empty where it is

FEW = 12  # choices that a question repeats
COMPLETE = "write one of those on offer, which Tab completes"
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


class TextValidator(Validator):
    """Refuses a text where something else is expected; an empty one stands for the default."""

    def __init__(self, refuse: Refusal) -> None:
        self.refuse = refuse

    def validate(self, document: Document) -> None:
        """Raise `ValidationError` with why the text is not taken."""
        text = document.text.strip()
        if wrong := text and self.refuse(text):
            raise ValidationError(len(document.text), wrong)


def ask_text(text: str, default: str, refuse: Refusal = lambda _: "") -> str:
    """Ask for a text, again where `refuse` says why not; nothing typed is the default.

    Raises
    ------
    KeyboardInterrupt, EOFError
        The person stopped the command (Ctrl+C, Ctrl+D).
    """
    return _ask(f"{text} [{default}]: ", refuse) or default


def ask_choice(text: str, default: str, choices: Sequence[str]) -> str:
    """Ask for one of some choices, in any case, with any accents; nothing typed is the default.

    Raises
    ------
    KeyboardInterrupt, EOFError
        The person stopped the command (Ctrl+C, Ctrl+D).
    """
    index = NameIndex(choices)
    offered = f" ({', '.join(choices)})" if len(choices) <= FEW else ""
    given = _ask(
        f"{text}{offered} [{default}]: ",
        lambda answer: "" if index.keys_named(answer) else index.suggest(answer, COMPLETE),
        WordCompleter(list(choices), sentence=True),
    )
    return given if given in choices else min(index.keys_named(given), default=default)


def _ask(text: str, refuse: Refusal, completer: Completer | None = None) -> str:
    return prompt(
        text, completer=completer, validator=TextValidator(refuse), validate_while_typing=False
    ).strip()


def confirm(text: str) -> bool:
    """Ask for a yes, and return whether it was given."""
    return YES.fullmatch(prompt(f"{text} [y/N] ")) is not None
