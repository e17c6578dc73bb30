"""The opening: classification line, captions, E.O., TAGS, SUBJECT, Classified By."""

from __future__ import annotations

import pytest
from builders import message, parsed

from transforms.parse.captions import parse_caption_line
from transforms.parse.classification import parse_classification, parse_marking_line
from transforms.parse.portion_marks import parse_portion_mark, take_portion_mark


@pytest.mark.parametrize(
    ("line", "level", "sections", "post", "serial", "captions"),
    [
        (
            "C O N F I D E N T I A L SECTION 01 OF 03 OSLO 000417",
            "CONFIDENTIAL",
            3,
            "OSLO",
            417,
            (),
        ),
        ("UNCLAS OSLO 000417", "UNCLASSIFIED", None, "OSLO", 417, ()),
        ("UNCLAS E F T O PORT LOUIS 000417", "UNCLASSIFIED", None, "PORT LOUIS", 417, ("EFTO",)),
        ("S E C R E T//NOFORN OSLO 000417", "SECRET", None, "OSLO", 417, ("NOFORN",)),
        ("SS E C R E T OSLO 417", "SECRET", None, "OSLO", 417, ()),
        ("E C R E T OSLO 000417", "SECRET", None, "OSLO", 417, ()),
        ("SECRET SECTION 1 OF 2 NEW DELHI 4417", "SECRET", 2, "NEW DELHI", 4417, ()),
        ("T O P S E C R E T OSLO 000417", "TOP SECRET", None, "OSLO", 417, ()),
        ("LIMITED OFFICIAL USE OSLO 4417", "LIMITED OFFICIAL USE", None, "OSLO", 4417, ()),
        ("unclassified final section of 2 oslo 000417", "UNCLASSIFIED", 2, "oslo", 417, ()),
    ],
)
def test_the_line_that_opens_the_body(
    line: str, level: str, sections: int | None, post: str, serial: int, captions: tuple[str, ...]
) -> None:
    found = parse_marking_line(line)
    assert found is not None
    assert (
        found.classification,
        found.section_count,
        found.post,
        found.serial,
        found.captions,
    ) == (level, sections, post, serial, captions)


@pytest.mark.parametrize(
    "line",
    ["", "SECRETARY JONES 12", "CONFIDENTIAL", "1. (C) Confidential talks of March 2008",
     "SECRET TALKS BEGAN IN THE SMALL TOWN ON THE COAST OF THE NORTHERN STRAIT IN 2008",
     "UNCLASSIFIED MAR 2008"],
)  # fmt: skip
def test_other_lines_open_no_body(line: str) -> None:
    assert parse_marking_line(line) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [("SECRET//NOFORN", "SECRET"), ("UNCLASSIFIED//FOR OFFICIAL USE ONLY", "UNCLASSIFIED"),
     ("confidential", "CONFIDENTIAL"), ("LOU", "LIMITED OFFICIAL USE")],
)  # fmt: skip
def test_levels_of_metadata(text: str, level: str) -> None:
    found = parse_classification(text)
    assert found is not None
    assert found[0] == level


@pytest.mark.parametrize(
    ("line", "captions"),
    [
        ("SIPDIS", ("SIPDIS",)),
        ("S I P D I S", ("SIPDIS",)),
        ("NOFORN, EXDIS", ("NOFORN", "EXDIS")),
        ("STADIS//EXDIS", ("STADIS", "EXDIS")),
        ("SENSITIVE BUT UNCLASSIFIED -- PLEASE HANDLE ACCORDINGLY", ("SENSITIVE",)),
        ("SENSITIVE SIPDIS SENSITIVE", ("SENSITIVE", "SIPDIS")),
        ("DISSENT CHANNEL", ("DISSENT CHANNEL",)),
        ("The minister was sensitive to that", ()),
        ("DEPT FOR EUR", ()),
        ("", ()),
    ],
)
def test_caption_lines(line: str, captions: tuple[str, ...]) -> None:
    assert parse_caption_line(line) == captions


@pytest.mark.parametrize(
    ("mark", "normal"),
    [("(U)", "U"), ("(c)", "C"), ("(SBU)", "SBU"), ("(C/NF)", "C/NF"), ("(C//NOFORN)", "C/NF"),
     ("(S-NF)", "S/NF"), ("(SNF)", "S/NF"), ("(C NF)", "C/NF"), ("(LOU)", "LOU"),
     ("(U//FOUO)", "FOUO"), ("(S//REL TO USA, FVEY)", "S/REL USA, FVEY"),
     ("(C - ENTIRE TEXT)", "C"), ("(Iran)", None), ("(A)", None), ("(1)", None)],
)  # fmt: skip
def test_portion_marks(mark: str, normal: str | None) -> None:
    assert parse_portion_mark(mark) == normal


def test_a_mark_is_taken_off_the_start_only() -> None:
    assert take_portion_mark("(S/NF) The pier (C) opened") == ("S/NF", "The pier (C) opened")
    assert take_portion_mark("The pier") == (None, "The pier")


@pytest.mark.parametrize(
    "opening",
    [
        "UNCLAS OSLO 000417\nSIPDIS\nDEPT FOR EUR/LAG\nE.O. 12958: N/A\nTAGS: PREL ETRD\n"
        "SUBJECT: A PIER\nREF: STATE 12",
        "UNCLAS OSLO 000417\n\nSIPDIS\n\nDEPT FOR EUR/LAG\n\nREF: STATE 12\n\nSUBJECT: A PIER\n\n"
        "TAGS: PREL\nETRD\n\nE.O. 12958: N/A",
        "UNCLAS OSLO 000417\n\nDEPT FOR EUR/LAG\n\nSIPDIS\n\nE.O. 12958: N/A\n\nTAGS: [PREL](#) [ETRD](/x)\n"
        "\nSUBJECT: A PIER\n\nREF: [1](#)A. STATE 12",
    ],
    ids=["tight", "other-order", "markdown"],
)
def test_blocks_in_any_order_and_spacing(opening: str) -> None:
    cable = parsed(message("1. (U) The pier opened.", opening=opening))
    assert cable.subject == "A PIER"
    assert [tag.tag for tag in cable.tags] == ["PREL", "ETRD"]
    assert [ref.target_id for ref in cable.refs] == ["08STATE12"]
    assert (cable.captions, cable.attention, cable.executive_order) == (
        ("SIPDIS",),
        "DEPT FOR EUR/LAG",
        "12958",
    )
    assert [p.text for p in cable.paragraphs] == ["The pier opened."]
    assert cable.coverage == 1.0
