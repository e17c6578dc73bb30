"""Starts Airflow (scheduler, API server, UI) and the dashboard on this machine: `make up`.

    python -m cablehouse.airflow_up DAGS_FOLDER

Without log-in, so both listen on this machine alone. They live and end together.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import FrameType

from cablehouse.airflow_once import airflow_environment, ready_settings
from cablehouse.dashboard import HOST, PORT, dashboard_command, dashboard_environment

AIRFLOW_PORT = 8080
URL = f"http://localhost:{AIRFLOW_PORT}"
_PATIENCE_SECONDS = 20


def main() -> int:
    """Run `airflow standalone` and the dashboard until one of them ends or Ctrl-C stops both."""
    import typer

    from cablehouse.cli.console import complain

    try:
        settings = ready_settings()
    except typer.Exit as end:
        return end.exit_code
    for name, port in (("Airflow", AIRFLOW_PORT), ("The dashboard", PORT)):
        if _is_taken(port):
            complain(
                f"{name} needs port {port}, and another program has it: is `make up` running "
                "already? End that program, and start again. Nothing was started."
            )
            return 1
    environment = {
        **os.environ,
        **airflow_environment(settings, Path(sys.argv[1])),
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__BASE_URL": URL,
        "CABLEHOUSE_AIRFLOW_URL": URL,
        # `airflow standalone` looks its own parts up by name.
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}",
    }
    sys.stdout.write(
        f"Airflow: {URL}\nDashboard: http://localhost:{PORT}\nDrop dumps into "
        f"{settings.landing.resolve()}; they are ingested {settings.schedule}, or at once when you "
        "trigger ingest_cables.\n"
    )
    sys.stdout.flush()
    airflow = Path(sys.executable).with_name("airflow")
    return run_together(
        ([str(airflow), "standalone"], environment),
        (dashboard_command(HOST, PORT), {**os.environ, **dashboard_environment(settings)}),
    )


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False


def run_together(*programs: tuple[Sequence[str], Mapping[str, str]]) -> int:
    """Run programs side by side; when one ends, or this process is told to, all end.

    Args:
        programs: The command and the environment of each.

    Returns:
        The exit status of the one that ended first; 0 when this process was told to end.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    # A script that starts this in the background has it ignored, here and in what is started below.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # In sessions of their own, so that Ctrl-C reaches them once, from here, and they end in order.
    running = [
        subprocess.Popen(command, env=dict(env), start_new_session=True)  # noqa: S603
        for command, env in programs
    ]
    try:
        while True:
            for process in running:
                try:
                    return process.wait(0.2)
                except subprocess.TimeoutExpired:
                    continue
    except KeyboardInterrupt:
        return 0
    finally:
        _end(running)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(running: Sequence[subprocess.Popen[bytes]]) -> None:
    """Ask each to end as Ctrl-C would, which is what `airflow standalone` listens to."""
    for process in running:
        process.send_signal(signal.SIGINT)
    for process in running:
        try:
            process.wait(_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


if __name__ == "__main__":
    sys.exit(main())
