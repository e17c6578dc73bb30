-- Paragraphs and subjects that hold all the words, best first (BM25), with the matching passage.
-- Words match in any form (`open`: opened, opening); "quoted words" match as they stand, in a row;
-- harb* matches any ending; a message number matches in any spelling. Filters apply before ranking.
-- Columns: score; cable_id; ordinal of the paragraph, NULL for a subject; sent_at, post,
-- classification and subject of the cable; passage, with the matches between marks.
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

    -- A unit is found where its words stand in a row, or the one word that stands for a message
    -- number.
    sequences AS (
        SELECT unit, 0 AS sequence, unit_words AS sequence_words, is_plain, is_prefix
        FROM units
        UNION ALL
        SELECT
            unit, 1 AS sequence, [concat('#', array_to_string(unit_words, ''))] AS sequence_words,
            FALSE AS is_plain, FALSE AS is_prefix
        FROM units
        WHERE NOT is_plain AND len(unit_words) > 1
    ),

    steps AS MATERIALIZED (
        SELECT
            unit, sequence, is_plain, is_prefix, len(sequence_words) AS step_count,
            unnest(sequence_words) AS word, unnest(range(len(sequence_words)))::integer AS step
        FROM sequences
    ),

    asked_words AS MATERIALIZED (
        SELECT
            st.unit, st.sequence, st.step_count, st.step, st.is_plain,
            v.word, v.stem, v.word_id, v.passage_count
        FROM steps AS st
        INNER JOIN search_index.vocabulary AS v ON st.word = v.word
        WHERE NOT st.is_prefix
    ),

    -- A form that occurs nowhere still finds the other forms of its word.
    likely_stems AS (
        SELECT unit, unnest(search_index.likely_stems(word)) AS stem
        FROM steps
        WHERE is_plain AND unit NOT IN (SELECT sw.unit FROM asked_words AS sw)
    ),

    stems AS (
        SELECT unit, stem FROM asked_words
        WHERE is_plain
        UNION ALL
        SELECT ls.unit, max_by(v.stem, (length(v.stem), v.stem)) AS stem
        FROM likely_stems AS ls
        INNER JOIN search_index.vocabulary AS v ON ls.stem = v.stem
        GROUP BY ls.unit
    ),

    -- The words that may stand at each step: all forms, this one, or all that begin like it.
    step_words AS MATERIALIZED (
        SELECT
            s.unit, 0 AS sequence, 1 AS step_count, 0 AS step,
            v.word, v.word_id, v.passage_count
        FROM stems AS s
        INNER JOIN search_index.vocabulary AS v ON s.stem = v.stem
        UNION ALL
        SELECT unit, sequence, step_count, step, word, word_id, passage_count
        FROM asked_words
        WHERE NOT is_plain
        UNION ALL
        SELECT
            st.unit, st.sequence, st.step_count, st.step,
            NULL AS word, v.word_id, v.passage_count
        FROM steps AS st
        INNER JOIN search_index.vocabulary AS v ON starts_with(v.word, st.word)
        WHERE st.is_prefix
    ),

    -- A sequence can only be where its rarest word is.
    rarest_words AS (
        SELECT unit, sequence, min_by(word_id, passage_count) AS word_id
        FROM step_words
        WHERE step_count > 1
        GROUP BY unit, sequence
        HAVING count(*) = max(step_count)
    ),

    near AS MATERIALIZED (
        SELECT r.unit, r.sequence, o.passage_id
        FROM search_index.occurrences AS o
        INNER JOIN rarest_words AS r ON o.word_id = r.word_id
        WHERE o.frequency > 0
    ),

    found AS (
        SELECT sw.unit, o.passage_id, o.frequency, o.word_count
        FROM search_index.occurrences AS o
        INNER JOIN step_words AS sw ON o.word_id = sw.word_id
        WHERE sw.step_count = 1 AND o.frequency > 0
        UNION ALL
        SELECT sw.unit, o.passage_id, 1 AS frequency, any_value(o.word_count) AS word_count
        FROM search_index.occurrences AS o
        INNER JOIN step_words AS sw ON o.word_id = sw.word_id
        SEMI JOIN near AS n
            ON
                o.passage_id = n.passage_id AND sw.unit = n.unit AND sw.sequence = n.sequence
        WHERE sw.step_count > 1
        GROUP BY sw.unit, sw.sequence, sw.step_count, o.passage_id, o.position - sw.step
        HAVING count(*) = sw.step_count
    ),

    matches AS MATERIALIZED (
        SELECT
            unit, passage_id, sum(frequency) AS frequency, any_value(word_count) AS word_count
        FROM found
        GROUP BY unit, passage_id
    ),

    weights AS (
        SELECT m.unit, ln(1 + (t.passage_count - count(*) + 0.5) / (count(*) + 0.5)) AS weight
        FROM matches AS m
        CROSS JOIN search_index.totals AS t
        GROUP BY m.unit, t.passage_count
    ),

    -- BM25 with k1 = 1.2 and b = 0.75.
    scored AS (
        SELECT
            m.passage_id,
            w.weight * m.frequency * 2.2
            / (m.frequency + 0.3 + 0.9 * m.word_count / t.mean_word_count) AS score
        FROM matches AS m
        INNER JOIN weights AS w ON m.unit = w.unit
        CROSS JOIN search_index.totals AS t
    ),

    needed AS (
        SELECT
            count(*) AS unit_count,
            CASE WHEN bool_or(match_any) THEN 1 ELSE count(*) END AS hit_count
        FROM units
    ),

    -- A single unit is the common case, and has nothing to add up.
    complete AS MATERIALIZED (
        SELECT passage_id, round(score, 4) AS score
        FROM scored
        WHERE (SELECT n.unit_count FROM needed AS n) = 1
        UNION ALL
        SELECT passage_id, round(sum(score), 4) AS score
        FROM scored
        WHERE (SELECT n.unit_count FROM needed AS n) > 1
        GROUP BY passage_id
        HAVING count(*) >= (SELECT n.hit_count FROM needed AS n)
    ),

    allowed AS (
        SELECT i.cable_number
        FROM search_index.indexed_cables AS i
        INNER JOIN cables AS c ON i.cable_id = c.cable_id
        WHERE
            (post IS NULL OR c.post = upper(post))
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
        INNER JOIN search_index.passages AS p ON co.passage_id - 1 = p.rowid
        SEMI JOIN allowed AS a ON p.cable_number = a.cable_number
        WHERE coalesce(post, tag, classification, since::varchar, until::varchar) IS NOT NULL
    ),

    -- Equal scores are told apart by date and place, so all that tie with the last stay until then.
    least AS (
        SELECT min(score) AS score
        FROM (SELECT score FROM candidates ORDER BY score DESC LIMIT limit_to) AS shown
    ),

    -- Through a list, for the planner expects a single row of it, and so looks up what is here
    -- instead of hashing all passages: it cannot know how rare a word is.
    shortlist AS (
        SELECT
            unnest(
                list(struct_pack(passage_id := ca.passage_id, score := ca.score)),
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
            CASE WHEN b.ordinal = 0 THEN coalesce(c.subject, '') ELSE pa.text END AS written
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

    shown AS (
        SELECT
            a.score, a.cable_id, a.ordinal, a.sent_at, a.post, a.classification, a.subject,
            a.written
        FROM at_hand AS a
        WHERE a.cable_found IS NOT NULL AND a.written IS NOT NULL
        UNION ALL
        SELECT
            a.score, a.cable_id, a.ordinal, a.sent_at, c.post, c.classification, c.subject,
            CASE WHEN a.ordinal = 0 THEN c.subject ELSE pa.text END AS written
        FROM astray AS a
        INNER JOIN cables AS c ON a.cable_id = c.cable_id
        LEFT JOIN paragraphs AS pa
            ON
                a.cable_id = pa.cable_id AND a.ordinal = pa.ordinal
                AND passage_words IS DISTINCT FROM 0
    ),

    pieces AS (
        SELECT
            s.score, s.cable_id, s.ordinal, s.sent_at, s.post, s.classification, s.subject,
            regexp_extract_all(
                s.written, '[''’][sS]\b|[\pL\pM]+|\pN+|[^\pL\pM\pN''’]+|[''’]'
            ) AS pieces
        FROM shown AS s
    ),

    -- What is marked: words on their own, beginnings, and words in a row.
    marks AS (
        SELECT
            (
                SELECT coalesce(list(sw.word), [])
                FROM step_words AS sw
                WHERE sw.step_count = 1 AND sw.word IS NOT NULL
            ) AS words,
            coalesce(list(unit_words[1]) FILTER (WHERE is_prefix), []) AS beginnings,
            coalesce(list(unit_words) FILTER (WHERE len(unit_words) > 1), []) AS runs
        FROM units
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
                LAMBDA i: regexp_replace(lower(strip_accents(pieces[i])), '^0+(\pN)', '\1')
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
                        m.runs,
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
                CASE WHEN last_piece < len(pieces) THEN '...' END
            ) AS passage
        FROM framed
    )

    SELECT
        w.score, w.cable_id, nullif(w.ordinal, 0) AS ordinal, w.sent_at, w.post, w.classification,
        w.subject, w.passage
    FROM written AS w
    ORDER BY w.score DESC, w.sent_at DESC NULLS LAST, w.cable_id ASC, w.ordinal ASC
