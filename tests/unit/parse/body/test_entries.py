"""Short lines below one another: entries of a list keep their lines, running text does not."""

from __future__ import annotations

import pytest
from builders import message, parsed

LONG = "The harbor board met at the pier and spoke about the tides."
KEPT = {
    "people": "Participants:\n\nThe Ambassador\nPoloff Moss (notetaker)",
    "people-of-two-sides": "Present:\n\nU.S.\n\nDr. Quill\nMs. Moss\nLT Tarn\n\nHALDEN\n\nMr. Ash\nMs. Birch",
    "telephones": f"{LONG}\nOffice: 555-0142\nCell: 555-0143\nHome: 555-0144",
    "long-entries-with-labels": f"{LONG}\nEducation: B.A., University of Low Tarn, 1976\nFamily: three children",
    "dates-of-a-meeting": "Date: April 9, 2008\n        Time: 3:30 P.M.\n       Place: Port Louis",
    "names-before-their-labels": "Persons:\n\nQuill, Una: POB Low Tarn, DOB 3 May 1976\nMoss, Anton: POB Elderport, DOB 12 June 1980",
    "votes": "Votes in favor were\n\nFor: Oslo, Lima\n\nAgainst: Port Vesper",
    "text-below": f"The winners:\nUna Quill\nAnton Moss\nInes Harrow\n{LONG}",
}  # fmt: skip
JOINED = {
    "short-last-line": f"{LONG}\nIt rose.",
    "wrapped-twice": f"{LONG} They asked\nUna\nQuill of the harbor about it, who said that it would not\nbe so.",
    "room-for-no-word": "The board of the Harbor of Port Vesper\nInternationalization-Committee rose.",
    "two-short-lines-below-an-open-one": f"{LONG[:-1]} and\nJune. It rose.\nIt sat.",
    "sentences-over-a-page": "It opened in\nMay of\nThat Year.",
}


@pytest.mark.parametrize("name", KEPT)
def test_entries_keep_their_lines(name: str) -> None:
    cable = parsed(message(f"1. (C) {LONG}\n\n2. (U) {KEPT[name]}\n\n3. (C) It rose."))
    lines = [line.strip() for line in KEPT[name].split("\n") if line.strip()]
    assert cable.paragraphs[1].text.split("\n") == lines
    assert cable.coverage == 1.0


@pytest.mark.parametrize("name", JOINED)
def test_running_text_is_joined(name: str) -> None:
    cable = parsed(message(f"1. (C) {LONG}\n\n2. (U) {JOINED[name]}\n\n3. (C) It rose."))
    assert cable.paragraphs[1].text == JOINED[name].replace("\n", " ")


def test_lines_of_a_narrow_text_are_no_entries() -> None:
    narrow = "The board of the Harbor met at the Pier in\nMay and spoke about the Tides and Dues.\nThe\nPilots of the Isles and of Low Tarn came."
    cable = parsed(message(f"1. (C) It met.\n\n2. (U) {narrow}\n\n3. (C) It rose."))
    assert cable.paragraphs[1].text == narrow.replace("\n", " ")
