-- Cables whose current text one run brought, the newest first.
-- Grain: one row per cable, ten at most.
-- Usage: $run is the run.
SELECT cable_id, sent_at, classification, subject
FROM cables
WHERE run_id = $run
ORDER BY sent_at DESC NULLS LAST, cable_id ASC
LIMIT 10
