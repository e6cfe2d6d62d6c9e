"""Texts that were seen to run as code, or to break a page, in programs like this one."""

HOSTILE = (
    "</script><script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "<!--<script>",
    "]]>",
    "${document.title='run'}",
    "`+(document.title='run')+`",
    "'\"><svg onload=\"document.title='run'\">",
    "{{7*7}}",
    "{% raw %}",
    "{date}",
    "&lt;b&gt;&amp;",
    "\u202eevil",
    "line\u2028separator\u2029here",
    "\\u003c/script>",
)
# Those that a table takes: it refuses what turns text around, and reads a separator as a space.
WRITABLE = tuple(text for text in HOSTILE if not {"\u202e", "\u2028"} & set(text))
