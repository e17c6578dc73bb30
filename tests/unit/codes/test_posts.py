"""Names of posts: aliases, truncations, and how far a misspelling is mended."""

from __future__ import annotations

import csv
from importlib import resources

import pytest

from transforms.codes.posts import find_post, may_end_post, nearest_post

_TABLE = resources.files("transforms.codes").joinpath("post_aliases.csv").read_text("utf-8")
ALIASES = [row["alias"] for row in csv.DictReader(_TABLE.splitlines())]


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("0TTAWA", "OTTAWA"),
        ("N'Djamena", "NDJAMENA"),
        ("St. Petersburg", "STPETERSBURG"),
        ("PORT-OF-SPAIN", "PORTOFSPAIN"),
        ("AMEMBASSY PORT OF SPAIN", "PORTOFSPAIN"),
        ("PORT AU PR", "PORTAUPRINCE"),
        ("NEWDE", "NEWDELHI"),
        ("SANTIA", "SANTIAGO"),
        ("SECSTATE", "STATE"),
        ("SECDEF", "SECDEF"),
        ("VIENNA", "VIENNA"),
        ("UNVIE", "UNVIEVIENNA"),
        ("ELDERPORT", None),
    ],
)
def test_find_post(name: str, post: str | None) -> None:
    assert find_post(name) == post


@pytest.mark.parametrize(
    ("name", "post"),
    [
        ("ISLAMBAD", "ISLAMABAD"),
        ("SLAMABAD", "ISLAMABAD"),
        ("ANJUL", "BANJUL"),
        ("SILAMABAD", "ISLAMABAD"),
        ("NTANANARIVO", "ANTANANARIVO"),
        ("BRATISLVAA", "BRATISLAVA"),
        ("TEGUCIGLAPA", "TEGUCIGALPA"),
        ("ELDERPROT", "ELDERPORT"),
        ("MARSEILLES", "MARSEILLE"),
        ("OSLOO", None),
        ("GRANDHALDENISLE", None),
        ("PORTVESPER", None),
        ("DRYHARBOR", None),
        ("MARTINIQUE", "MARTINIQUE"),
        ("BERLINO", "BERLIN"),
        ("ALGERIA", None),
    ],
)
def test_nearest_post(name: str, post: str | None) -> None:
    assert nearest_post(name, "ELDERPORT") == post


def test_no_last_word_of_a_known_post_is_ruled_out() -> None:
    for alias in ALIASES:
        last = alias.rpartition(" ")[2]
        assert may_end_post(last)
        assert may_end_post(last.title())
        assert may_end_post(last.lower()) or " " not in alias


@pytest.mark.parametrize("word", ["the", "since", "May", "March", "Resolution", "in"])
def test_words_before_figures_end_no_post(word: str) -> None:
    assert not may_end_post(word)
