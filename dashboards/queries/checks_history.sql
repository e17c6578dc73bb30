-- Every check over the last twelve runs that made any, those that were ever not met first.
-- Grain: one row per check; runs and results belong together, the oldest first.
WITH last_runs AS (
    SELECT run_id FROM quality GROUP BY run_id ORDER BY run_id DESC LIMIT 12
)

SELECT
    q.table_name, q.expectation, any_value(q.level) AS level,
    arg_max(q.observed, q.run_id) AS observed, arg_max(q.reason, q.run_id) AS reason,
    list(q.run_id ORDER BY q.run_id) AS run_ids, list(q.success ORDER BY q.run_id) AS results,
    count(*) FILTER (WHERE NOT q.success) AS failed_count
FROM quality AS q
SEMI JOIN last_runs AS r ON q.run_id = r.run_id
GROUP BY q.table_name, q.expectation
ORDER BY failed_count DESC, q.table_name ASC, q.expectation ASC
