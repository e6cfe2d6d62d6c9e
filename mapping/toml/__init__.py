"""TOML as people write it becomes tables, with every slip at its line and the line as intended.

Comes in: the text of a settings file. Goes out: its values, where each key is written, and what is
wrong in plain words. Begin with `reading.py`. Nothing here knows what the settings mean.
"""

PUBLIC = {
    "key_lines": ("Keys", "key_path", "line_of", "list_tables"),
    "reading": ("Reading", "read_toml"),
    "text_values": ("MARK", "quote_text", "replace_texts"),
}
