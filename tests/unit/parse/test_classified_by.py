"""Classified By: the person, what is said of the person, and the reasons."""

from __future__ import annotations

import pytest
from builders import opened, parsed, table
from hypothesis import given
from hypothesis import strategies as st

from transforms.parse.classified_by import join_hard_wrapped, parse_classified_by
from transforms.parse.reasons import parse_reasons
from transforms.read.record import Metadata

# Expected: the person, the title, the office, the reasons. Port Louis and Oslo are posts.
BLOCKS = r"""
Classified By: Amb. Una Bellweather, reasons 1.4 (b) and (d).          => Amb. Una Bellweather |  |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather for reasons 1.4 (b) and (d). => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
CLASSIFIED BY: AMBASSADOR UNA BELLWEATHER FOR REASONS 1.4 (B) AND (D)  => UNA BELLWEATHER | AMBASSADOR |  | 1.4(B) 1.4(D)
Classified By: Una Bellweather, Ambassador, for reasons 1.4 (b) and (d). => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Una Bellweather, Ambassador; Reason: 1.4 (b), (d)       => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: CDA UNA BELLWEATHER, REASONS 1.4 B,D                    => UNA BELLWEATHER | CDA |  | 1.4(B) 1.4(D)
Classified By: Charge d'Affaires a.i. Una Bellweather for reasons 1.4 (b/d) => Una Bellweather | Charge d'Affaires a.i. |  | 1.4(B) 1.4(D)
Classified By: Charge d'Affaires Una Bellweather, a.i., reasons: 1.4 (b) and (d) => Una Bellweather | Charge d'Affaires, a.i. |  | 1.4(B) 1.4(D)
Classified By: Chargé d'affaires Una Bellweather. Reasons 1.4 (b) and (d). => Una Bellweather | Chargé d'affaires |  | 1.4(B) 1.4(D)
Classified By: POLITICAL COUNSELOR UNA BELLWEATHER. REASONS 1.4 (B & D). => UNA BELLWEATHER | POLITICAL COUNSELOR |  | 1.4(B) 1.4(D)
Classified By: DCM Una M. Bellweather. Reasons: 1.4 (b, d)             => Una M. Bellweather | DCM |  | 1.4(B) 1.4(D)
Classified By: Pol/Econ Counselor Una Bellweather, reasons 1.4(b)(d)   => Una Bellweather | Pol/Econ Counselor |  | 1.4(B) 1.4(D)
Classified By: POL/EC CHIEF UNA BELLWEATHER, REASONS 1.4 (B) AND (D)   => UNA BELLWEATHER | POL/EC CHIEF |  | 1.4(B) 1.4(D)
Classified By: Acting Deputy Chief of Mission Una Bellweather for 1.4 (b) and (d). => Una Bellweather | Acting Deputy Chief of Mission |  | 1.4(B) 1.4(D)
Classified By: A/DCM Una Bellweather, 1.4 (b), (d)                     => Una Bellweather | A/DCM |  | 1.4(B) 1.4(D)
Classified By: Deputy Assistant Secretary Una Bellweather, EUR, for reasons 1.4 (b) and (d) => Una Bellweather | Deputy Assistant Secretary | EUR | 1.4(B) 1.4(D)
Classified By: EUR Assistant Secretary Una Bellweather. Reason: E.O. 12958 1.4 (b) and (d) => Una Bellweather | EUR Assistant Secretary |  | 1.4(B) 1.4(D)
Classified By: EUR/LAG Director Una Bellweather, Reason: 1.4 (b) and (d). => Una Bellweather | EUR/LAG Director |  | 1.4(B) 1.4(D)
Classified By: Una Bellweather, Director, EUR/LAG, reasons 1.4 (b) and (d). => Una Bellweather | Director | EUR/LAG | 1.4(B) 1.4(D)
Classified By: Una Bellweather (DCM), Reason: 1.5 (b) and (d)          => Una Bellweather | DCM |  | 1.5(B) 1.5(D)
Classified By: (U) Una Bellweather, DCM                                => Una Bellweather | DCM
Classified By: Una Bellweather - DCM - reasons 1.4 (b)                 => Una Bellweather | DCM |  | 1.4(B)
Classified By: DCM - Una Bellweather; reasons 1.4 (b)                  => Una Bellweather | DCM |  | 1.4(B)
Classified By: DCM (Una Bellweather), reasons 1.4 (b)                  => Una Bellweather | DCM |  | 1.4(B)
Classified By: Una Bellweather. Reason: 1.4(b)                         => Una Bellweather |  |  | 1.4(B)
Classified By: DCM A. Quill. Reason: 1.4 (b) ferry secrets and (d) foreign relations. => A. Quill | DCM |  | 1.4(B) 1.4(D)
Classified By: DCM A. Quill. Reason: foreign policy 1.4(d)             => A. Quill | DCM |  | 1.4(D)
Classified By: DCM A. Quill under authority of E.O. 12958, 1.4 (b)     => A. Quill | DCM |  | 1.4(B)
Classified By: UBELLWEATHER, reasons 1.4 (b)                           => UBELLWEATHER |  |  | 1.4(B)
Classified By: BELLWEATHER, UNA, DCM, REASONS 1.4 (B)                  => BELLWEATHER, UNA | DCM |  | 1.4(B)
Classified By: U.M. Bellweather, Jr., Pol Couns, 1.4 (b)               => U.M. Bellweather, Jr. | Pol Couns |  | 1.4(B)
Classified By: Una van der Bellweather, reason 1.4 (b)                 => Una van der Bellweather |  |  | 1.4(B)
Classified By: Una de la Quill, Consul General, reasons 1.4 (b)        => Una de la Quill | Consul General |  | 1.4(B)
Classified By: Una O'Quill, Econ Counselor, reasons 1.4 (b)            => Una O'Quill | Econ Counselor |  | 1.4(B)
Classified By: Jean-Luc Bellweather-Moss, PolOff, reasons 1.4 (b)      => Jean-Luc Bellweather-Moss | PolOff |  | 1.4(B)
Classified By: José Muñoz, DCM, reasons 1.4 (b)                        => José Muñoz | DCM |  | 1.4(B)
Classified By: J. Peter Quill III, Ambassador; reasons 1.4 (b)         => J. Peter Quill III | Ambassador |  | 1.4(B)
Classified By: AMB Una Bellweather, for reasons 1.4 (b)                => AMB Una Bellweather |  |  | 1.4(B)
Classified By: AMB. UNA BELLWEATHER FOR REASONS 1.4 (B)                => AMB. UNA BELLWEATHER |  |  | 1.4(B)
Classified By: CG Una Bellweather, reasons 1.4 (b)                     => Una Bellweather | CG |  | 1.4(B)
Classified By: ConGen Una Bellweather                                  => Una Bellweather | ConGen
Classified By: Consul General Una Bellweather, Consulate Port Vesper, for reasons 1.4 (b) => Una Bellweather | Consul General | Consulate Port Vesper | 1.4(B)
Classified By: Consul General Una Bellweather, AmConsul Port Vesper. Reason 1.4 (b) => Una Bellweather | Consul General | AmConsul Port Vesper | 1.4(B)
Classified By: Una Bellweather, Principal Officer, Port Vesper. Reason 1.4 (b) => Una Bellweather | Principal Officer, Port Vesper |  | 1.4(B)
Classified By: Una Bellweather, Pol/Econ, Port Vesper, State.⏎REASON: 1.4 (b), (d) => Una Bellweather | Pol/Econ, Port Vesper | State | 1.4(B) 1.4(D)
CLASSIFIED BY: Una Bellweather, Pol/Econ Officer, U.S. Consulate, Port⏎Vesper, DOS.⏎REASON: 1.4 (b), (d) => Una Bellweather | Pol/Econ Officer | U.S. Consulate, Port Vesper, DOS | 1.4(B) 1.4(D)
CLASSIFIED BY: UNA BELLWEATHER, CG, PORT VESPER, DOS.⏎REASON: 1.4 (b)⏎⏎1. (C) The pier. => UNA BELLWEATHER | CG, PORT VESPER | DOS | 1.4(B)
CLASSIFIED BY: Una Bellweather, Consul General, US Consulate⏎General Port Vesper, Department of State.⏎REASON: 1.4 (a), (b) => Una Bellweather | Consul General | US Consulate General Port Vesper, Department of State | 1.4(A) 1.4(B)
Classified by Ambassador Una Bellweather. Reason 1.4 (b).              => Una Bellweather | Ambassador |  | 1.4(B)
Classified by: Charge Una Bellweather, E.O. 12958, reasons 1.4 (b) and (d). => Una Bellweather | Charge |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather per reasons 1.4 (b) and (d). => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather for Reasons 1.4 (b) and (d), E.O. 12958 => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather under E.O. 12958, 1.4 (b)    => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather in accordance with 1.4 (b)   => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather, Section 1.4 (b) and (d)     => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, for reasons stated in 1.4 (b) and (d) => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, for reason 1.4(b) and 1.4(d) => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, for reasons 1 .4 (b, d)     => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, for reasons 1.4 (b-d)       => Una Bellweather | Ambassador |  | 1.4(B) 1.4(C) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 b and d         => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons: b, d               => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons (b) and (d)         => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 ( b ) and ( d ) => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (B), 1.5 (D)    => Una Bellweather | Ambassador |  | 1.4(B) 1.5(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (bd)            => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 14 (b) and (d)      => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4.b and 1.4.d     => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4, (b) and (d)    => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (b), (c) and (d). => Una Bellweather | Ambassador |  | 1.4(B) 1.4(C) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (b) (d) (e).    => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D) 1.4(E)
Classified By: Ambassador Una Bellweather, reason: 1.4 (a-d)           => Una Bellweather | Ambassador |  | 1.4(A) 1.4(B) 1.4(C) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 {b} and [d]     => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4. (b) and (d)    => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.5 (b/d)           => Una Bellweather | Ambassador |  | 1.5(B) 1.5(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (b) & (d).      => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 b/d             => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather. Reasons 1.4 (b,d). Declassify on: 4/1/2018 => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather⏎Reason: 1.4 (b)⏎Declassify on: 4/1/2018 => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Una Bellweather, DCM⏎Derived from: DSCG 05-1⏎Declassify on: 20180401 => Una Bellweather | DCM
Derived from: DSCG 05-1, B, D                                          =>
Derived By: DCM Una Bellweather, reasons 1.4 (b)                       => Una Bellweather | DCM |  | 1.4(B)
Classified By: Derived from multiple sources                           =>
Classified By: Una Bellweather, Reason: Derived from multiple sources  => Una Bellweather
Classified By: Classified by: DCM Una Bellweather, reasons 1.4 (b)     => Una Bellweather | DCM |  | 1.4(B)
Classified By: DCM Una Bellweather. Reasons 1.4 (b).⏎Classified By: DCM Una Bellweather. Reasons 1.4 (b). => Una Bellweather | DCM |  | 1.4(B)
(Classified By: DCM Una Bellweather, reasons 1.4 (b))                  => Una Bellweather | DCM |  | 1.4(B)
1. (U) Classified by: DCM Una Bellweather, reasons 1.4 (b).⏎⏎2. (C) The pier. => Una Bellweather | DCM |  | 1.4(B)
1. (C) Classified by DCM Una Bellweather for reasons 1.4 (b).⏎⏎2. (C) The pier. => Una Bellweather | DCM |  | 1.4(B)
¶1. Classified by: DCM Una Bellweather, reasons 1.4 (b).⏎¶2. (C) The pier. => Una Bellweather | DCM |  | 1.4(B)
Classified By: Political Counselor Una Bellweather for reas⏎ons 1.4 (b) => Una Bellweather | Political Counselor |  | 1.4(B)
Classified By: Deputy Chief of Mission Una Bellweather for reasons 1.4 (b)⏎and (d). => Una Bellweather | Deputy Chief of Mission |  | 1.4(B) 1.4(D)
Classified By: Deputy Chief of Mission Una Bellweather for reasons 1.4⏎(b) and (d). => Una Bellweather | Deputy Chief of Mission |  | 1.4(B) 1.4(D)
Classified By: Deputy Chief of Mission Una⏎Bellweather for reasons 1.4⏎(b) and (d). => Una Bellweather | Deputy Chief of Mission |  | 1.4(B) 1.4(D)
Classified By: Deputy Chief of Mission⏎⏎Una Bellweather for reasons 1.4 (b) => Una Bellweather | Deputy Chief of Mission |  | 1.4(B)
Classified By: ⏎Una Bellweather, DCM, for reasons 1.4 (b)              => Una Bellweather | DCM |  | 1.4(B)
Classified By: Acting Pol/Mil Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | Acting Pol/Mil Counselor |  | 1.4(B)
Classified By: ECON Counselor Una Bellweather, reasons 1.4 (b)         => Una Bellweather | ECON Counselor |  | 1.4(B)
Classified By: Economic Minister-Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | Economic Minister-Counselor |  | 1.4(B)
Classified By: Minister Counselor for Political Affairs Una Bellweather, reasons 1.4 (b) => Una Bellweather | Minister Counselor for Political Affairs |  | 1.4(B)
Classified By: Acting Assistant Secretary for Lagoon Affairs Una Bellweather, reasons 1.4 (b) => Una Bellweather | Acting Assistant Secretary for Lagoon Affairs |  | 1.4(B)
Classified By: Political Officer Una Bellweather, reasons 1.4 (b)      => Una Bellweather | Political Officer |  | 1.4(B)
Classified By: Deputy Political Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | Deputy Political Counselor |  | 1.4(B)
Classified By: PRT Leader Una Bellweather, reasons 1.4 (b)             => Una Bellweather | PRT Leader |  | 1.4(B)
Classified By: RAO Director Una Bellweather, reasons 1.4 (b)           => Una Bellweather | RAO Director |  | 1.4(B)
Classified By: Regional Affairs Officer Una Bellweather, reasons 1.4 (b) => Una Bellweather | Regional Affairs Officer |  | 1.4(B)
Classified By: USNATO DCM Una Bellweather, reasons 1.4 (b)             => Una Bellweather | USNATO DCM |  | 1.4(B)
Classified By: Una Bellweather, Political Officer, reason: 1.4 (b)     => Una Bellweather | Political Officer |  | 1.4(B)
Classified By: Una Bellweather, Political Section Chief, reason: 1.4 (b) => Una Bellweather | Political Section Chief |  | 1.4(B)
Classified By: Ambassador Una Bellweather, U.S. Permanent Representative, reason: 1.4 (b) => Una Bellweather | Ambassador, U.S. Permanent Representative |  | 1.4(B)
Classified By: U.S. Ambassador Una Bellweather, reason: 1.4 (b)        => Una Bellweather | U.S. Ambassador |  | 1.4(B)
Classified By: US Permanent Representative to the OECD Una Bellweather, reason: 1.4 (b) => Una Bellweather | US Permanent Representative to the OECD |  | 1.4(B)
Classified By: The Ambassador. Reason: 1.4 (b)                         => The Ambassador |  |  | 1.4(B)
Classified By: Ambassador. Reason: 1.4 (b)                             => Ambassador |  |  | 1.4(B)
Classified By: The DCM, Una Bellweather, reason 1.4 (b)                => Una Bellweather | DCM |  | 1.4(B)
Classified By: Dr. Una Bellweather, Director, reason 1.4 (b)           => Dr. Una Bellweather | Director |  | 1.4(B)
Classified By: COL Una Bellweather, DATT, reason 1.4 (b)               => COL Una Bellweather | DATT |  | 1.4(B)
Classified By: Lt. Col. Una Bellweather, reason 1.4 (b)                => Lt. Col. Una Bellweather |  |  | 1.4(B)
Classified By: Mr. Una Bellweather, reason 1.4 (b)                     => Mr. Una Bellweather |  |  | 1.4(B)
Classified By: Acting DCM Una L. Bellweather, reason 1.4 (b)           => Una L. Bellweather | Acting DCM |  | 1.4(B)
Classified By: Minister-Counselor for Economic Affairs Una Bellweather for reason 1.4 (b) => Una Bellweather | Minister-Counselor for Economic Affairs |  | 1.4(B)
Classified By: A.Quill, reason 1.4 (b)                                 => A.Quill |  |  | 1.4(B)
Classified By: DCM UBellweather for reasons 1.4 (B)                    => UBellweather | DCM |  | 1.4(B)
Classified By: DCM U. Bellweather for 1.4 (b)                          => U. Bellweather | DCM |  | 1.4(B)
Classified By: Economic Counselor Una Bellweather⏎for reasons 1.4 (b) and (d)⏎1. (C) The pier. => Una Bellweather | Economic Counselor |  | 1.4(B) 1.4(D)
Classified By: DCM UNA BELLWEATHER, REASON 1.4 (D)⏎1. (C) The pier.    => UNA BELLWEATHER | DCM |  | 1.4(D)
Classified By: DCM Una Bellweather, reason 1.4(d)⏎Summary: The pier.   => Una Bellweather | DCM |  | 1.4(D)
Classified By: DCM Una Bellweather.⏎⏎REASON: 1.4 (D)⏎⏎1. (C) The pier. => Una Bellweather | DCM |  | 1.4(D)
Classified By: DCM Una Bellweather for reasons 1.4 (b)⏎⏎and (d).⏎⏎1. (C) The pier. => Una Bellweather | DCM |  | 1.4(B) 1.4(D)
Classified by Una Bellweather, DCM (Reasons 1.4 (b))                   => Una Bellweather | DCM |  | 1.4(B)
Classified By: International Affairs Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | International Affairs Counselor |  | 1.4(B)
Classified By: Mission Elderport DCM Una M. Bellweather, reasons 1.4 (b) => Una M. Bellweather | Mission Elderport DCM |  | 1.4(B)
Classified By: Policital Officer Una Bellweather, reasons 1.4 (b)      => Una Bellweather | Policital Officer |  | 1.4(B)
Classified By: Special Envoy for Ferries Una de la Quill Jr., reasons 1.4 (b) => Una de la Quill Jr. | Special Envoy for Ferries |  | 1.4(B)
Classified By: Minister Counselor for Trade, Science and Tides J. Una Bellweather, reasons 1.4 (b) => J. Una Bellweather | Minister Counselor for Trade, Science and Tides |  | 1.4(B)
Classified By: XQRT Una Bellweather, reasons 1.4 (b)                   => Una Bellweather | XQRT |  | 1.4(B)
Classified By: MAJ Una Bellweather, reasons 1.4 (b)                    => MAJ Una Bellweather |  |  | 1.4(B)
Classified By: DepPolCouns Una Bellweather, reasons 1.4 (b)            => Una Bellweather | DepPolCouns |  | 1.4(B)
Classified By: Charg Una Bellweather, reasons 1.4 (b)                  => Una Bellweather | Charg |  | 1.4(B)
Classified By: Charge D,Affaires Una Bellweather, reasons 1.4 (b)      => Una Bellweather | Charge D'Affaires |  | 1.4(B)
Classified By: Una Bellweather Consul General Port Louis, reasons 1.4 (b) => Una Bellweather Consul General Port Louis |  |  | 1.4(B)
Classified By: Una Bellweather, DCM. Reason 1.4 (b). Declassify on 4/1/2018 => Una Bellweather | DCM |  | 1.4(B)
Classified By: Una Bellweather for 1.4 (b)                             => Una Bellweather |  |  | 1.4(B)
Classified By: Una Bellweather Reason 1.4 (b)                          => Una Bellweather |  |  | 1.4(B)
Classified By: Una Bellweather Political Counselor Reason 1.4 (b)      => Una Bellweather | Political Counselor |  | 1.4(B)
Classified By: Una Bellweather DCM, reason 1.4 (b)                     => Una Bellweather | DCM |  | 1.4(B)
Classified By: Una Bellweather, Charge d'Affaires, a.i., reason 1.4 (b) => Una Bellweather | Charge d'Affaires, a.i. |  | 1.4(B)
Classified By: UNA BELLWEATHER, CHARGE D'AFFAIRES A.I.,⏎REASON: 1.4 (B) => UNA BELLWEATHER | CHARGE D'AFFAIRES A.I. |  | 1.4(B)
Classified By: DCM/Charge Una Bellweather, reason 1.4 (b)              => Una Bellweather | DCM/Charge |  | 1.4(B)
Classified By: A/POL Chief Una Bellweather, reason 1.4 (b)             => Una Bellweather | A/POL Chief |  | 1.4(B)
Classified By: POLCHIEF Una Bellweather, reason 1.4 (b)                => Una Bellweather | POLCHIEF |  | 1.4(B)
Classified By: Pol-Econ Chief Una Bellweather, reason 1.4 (b)          => Una Bellweather | Pol-Econ Chief |  | 1.4(B)
Classified By: Political/Economic Section Chief Una Bellweather, reason 1.4 (b) => Una Bellweather | Political/Economic Section Chief |  | 1.4(B)
Classified By: Econ/Pol Couns Una Bellweather, reason 1.4 (b)          => Una Bellweather | Econ/Pol Couns |  | 1.4(B)
Classified By: Management Counselor Una Bellweather, reason 1.4 (b)    => Una Bellweather | Management Counselor |  | 1.4(B)
Classified By: Vice Consul Una Bellweather, reason 1.4 (b)             => Una Bellweather | Vice Consul |  | 1.4(B)
Classified By: Una St. John Bellweather, DCM, reason 1.4 (b)           => Una St. John Bellweather | DCM |  | 1.4(B)
CLASSIFED BY: DCM UNA BELLWEATHER, REASON 1.4 (B)                      => UNA BELLWEATHER | DCM |  | 1.4(B)
CLASSIFIED: DCM UNA BELLWEATHER, REASON 1.4 (B)                        => UNA BELLWEATHER | DCM |  | 1.4(B)
C L A S S I F I E D BY: DCM UNA BELLWEATHER, REASON 1.4 (B)            => UNA BELLWEATHER | DCM |  | 1.4(B)
Classified By Una Bellweather, DCM                                     => Una Bellweather | DCM
Classified by: Bellweather                                             => Bellweather
CLASSIFIED BY A. QUILL, DCM, REASON 1.4 (B)                            => A. QUILL | DCM |  | 1.4(B)
Clasified by: DCM Una Bellweather                                      => Una Bellweather | DCM
Reason: 1.4 (b)                                                        =>  |  |  | 1.4(B)
Classified By: Una Bellweather, Principal Officer, Port Louis. Reason 1.4 (b) => Una Bellweather | Principal Officer | Port Louis | 1.4(B)
CLASSIFIED BY: UNA BELLWEATHER, CG, PORT LOUIS, DOS.⏎REASON: 1.4 (b)   => UNA BELLWEATHER | CG | PORT LOUIS, DOS | 1.4(B)
CLASSIFIED BY: Una Bellweather, Pol/Econ Officer, U.S. Consulate, Port⏎Louis, DOS.⏎REASON: 1.4 (b), (d) => Una Bellweather | Pol/Econ Officer | U.S. Consulate, Port Louis, DOS | 1.4(B) 1.4(D)
Classified By: Una Bellweather of Embassy Oslo, reasons 1.4 (b)        => Una Bellweather |  | Embassy Oslo | 1.4(B)
Classified By: Ambassador to Oslo Una Bellweather, reasons 1.4 (b)     => Una Bellweather | Ambassador to Oslo |  | 1.4(B)
Classified By: Amb. Una Bellweather, U.S. Mission to the UN, reasons 1.4 (b) => Amb. Una Bellweather |  | U.S. Mission to the UN | 1.4(B)
Classified By: DCM Una Bellweather; reasons:  1.4 (b) and (d)          => Una Bellweather | DCM |  | 1.4(B) 1.4(D)
Classified By: Deputy Chief of Mission Una Bellweather for reasons 1.4 (b) a⏎nd (d). => Una Bellweather | Deputy Chief of Mission |  | 1.4(B) 1.4(D)
Classified By: Economic Counselor Una Bellweather for reasons 1.4 (b/d).⏎2. (C) The pier. => Una Bellweather | Economic Counselor |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather; Reasons 1.4(B) and 1.4(D)   => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather, reasons 1.4 (b) and (d) 1. (C) The pier. => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: POL/ECON Counselor Una Bellweather for reasons 1.4 B and D => Una Bellweather | POL/ECON Counselor |  | 1.4(B) 1.4(D)
Classified By: Political Minister-Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | Political Minister-Counselor |  | 1.4(B)
Classified By: Una Bellweather, Counselor for Political Affairs, reasons 1.4 (b) => Una Bellweather | Counselor for Political Affairs |  | 1.4(B)
Classified By: Una Bellweather, Counselor for Political and Economic Affairs. Reasons 1.4 (b) => Una Bellweather | Counselor for Political and Economic Affairs |  | 1.4(B)
Classified By: Una Bellweather, Acting Deputy Assistant Secretary, Bureau of Lagoon Affairs, Department of State. Reason 1.4 (b) => Una Bellweather | Acting Deputy Assistant Secretary | Bureau of Lagoon Affairs, Department of State | 1.4(B)
Classified By: EUR/LAG: UBELLWEATHER. Reason: 1.4 (b)                  => UBELLWEATHER |  | EUR/LAG | 1.4(B)
Classified By: EUR/LAG - Una Bellweather. Reason: 1.4 (b)              => Una Bellweather |  | EUR/LAG | 1.4(B)
Classified By: INR/B - UNA BELLWEATHER                                 => UNA BELLWEATHER |  | INR/B
Classified By: A/S Una Bellweather, reasons 1.4 (b)                    => Una Bellweather | A/S |  | 1.4(B)
Classified By: EUR DAS Una Bellweather, reasons 1.4 (b)                => Una Bellweather | EUR DAS |  | 1.4(B)
Classified By: Under Secretary Una Bellweather, reasons 1.4 (b)        => Una Bellweather | Under Secretary |  | 1.4(B)
Classified By: Secretary of State Una Bellweather, reasons 1.4 (b)     => Una Bellweather | Secretary of State |  | 1.4(B)
Classified By: Charge, Una Bellweather, reasons 1.4 (b)                => Una Bellweather | Charge |  | 1.4(B)
Classified By: Charge d' Affaires Una Bellweather, reasons 1.4 (b)     => Una Bellweather | Charge d'Affaires |  | 1.4(B)
Classified By: Charge D'Affaires, a.i., Una Bellweather, reasons 1.4 (b) => Una Bellweather | Charge D'Affaires, a.i. |  | 1.4(B)
Classified By: Charge d'affaires ad interim Una Bellweather, reasons 1.4 (b) => Una Bellweather | Charge d'affaires ad interim |  | 1.4(B)
Classified By: CHARGE UNA BELLWEATHER. REASONS: 1.4 (B) AND (D).       => UNA BELLWEATHER | CHARGE |  | 1.4(B) 1.4(D)
Classified By: CDA, a.i. Una Bellweather, reasons 1.4 (b)              => Una Bellweather | CDA, a.i. |  | 1.4(B)
Classified By: Una Bellweather, Charge, reasons 1.4 (b)                => Una Bellweather | Charge |  | 1.4(B)
Classified By: Acting Political Counselor Una Bellweather reason 1.4 (b) => Una Bellweather | Acting Political Counselor |  | 1.4(B)
Classified By: Labor Officer Una Bellweather, reasons 1.4 (b)          => Una Bellweather | Labor Officer |  | 1.4(B)
Classified By: DATT Col. Una Bellweather, reasons 1.4 (b)              => Col. Una Bellweather | DATT |  | 1.4(B)
Classified By: Consul General Una Bellweather, AmConsulate Port Vesper, reasons 1.4 (b) => Una Bellweather | Consul General | AmConsulate Port Vesper | 1.4(B)
Classified By: Una Bellweather, US Embassy Oslo, reasons 1.4 (b)       => Una Bellweather |  | US Embassy Oslo | 1.4(B)
Classified By: Una Bellweather; 1.4 (b)                                => Una Bellweather |  |  | 1.4(B)
Classified By: Una Bellweather, E.O. 12958 Reasons 1.4 (b)             => Una Bellweather |  |  | 1.4(B)
Classified By: Una Bellweather (reasons: 1.4 (b), (d))                 => Una Bellweather |  |  | 1.4(B) 1.4(D)
Classified By: Ambassador U. Quill Bellweather, III, reasons 1.4 (b)   => U. Quill Bellweather, III | Ambassador |  | 1.4(B)
Classified By: Ambassador UNA QUILL BELLWEATHER; REASONS: 1.5 (B), (D) => UNA QUILL BELLWEATHER | Ambassador |  | 1.5(B) 1.5(D)
CLASSIFIED BY ECONCOUNS UNA BELLWEATHER; REASON: 1.4 (B)               => UNA BELLWEATHER | ECONCOUNS |  | 1.4(B)
CLASSIFIED BY: ACTING DCM UNA BELLWEATHER, REASONS 1.4 (B) & (D)       => UNA BELLWEATHER | ACTING DCM |  | 1.4(B) 1.4(D)
CLASSIFIED BY: UNA BELLWEATHER, PERMANENT REPRESENTATIVE, REASONS 1.4 (B) => UNA BELLWEATHER | PERMANENT REPRESENTATIVE |  | 1.4(B)
Classified By: US Ambassador to UNESCO Una Bellweather, reasons 1.4 (b) => Una Bellweather | US Ambassador to UNESCO |  | 1.4(B)
Classified By: USEU Political Minister-Counselor Una Bellweather, reasons 1.4 (b) => Una Bellweather | USEU Political Minister-Counselor |  | 1.4(B)
Classified By: USNATO Deputy Permanent Representative Una Bellweather, reasons 1.4 (b) => Una Bellweather | USNATO Deputy Permanent Representative |  | 1.4(B)
Classified By: Una Bellweather, D/PermRep, reasons 1.4 (b)             => Una Bellweather | D/PermRep |  | 1.4(B)
Classified By: Staff Assistant Una Bellweather, reasons 1.4 (b)        => Una Bellweather | Staff Assistant |  | 1.4(B)
Classified By: Science Attache Una Bellweather, reasons 1.4 (b)        => Una Bellweather | Science Attache |  | 1.4(B)
Classified By: Special Envoy Una Bellweather, reasons 1.4 (b)          => Una Bellweather | Special Envoy |  | 1.4(B)
Classified By: Regional Security Officer Una Bellweather, reasons 1.4 (b) => Una Bellweather | Regional Security Officer |  | 1.4(B)
Classified By: Una A. Bellweather, Jr., Ambassador, reasons 1.4 (b)    => Una A. Bellweather, Jr. | Ambassador |  | 1.4(B)
Classified By: Una Bellweather Jr., Ambassador, reasons 1.4 (b)        => Una Bellweather Jr. | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather, Reason 1.4 (b). Derived from: DSCG 05-1 => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather, for Reasons E.O. 12958 1.4 (b) and (d) => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: Ambassador Una Bellweather for reasons 1.4 (b), (d), and (e) => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D) 1.4(E)
Classified By: Ambassador Una Bellweather for reasons of 1.4 (b)       => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather - Reasons 1.4 (b)            => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather, for reasons of national security 1.4 (b) => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather for reasons; 1.4 (b)         => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather: reasons 1.4 (b)             => Una Bellweather | Ambassador |  | 1.4(B)
Classified By: Ambassador Una Bellweather reasons 1.4 (b) and (d)⏎REF: OSLO 12 => Una Bellweather | Ambassador |  | 1.4(B) 1.4(D)
Classified By: XXXXXXXXXXXX, reasons 1.4 (b)                           => XXXXXXXXXXXX |  |  | 1.4(B)
Classified By: Ambassador Una Bellweather.                             => Una Bellweather | Ambassador
Classified By:⏎Reason: 1.4 (b)                                         =>  |  |  | 1.4(B)
Classified By: Vice President Liaison Una Bellweather, reasons 1.4 (b) => Una Bellweather | Vice President Liaison |  | 1.4(B)
Classified By: Mission Director Una Bellweather, reasons 1.4 (b)       => Una Bellweather | Mission Director |  | 1.4(B)
Classified By: Una Bellweather, Chief, Political Section, reasons 1.4 (b) => Una Bellweather | Chief, Political Section |  | 1.4(B)
Classified By: Una Bellweather, Political Counselor, for reasons 1.4 (b). => Una Bellweather | Political Counselor |  | 1.4(B)
Classified By: Una Bellweather, Economic Counselor - reason 1.4 (b)    => Una Bellweather | Economic Counselor |  | 1.4(B)
Classified By: Economic Section Chief UNA BELLWEATHER for reasons 1.4 (b) => UNA BELLWEATHER | Economic Section Chief |  | 1.4(B)
Classified By: Una "Quill" Bellweather, DCM, reasons 1.4 (b)           => Una "Quill" Bellweather | DCM |  | 1.4(B)
Classified By: Una d'Arcy, DCM, reasons 1.4 (b)                        => Una d'Arcy | DCM |  | 1.4(B)
Classified By: Ambassador Una D'Arcy-Moss, reasons 1.4 (b)             => Una D'Arcy-Moss | Ambassador |  | 1.4(B)
Classified By: U. Bellweather, reasons 1.4 (b)                         => U. Bellweather |  |  | 1.4(B)
Classified By: Pol Chief U.B. Quill, reasons 1.4 (b)                   => U.B. Quill | Pol Chief |  | 1.4(B)
Classified By: MGT Counselor Una Bellweather                           => Una Bellweather | MGT Counselor
Classified By: PAO Una Bellweather 1.4 (b)                             => Una Bellweather | PAO |  | 1.4(B)
Classified By: Political Counsellor Una Bellweather 1.4 (b)            => Una Bellweather | Political Counsellor |  | 1.4(B)
Classified By: Political Counsleor Una Bellweather 1.4 (b)             => Una Bellweather | Political Counsleor |  | 1.4(B)
Classified By: Politcal Counselor Una Bellweather 1.4 (b)              => Una Bellweather | Politcal Counselor |  | 1.4(B)
Classified By: Ambasador Una Bellweather 1.4 (b)                       => Una Bellweather | Ambasador |  | 1.4(B)
Classified By: NEA: Una Bellweather, reasons 1.4 (b)                   => Una Bellweather |  | NEA | 1.4(B)
Classified By: T - Una Bellweather, reasons 1.4 (b)                    => Una Bellweather |  | T | 1.4(B)
Classified By: P: UBELLWEATHER, reasons 1.4 (b)                        => UBELLWEATHER |  | P | 1.4(B)
Classified By: POL: Una Bellweather, reasons 1.4 (b)                   => Una Bellweather | POL |  | 1.4(B)
Classified By: S/ES: Una Bellweather, Executive Secretary              => Una Bellweather | Executive Secretary | S/ES
Classified By: QUILL - DCM, reasons 1.4 (b)                            => QUILL | DCM |  | 1.4(B)
Classified By: LEE, UNA, DCM, reasons 1.4 (b)                          => LEE, UNA | DCM |  | 1.4(B)
Classified By: Director, Lagoon Presence Office, Una Bellweather. Reason 1.4 (b) => Una Bellweather | Director, Lagoon Presence Office |  | 1.4(B)
Classified By: Coordinating Director for Piers and Harbor Affairs, U. Quill Moss, 1.4 (b) => U. Quill Moss | Coordinating Director for Piers and Harbor Affairs |  | 1.4(B)
Classified By: Ambassador (ret.) U. Bellweather, reasons 1.4 (b)       => U. Bellweather | Ambassador, ret |  | 1.4(B)
Classified By: Una Bellweather, Acting Assistant Secretary, PM.        => Una Bellweather | Acting Assistant Secretary | PM
Classified By: Una Bellweather, Principal Officer, ConGen Port Vesper, reasons 1.4 (b) => Una Bellweather | Principal Officer | ConGen Port Vesper | 1.4(B)
Classified By: Ambassador-designate Una Bellweather, reasons 1.4 (b)   => Una Bellweather | Ambassador-designate |  | 1.4(B)
Classified By: Pol/C Una Bellweather, reasons 1.4 (b)                  => Una Bellweather | Pol/C |  | 1.4(B)
Classified By: Refcoord Una Bellweather, reasons 1.4 (b)               => Una Bellweather | Refcoord |  | 1.4(B)
Classified By: MINCONS POLITICAL AFFAIRS UNA BELLWEATHER, REASONS 1.4 (B) => UNA BELLWEATHER | MINCONS POLITICAL AFFAIRS |  | 1.4(B)
Classified By: ConGen Oslo XXXXXXXXXXXX                                => XXXXXXXXXXXX | ConGen Oslo
Classified By: Political Counselor Una Bellweather as defined in 1.4 (b) => Una Bellweather | Political Counselor |  | 1.4(B)
Classified By: Political Counselor Una Bellweather, Resaons 1.4 b,d    => Una Bellweather | Political Counselor |  | 1.4(B) 1.4(D)
Classified By: DCM Augusta (Gus) Bellweather for reasons 1.4 (b)       => Augusta (Gus) Bellweather | DCM |  | 1.4(B)
Classified By: UNA BELLWEATHER FOR AMBASSADOR QUILL, REASON 1.4 (B)    => UNA BELLWEATHER | FOR AMBASSADOR QUILL |  | 1.4(B)
Classified By: Una Bellweather, U.S. Ambassador to Oslo, reasons 1.4 (b) => Una Bellweather | U.S. Ambassador to Oslo |  | 1.4(B)
Classified By: Una Bellweather, Pol/Econ Counselor, U.S. Embassy, Oslo, Reasons 1.4 (b) => Una Bellweather | Pol/Econ Counselor | U.S. Embassy, Oslo | 1.4(B)
Classified By: Una Bellweather/DCM, reasons 1.4 (b)                    => Una Bellweather | DCM |  | 1.4(B)
Classified By: DCM/Una Bellweather, reasons 1.4 (b)                    => Una Bellweather | DCM |  | 1.4(B)
Classified By: Pol Offr Una Bellweather, reasons 1.4 (b)               => Una Bellweather | Pol Offr |  | 1.4(B)
Classified By: Vesper DCM Una Bellweather, reasons 1.4 (b)             => Una Bellweather | Vesper DCM |  | 1.4(B)
Classified By: Economic Counselor Una Bellweather [1.4 b/d]            => Una Bellweather | Economic Counselor |  | 1.4(B) 1.4(D)
Classified By: DCM Una XXXXXXXXXXXX, 1.4 (b)                           => Una XXXXXXXXXXXX | DCM |  | 1.4(B)
Classified By: Una Bellweather, DCM. Reason 1.4 (b). XXXXXXXXXXXX      => Una Bellweather | DCM |  | 1.4(B)
Classified By: Una Bellweather, for reasons 1.4 b. and d.              => Una Bellweather |  |  | 1.4(B) 1.4(D)
"""


@pytest.mark.parametrize(("block", "expected"), table(BLOCKS))
def test_a_block(block: str, expected: list[str]) -> None:
    cable = opened(f"E.O. 12958: DECL: 04/01/2018\nTAGS: PREL\nSUBJECT: A PIER\n\n{block}")
    name, title, office, reasons = (*expected, "", "", "", "")[:4]
    assert cable.classified_by == (name or None)
    assert cable.classifier_title == (title or None)
    assert cable.classifier_office == (office or None)
    assert list(cable.classification_reasons) == reasons.split()
    body = " ".join(paragraph.text for paragraph in cable.paragraphs)
    assert body in {"", "The pier.", "Summary: The pier."}
    assert (cable.subject, cable.executive_order) == ("A PIER", "12958")


PLACES = [
    "@\n\nE.O. 12958: DECL: 04/01/2018\nTAGS: PREL\nSUBJECT: A PIER",
    "TAGS: PREL\nSUBJECT: A PIER @",
    "TAGS: PREL\nSUBJECT: A PIER\nREF: A. STATE 12\nB. STATE 13\n@\nSummary\n-------\n1. (C) The pier.",
    "TAGS: PREL\nSUBJECT: A PIER\n\nREF: STATE 12\n\n@\n\n1. (C) The pier.",
    "TAGS: PREL\n\n@\n\nSUBJECT: A PIER",
    "SUBJECT: A PIER\nOSLO 00000417  001.2 OF 002\n\n@\n\n1. (C) The pier.",
]


@pytest.mark.parametrize("place", PLACES, ids=range(len(PLACES)))
@pytest.mark.parametrize(
    "block",
    [
        "Classified By: DCM Una Bellweather, reasons 1.4 (b) and (d).",
        "CLASSIFIED BY: DCM Una Bellweather. REASONS: 1.4 (B) AND (D)",
        "Classified By: DCM Una\nBellweather for reasons 1.4 (b)\nand (d).",
        "Classified By DCM Una Bellweather. Reasons 1.4\n(b), (d).",
    ],
    ids=["plain", "capitals", "wrapped", "no-colon"],
)
def test_wherever_the_block_stands(place: str, block: str) -> None:
    cable = opened(place.replace("@", block))
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert cable.classification_reasons == ("1.4(B)", "1.4(D)")
    assert cable.subject == "A PIER"
    assert cable.coverage == 1.0


@pytest.mark.parametrize("marking", ["C O N F I D E N T I A L OSLO 000417\n\n", ""])
@pytest.mark.parametrize(
    "block",
    [
        "Classified By: DCM Una Bellweather, E.O. 12958, Reason 1.4 (b) and (d)",
        "Classified By: DCM Una Bellweather for reasons E.O. 12958, 1.4 (b) and (d).",
        "Classified By: DCM Una Bellweather. REASONS: E.O. 12958,\n1.4 (B) AND (D)",
        "Classified By: DCM Una Bellweather, reasons\nE.O. 12958, 1.4 (b), (d)",
        "Classified By: DCM Una Bellweather; E.O. 12958\nreasons 1.4 (b,d)",
    ],
    ids=["before-reason", "behind-reasons", "at-the-end", "on-a-line-of-its-own", "above-reasons"],
)
def test_a_block_that_names_the_order_in_a_cable_without_its_line(block: str, marking: str) -> None:
    cable = parsed(f"{marking}{block}\n\n1. (C) The pier.", metadata=Metadata(mrn="08OSLO417"))
    assert (cable.classified_by, cable.classifier_title) == ("Una Bellweather", "DCM")
    assert cable.classification_reasons == ("1.4(B)", "1.4(D)")
    assert [p.text for p in cable.paragraphs] == ["The pier."]
    assert cable.coverage == 1.0


@pytest.mark.parametrize(
    ("block", "guide", "person", "reasons"),
    [
        ("Derived from: DSCG 05-1, B and D", "DSCG 05-1, B and D", None, ()),
        ("DERIVED FROM: 07 STATE 12345", "07 STATE 12345", None, ()),
        ("Derived from: DSCG 05-1; reasons 1.4 (b)", "DSCG 05-1", None, ("1.4(B)",)),
        ("Derived From: DSCG 05-1 (D). Declassify on: 04/01/2018", "DSCG 05-1 (D)", None, ()),
        (
            "Classified By: A. Quill, DCM. Derived from: DSCG 05-1 (D)",
            "DSCG 05-1 (D)",
            "A. Quill",
            (),
        ),
        ("Derived from:", None, None, ()),
        ("Classified By: A. Quill, reasons 1.4 (d)", None, "A. Quill", ("1.4(D)",)),
    ],
    ids=["alone", "a-cable", "with-reasons", "with-a-date", "beside-a-person", "empty", "none"],
)
def test_the_guide_of_a_derivative_classification(
    block: str, guide: str | None, person: str | None, reasons: tuple[str, ...]
) -> None:
    found = parse_classified_by(block)
    assert (found.derived_from, found.classified_by, found.reasons) == (guide, person, reasons)


@pytest.mark.parametrize("width", range(58, 72))
def test_words_that_the_system_broke_are_one_again(width: int) -> None:
    text = "Classified By: Deputy Chief of Mission Una Bellweather for reasons 1.4 (b) and (d)."
    padding = "Classified By: Charge d'Affaires, a.i. of the Oslo and the Lagoon Affairs Bureau"
    lines = [text[:width], text[width:]] if width < len(text) else [text, padding]
    found = parse_classified_by(join_hard_wrapped(lines))
    assert found.reasons == ("1.4(B)", "1.4(D)")
    assert found.classified_by == "Una Bellweather"


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Classified By: Deputy Principal Officer and Charge d'Affaires Una Bellw|eather, 1.4 (b)",
         "Una Bellweather"),
        ("CLASSIFIED BY: DEPUTY PRINCIPAL OFFICER AND CHARGE D'AFFAIRES UNA BELLW|EATHER, 1.4 (B)",
         "UNA BELLWEATHER"),
        ("CLASSIFIED BY: DEPUTY PRINCIPAL OFFICER A CHARGE D'AFFAIRES UNA BELLWEA|FOR REASONS 1.4 (B)",
         "UNA BELLWEA"),
        ("Classified By: CLASSIFIED BY: POLITICAL MINISTER-COUNSELOR UNA M. BELLW|EATHER, 1.4 (B)",
         "UNA M. BELLWEATHER"),
        ("Classified By: (U) Classified by Deputy Political Counselor Una E. Bell|weather; reason: 1.4(d).",
         "Una E. Bellweather"),
        ("Classified By: Regional Coordinator and Minister-Counselor Una M. Quill|-Moss, 1.4 (b)",
         "Una M. Quill-Moss"),
        ("Classified By: Deputy Regional Coordinator Una Bellweather per E.O. 129|58, reasons 1.4 (b)",
         "Una Bellweather"),
    ],
    ids=["name", "capitals", "word-in-capitals", "doubled", "doubled-with-mark", "hyphen", "figures"],
)  # fmt: skip
def test_what_was_broken_at_the_last_column(block: str, name: str) -> None:
    assert block.index("|") == 71
    cable = opened(f"TAGS: PREL\nSUBJECT: A PIER\n\n{block}".replace("|", "\n"))
    assert (cable.classified_by, cable.coverage) == (name, 1.0)


NAMES = ["Una Bellweather", "A. Quill", "J. Peter Quill", "UNA O'MOSS", "Una van der Moss"]
TITLES = ["DCM", "Ambassador", "Political Counselor", "Charge d'Affaires a.i.", "POL/EC Chief"]
FORMS = [
    "Classified By: {title} {name}, reasons {reasons}.",
    "CLASSIFIED BY: {name}, {title}; REASON: {reasons}",
    "Classified by {title} {name} for reasons {reasons}",
    "Classified By: {name} ({title}), reasons {reasons}",
    "Classified By: CLASSIFIED BY: {title} {name} PER {reasons}",
]


@given(
    st.sampled_from(NAMES),
    st.sampled_from(TITLES),
    st.sampled_from(FORMS),
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True),
)
def test_any_name_with_any_title_in_any_form(
    name: str, title: str, form: str, letters: list[str]
) -> None:
    reasons = "1.4 " + ", ".join(f"({letter})" for letter in letters)
    found = parse_classified_by(form.format(name=name, title=title, reasons=reasons))
    assert (found.classified_by, found.classifier_title) == (name, title)
    assert found.reasons == tuple(f"1.4({letter.upper()})" for letter in letters)


@given(st.text(alphabet="Classified By:reon14.(bd)/,-; Una", max_size=120))
def test_no_text_raises(text: str) -> None:
    parse_classified_by(f"Classified By: {text}")
    parse_reasons(text)
