from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.documents import drafts, parse, read
from claimcheck.errors import InputError


def test_the_suffix_tells_the_format(tmp_path: Path) -> None:
    for name, text in {"a.md": "40 died", "a.MARKDOWN": "40 died", "a.txt": "**40** died", "a": "**40** died"}.items():
        (tmp_path / name).write_text("**40** died", encoding="utf-8")
        document = read(tmp_path / name)
        assert (document.text, document.path) == (text, str(tmp_path / name))


@pytest.mark.parametrize(
    ("source", "format"),
    [
        ("---\ntitle: x\n---\nAt least **40**", "markdown"),
        ("# Storm\n\nAt least **40**", "markdown"),
        ("See [it](x)", "markdown"),
        ("```\n7\n```\n", "markdown"),
        ("    LYON (AP) - At least 40 *died*", "text"),
        ("1. At least 40", "text"),
        ("---\nAt least 40\n", "text"),
    ],
)
def test_standard_input_is_markdown_if_it_looks_like_it(source: str, format: str) -> None:
    document = read("-", stdin=io.BytesIO(source.encode()))
    assert document.path == "-"
    assert document.text == parse(source, format).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("€40 – Kyiv".encode(encoding))
    assert read(path).text == "€40 – Kyiv"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"At least 40 d\xe9c\xe8s", "the bytes at offset 13 are not UTF-8 text; save the file as UTF-8."),
        (b"\xef\xbb\xbfAt \xff", "the bytes at offset 6 are not UTF-8 text; save the file as UTF-8."),
        (b"\xff\xfeA\x00\x00", "the bytes at offset 4 are not UTF-16-LE text; save the file as UTF-8."),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, problem: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value) == f"{path}: {problem}"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_utf_16_without_a_mark_is_not_read_digit_by_digit(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The storm killed 12 people.".encode(encoding))
    with pytest.raises(InputError, match=r"a\.txt looks like UTF-16 without a byte order mark; save the file as UTF-8\."):
        read(path)


def test_a_zero_byte_or_two_are_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The storm killed 12 people.\0\0")
    assert "12 people" in read(path).text


@pytest.mark.parametrize("name", ["a.docx", "a.DOC", "a.odt", "a.pdf", "a.html"])
def test_a_file_of_another_program_is_told_how_to_become_a_draft(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK")
    with pytest.raises(InputError, match=r"\.txt\. Open it in the program it is from and save it as plain text \(\.txt\)\."):
        read(tmp_path / name)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"a\.md is empty; "):
        read(path)


def test_errors_about_standard_input_name_it() -> None:
    with pytest.raises(InputError, match=r"^Standard input is empty; "):
        read("-", stdin=io.BytesIO(b""))
    with pytest.raises(InputError, match=r"^Standard input, line 2: 'soon' is not a date; "):
        read("-", stdin=io.BytesIO(b"---\ndate: soon\n---\nAt 40"))


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.rst").write_text("40")
    for name, problem in {
        "none.md": "does not exist; check the path",
        "a.rst": r"has a suffix no reader knows; known are .*\.md, .*\.txt",
        ".": "is a folder; give a file",
        "a\0b.md": r"a\\x00b\.md' does not exist; check the path",
        "a" * 300 + ".md": "does not exist; check the path",
    }.items():
        with pytest.raises(InputError, match=problem):
            read(os.path.join(tmp_path, name))


def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("40")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(InputError, match=r"a\.md cannot be read \(Permission denied\); check its permissions\."):
        read(path)


def test_an_unknown_format_is_an_error_that_names_the_known() -> None:
    with pytest.raises(InputError) as raised:
        parse("40", "docx")
    assert str(raised.value) == "'docx' is not a document format; known are markdown, text."


def test_drafts_of_a_folder_are_sorted_and_known(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.txt", "a/c.MD", "a/.d.md", ".git/e.md", "a/f.py", "g.png", "h"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("40")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.md").symlink_to(tmp_path / "nothing.md")
    assert drafts([tmp_path]) == [tmp_path / "a/c.MD", tmp_path / "a/z.txt", tmp_path / "b.md"]


def test_drafts_keep_the_given_order_and_each_file_once(tmp_path: Path) -> None:
    first, second = tmp_path / "b.md", tmp_path / "a.rst"
    first.write_text("40")
    second.write_text("40")
    assert drafts([first, "-", str(second), tmp_path, first]) == [first, Path("-"), second]


def test_missing_paths_and_folders_without_drafts_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.md does not exist; check the path"):
        drafts([tmp_path / "none.md"])
    with pytest.raises(InputError, match=r"holds no drafts; give files or a folder with files in \.markdown, "):
        drafts([tmp_path])


def test_the_markdown_parser_loads_for_markdown_only() -> None:
    code = "import sys, claimcheck.documents as d; d.parse('40', 'text'); sys.exit('markdown_it' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_draft_below_the_working_folder_is_one_document_however_its_path_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk").mkdir()
    path = tmp_path / "desk" / "a.md"
    path.write_text("At least 40 died.", encoding="utf-8")
    assert read(path).path == str(path)
    monkeypatch.chdir(tmp_path)
    given: list[str | Path] = ["desk/a.md", "./desk/../desk/a.md", str(path), path]
    assert {read(one).path for one in given} == {os.path.join("desk", "a.md")}
    assert drafts(["desk", *given]) == [Path("desk/a.md")]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
def test_a_device_without_end_is_no_draft() -> None:
    with pytest.raises(InputError, match="/dev/full is a device; give a file"):
        read("/dev/full")
