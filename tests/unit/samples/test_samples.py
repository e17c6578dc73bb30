"""The sample dump has every format, quirk and defect, and grows without changing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from builders import read_path

from samples.cables import invent
from samples.generate import FORMATS, write_sample
from samples.truth import read_summary
from samples.vocabulary import posts
from transforms.codes.posts import known_posts
from transforms.codes.tags import is_known_tag
from transforms.read.record import Record, Refusal, Skipped


def test_a_small_dump_is_the_beginning_of_a_large_one() -> None:
    assert [invent(n, 1) for n in range(3)] == [invent(n, 1) for n in range(5)][:3]
    assert invent(0, 1) != invent(0, 2)


def test_every_cable_has_an_id_of_its_own() -> None:
    ids = [invent(n, 1, mean_sentences=1).cable_id for n in range(2000)]
    assert len(set(ids)) == len(ids)


def test_the_vocabulary_joins_to_reference_data() -> None:
    assert {post.canonical for post in posts()} <= known_posts()
    assert all(is_known_tag(post.tag) for post in posts())


def test_the_default_sample_has_everything(tmp_path: Path) -> None:
    truth = write_sample(tmp_path, cables=60)
    assert read_summary(tmp_path / "truth" / "summary.json") == truth
    items = read_path(tmp_path / "dump")
    formats = Counter(item.format for item in items if isinstance(item, Record))
    assert set(formats) == {"plain_text", "cablegate_html", "cables_csv", "preamble"}
    assert sum(not isinstance(item, Skipped) for item in items) == truth.record_count
    assert sum(isinstance(item, Skipped) for item in items) == truth.skipped_count
    assert {item.reason for item in items if isinstance(item, Refusal)} == {
        "empty",
        "binary",
        "truncated",
        "unknown_format",
        "bad_record",
        "no_text",
    }
    text = "\n".join(item.text for item in items if isinstance(item, Record))
    for quirk in (
        "[1](#)",
        "¶1. ",
        "[PREL](#)",
        " OF 002\n",
        "XXXXXXXXXXXX",
        "C O R R E C T E D",
        "partial extract",
        "(NOTAL)",
        "--------",
    ):
        assert quirk in text, quirk
    assert any("line ends normalised" in i.repairs for i in items if isinstance(i, Record))
    assert pq.read_metadata(tmp_path / "truth" / "cables.parquet").num_rows == truth.cable_count


@pytest.mark.parametrize("name", FORMATS)
def test_one_format_alone(tmp_path: Path, name: str) -> None:
    truth = write_sample(tmp_path, cables=5, formats=[name], has_defects=False)
    assert (truth.cable_count, truth.record_count) == (5, 5)
    assert len(read_path(tmp_path / "dump")) == 5


def test_cables_cite_what_was_sent_before_them() -> None:
    cables = {
        cable.cable_id: cable for cable in (invent(n, 1, mean_sentences=1) for n in range(300))
    }
    held = [
        (cable, cables[ref.target_id])
        for cable in cables.values()
        for ref in cable.refs
        if ref.target_id in cables
    ]
    assert len(held) > 100, "threads need references that lead somewhere"
    assert [cable.cable_id for cable, cited in held if cited.sent_at >= cable.sent_at] == []
    missing = Counter(
        ref.target_id for c in cables.values() for ref in c.refs if ref.target_id not in cables
    )
    assert missing.most_common(1)[0][1] > 1, "something that is not held is cited by several"
