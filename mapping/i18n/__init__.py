"""Texts in several languages: of the data (`localized`), and of the page (`catalog`).

Comes in: codes of languages, files of words. Goes out: texts by language. Begin with
`localized.py`, which names the languages. The words of the page are in ``mapping/words``, one file
a language, with the same keys in each.
"""

PUBLIC = {
    "catalog": (
        "ANY_LIST",
        "Language",
        "edition_word",
        "read_languages",
    ),
    "localized": (
        "ENGLISH_NAMES",
        "LANGUAGES",
        "LanguageCode",
        "LocalizedName",
        "LocalizedText",
        "OPEN_GRAPH_LOCALES",
        "OptionalText",
        "READ_FIRST",
        "REFERENCE",
        "localize",
        "placeholders",
    ),
    "wording": ("has_words",),
}
