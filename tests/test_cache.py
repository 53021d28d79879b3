"""The cache: it gives what was computed for these inputs, and nothing else."""

from __future__ import annotations

import resource
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from sitegen.cache import Bundle, Cache, digest


def test_computes_once(tmp_path: Path) -> None:
    """The second asking does not compute."""
    calls: list[int] = []

    def compute() -> str:
        calls.append(1)
        return "é\n"

    cache = Cache(tmp_path / "new" / "folder")
    assert [cache.remember([b"a"], compute), cache.remember([b"a"], compute)] == ["é\n", "é\n"]
    assert len(calls) == 1


def test_other_inputs_compute_anew(tmp_path: Path) -> None:
    """Every input counts."""
    cache = Cache(tmp_path)
    assert cache.remember([b"a", b"b"], lambda: "one") == "one"
    assert cache.remember([b"a", b"c"], lambda: "two") == "two"


def test_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    """An entry that was cut, changed, emptied or is no text is computed again and mended."""
    cache = Cache(tmp_path)
    cache.remember([b"a"], lambda: "whole")
    (entry,) = tmp_path.iterdir()
    good = entry.read_bytes()
    hashed = digest([b"\xff\xfe"]).encode() + b"\n\xff\xfe"  # with its right hash, and no text
    for bad in (good[:-1], good + b"x", b"", b"\n", b"\xff\xfe\n\xff", good.replace(b"whole", b"whale"), hashed):
        entry.write_bytes(bad)
        assert cache.remember([b"a"], lambda: "whole") == "whole"
        assert entry.read_bytes() == good


def test_leaves_no_other_files(tmp_path: Path) -> None:
    """Writing through a file beside it leaves only the entry."""
    cache = Cache(tmp_path)
    cache.remember([b"a"], lambda: "one")
    cache.remember([b"b"], lambda: "two")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_folder_that_cannot_be_made_only_computes(tmp_path: Path) -> None:
    """A file in the place of the folder stops nothing."""
    (tmp_path / "file").write_text("")
    assert Cache(tmp_path / "file").remember([b"a"], lambda: "text") == "text"


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    """What could not be written whole goes, so that the folder does not fill with halves."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))  # writing more fails, as on a full disk
    try:
        text = Cache(tmp_path).remember([b"a"], lambda: "text" * 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert text == "text" * 100
    assert list(tmp_path.iterdir()) == []


@given(st.lists(st.binary()), st.lists(st.binary()))
def test_digest_tells_lists_apart(a: list[bytes], b: list[bytes]) -> None:
    """Equal lists of inputs have equal hashes, other lists others, however their bytes are divided."""
    assert (digest(a) == digest(b)) == (a == b)
    assert digest([*a, b"x", b"y"]) != digest([*a, b"xy"])


SAVES = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.none() | st.binary(max_size=40)), max_size=8)


@given(SAVES, st.booleans())
def test_a_bundle_holds_what_was_saved_last(saves: list[dict[str, bytes | None]], again: bool) -> None:
    """After any saves a bundle has each key with the value that it was given last, and the folder holds no more."""
    with TemporaryDirectory() as folder:
        bundle, expected = Bundle(Cache(Path(folder)), "s"), dict[str, bytes]()
        for values in saves:
            found = {key: expected.get(key) if value is None else value for key, value in values.items()}
            expected = {key: value for key, value in found.items() if value is not None}
            assert bundle.save(values)
            bundle = Bundle(Cache(Path(folder)), "s") if again else bundle
        assert {key: bundle.get(key) for key in bundle.keys} == expected
        assert list(bundle.keys) == list(expected)
        if saves:
            assert {path.name for path in Path(folder).iterdir()} == {*bundle.entries}


def test_a_bundle_writes_what_is_new(tmp_path: Path) -> None:
    """A large value that stays is not written again, and goes once most of its entry is held by nobody."""
    bundle = Bundle(Cache(tmp_path), "s")
    bundle.save({"a": b"a" * 600, "b": b"b" * 700})
    (first,) = bundle.entries[1:]
    bundle.save({"a": None, "b": None, "c": b"c"})
    assert first in bundle.entries
    bundle.save({"a": None, "c": None})
    assert first not in bundle.entries
    assert (bundle.get("a"), bundle.get("b"), bundle.get("c")) == (b"a" * 600, None, b"c")


def test_a_damaged_value_of_a_bundle_is_not_there(tmp_path: Path) -> None:
    """The other values of its entry are; where the entry is gone none is, and what is saved then is whole."""
    cache = Cache(tmp_path)
    bundle = Bundle(cache, "s")
    bundle.save({"a": b"one", "b": b"two"})
    entry = tmp_path / bundle.entries[1]
    entry.write_bytes(entry.read_bytes().replace(b"one", b"old"))
    bundle = Bundle(cache, "s")
    assert (bundle.get("a"), bundle.get("b")) == (None, b"two")
    entry.unlink()
    bundle = Bundle(cache, "s")
    assert bundle.get("b") is None
    bundle.save({"a": None, "b": None, "c": b"three"})
    assert Bundle(cache, "s").get("c") == b"three"
