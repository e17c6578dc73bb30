"""A home that was loaded once from the sample dump, and is only read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from fewer_checks import fewer_checks  # noqa: F401 - pytest finds it by its name here

from cablehouse import pipeline
from cablehouse.reports import RunReport
from cablehouse.settings import Settings
from samples.generate import write_sample
from samples.truth import SampleTruth


@dataclass(frozen=True)
class Loaded:
    """A loaded home, the dump, and its truth."""

    settings: Settings
    dump: Path
    truth_folder: Path
    truth: SampleTruth
    report: RunReport


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("sample")
    truth = write_sample(folder, cables=200)
    settings = Settings(home=folder / "home")
    report = pipeline.run(settings, [str(folder / "dump")], workers=2)
    return Loaded(settings, folder / "dump", folder / "truth", truth, report)
