"""Which cable is it? Text, dump, sender and DE line as witnesses."""

from __future__ import annotations

import pytest
from builders import parsed, record

from transforms.parse.identity import settle_post
from transforms.parse.parse import parse
from transforms.read.record import Metadata, Refusal

BODY = "E.O. 12958: DECL: 04/01/2018\nTAGS: PREL\nSUBJECT: A SECOND PIER\n\n1. (C) It opened."


def _id(header: str, marking: str, mrn: str | None = None) -> str:
    text = "\n\n".join(part for part in (header, marking, BODY) if part)
    return parsed(text, metadata=Metadata(mrn=mrn)).cable_id


DTG = "P 011430Z APR 08"
DE = f"DE RUEHEP #0417/01 0921430\n{DTG}"


@pytest.mark.parametrize(
    ("header", "marking", "mrn", "expected"),
    [
        pytest.param(DTG, "C O N F I D E N T I A L OSLO 000417", None, "08OSLO417", id="text"),
        pytest.param("", "C O N F I D E N T I A L OSLO 000417", "08OSLO417", "08OSLO417",
                     id="year from the dump"),
        pytest.param("P 311430Z APR 08", "C O N F I D E N T I A L OSLO 000417", None, "08OSLO417",
                     id="year of a date that does not exist"),
        pytest.param(DTG, "", "08OSLO417", "08OSLO417", id="dump alone"),
        pytest.param(f"{DE}\nFM AMEMBASSY OSLO", "", None, "08OSLO417", id="sender and DE line"),
        pytest.param(f"{DE}\nFM AMEMBASSY ELDERPORT", "", None, "08ELDERPORT417",
                     id="unknown sender and DE line"),
        pytest.param(DTG, "C O N F I D E N T I A L OSLO 000417", "08OSLO417_a", "08OSLO417",
                     id="suffix of a mirror"),
        pytest.param(DTG, "C O N F I D E N T I A L SECTION 01 OF 02 OSLO 000417",
                     "08SECTION01OF02OSLO417", "08OSLO417", id="garbled dump"),
        pytest.param(DE, "C O N F I D E N T I A L OSLO 000471", "08OSLO417", "08OSLO417",
                     id="DE line for the dump"),
        pytest.param(DE, "C O N F I D E N T I A L OSLO 000417", "08OSLO471", "08OSLO417",
                     id="DE line for the text"),
        pytest.param(DTG, "C O N F I D E N T I A L OSLO 000417", "08OSLOO417", "08OSLO417",
                     id="known post of the text"),
        pytest.param(DTG, "C O N F I D E N T I A L QXZVW 000417", "08OSLO417", "08OSLO417",
                     id="known post of the dump"),
        pytest.param(DTG.replace("08", "07"), "C O N F I D E N T I A L OSLO 000417", "08OSLO417",
                     "08OSLO417", id="year typed wrong"),
        pytest.param(DTG, "C O N F I D E N T I A L BUENOS AIR 000417", None, "08BUENOSAIRES417",
                     id="truncated"),
        pytest.param(DTG, "C O N F I D E N T I A L ISLAMBAD 000417", None, "08ISLAMABAD417",
                     id="misspelt"),
        pytest.param(DTG, "UNCLAS RIO 000417", None, "08RIODEJANEIRO417", id="alias"),
        pytest.param(DTG, "UNCLAS E F T O SECTION 01 OF 02 OSLO 000417", None, "08OSLO417",
                     id="EFTO"),
        pytest.param(DTG, "UNCLAS SECTON 01 OF 02 OSLO 000417", None, "08OSLO417",
                     id="SECTION misspelt"),
        pytest.param(DTG, "S E C R E T NOFORN OSLO 000417", None, "08OSLO417", id="caption"),
        pytest.param(DTG, "S E C R E T SPECAT OSLO 000417", None, "08OSLO417",
                     id="unknown caption"),
        pytest.param(f"{DTG}\nFM AMEMBASSY GRAND HALDEN ISLE", "UNCLAS GRAND HALD 000417", None,
                     "08GRANDHALDENISLE417", id="truncated, told by the sender"),
        pytest.param(f"{DTG}\nFM AMEMBASSY ELDERPORT", "UNCLAS ELDREPORT 000417", None,
                     "08ELDERPORT417", id="misspelt, told by the sender"),
        pytest.param(f"{DTG}\nFM USMISSION USEU BRUSSELS", "UNCLAS BRUSSELS 000417", None,
                     "08BRUSSELS417", id="signs as another post"),
        pytest.param(DTG, "UNCLAS ELDERPORT 000417", None, "08ELDERPORT417", id="unknown post"),
        pytest.param("R 111200Z JUN 73", "CONFIDENTIAL OSLO A-50", None, "73OSLO-A50",
                     id="airgram"),
        pytest.param("R 111200Z JUN 73", "CONFIDENTIAL STATE CA-77", None, "73STATE-CA77",
                     id="circular airgram"),
        pytest.param(f"{DE}\nFM AMEMBASSY OSLO", "", "08OLSO417", "08OSLO417",
                     id="garbled dump alone, told by the sender"),
        pytest.param(f"{DE}\nFM AMEMBASSY OSLO", "", "08SECTION01OF02417", "08OSLO417",
                     id="dump without a post, told by the sender"),
        pytest.param(f"{DE}\nFM AMEMBASSY OSLO", "", "08ELDERPORT471", "08ELDERPORT471",
                     id="unknown post of another serial"),
        pytest.param("R 111200Z JUN 76\nFM AMEMBASSY ELDERPORT", "", "1976ELDERP04423",
                     "76ELDERPORT4423", id="station of the dump, told by the sender"),
        pytest.param(f"{DE}\nFM AMEMBASSY ELDERPORT", "", "08PORTVESPER417", "08PORTVESPER417",
                     id="unknown post and unknown sender"),
        pytest.param(DTG, "UNCLAS PORT VESPER 000417", None, "08PORTVESPER417",
                     id="unknown post of two words"),
    ],
)  # fmt: skip
def test_the_id_of_a_cable(header: str, marking: str, mrn: str | None, expected: str) -> None:
    assert _id(header, marking, mrn) == expected


@pytest.mark.parametrize(
    ("marking", "mrn"),
    [
        ("C O N F I D E N T I A L OSLO 000417", "OSLO 000417"),
        ("UNCLAS  TEL  AVIV  000417", "TEL AVIV 000417"),
        ("S E C R E T SPECAT OSLO 000417", "OSLO 000417"),
        ("UNCLAS SECTON 01 OF 02 NOFORN ELDERPORT 417", "ELDERPORT 417"),
        ("UNCLAS PORT VESPER 000417", "PORT VESPER 000417"),
        ("UNCLAS Tel Aviv 000417", "Tel Aviv 000417"),
        ("UNCLAS NWE DELHI 000417", "NWE DELHI 000417"),
    ],
)
def test_the_number_as_written(marking: str, mrn: str) -> None:
    assert parsed(f"{DTG}\n\n{marking}\n\n{BODY}").mrn == mrn


@pytest.mark.parametrize(
    ("header", "marking"),
    [
        pytest.param(f"{DE}\nFM SECSTATE WASHDC", "", id="serials of the department are longer"),
        pytest.param("", "C O N F I D E N T I A L OSLO 000417", id="no year"),
        pytest.param("FM AMEMBASSY OSLO", "", id="no number"),
    ],
)
def test_what_cannot_be_named_is_refused(header: str, marking: str) -> None:
    text = "\n\n".join(part for part in (header, marking, BODY) if part)
    found = parse(record(text))
    assert isinstance(found, Refusal)
    assert found.reason == "no_mrn"


@pytest.mark.parametrize(
    ("name", "origin", "post"),
    [
        ("Tel Aviv", None, "TELAVIV"),
        ("USUN NEW Y", None, "USUNNEWYORK"),
        ("UNVIE VIEN", None, "UNVIEVIENNA"),
        ("NODIS TEL AVIV", None, "TELAVIV"),
        ("VIENNA", "USMISSION UNVIE VIENNA", "VIENNA"),
        ("ELDERPORT", "AMEMBASSY PORT VESPER", "ELDERPORT"),
        ("OF", None, "OF"),
    ],
)
def test_posts_of_marking_lines(name: str, origin: str | None, post: str) -> None:
    assert settle_post(name, origin) == post
