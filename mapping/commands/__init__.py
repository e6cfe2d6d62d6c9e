"""The command line: what a person types, and what they read in answer.

Comes in: words of a command line. Goes out: lines on standard output and standard error, an exit
status. One file a command; `app.py` puts them together, `console.py` is what they print with.
Begin with `build.py`. A command has no logic: each calls one wing below.
"""

PUBLIC = {
    "app": ("main",),
}
