-- Cables that are cited together with one, those cited most often with it first; held or not.
-- An id may be written in any way (`06 State 185480`).
-- Columns: cable_id; citing_count, how many cables cite both; cited_by, their ids, the earliest
-- first; is_held.
-- Usage: SELECT * FROM cited_with('06STATE185480') LIMIT 20
CREATE OR REPLACE MACRO cited_with(start_id) AS TABLE
    SELECT
        other.target_id AS cable_id, count(*) AS citing_count,
        list(other.source_id ORDER BY other.source_sent_at, other.source_id) AS cited_by,
        any_value(other.is_held) AS is_held
    FROM ref_edges AS own
    INNER JOIN
        ref_edges AS other
        ON own.source_id = other.source_id AND own.target_id <> other.target_id
    WHERE own.target_id = cable_id_of(start_id)
    GROUP BY other.target_id
    ORDER BY citing_count DESC, cable_id ASC
