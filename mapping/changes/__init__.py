"""Two lists become what changed between them, in words.

Comes in: two lists, each a file, a folder or a git revision. Goes out: a `Difference`, a
`ChangeSummary` in a language, text, Markdown or JSON. Begin with `compare.py`; `sentences.py` words
what it finds.

Raises
------
UnknownListError
    What was given as a list is no file, no folder and no revision that could be read.
GitError
    Git cannot do what is asked for.
"""

PUBLIC = {
    "compare": (
        "Difference",
        "compare",
    ),
    "git": ("has_commit_of", "run_git"),
    "formats": (
        "format_changes",
        "format_markdown",
    ),
    "summary": (
        "ChangeSummary",
        "describe_changes",
        "summarize",
    ),
    "versions": (
        "describe_version",
        "open_version",
        "read_version",
    ),
}
