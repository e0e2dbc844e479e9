"""Who is who in a document: people by their fullest name, what they are called, and where they stand in the text."""

from __future__ import annotations

from importers.people.gather import find_people
from importers.people.persons import Gender, Mention, People, Person

__all__ = ["Gender", "Mention", "People", "Person", "find_people"]
