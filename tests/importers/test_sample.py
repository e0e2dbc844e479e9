"""The sample reports that ship with the program are read as every other folder is."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import data
from importers.issues import read_issue
from importers.publications import find_publication
from importers.readers import find_documents, read_source
from store.records import Issue

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
ROOT = Path(__file__).resolve().parents[2]


def issues() -> list[Issue]:
    return [read_issue(read_source(found.path, found.given))[0] for found in find_documents([data.path("sample")])]


def test_what_retells_one_report_stands_for_it_and_what_gathers_several_is_a_digest() -> None:
    told = {(issue.context.publication == "Campaign digest", issue.digest) for issue in issues()}
    assert told == {(True, True), (False, False)}


def test_every_sample_has_a_day_and_a_title_of_its_own() -> None:
    found = issues()
    assert len(found) == 10
    assert all(issue.context.how["published"] == "front matter" for issue in found)
    assert len({issue.title for issue in found}) == len(found)
    assert [issue.context.published for issue in found] == sorted(
        issue.context.published or date.max for issue in found
    )


def test_every_sample_is_a_short_news_text_that_names_its_report() -> None:
    for found in find_documents([data.path("sample")]):
        assert found.fault is None
        assert "\ndigest of: " in found.path.read_text(encoding="utf-8")
        issue, document = read_issue(read_source(found.path))
        assert 120 <= len(issue.text.split()) <= 300
        assert {block.kind for block in document.blocks} <= {"paragraph", "crosshead"}


def test_given_days_and_issue_numbers_agree_with_the_calendars() -> None:
    for issue in issues():
        assert "; but" not in issue.context.note
        if issue.context.issue:
            paper = find_publication(issue.context.publication or "")
            assert paper is not None
            sale = paper.on_sale(issue.context.issue)
            assert sale is not None
            assert sale.day == issue.context.published


def test_the_sample_covers_the_campaign_as_far_as_it_is_known() -> None:
    texts = {issue.context.publication: "" for issue in issues()}
    for issue in issues():
        texts[issue.context.publication] += issue.text
    assert {name for name, text in texts.items() if "Kilburn" in text} == {
        "Socialist Worker",
        "The Socialist",
        "Campaign digest",
    }
    assert all(name in texts["Socialist Worker"] for name in ("Leeds", "Hull", "Newcastle", "24 September"))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts to compare with (../shared) are not on this machine")
def test_no_sentence_of_a_report_is_in_the_repository() -> None:
    done = subprocess.run(
        [sys.executable, SHARED / "eval" / "copied.py", ROOT], capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
    assert done.returncode == 0
