"""What the command line tells people when something cannot be done."""

from __future__ import annotations


class UserError(Exception):
    """One line that says what is wrong, where, and what to do; printed on stderr, exit status 1."""
