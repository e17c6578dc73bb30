-- Which cables were read in several texts, and why is the current one current?
SELECT
    cable_id, is_current, outcome, reason, parse_filename(source_uri) AS file, source_member,
    source_record
FROM cable_versions
QUALIFY count(*) OVER (PARTITION BY cable_id) > 1
ORDER BY cable_id, is_current DESC, file, source_member, source_record
