-- The id of a cable however its number is written: without blanks, in capitals, the serial without
-- leading zeros. Posts keep their spelling: `04 SECSTATE 5` is not known as 04STATE5 here.
-- Usage: SELECT cable_id_of('06 Astana 000668')
CREATE OR REPLACE MACRO cable_id_of(written) AS
regexp_replace(
    upper(regexp_replace(written::varchar, '\s+', '', 'g')),
    '^([0-9]{2}.*[^0-9])0+([0-9]+)$',
    '\1\2'
)
