"""A long rule within a line costs no more than its length."""

from __future__ import annotations

import time

import pytest
from builders import message, parsed


@pytest.mark.parametrize(
    "rule", ["-" * 60, "-" * 5000, "----- " * 800], ids=["60", "5000", "broken"]
)
def test_a_rule_with_text_behind_it_is_read_at_once(rule: str) -> None:
    started = time.process_time()
    cable = parsed(message(f"1. (C) The pier {rule} opened."))
    assert time.process_time() - started < 2
    assert len(cable.paragraphs) == 1
