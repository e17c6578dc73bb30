-- The units of a query: its words, quoted phrases, and compounds such as `al-Ghazal` or 08OSLO417,
-- whose parts must stand in a row. Stop words are left out unless there is nothing else.
-- Columns: unit numbers them; unit_words are its words; is_plain when any form of the word will do;
-- is_prefix when any ending will do.
-- Usage: SELECT * FROM search_index.units_of('fog signal "north pier" harb*')
CREATE OR REPLACE MACRO search_index.units_of(query) AS TABLE
    WITH written_units AS (
        SELECT unnest(
            regexp_extract_all(translate(query, '“”„', '"""'), '"[^"]*"?|[^\s"]+')
        ) AS written
    ),

    parsed AS (
        SELECT
            CASE
                WHEN search_index.is_simple(query) THEN [lower(written)]
                ELSE search_index.words_of(written)
            END AS unit_words,
            starts_with(written, '"') AS is_quoted,
            ends_with(written, '*') AS has_star
        FROM written_units
    ),

    judged AS (
        SELECT DISTINCT
            unit_words,
            len(unit_words) = 1 AND NOT is_quoted AND NOT has_star AS is_plain,
            len(unit_words) = 1 AND NOT is_quoted AND has_star AS is_prefix
        FROM parsed
        WHERE unit_words IS NOT NULL
    )

    SELECT
        row_number() OVER (ORDER BY unit_words, is_plain, is_prefix) AS unit,
        unit_words, is_plain, is_prefix
    FROM judged
    QUALIFY
        NOT (is_plain AND search_index.is_stop_word(unit_words[1]))
        OR bool_and(is_plain AND search_index.is_stop_word(unit_words[1])) OVER ()
