-- Ids of all runs that were published.
SELECT run_id FROM runs WHERE outcome = 'published'
