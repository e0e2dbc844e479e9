"""`schema`: the JSON Schema of the JSON export."""

from __future__ import annotations

import argparse
import json

from tui.arguments import add_json

HELP = "print the JSON Schema of the JSON export"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_json(parser)


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 -- a schema is JSON with --json and without
    """Print the schema."""
    from store.exports import export_schema

    print(json.dumps(export_schema(), indent=2, ensure_ascii=False))
    return 0
