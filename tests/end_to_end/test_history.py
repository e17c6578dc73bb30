"""Right after any history: rolled back, taken out, read again, retried, in any order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest
from builders import message
from typer.testing import CliRunner

from cablehouse import pipeline
from cablehouse.cli.main import app
from cablehouse.errors import AlreadyCurrent, InputsWithheld, NoSuchGeneration
from cablehouse.reports import RunReport
from cablehouse.rollbacks import roll_back, settle_rollbacks
from cablehouse.settings import Settings
from warehouse.connect import open_reader
from warehouse.versions import list_generations


def rows(settings: Settings, sql: str, *parameters: object) -> list[tuple]:
    with open_reader(settings.warehouse_file) as connection:
        return connection.execute(sql, list(parameters)).fetchall()


def cables(settings: Settings) -> list[str]:
    return [row[0] for row in rows(settings, "SELECT cable_id FROM cables ORDER BY ALL")]


def write(folder: Path, serial: int, body: str = "1. (C) The pier opened.", name: str = "") -> str:
    """A dump of one cable."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name or serial}.txt"
    path.write_text(message(body).replace("OSLO 000417", f"OSLO {serial:06d}"))
    return str(path)


def ingest(settings: Settings, *paths: str, **options: Any) -> RunReport:
    return pipeline.run(settings, list(paths), workers=1, **options)


def invoke(*words: object) -> Any:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture(autouse=True)
def without_expectations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Expectations have tests of their own, and cost more than all the rest of such a run."""
    monkeypatch.setattr(pipeline, "validate", lambda settings, run_id: None)


@pytest.fixture
def twice(tmp_path: Path) -> Settings:
    """A home with two generations: one cable, then two."""
    settings = Settings(home=tmp_path / "home")
    for serial in (1, 2):
        assert ingest(settings, write(tmp_path / "dump", serial)).outcome == "published"
    return settings


def test_versions_lists_what_readers_can_be_switched_to(twice: Settings) -> None:
    found = list_generations(twice.warehouse_file, ())
    assert [(g.cable_count, g.is_current, g.kind) for g in found] == [
        (1, False, "ingest"),
        (2, True, "ingest"),
    ]
    result = invoke("versions", "--home", twice.home)
    assert result.exit_code == 0
    assert result.output.index(found[1].name) < result.output.index(found[0].name)


def test_after_a_rollback_nothing_comes_back_or_is_lost_by_itself(
    twice: Settings, tmp_path: Path
) -> None:
    dump = str(tmp_path / "dump")
    lake = sorted(p.name for p in (twice.lake / "cables").iterdir())
    left = twice.warehouse_file.resolve().stem
    done = roll_back(twice, by="quill", reason="a wrong dump")
    assert (done.from_generation, done.withheld_count) == (left, 1)
    assert cables(twice) == ["08OSLO1"]

    again = ingest(twice, dump)
    assert (again.outcome, len(again.withheld)) == ("nothing_new", 1)
    assert again.withheld[0].endswith("2.txt: rollbacks")
    assert cables(twice) == ["08OSLO1"]
    assert sorted(p.name for p in (twice.lake / "cables").iterdir()) == lake

    write(tmp_path / "dump", 3)
    built = ingest(twice, dump)
    assert (built.outcome, built.loaded_count, len(built.withheld)) == ("published", 1, 1)
    assert cables(twice) == ["08OSLO1", "08OSLO3"]
    assert rows(twice, "SELECT rolled_back_by, reason, from_generation FROM rollbacks") == [
        ("quill", "a wrong dump", left)
    ]
    assert rows(twice, "SELECT run_id FROM runs WHERE outcome = 'rolled_back'") == [(left,)]

    back = ingest(twice, dump, is_readmitting=True)
    assert (back.outcome, back.loaded_count) == ("published", 1)
    assert cables(twice) == ["08OSLO1", "08OSLO2", "08OSLO3"]
    assert ingest(twice, dump).withheld == ()


def test_rolling_forward_again_brings_all_back(twice: Settings, tmp_path: Path) -> None:
    newest = twice.warehouse_file.resolve().stem
    roll_back(twice, by="quill")
    with pytest.raises(NoSuchGeneration, match="no older generation"):
        roll_back(twice, by="quill")
    with pytest.raises(AlreadyCurrent):
        roll_back(twice, twice.warehouse_file.resolve().stem, by="quill")
    roll_back(twice, newest, by="quill")
    assert cables(twice) == ["08OSLO1", "08OSLO2"]
    assert ingest(twice, write(tmp_path / "dump", 3)).loaded_count == 1
    assert cables(twice) == ["08OSLO1", "08OSLO2", "08OSLO3"]
    assert len(rows(twice, "SELECT * FROM rollbacks")) == 2


def test_a_run_that_was_under_way_does_not_undo_a_rollback(twice: Settings, tmp_path: Path) -> None:
    newest = twice.warehouse_file.resolve().stem
    roll_back(twice, by="quill")
    run_id = pipeline.discover(
        twice, [str(tmp_path / "dump")], engine="airflow", is_readmitting=True
    ).run_id
    assert run_id is not None
    state = twice.staging / run_id / "run.json"
    state.write_text(state.read_text().replace('"is_readmitting": true', '"is_readmitting": false'))
    for batch_id in pipeline.plan(twice, run_id):
        pipeline.build_batch(twice, run_id, batch_id)
    with pytest.raises(InputsWithheld, match="1 of its input files"):
        pipeline.load(twice, run_id)
    roll_back(twice, newest, by="quill")
    assert cables(twice) == ["08OSLO1", "08OSLO2"]


@pytest.mark.parametrize("is_switched", [False, True], ids=["before-switch", "after-switch"])
def test_a_rollback_killed_half_way(twice: Settings, monkeypatch: Any, is_switched: bool) -> None:
    import warehouse.publish as room

    real = room.publish

    def killed(*args: Any, **kwargs: Any) -> None:
        if is_switched:
            real(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(room, "publish", killed)
    with pytest.raises(KeyboardInterrupt):
        roll_back(twice, by="quill")
    settle_rollbacks(twice)
    kept = [path.suffix for path in (twice.warehouse / "rollbacks").iterdir()]
    assert kept == ([".parquet"] if is_switched else [])
    assert len(cables(twice)) == (1 if is_switched else 2)


def test_rollback_on_the_command_line(twice: Settings) -> None:
    result = invoke("rollback", "--home", twice.home, "--reason", "a wrong dump", "--by", "quill")
    assert result.exit_code == 0
    (record,) = (twice.warehouse / "rollbacks").glob("*.parquet")
    assert duckdb.sql(f"SELECT rolled_back_by, reason FROM '{record}'").fetchall() == [
        ("quill", "a wrong dump")
    ]
    assert "1 input files that it does not hold are withheld" in " ".join(result.output.split())
    wrong = invoke("rollback", "1999", "--home", twice.home)
    assert wrong.exit_code == 1


def test_generations_are_kept_by_number_and_by_age(tmp_path: Path) -> None:
    few = Settings(home=tmp_path / "few", keep_generations=2)
    long = Settings(home=tmp_path / "long", keep_generations=1, keep_days=1)
    for settings in (few, long):
        for serial in (1, 2, 3):
            ingest(settings, write(tmp_path / "dump", serial))
    assert len(list_generations(few.warehouse_file, ())) == 2
    assert len(list_generations(long.warehouse_file, ())) == 3


def version(monkeypatch: pytest.MonkeyPatch, number: str) -> None:
    """Let all steps be of another parser version."""
    for step in ("discover", "plan", "build_batch", "reparse", "retry"):
        monkeypatch.setattr(f"cablehouse.steps.{step}.PARSER_VERSION", number)


def test_reparse_reads_all_again_and_leaves_what_is_gone(
    twice: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pipeline.reparse(twice).outcome == "nothing_new"
    version(monkeypatch, "9.0.0")
    (tmp_path / "dump" / "2.txt").unlink()
    report = pipeline.reparse(twice, workers=1)
    assert (report.outcome, report.kind, report.loaded_count) == ("published", "reparse", 1)
    assert "2.txt: gone" in report.gone[0]
    assert rows(twice, "SELECT cable_id, parser_version = '9.0.0' FROM cables ORDER BY ALL") == [
        ("08OSLO1", True),
        ("08OSLO2", False),
    ]
    assert rows(twice, "SELECT count(*) FROM batches") == [(3,)]
    again = pipeline.reparse(twice, workers=1)
    assert (again.outcome, len(again.gone)) == ("nothing_new", 1)
    write(twice.landing, 2, name="put-back-under-another-name")
    found = pipeline.reparse(twice, workers=1)
    assert (found.loaded_count, found.gone) == (1, ())
    assert invoke("reparse", "--home", twice.home).exit_code == 0
    assert invoke("reparse", "0000000000000000", "--home", twice.home).exit_code == 1


def test_a_record_that_a_newer_parser_no_longer_finds_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cablehouse.steps import build_batch

    settings = Settings(home=tmp_path / "home")
    ingest(settings, write(tmp_path / "dump", 1), write(tmp_path / "dump", 2))
    version(monkeypatch, "9.0.0")
    real = build_batch.landing.read_input
    monkeypatch.setattr(
        build_batch.landing,
        "read_input",
        lambda file, limits: [] if file.uri.endswith("2.txt") else real(file, limits),
    )
    report = pipeline.reparse(settings, workers=1)
    assert report.outcome == "published"
    assert cables(settings) == ["08OSLO1"]


def holding(folder: Path, word: bytes) -> list[str]:
    """Files under a folder in which a word stands, packed or not."""
    import pyarrow.parquet as pq

    found = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".parquet":
            content = repr(pq.read_table(path).to_pylist()).encode()
        else:
            content = path.read_bytes() if path.is_file() else b""
        if word in content:
            found.append(path.relative_to(folder).as_posix())
    return found


def test_retract_takes_a_batch_out_completely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path / "home", settle_seconds=0, keep_generations=9)
    ingest(settings, write(tmp_path / "dump", 1, "1. (C) The pier."))
    write(settings.landing, 1, "1. (C) The pier opened. BELLWEATHER said so.", name="better")
    write(settings.landing, 2, "1. (C) BELLWEATHER left.")
    (settings.landing / "bad.txt").write_bytes(b"\0 BELLWEATHER")
    ingest(settings, str(settings.landing))
    version(monkeypatch, "9.0.0")
    pipeline.reparse(settings, workers=1)
    assert rows(settings, "SELECT count(*) FROM paragraphs WHERE text LIKE '%BELLWEATHER%'") == [
        (2,)
    ]
    ((batch,),) = rows(
        settings,
        "SELECT batch_id FROM inputs JOIN batches USING (batch_id) "
        "WHERE uri LIKE '%better.txt' AND parser_version <> '9.0.0'",
    )
    report = pipeline.retract(settings, batch, reason="not ours to hold", by="quill")
    assert (report.outcome, report.kind, report.cable_count) == ("published", "retract", 1)
    assert rows(settings, "SELECT cable_id, text FROM paragraphs") == [("08OSLO1", "The pier.")]
    assert holding(settings.home, b"BELLWEATHER") == []
    assert list(settings.landing.iterdir()) == []
    assert list(settings.staging.iterdir()) == []
    assert len(list_generations(settings.warehouse_file, ())) == 2
    assert rows(
        settings,
        "SELECT DISTINCT retracted_by, reason, sum(record_count) FROM retractions GROUP BY ALL",
    ) == [("quill", "not ours to hold", 6)]

    write(settings.landing, 2, "1. (C) BELLWEATHER left.")
    refused = ingest(settings, str(settings.landing))
    assert refused.withheld[0].endswith("2.txt: retractions")
    first = list_generations(settings.warehouse_file, ())[0]
    roll_back(settings, first.name, by="quill")
    assert ingest(settings, str(settings.landing)).outcome == "nothing_new"
    again = ingest(settings, str(settings.landing), is_readmitting=True)
    assert (again.outcome, again.loaded_count) == ("published", 1)


def test_retract_leaves_the_other_inputs_of_a_batch(
    twice: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade one batch may hold what two had brought."""
    ((batch,),) = rows(twice, "SELECT batch_id FROM inputs WHERE uri LIKE '%2.txt'")
    version(monkeypatch, "9.0.0")
    ingest(twice, str(tmp_path / "dump"))
    ((joint,),) = rows(twice, "SELECT batch_id FROM batches WHERE parser_version = '9.0.0'")
    report = pipeline.retract(twice, batch, reason="a wrong dump", by="quill")
    assert report.outcome == "published", report.error
    assert cables(twice) == ["08OSLO1"]
    assert any("outside the landing folder" in line for line in report.cleared)
    assert rows(
        twice,
        "SELECT input_count, record_count, cable_count FROM batches WHERE batch_id = ?",
        joint,
    ) == [(1, 1, 1)]
    pattern = str(twice.lake / "cables" / f"batch={joint}" / "*.parquet")
    assert rows(twice, "SELECT cable_id FROM read_parquet(?)", pattern) == [("08OSLO1",)]
    assert ingest(twice, write(tmp_path / "dump", 3)).outcome == "published"


def test_retract_on_the_command_line(twice: Settings) -> None:
    ((batch,),) = rows(twice, "SELECT batch_id FROM inputs WHERE uri LIKE '%2.txt'")
    assert invoke("retract", batch, "--home", twice.home).exit_code == 2
    words = ("retract", batch, "--reason", "a wrong dump", "--by", "quill", "--home", twice.home)
    done = invoke(*words)
    assert (done.exit_code, "is out; 1 cables are left" in done.output) == (0, True)
    again = invoke(*words)
    assert (again.exit_code, "was taken out already" in again.output) == (0, True)
    assert invoke("retract", "f" * 16, "--reason", "x", "--home", twice.home).exit_code == 1


def test_quarantined_records_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cablehouse import parts
    from transforms.read.record import Refusal

    real = parts.parse_by_steps

    def young(record: Any) -> Any:
        if "XRAY" in record.text:
            return Refusal(
                place=record.place,
                reason="no_mrn",
                detail="not yet understood",
                sha256=record.sha256,
                raw=record.text.encode(),
                format=record.format,
            )
        return (yield from real(record))

    dump = tmp_path / "dump"
    settings = Settings(home=tmp_path / "home")
    paths = [write(dump, 1), write(dump, 2, "1. (C) XRAY."), write(dump, 3, "1. (C) XRAY too.")]
    (dump / "bad.txt").write_bytes(b"\0\1")
    monkeypatch.setattr(parts, "parse_by_steps", young)
    first = ingest(settings, str(dump))
    assert (first.loaded_count, first.quarantined_count) == (1, 3)

    listed = invoke("quarantine", "list", "--home", settings.home)
    ((two,),) = rows(settings, "SELECT sighting_id FROM sightings WHERE source_uri = ?", paths[1])
    assert (listed.exit_code, two in listed.output) == (0, True)
    shown = invoke("quarantine", "show", two[:8], "--home", settings.home)
    assert "XRAY" in shown.output
    assert "not yet understood" in shown.output

    still = pipeline.retry(settings, [two])
    assert (still.kind, still.record_count, still.quarantined_count) == ("retry", 1, 1)
    monkeypatch.setattr(parts, "parse_by_steps", real)
    version(monkeypatch, "9.0.0")
    ((two,),) = rows(
        settings, "SELECT sighting_id FROM open_quarantine WHERE source_uri = ?", paths[1]
    )
    done = pipeline.retry(settings, [two])
    assert (done.record_count, done.loaded_count) == (1, 1)
    assert cables(settings) == ["08OSLO1", "08OSLO2"]
    Path(paths[2]).unlink()
    rest = pipeline.retry(settings)
    assert (rest.record_count, rest.loaded_count, rest.quarantined_count) == (1, 0, 1)
    assert "3.txt: gone" in rest.gone[0]
    assert invoke("quarantine", "retry", "ffff", "--home", settings.home).exit_code == 1
    assert pipeline.reparse(settings, workers=1).loaded_count == 2
    assert cables(settings) == ["08OSLO1", "08OSLO2"]
