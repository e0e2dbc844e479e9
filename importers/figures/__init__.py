"""Figures: every number that says how many, with the bounds its wording states and what it counts.

`read_figures` is the door. `traps` says which numbers are none, `wording` turns qualifiers into bounds, `pairs` joins
ranges and parts votes, `shares` reads "one in five" and "twice as many", `following` and `counted` find the noun phrase
and the unit, `leaning` lets a bare number take them from its neighbours, `purpose` tells kind and claimant. The words all
of them go by are in `data/units.toml`; `invisible` reads past zero-width signs.
"""

from __future__ import annotations

from importers.figures.reader import read_figures

__all__ = ["read_figures"]
