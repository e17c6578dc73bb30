"""Starts the dashboard: a Streamlit server over `dashboards/app.py`, on this machine alone."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablehouse.settings import Settings

PORT = 8501
HOST = "127.0.0.1"


def dashboard_command(host: str, port: int) -> list[str]:
    """The command that serves the dashboard.

    Args:
        host: Address to listen on.
        port: Port to listen on.
    """
    app = Path(str(resources.files("dashboards").joinpath("app.py")))
    return [
        *(sys.executable, "-m", "streamlit", "run", str(app)),
        f"--server.address={host}",
        f"--server.port={port}",
    ]


def dashboard_environment(settings: Settings) -> dict[str, str]:
    """Variables that the dashboard needs beside those of this process."""
    return {"CABLEHOUSE_HOME": str(settings.home.resolve()), "PYTHONWARNINGS": "ignore"}
