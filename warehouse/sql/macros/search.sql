-- Paragraphs and subjects that hold all the words, best first (BM25), with the matching passage.
-- Words match in any form (`open`: opened, opening); "quoted words" match as they stand, in a row;
-- harb* matches any ending; a message number matches in any spelling. Filters apply before ranking.
-- Columns: score; cable_id; ordinal of the paragraph, NULL for a subject; sent_at, post,
-- classification and subject of the cable; passage, with the matches between marks; a message
-- number that only the REF block names stands behind the subject; number of the paragraph, as it is
-- printed, NULL when it has none.
-- Usage: SELECT * FROM search('fog signal "north pier"', post := 'OSLO', since := '2003-01-01')
CREATE OR REPLACE MACRO search(
    words,
    post := NULL,
    tag := NULL,
    classification := NULL,
    since := NULL,
    until := NULL,
    match_any := FALSE,
    limit_to := 20,
    passage_words := 60,
    mark_before := '«',
    mark_after := '»'
) AS TABLE
    WITH units AS MATERIALIZED (
        SELECT unit, unit_words, is_plain, is_prefix FROM search_index.units_of(words)
    ),

    -- Plain words: any word of the same stem will do.
    asked_words AS MATERIALIZED (
        SELECT u.unit, v.stem_id, v.passage_count
        FROM units AS u
        INNER JOIN search_index.vocabulary AS v ON u.unit_words[1] = v.word
        WHERE u.is_plain
    ),

    -- A form that occurs nowhere still finds the other forms of its word.
    likely_stems AS (
        SELECT unit, unnest(search_index.likely_stems(unit_words[1])) AS stem
        FROM units
        WHERE is_plain AND unit NOT IN (SELECT aw.unit FROM asked_words AS aw)
    ),

    stems AS MATERIALIZED (
        SELECT unit, stem_id, passage_count FROM asked_words
        UNION ALL
        SELECT
            ls.unit,
            max_by(v.stem_id, (length(v.stem), v.stem)) AS stem_id,
            max_by(v.passage_count, (length(v.stem), v.stem)) AS passage_count
        FROM likely_stems AS ls
        INNER JOIN search_index.vocabulary AS v ON ls.stem = v.stem
        GROUP BY ls.unit
    ),

    -- All else is found word by word: in a row where its words stand in a row, or the one word that
    -- stands for a message number.
    sequences AS (
        SELECT unit, 0 AS sequence, unit_words AS sequence_words, is_prefix
        FROM units
        WHERE NOT is_plain AND NOT search_index.is_simple(words)
        UNION ALL
        SELECT
            unit, 1 AS sequence, [concat('#', array_to_string(unit_words, ''))] AS sequence_words,
            FALSE AS is_prefix
        FROM units
        WHERE len(unit_words) > 1 AND NOT search_index.is_simple(words)
    ),

    steps AS (
        SELECT
            unit, sequence, is_prefix, len(sequence_words) AS step_count,
            unnest(sequence_words) AS word, unnest(range(len(sequence_words)))::integer AS step
        FROM sequences
    ),

    -- The words that may stand at each step: this one, or all that begin like it.
    step_words AS MATERIALIZED (
        SELECT st.unit, st.sequence, st.step_count, st.step, v.stem_id, v.form, v.occurrence_count
        FROM steps AS st
        INNER JOIN search_index.vocabulary AS v ON st.word = v.word
        WHERE NOT st.is_prefix
        UNION ALL
        SELECT st.unit, st.sequence, st.step_count, st.step, v.stem_id, v.form, v.occurrence_count
        FROM steps AS st
        INNER JOIN search_index.vocabulary AS v
            ON st.word <= v.word AND concat(st.word, chr(1114111)) > v.word
        WHERE st.is_prefix AND contains(words, '*')
    ),

    -- A sequence can only be where its rarest word is.
    rarest_words AS (
        SELECT
            unit, sequence,
            min_by(stem_id, occurrence_count) AS stem_id, min_by(form, occurrence_count) AS form
        FROM step_words
        WHERE step_count > 1
        GROUP BY unit, sequence
        HAVING count(*) = max(step_count)
    ),

    near AS (
        SELECT r.unit, r.sequence, o.passage_id
        FROM search_index.occurrences AS o
        INNER JOIN rarest_words AS r ON o.stem_id = r.stem_id AND o.form = r.form
    ),

    found AS (
        SELECT sw.unit, o.passage_id, o.word_count
        FROM search_index.occurrences AS o
        INNER JOIN step_words AS sw ON o.stem_id = sw.stem_id AND o.form = sw.form
        WHERE sw.step_count = 1
        UNION ALL
        SELECT sw.unit, o.passage_id, any_value(o.word_count) AS word_count
        FROM search_index.occurrences AS o
        INNER JOIN step_words AS sw ON o.stem_id = sw.stem_id AND o.form = sw.form
        SEMI JOIN near AS n
            ON
                o.passage_id = n.passage_id AND sw.unit = n.unit AND sw.sequence = n.sequence
        WHERE sw.step_count > 1
        GROUP BY sw.unit, sw.sequence, sw.step_count, o.passage_id, o.position - sw.step
        HAVING count(*) = sw.step_count
    ),

    matches AS MATERIALIZED (
        SELECT
            unit, passage_id, count(*) AS frequency, any_value(word_count) AS word_count
        FROM found
        GROUP BY unit, passage_id
    ),

    -- A stem knows in how many passages it is; what was matched is counted.
    terms AS (
        SELECT
            s.stem_id, t.mean_word_count,
            ln(1 + (t.passage_count - s.passage_count + 0.5) / (s.passage_count + 0.5)) AS weight
        FROM stems AS s
        CROSS JOIN search_index.totals AS t
    ),

    match_terms AS (
        SELECT
            m.unit, any_value(t.mean_word_count) AS mean_word_count,
            ln(1 + (any_value(t.passage_count) - count(*) + 0.5) / (count(*) + 0.5)) AS weight
        FROM matches AS m
        CROSS JOIN search_index.totals AS t
        GROUP BY m.unit
    ),

    -- What holds all words can only be where the rarest stem is.
    rarest_stem AS (
        SELECT min_by(stem_id, passage_count) AS stem_id FROM stems
    ),

    shared AS (
        SELECT o.passage_id
        FROM search_index.occurrences AS o
        INNER JOIN rarest_stem AS r ON o.stem_id = r.stem_id
        WHERE o.frequency > 0
    ),

    weighed AS (
        SELECT o.passage_id, o.frequency, o.word_count, te.weight, te.mean_word_count
        FROM search_index.occurrences AS o
        INNER JOIN terms AS te ON o.stem_id = te.stem_id
        WHERE
            o.frequency > 0
            AND (search_index.is_one_word(words) OR coalesce(match_any, FALSE))
        UNION ALL
        SELECT o.passage_id, o.frequency, o.word_count, te.weight, te.mean_word_count
        FROM search_index.occurrences AS o
        INNER JOIN terms AS te ON o.stem_id = te.stem_id
        SEMI JOIN shared AS sh ON o.passage_id = sh.passage_id
        WHERE
            o.frequency > 0
            AND NOT (search_index.is_one_word(words) OR coalesce(match_any, FALSE))
        UNION ALL
        SELECT m.passage_id, m.frequency, m.word_count, mt.weight, mt.mean_word_count
        FROM matches AS m
        INNER JOIN match_terms AS mt ON m.unit = mt.unit
        WHERE NOT search_index.is_simple(words)
    ),

    -- BM25 with k1 = 1.2 and b = 0.75; in floating point, for decimals are slow.
    scored AS (
        SELECT
            passage_id,
            weight * frequency * 2.2e0
            / (frequency + 0.3e0 + 0.9e0 * word_count / mean_word_count) AS score
        FROM weighed
    ),

    complete AS (
        SELECT passage_id, score FROM scored
        WHERE search_index.is_one_word(words)
        UNION ALL
        SELECT passage_id, sum(score) AS score FROM scored
        WHERE NOT search_index.is_one_word(words)
        GROUP BY passage_id
        HAVING
            count(*)
            >= (SELECT CASE WHEN bool_or(match_any) THEN 1 ELSE count(*) END FROM units) -- noqa
    ),

    allowed AS (
        SELECT i.cable_number
        FROM search_index.indexed_cables AS i
        INNER JOIN cables AS c ON i.cable_id = c.cable_id
        WHERE
            (post IS NULL OR c.post = upper(replace(post, ' ', '')))
            AND (classification IS NULL OR c.classification = upper(classification))
            AND (since IS NULL OR c.sent_at >= since::date)
            AND (until IS NULL OR c.sent_at < until::date + INTERVAL 1 DAY)
            AND (
                tag IS NULL
                OR c.cable_id IN (SELECT t.cable_id FROM tags AS t WHERE t.tag = upper(tag)) -- noqa
            )
    ),

    candidates AS MATERIALIZED (
        SELECT passage_id, score FROM complete
        WHERE coalesce(post, tag, classification, since::varchar, until::varchar) IS NULL
        UNION ALL
        SELECT co.passage_id, co.score
        FROM complete AS co
        INNER JOIN search_index.passages AS p ON co.passage_id = p.passage_id
        SEMI JOIN allowed AS a ON p.cable_number = a.cable_number
        WHERE coalesce(post, tag, classification, since::varchar, until::varchar) IS NOT NULL
    ),

    -- Equal scores are told apart by date and place, so all that may tie with the last, once they
    -- are rounded, stay until then.
    least AS (
        SELECT min(score) - 0.0001 AS score
        FROM (SELECT score FROM candidates ORDER BY score DESC LIMIT limit_to) AS shown
    ),

    -- Through a list, for the planner expects a single row of it, and so looks up what is here
    -- instead of hashing all passages: it cannot know how rare a word is.
    shortlist AS (
        SELECT
            unnest(
                list(struct_pack(passage_id := ca.passage_id, score := round(ca.score, 4))),
                recursive := TRUE
            )
        FROM candidates AS ca
        WHERE ca.score >= (SELECT l.score FROM least AS l)
    ),

    best AS MATERIALIZED (
        SELECT
            sl.score, i.cable_id, p.ordinal, i.sent_at, i.place AS cable_place, p.place
        FROM shortlist AS sl
        INNER JOIN search_index.passages AS p ON sl.passage_id - 1 = p.rowid
        INNER JOIN search_index.indexed_cables AS i ON p.cable_number - 1 = i.rowid
        ORDER BY sl.score DESC, i.sent_at DESC NULLS LAST, i.cable_id ASC, p.ordinal ASC
        LIMIT limit_to
    ),

    -- By row number, only what is shown is unpacked; by key, what does not lie where it lay.
    at_hand AS MATERIALIZED (
        SELECT
            b.score, b.cable_id, b.ordinal, b.sent_at,
            c.cable_id AS cable_found, c.post, c.classification, c.subject,
            CASE WHEN b.ordinal = 0 THEN coalesce(c.subject, '') ELSE pa.text END AS written,
            pa.number
        FROM best AS b
        LEFT JOIN cables AS c ON b.cable_place = c.rowid AND b.cable_id = c.cable_id
        LEFT JOIN paragraphs AS pa
            ON
                b.place = pa.rowid AND b.ordinal = pa.ordinal AND b.cable_id = pa.cable_id
                AND passage_words IS DISTINCT FROM 0
    ),

    astray AS MATERIALIZED (
        SELECT a.score, a.cable_id, a.ordinal, a.sent_at
        FROM at_hand AS a
        WHERE a.cable_found IS NULL OR a.written IS NULL
        ORDER BY a.cable_id, a.ordinal
        LIMIT limit_to
    ),

    astray_texts AS (
        SELECT a.cable_id, a.ordinal, pa.text, pa.number
        FROM astray AS a
        INNER JOIN paragraphs AS pa ON a.cable_id = pa.cable_id AND a.ordinal = pa.ordinal
        WHERE passage_words IS DISTINCT FROM 0
    ),

    -- Materialized, so that what follows is set up once and not for each branch.
    shown AS MATERIALIZED (
        SELECT
            a.score, a.cable_id, a.ordinal, a.sent_at, a.post, a.classification, a.subject,
            a.written, a.number
        FROM at_hand AS a
        WHERE a.cable_found IS NOT NULL AND a.written IS NOT NULL
        UNION ALL
        SELECT
            a.score, a.cable_id, a.ordinal, a.sent_at, c.post, c.classification, c.subject,
            CASE WHEN a.ordinal = 0 THEN c.subject ELSE t.text END AS written, t.number
        FROM astray AS a
        INNER JOIN cables AS c ON a.cable_id = c.cable_id
        LEFT JOIN astray_texts AS t ON a.cable_id = t.cable_id AND a.ordinal = t.ordinal
    ),

    -- Where a passage names a message without its number: by a label in the text (`ref A`), or,
    -- beside the subject, in the REF block.
    asked_of AS (
        SELECT DISTINCT
            s.cable_id, s.ordinal,
            concat(
                lpad(u.unit_words[1], 2, '0'), upper(array_to_string(u.unit_words[2:], ''))
            ) AS message_number
        FROM step_words AS sw
        INNER JOIN units AS u ON sw.unit = u.unit
        CROSS JOIN shown AS s
        WHERE sw.sequence = 1 AND passage_words IS DISTINCT FROM 0
    ),

    called AS (
        SELECT cable_id, ordinal, list(DISTINCT raw ORDER BY raw) AS names
        FROM (
            SELECT ao.cable_id, ao.ordinal, r.raw
            FROM refs AS r
            INNER JOIN asked_of AS ao
                ON r.cable_id = ao.cable_id AND replace(r.target_id, '-', '') = ao.message_number
            WHERE ao.ordinal = 0
            UNION ALL
            SELECT ao.cable_id, ao.ordinal, m.raw
            FROM mentions AS m
            INNER JOIN asked_of AS ao
                ON
                    m.cable_id = ao.cable_id AND m.paragraph_ordinal = ao.ordinal
                    AND replace(m.target_id, '-', '') = ao.message_number
        ) AS named
        GROUP BY cable_id, ordinal
    ),

    -- What is marked: words on their own in all their forms, beginnings, and words in a row.
    marks AS (
        SELECT
            (
                SELECT coalesce(list(v.word), [])
                FROM search_index.vocabulary AS v
                SEMI JOIN stems AS s ON v.stem_id = s.stem_id
            )
            || coalesce(
                list(unit_words[1]) FILTER (
                    WHERE NOT is_plain AND NOT is_prefix AND len(unit_words) = 1
                ),
                []
            ) AS words,
            coalesce(list(unit_words[1]) FILTER (WHERE is_prefix), []) AS beginnings,
            coalesce(list(unit_words) FILTER (WHERE len(unit_words) > 1), []) AS runs
        FROM units
    ),

    pieces AS (
        SELECT
            s.*,
            regexp_extract_all(s.written, '(?s)[''’][sS]\b|[\pL\pM]+|\pN+|.') AS pieces,
            CASE
                WHEN s.ordinal > 0 AND ca.names IS NOT NULL
                    THEN list_transform(
                        ca.names,
                        LAMBDA n: list_transform(
                            regexp_extract_all(lower(n), '[a-z]+|[0-9]+'),
                            LAMBDA w: coalesce(nullif(ltrim(w, '0'), ''), '0')
                        )
                    )
                ELSE []
            END AS called_runs,
            CASE
                WHEN s.ordinal = 0 THEN array_to_string(ca.names, '; ')
            END AS ref_block
        FROM shown AS s
        LEFT JOIN called AS ca ON s.cable_id = ca.cable_id AND s.ordinal = ca.ordinal
    ),

    -- places: the pieces that are words, by number.
    spelled AS (
        SELECT
            *,
            list_filter(
                range(1, len(pieces) + 1), LAMBDA i: regexp_matches(pieces[i], '^[\pL\pN]')
            ) AS places
        FROM pieces
    ),

    spelled_words AS (
        SELECT
            *,
            list_transform(
                places,
                LAMBDA i: coalesce(
                    nullif(ltrim(lower(strip_accents(pieces[i])), '0'), ''), '0'
                )
            ) AS spelled
        FROM spelled
    ),

    -- hits: the words that are marked, by number.
    hit AS (
        SELECT
            w.*,
            list_concat(
                list_filter(
                    range(1, len(w.spelled) + 1),
                    LAMBDA j: list_contains(m.words, w.spelled[j])
                    OR len(list_filter(m.beginnings, LAMBDA b: starts_with(w.spelled[j], b))) > 0
                ),
                flatten(
                    list_transform(
                        list_concat(m.runs, w.called_runs),
                        LAMBDA r: flatten(
                            list_transform(
                                list_filter(
                                    range(1, len(w.spelled) - len(r) + 2),
                                    LAMBDA j: w.spelled[j:j + len(r) - 1] = r
                                ),
                                LAMBDA j: range(j, j + len(r))
                            )
                        )
                    )
                )
            ) AS hits
        FROM spelled_words AS w
        CROSS JOIN marks AS m
    ),

    cut AS (
        SELECT
            *,
            list_transform(hits, LAMBDA j: places[j]) AS marked,
            coalesce(passage_words, 1000000) AS shown_words,
            greatest(1, coalesce(list_min(hits), 1) - shown_words // 3) AS first_word
        FROM hit
    ),

    framed AS (
        SELECT
            *,
            CASE WHEN first_word = 1 THEN 1 ELSE places[first_word] END AS first_piece,
            coalesce(places[first_word + shown_words] - 1, len(pieces)) AS last_piece
        FROM cut
    ),

    written AS (
        SELECT
            *,
            concat(
                CASE WHEN first_piece > 1 THEN '... ' END,
                array_to_string(
                    list_transform(
                        range(first_piece, last_piece + 1),
                        LAMBDA i: CASE
                            WHEN list_contains(marked, i)
                                THEN concat(mark_before, pieces[i], mark_after)
                            ELSE pieces[i]
                        END
                    ),
                    ''
                ),
                CASE WHEN last_piece < len(pieces) THEN '...' END,
                CASE
                    WHEN ref_block IS NOT NULL
                        THEN concat(
                            CASE WHEN written <> '' THEN ' ' END,
                            '(REF ', mark_before, ref_block, mark_after, ')'
                        )
                END
            ) AS passage
        FROM framed
    )

    SELECT
        w.score, w.cable_id, nullif(w.ordinal, 0) AS ordinal, w.sent_at, w.post, w.classification,
        w.subject, w.passage, w.number
    FROM written AS w
    ORDER BY w.score DESC, w.sent_at DESC NULLS LAST, w.cable_id ASC, w.ordinal ASC
