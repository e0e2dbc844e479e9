"""The filter language: one for the command line, the exports and the app.

    corbyn rally                       both words, each as the beginning of a word
    "social movement"                  the phrase, as whole words
    who:corbyn kind:event,figure       fields; a comma means either
    (liverpool OR hull) -source:star   OR, brackets, and minus for what to leave out
    ~corbin who:~corbin                a word that may be spelt a letter or two otherwise
    date:august                        ISO dates, and times in words that need no day to count from

Adjacent terms must all be true and bind closer than OR. Case, accents and the form of quotation marks
do not count. `FIELDS` names the fields.
"""

from __future__ import annotations

from store.filters.errors import FilterError
from store.filters.fields import DATE_HELP, FIELDS, STATE_HELP, Field
from store.filters.parse import Filter, parse
from store.filters.subject import NOTHING_KNOWN, Known, Subject

__all__ = [
    "DATE_HELP",
    "FIELDS",
    "NOTHING_KNOWN",
    "STATE_HELP",
    "Field",
    "Filter",
    "FilterError",
    "Known",
    "Subject",
    "parse",
]
