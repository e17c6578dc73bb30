"""Which engine spreads the reading and parsing of batches."""

from __future__ import annotations

from cablehouse.engines.local import Build, build_locally
from cablehouse.errors import ExtraMissing
from cablehouse.reports import Engine


def engine_named(name: Engine) -> Build:
    """The function that builds all batches of a run on that engine.

    Raises:
        ExtraMissing: The engine's package is not installed.
        ValueError: Only the DAG itself can spread work over Airflow tasks.
    """
    if name == "local":
        return build_locally
    if name == "spark":
        try:
            from cablehouse.engines.spark import build_on_spark
        except ModuleNotFoundError:
            raise ExtraMissing("--engine spark", "spark") from None
        return build_on_spark
    raise ValueError("the engine `airflow` is the DAG; in one process use `local`")
