"""`make run` and `make up`: what they say before anything is started, and how they end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from cablehouse import airflow_once, airflow_up
from cablehouse.airflow_up import run_together

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


def test_when_one_ends_all_end(tmp_path: Path) -> None:
    mark = tmp_path / "pid"
    writes = f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    ends = f"import os, sys, time\nwhile not os.path.exists({str(mark)!r}): time.sleep(0.05)\nsys.exit(3)"
    old = signal.getsignal(signal.SIGTERM)
    try:
        status = run_together(
            ([sys.executable, "-c", writes], os.environ), ([sys.executable, "-c", ends], os.environ)
        )
    finally:
        signal.signal(signal.SIGTERM, old)
    assert status == 3
    assert not Path(f"/proc/{mark.read_text()}").exists() or sys.platform != "linux"


def test_when_it_is_told_to_end_all_end() -> None:
    code = (
        "import os, sys; from cablehouse.airflow_up import run_together; "
        "print('on', flush=True); "
        f"sys.exit(run_together(({SLEEP!r}, os.environ), ({SLEEP!r}, os.environ)))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        time.sleep(1.0)
        parent.terminate()
        assert parent.wait(30) == 0


def test_a_script_that_starts_it_in_the_background_can_end_it_in_order() -> None:
    """There, a shell has its programs ignore Ctrl-C, which is what Airflow is ended by."""
    code = (
        "import os, signal, sys; from cablehouse.airflow_up import run_together; "
        "signal.signal(signal.SIGINT, signal.SIG_IGN); print('on', flush=True); "
        f"sys.exit(run_together(({SLEEP!r}, os.environ), ({SLEEP!r}, os.environ)))"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        time.sleep(1.0)
        started = time.monotonic()
        parent.terminate()
        assert parent.wait(30) == 0
        assert time.monotonic() - started < 10, "it would be killed after twenty"


@pytest.mark.parametrize("program", [airflow_once, airflow_up])
@pytest.mark.parametrize(
    ("name", "value", "status", "said"),
    [
        ("CABLEHOUSE_WORKERS", "many", 2, "CABLEHOUSE_WORKERS=many"),
        ("CABLEHOUSE_HOME", "/dev/null/x", 1, "docs/runbooks/home-unusable.md"),
    ],
)
def test_what_is_wrong_around_it_is_a_message(
    program: Any,
    name: str,
    value: str,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "argv", ["program", "dags"])
    assert program.main() == status
    assert said in capsys.readouterr().err


def test_a_port_that_is_taken_is_named_and_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        monkeypatch.setenv("CABLEHOUSE_HOME", str(tmp_path))
        monkeypatch.setattr(airflow_up, "AIRFLOW_PORT", port)
        assert airflow_up.main() == 1
    assert f"Airflow needs port {port}" in capsys.readouterr().err
