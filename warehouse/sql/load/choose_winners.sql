-- The best text of each affected cable.
CREATE OR REPLACE TEMP TABLE winners AS
SELECT * FROM ranked_readings WHERE place = 1
