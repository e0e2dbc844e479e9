from __future__ import annotations

import codecs
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.context import Given
from importers.readers import MAX_BYTES, Found, ReadError, find_documents, read_source
from importers.readers.decoding import decode
from importers.readers.front_matter import split_front_matter

STORY = "No train ran on Monday."


def write(path: Path, content: str | bytes = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def found(*paths: Path) -> list[Found]:
    return list(find_documents(paths))


def names(*paths: Path) -> list[str]:
    return [one.path.name for one in found(*paths) if one.fault is None]


def faults(*paths: Path) -> list[str]:
    return [one.fault for one in found(*paths) if one.fault]


def refusal(path: Path, max_bytes: int = MAX_BYTES) -> str:
    with pytest.raises(ReadError) as caught:
        read_source(path, max_bytes=max_bytes)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message.removeprefix(f"{path}: ")


# --- decoding -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [
        "“Café” – £5".encode(),
        codecs.BOM_UTF8 + "“Café” – £5".encode(),
        codecs.BOM_UTF16_LE + "“Café” – £5".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + "“Café” – £5".encode("utf-16-be"),
        codecs.BOM_UTF32_LE + "“Café” – £5".encode("utf-32-le"),
        "“Café” – £5".encode("cp1252"),
    ],
)
def test_text_is_decoded_by_mark_then_utf8_then_windows(raw: bytes) -> None:
    assert decode(raw) == "“Café” – £5"


def test_every_line_end_becomes_a_newline() -> None:
    assert decode("a\r\nb\rc\u2028d\n\ne".encode()) == "a\nb\nc\nd\n\ne"


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\0\0", b"a\0b", bytes(range(1, 9)) * 9, b"\xff\xfea", b"\x81\x8d ok"]
)
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    with pytest.raises(ValueError, match="save it as"):
        decode(raw)


@given(st.text())
def test_utf8_comes_through_but_for_line_ends(text: str) -> None:
    raw = text.encode("utf-8", "ignore")
    try:
        read = decode(raw)
    except ValueError:
        assert any(byte < 32 for byte in raw)
        return
    assert "".join(read.split()) == "".join(raw.decode().removeprefix("\ufeff").split())


# --- front matter ---------------------------------------------------------------------------------


def test_front_matter_is_taken_off_the_text(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.txt",
        "---\npublication: Socialist Worker\nIssue: 'No. 2517'\npublished: 16 August 2016\ntags:\n  - ports\n"
        'title: "Pits: shut"\nauthor: Anna Price\ndigest: true\n---\n\nNo train ran.\n',
    )
    source = read_source(path)
    assert source.text == "No train ran.\n"
    assert source.given == (Given("front matter", "Socialist Worker", "2517", date(2016, 8, 16)),)
    assert (source.title, source.byline, source.digest) == ("Pits: shut", "Anna Price", True)


@pytest.mark.parametrize(
    "text",
    [
        "No train ran.\n---\npublished: 2016-08-16\n---\n",
        "---\nNo train ran on Monday, and no tram either.\n---\nNobody came.",
        "---\nLeeds: No train ran.\nNobody came.",
        "\n---\npublished: 2016-08-16\nNo train ran.",
        "---- \npublished: 2016-08-16\n----\nNo train ran.",
        "---",
    ],
)
def test_dashes_that_fence_no_front_matter_stay_in_the_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_an_empty_value_says_nothing(tmp_path: Path) -> None:
    source = read_source(write(tmp_path / "a.txt", "---\nissue:\npublished: 2016-08-16\ndigest: false\n---\nNo train."))
    assert source.given == (Given("front matter", published=date(2016, 8, 16)),)
    assert not source.digest


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("published: 2016-02-31", 'front matter: published "2016-02-31" is not a date; write it as'),
        ("digest: perhaps", 'front matter: digest is "perhaps"; write true or false'),
    ],
)
def test_a_front_matter_that_cannot_be_read_is_refused(tmp_path: Path, matter: str, message: str) -> None:
    assert message in refusal(write(tmp_path / "a.txt", f"---\n{matter}\n---\nNo train ran."))


@pytest.mark.parametrize(
    "text",
    [
        "---\npublished: 2016-08-16\nNo train ran.",
        "---\nPaper: Echo\nsection: ports\n\nNo train ran.\n---\n",
        "---\ntitle: No train",
        "---\ntitle: No train\n" + "note: x\n" * 200 + "---\nNo train ran.",
    ],
)
def test_a_front_matter_that_is_not_closed_is_no_text(tmp_path: Path, text: str) -> None:
    assert refusal(write(tmp_path / "a.txt", text)) == (
        "begins with a front matter that is not closed; put a line of three dashes below it, "
        "or, where it is text, an empty line above it"
    )


# --- files ----------------------------------------------------------------------------------------


def test_bad_files_are_refused_in_one_line_each(tmp_path: Path) -> None:
    assert "is empty" in refusal(write(tmp_path / "empty.txt", ""))
    assert "is empty" in refusal(write(tmp_path / "blank.txt", " \n\n"))
    assert "no text below" in refusal(write(tmp_path / "bare.txt", "---\ntitle: x\n---\n"))
    assert "not a text file" in refusal(write(tmp_path / "binary.txt", b"\0\1\2"))
    assert "larger than 1e-05 MB; raise the limit with --max-size" in refusal(write(tmp_path / "b.txt"), max_bytes=10)
    assert "cannot be read (no such file or directory)" in refusal(tmp_path / "missing.txt")
    assert "is a folder" in refusal(tmp_path)
    assert "is a PDF file" in refusal(write(tmp_path / "report.PDF", "%PDF-1.4"))


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert read_source(write(tmp_path / "a.txt", "abcde"), max_bytes=5).text == "abcde"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    path.chmod(0)
    assert "cannot be read (permission denied)" in refusal(path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "not a regular file" in refusal(tmp_path / "a.txt")
    assert names(tmp_path) == []


def test_a_name_that_breaks_lines_leaves_the_message_on_one(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_source(tmp_path / "a\nb\x1b[31m.txt")
    assert str(caught.value).isprintable()


# --- folders --------------------------------------------------------------------------------------


def test_folders_are_walked_in_order_and_only_texts_are_found(tmp_path: Path) -> None:
    for name in ("b.txt", "a.text", "sub/c.md", "LICENSE", "sub/d.html", ".hidden", ".git/x.txt", "e.jpg", "UPPER.TXT"):
        write(tmp_path / name, name)
    write(tmp_path / "manifest.csv", "file,publication\n")
    assert names(tmp_path) == ["LICENSE", "UPPER.TXT", "a.text", "b.txt", "c.md"]


def test_a_file_is_found_once_however_it_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(path)
    assert names(path, tmp_path, tmp_path) == ["a.txt"]
    assert faults(path, tmp_path, tmp_path) == []


def test_a_named_file_may_have_any_suffix(tmp_path: Path) -> None:
    assert names(write(tmp_path / "report.1926")) == ["report.1926"]


def test_paths_that_lead_nowhere_are_told(tmp_path: Path) -> None:
    assert faults(tmp_path / "missing.txt") == [f"{tmp_path / 'missing.txt'}: is not there; check the name"]
    assert faults(tmp_path) == [f"{tmp_path}: no text files in this folder; they end in .txt, .text or .md"]
    manifest = write(tmp_path / "manifest.csv", "file\n")
    assert faults(manifest) == [f"{manifest}: is a manifest and no report; name its folder"]


def test_links_in_a_ring_are_told_and_end(tmp_path: Path) -> None:
    write(tmp_path / "sub" / "a.txt")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "ring.txt").symlink_to(tmp_path / "ring.txt")
    (tmp_path / "dead.txt").symlink_to(tmp_path / "gone.txt")
    assert names(tmp_path) == ["a.txt"]
    told = faults(tmp_path)
    assert len(told) == 3
    assert "is a link to something that is not there" in told[0]
    assert "check the link" in told[1]
    assert "is a link to a folder that holds it" in told[2]


# --- manifests ------------------------------------------------------------------------------------


def manifest(folder: Path, *rows: str, header: str = "file,publication,issue,published,url") -> Path:
    return write(folder / "manifest.csv", "\n".join([header, *rows]) + "\n")


def test_a_manifest_speaks_of_the_files_beside_and_below_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "sub" / "b.txt")
    manifest(tmp_path, "a.txt,Morning Star,,2016-07-25,", 'sub/b.txt,"Worker, The",7,16 August 2016,https://x.org/b')
    assert [one.given for one in found(tmp_path)] == [
        (Given("manifest", "Morning Star", None, date(2016, 7, 25)),),
        (Given("manifest", "Worker, The", "7", date(2016, 8, 16), "https://x.org/b"),),
    ]
    assert [one.given for one in found(tmp_path / "a.txt")] == [
        (Given("manifest", "Morning Star", None, date(2016, 7, 25)),)
    ]


def test_columns_stand_in_any_order_and_others_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    manifest(tmp_path, "nice,2016-07-25,a.txt", header="\ufeffRemark,Published, File ")
    assert [one.given for one in found(tmp_path)] == [(Given("manifest", published=date(2016, 7, 25)),)]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a.txt,Morning Star,,yesterday,", 'line 2: published "yesterday" is not a date; write it as 2016-08-16'),
        ("a.txt,Morning Star", "line 2: has too few values"),
        ("a.txt,Worker, The,7,2016-08-16,,", "line 2: has too many values"),
    ],
)
def test_a_broken_row_keeps_its_file_out_and_says_why(tmp_path: Path, row: str, told: str) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    path = manifest(tmp_path, row, "b.txt,Morning Star,,2016-07-25,")
    assert names(tmp_path) == ["b.txt"]
    (line,) = faults(tmp_path)
    assert line.startswith(f"{path}, {told}")
    assert line.endswith("a.txt was not imported")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (",Morning Star,,,", "line 2: names no file"),
        ("../a.txt,Morning Star,,,", 'line 2: "../a.txt" is not below this folder'),
        ("/etc/a.txt,Morning Star,,,", 'line 2: "/etc/a.txt" is not below this folder'),
        ("..\\a.txt,Morning Star,,,", 'line 2: "..\\a.txt" is not below this folder'),
        ("C:/a.txt,Morning Star,,,", 'line 2: "C:/a.txt" is not below this folder'),
        ("gone.txt,Morning Star,,,", "names "),
        ("a.txt,Morning Star,,,\na.txt,News Line,,,", "line 3: names a.txt a second time"),
        ('a.txt,"Morning Star,,,', "is not a CSV file"),
    ],
)
def test_a_row_that_fits_no_file_is_told_and_stops_nothing(tmp_path: Path, row: str, told: str) -> None:
    write(tmp_path / "a.txt")
    manifest(tmp_path, row)
    assert names(tmp_path) == ["a.txt"]
    (line,) = faults(tmp_path)
    assert told in line
    assert "\n" not in line


def test_a_manifest_without_its_columns_is_told_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    manifest(tmp_path, "a.txt,2016", header="name,year")
    assert names(tmp_path) == ["a.txt", "b.txt"]
    (line,) = faults(tmp_path)
    assert "has no column named file; its first line must be file,publication,issue,published,url" in line


@pytest.mark.parametrize("begin", ["<!DOCTYPE html><html>", "\n <HTML lang='en'>", '<?xml version="1.0"?>\n<html>'])
def test_a_page_is_recognised_whatever_its_file_is_called(tmp_path: Path, begin: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{begin}<p>Some 90 people met.</p></html>", encoding="utf-8")
    with pytest.raises(ReadError, match="is an HTML page, which is not read yet; save it as plain text"):
        read_source(path)
