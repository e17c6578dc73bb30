"""References in running text; the citing cable is 08ELDERPORT417."""

from __future__ import annotations

import pytest
from builders import parsed
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.cable import Mention, Paragraph, Ref
from transforms.parse.references.mentions import find_mentions
from transforms.read.record import Metadata


def _ref(label: str | None, target: str | None) -> Ref:
    kind = "cable" if target else "email"
    return Ref(1, label, kind, "as written", target, None, False, False)


ABC = (_ref("A", "08STATE41120"), _ref("B", "07OSLO12"), _ref("C", None), _ref("D", "08PARIS7"))
ONE = (_ref(None, "08STATE41120"),)
TWICE = (_ref("A", "08OSLO1"), _ref("A", "08OSLO2"), _ref("B", "08OSLO3"))
UNLABELLED = (_ref(None, "08STATE1"), _ref(None, "08OSLO2"))
FIGURES = (_ref("1", "08STATE1"),)


def _paragraph(text: str, ordinal: int = 1) -> Paragraph:
    return Paragraph(ordinal, None, None, "body", None, text)


def _show(mention: Mention) -> str:
    """`A=07OSLO12` by label, `?07OSLO12` where it is one of several, `-` without target."""
    if mention.kind == "septel":
        return "septel"
    target = mention.target_id or "-"
    return f"{mention.label}={target}" if mention.label else "?" * mention.is_ambiguous + target


def _found(text: str, refs: tuple[Ref, ...]) -> list[Mention]:
    paragraphs = [_paragraph(text)]
    return list(
        find_mentions(paragraphs, refs, year=2008, post="ELDERPORT", own_id="08ELDERPORT417")
    )


@pytest.mark.parametrize(
    ("text", "refs", "expected"),
    [
        ("as agreed (Ref A).", ABC, "A=08STATE41120"),
        ("as agreed (Ref-A).", ABC, "A=08STATE41120"),
        ("see Oslo 345 on dues", (), "08OSLO345"),
        ("as reported in Oslo 1345 at length", (), "08OSLO1345"),
        ("the dues in Oslo 01345 are old", (), "08OSLO1345"),
        ("it cost in Oslo 400 US dollars", (), ""),
        ("as agreed (ref a).", ABC, "A=08STATE41120"),
        ("(REF A)", ABC, "A=08STATE41120"),
        ("(REFTEL A)", ABC, "A=08STATE41120"),
        ("(Ref. A)", ABC, "A=08STATE41120"),
        ("(Ref: A)", ABC, "A=08STATE41120"),
        ("Ref (A) said", ABC, "A=08STATE41120"),
        ("(Ref-tel A), ref tel B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("the reftelegram is clear", ONE, "08STATE41120"),
        ("refs A,, B; refs A//D; refs A--B", ABC, "A=08STATE41120 B=07OSLO12 A=08STATE41120 D=08PARIS7 A=08STATE41120 B=07OSLO12"),
        ("see STATE99887, 07 Oslo1290, Oslo1290 and Oslo2008", (), "08STATE99887 07OSLO1290 08OSLO1290"),
        ("(see also Oslo 290 and Bern 291)", (), "08OSLO290 08BERN291"),
        ("AS OSLO'S 1290 REPORTED", (), "08OSLO1290"),
        ("see Oslo's 1290; Bern's 1300 members", (), "08OSLO1290"),
        ("(Ref [A]) and refs [B] and [D]", ABC, "A=08STATE41120 B=07OSLO12 D=08PARIS7"),
        ("per ref B,", ABC, "B=07OSLO12"),
        ("Refs A and B said", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs A, B and D", ABC, "A=08STATE41120 B=07OSLO12 D=08PARIS7"),
        ("reftels (A and B) said", ABC, "A=08STATE41120 B=07OSLO12"),
        ("reftel (A man) said", ONE, "08STATE41120"),
        ("refs A, D", ABC, "A=08STATE41120 D=08PARIS7"),
        ("refs A-C", ABC, "A=08STATE41120 B=07OSLO12 C=-"),
        ("refs A through D", ABC, "A=08STATE41120 B=07OSLO12 C=- D=08PARIS7"),
        ("refs (A) and (B)", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs (a) and (b)", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs a and b", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs A/B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs A & B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("refs A,B,D", ABC, "A=08STATE41120 B=07OSLO12 D=08PARIS7"),
        ("Ref A and ref B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("Ref A and Oslo", ABC, "A=08STATE41120"),
        ("ref A, a meeting", ABC, "A=08STATE41120"),
        ("Ref A, I think", ABC, "A=08STATE41120"),
        ("reftels A and B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("reftels", ABC, "?08STATE41120 ?07OSLO12 ?08PARIS7"),
        ("as reported reftel.", ONE, "08STATE41120"),
        ("Answers are keyed to reftel:\nA. Yes.\nB. No.", ABC, "?08STATE41120 ?07OSLO12 ?08PARIS7"),
        ("Answers are keyed to reftel\n1. Yes.", ONE, "08STATE41120"),
        ("Answers are keyed to reftel: A. Yes.", ONE, "08STATE41120"),
        ("as reported in reftel, the", ONE, "08STATE41120"),
        ("REFTEL", ONE, "08STATE41120"),
        ("Reftel's request", ONE, "08STATE41120"),
        ("(reftel)", ONE, "08STATE41120"),
        ("ref tel", ONE, "08STATE41120"),
        ("refs A", TWICE, "A=08OSLO1 A=08OSLO2"),
        ("reftel", (), "-"),
        ("ref a and septel", ABC, "A=08STATE41120 septel"),
        ("septel", ABC, "septel"),
        ("(ref septel)", ABC, "septel"),
        ("refA", ABC, "A=08STATE41120"),
        ("REFB.", ABC, "B=07OSLO12"),
        ("REFERENDUM", ABC, ""),
        ("(septel)", ABC, "septel"),
        ("(septels)", ABC, "septel"),
        ("SEPTEL.", ABC, "septel"),
        ("in the reference to", ABC, ""),
        ("he refused; refer to refugees, referred, reform", ABC, ""),
        ("see paras 4 and 5, para 4, paragraph 2", ABC, ""),
        ("Oslo 2008 and Paris 15, Rome 1998", ABC, ""),
        ("Oslo 1290 reported", ABC, "08OSLO1290"),
        ("(Oslo 1290)", ABC, "08OSLO1290"),
        ("(07 OSLO 1290)", ABC, "07OSLO1290"),
        ("(07 Oslo 1290)", ABC, "07OSLO1290"),
        ("07OSLO1290", ABC, "07OSLO1290"),
        ("2007 Oslo 1290", ABC, "07OSLO1290"),
        ("(Oslo 290)", ABC, "08OSLO290"),
        ("see Oslo 290 and 291", ABC, "08OSLO290"),
        ("(OSLO 07/1290)", ABC, ""),
        ("STATE 123456", ABC, "08STATE123456"),
        ("State 123456", ABC, "08STATE123456"),
        ("In Oslo 300 people died", ABC, ""),
        ("(VAT 417), Dam 1290, (TANA 1290)", ABC, ""),
        ("see HK 417, 07 KL 1290", ABC, "08HONGKONG417 07KUALALUMPUR1290"),
        ("(USUN 417)", ABC, "08USUNNEWYORK417"),
        ("in Oslo 3000 people", ABC, ""),
        ("in Oslo, 3000 people", ABC, ""),
        ("Oslo 15 May", ABC, ""),
        ("between Moscow 1980 and Seoul 1988", ABC, ""),
        ("from State 07 State 4411", ABC, "07STATE4411"),
        ("STATE 07 OSLO 4411", ABC, "07OSLO4411"),
        ("New Delhi 4411", ABC, "08NEWDELHI4411"),
        ("USUN New York 411 (notal)", ABC, "08USUNNEWYORK411"),
        ("ELDERPORT 417", ABC, ""),
        ("Embtel 412", ABC, "08ELDERPORT412"),
        ("Deptel 4123", ABC, "08STATE4123"),
        ("see (A) above", ABC, ""),
        ("Ref A (07 OSLO 12)", ABC, "A=08STATE41120 07OSLO12"),
        ("refs A - D", ABC, "A=08STATE41120 B=07OSLO12 C=- D=08PARIS7"),
        ("ref A para 4", ABC, "A=08STATE41120"),
        ("refs A, B, para 4", ABC, "A=08STATE41120 B=07OSLO12"),
        ("REF A AND REF B", ABC, "A=08STATE41120 B=07OSLO12"),
        ("REF A AND A MEETING", ABC, "A=08STATE41120"),
        ("REFTEL AND", ONE, "08STATE41120"),
        ("REF E", ABC, "E=-"),
        ("refs", ABC, "?08STATE41120 ?07OSLO12 ?08PARIS7"),
        ("refs report", ABC, "?08STATE41120 ?07OSLO12 ?08PARIS7"),
        ("(refs)", UNLABELLED, "?08STATE1 ?08OSLO2"),
        ("ref 1",FIGURES, "1=08STATE1"),
        ("(ref)", ONE, "08STATE41120"),
        ("ref cable", ONE, "08STATE41120"),
        ("as per ref,", ONE, "08STATE41120"),
        ("ref demarche", ONE, "08STATE41120"),
        ("(08 Oslo 5)", ABC, ""),
        ("flight Paris 4411 hours", ABC, ""),
        ("State 2 of 3", ABC, ""),
        ("on Lima 2012 goals", ABC, ""),
        ("Ref F, G", ABC, "F=- G=-"),
        ("OUR 2071", ABC, ""),
        ("ref A's request, ref D'Arc", ABC, "A=08STATE41120 ?08STATE41120 ?07OSLO12 ?08PARIS7"),
        ("references A and B, reference (D)", ABC, "A=08STATE41120 B=07OSLO12 D=08PARIS7"),
        ("references to a pier", ABC, ""),
        ("refs A thru C", ABC, "A=08STATE41120 B=07OSLO12 C=-"),
        ("(refs a, b, and d)", ABC, "A=08STATE41120 B=07OSLO12 D=08PARIS7"),
        ("In 2007 Oslo 400 people", ABC, ""),
        ("(2007 Oslo 400)", ABC, "07OSLO400"),
        ("(cf. Oslo 412), see also Paris 412 and more", (), "08OSLO412 08PARIS412"),
        ("ref 1, text, ref 1,000", FIGURES, "1=08STATE1 08STATE1"),
        ("IN LIMA 4000 STUDENTS MARCHED", (), ""),
        ("LIMA 4000 SAID SO; AS REPORTED IN LIMA 4001 IT MET", (), "08LIMA4000 08LIMA4001"),
        ("Ref: Oslo 412", ONE, "08STATE41120 08OSLO412"),
    ],
)  # fmt: skip
def test_forms(text: str, refs: tuple[Ref, ...], expected: str) -> None:
    assert " ".join(map(_show, _found(text, refs))) == expected


def test_the_paragraph_and_what_was_written_are_kept() -> None:
    paragraphs = [_paragraph("No word."), _paragraph("See refs A and B.", 2)]
    found = find_mentions(paragraphs, ABC, year=2008, post="ELDERPORT")
    assert [(m.ordinal, m.paragraph_ordinal, m.raw, m.kind) for m in found] == [
        (1, 2, "refs A and B", "label"),
        (2, 2, "refs A and B", "label"),
    ]


def test_a_cable_does_not_mention_itself() -> None:
    text = "UNCLAS ELDERPORT 000417\n\nSUBJECT: HARBOR DUES\n\n1. See 08 ELDERPORT 417 and 07 OSLO 12.\n"
    cable = parsed(text, metadata=Metadata(mrn="08ELDERPORT417"))
    assert [mention.target_id for mention in cable.mentions] == ["07OSLO12"]


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    _found("Refs A - " + text, ABC)
