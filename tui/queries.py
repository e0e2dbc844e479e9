"""The `--filter` argument: the filter language on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from tui.errors import UserError

if TYPE_CHECKING:
    from store.filters import Filter


def add_filter(parser: argparse.ArgumentParser) -> None:
    """`--filter QUERY`: what is kept."""
    parser.add_argument(
        "--filter", default="", metavar="QUERY", help="keep what fits, as in 'place:liverpool' (see: help filter)"
    )


def read_filter(query: str) -> Filter:
    """Read a query; raises UserError with one line that points to where it went wrong."""
    from store.filters import FilterError, parse

    try:
        return parse(query)
    except FilterError as error:
        before, behind = query[: error.position], query[error.position :]
        where = f"before “{behind}”" if behind else f"behind “{before}”" if before else "in it"
        message = f"the filter cannot be read {where}: {error.message}"
        raise UserError(message) from error
