"""The command line: what a person types, and what they read in answer.

Comes in: words of a command line. Goes out: lines on standard output and standard error, an exit
status. One file a command; `app.py` puts them together, `console.py` is what they print with.
Begin with `build.py`. A command holds no logic of its own: it reads its options, calls the wings
below, and prints.
"""

PUBLIC = {
    "app": ("main",),
}
