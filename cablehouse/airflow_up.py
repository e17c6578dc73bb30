"""Starts Airflow on this machine (scheduler, API server, UI): what `make up` does.

    python -m cablehouse.airflow_up DAGS_FOLDER

Without log-in, so it listens on this machine alone.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cablehouse.airflow_once import airflow_environment
from cablehouse.settings import load_settings

URL = "http://localhost:8080"


def main() -> None:
    """Become `airflow standalone`."""
    settings = load_settings()
    environment = {
        **airflow_environment(settings, Path(sys.argv[1])),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__BASE_URL": URL,
        "CABLEHOUSE_AIRFLOW_URL": URL,
        # `airflow standalone` looks its own parts up by name.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
    }
    settings.landing.mkdir(parents=True, exist_ok=True)
    sys.stdout.write(
        f"Airflow: {URL}\nDrop dumps into {settings.landing.resolve()}; they are ingested "
        f"{settings.schedule}, or at once when you trigger ingest_cables.\n"
    )
    sys.stdout.flush()
    os.environ.update(environment)
    airflow = Path(sys.executable).with_name("airflow")
    os.execv(airflow, [str(airflow), "standalone"])  # noqa: S606 - our own program, fixed arguments


if __name__ == "__main__":
    main()
