"""Keys in the sentences of the screen: whatever names a key names the user's own.

A sentence names the action in braces: `keyed("Deleted; {edit.undo} takes it back.")` is "Deleted; z takes it back."
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui import actions
from tui.actions import ACTIONS, Action


class _House:
    """The registry with this user's keys; the app sets it once, before it draws anything."""

    actions: Sequence[Action] = ACTIONS
    keys: ClassVar[dict[str, str]] = {}
    """The keys to learn of the actions that have been asked for: titles ask for theirs at every key."""


def use_keys(registry: Sequence[Action]) -> None:
    """Name the keys of this registry from now on."""
    _House.actions = registry
    _House.keys.clear()


def key_of(name: str) -> str:
    """The key to learn of an action, by the id of the action; "" where it has none."""
    if name not in _House.keys:
        _House.keys[name] = actions.key_of(name, _House.actions)
    return _House.keys[name]


def keys_to(name: str) -> Sequence[str]:
    """All keys of an action as Textual names them, by the id of the action; none where there is no such action."""
    return next((action.keys for action in _House.actions if action.id == name), ())


def keyed(words: str) -> str:
    """`words` with the key of each action that they name in braces; one without a key is among the commands."""
    return actions.keyed(words, _House.actions)


def key_lines(*rows: tuple[str, str]) -> str:
    """A line a row: the keys of some actions, by their ids, and what they do; what has no key is left out."""
    told = [(" ".join(filter(None, map(key_of, names.split()))), words) for names, words in rows]
    width = max((len(keys) for keys, _ in told), default=0)
    return "\n".join(f"{keys:<{width}}  {words}" for keys, words in told if keys)
