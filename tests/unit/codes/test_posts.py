"""Names of posts: aliases, truncations, and how far a misspelling is mended."""

from __future__ import annotations

import pytest

from transforms.codes.posts import find_post, nearest_post


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
