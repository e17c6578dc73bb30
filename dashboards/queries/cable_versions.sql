-- Texts of one cable that were read, the current one first; the same text counts once.
-- Grain: one row per text; places are all in which it stood, with their record.
-- Usage: $id is the cable.
WITH read_texts AS (
    SELECT
        *,
        concat(
            concat_ws('!/', source_uri, source_member), ', record ', source_record
        ) AS place
    FROM cable_versions
    WHERE cable_id = $id
)

SELECT
    bool_or(is_current) AS is_current, arg_max(sighting_id, is_current) AS sighting_id,
    arg_max(batch_id, is_current) AS batch_id, arg_max(place, is_current) AS place,
    list_sort(list(DISTINCT place)) AS places, arg_max(reason, is_current) AS reason,
    arg_max(source_uri, is_current) AS source_uri,
    arg_max(source_member, is_current) AS source_member,
    arg_max(source_format, is_current) AS source_format, any_value(is_partial) AS is_partial,
    max(redaction_count) AS redaction_count, max(text_length) AS text_length,
    max(released_at) AS released_at
FROM read_texts
GROUP BY content_sha256
ORDER BY is_current DESC, text_length DESC, sighting_id ASC
