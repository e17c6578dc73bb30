-- What share of the cables of each post and year the warehouse holds. A post numbers its cables
-- from 1 each year without gaps, so the highest number seen tells how many there were at least, and
-- the known numbers tell how far beyond it the series is likely to run.
-- Known numbers are those of cables that are held, and those that at least two cables cite; one
-- that only one cable cites may be a slip. With k known numbers, the highest of them m, the series
-- is estimated to end at m + m/k - 1 (the unbiased estimator for sampling without replacement), and
-- with 95 % confidence at or below m * 0.05^(-1/k). Both take the known numbers for a random sample
-- of the year; a release that stops within a year (early 2010) shows a series that ends too early.
-- Grain: one row per post and year of which a cable is held or cited.
--   cable_year: year of the series, as in the cable's number
--   held_count: cables that are in the warehouse
--   known_count: different numbers that are held or cited at least twice
--   highest_serial: the highest of the known numbers
--   estimated_count: how many cables the post sent that year, estimated
--   estimated_count_high: upper end of the estimate, 95 % confidence
--   held_share: share that is held, by the estimate
--   held_share_low: the same by the upper end of the estimate
--   held_share_high: the same when the series ends at the highest known number
-- Usage: SELECT * FROM serial_coverage WHERE post = 'ANKARA' ORDER BY cable_year
CREATE OR REPLACE VIEW serial_coverage AS
WITH cited AS (
    SELECT target_post AS post, target_year AS cable_year, target_serial AS serial
    FROM ref_edges
    WHERE NOT regexp_matches(target_id, '-[A-Z]')
    GROUP BY target_post, target_year, target_serial
    HAVING count(*) > 1
),

held AS (
    SELECT post, year AS cable_year, serial
    FROM cables
    WHERE NOT regexp_matches(cable_id, '-[A-Z]')
),

known AS (
    SELECT post, cable_year, serial, true AS is_held FROM held
    UNION ALL
    SELECT c.post, c.cable_year, c.serial, false AS is_held
    FROM cited AS c
    ANTI JOIN held AS h
        ON c.post = h.post AND c.cable_year = h.cable_year AND c.serial = h.serial
),

series AS (
    SELECT
        post, cable_year, count(*) FILTER (WHERE is_held) AS held_count, count(*) AS known_count,
        max(serial) AS highest_serial
    FROM known
    GROUP BY post, cable_year
),

estimates AS (
    SELECT
        post, cable_year, held_count, known_count, highest_serial,
        round(highest_serial + highest_serial / known_count - 1)::BIGINT AS estimated_count,
        ceil(highest_serial * pow(0.05, -1.0 / known_count))::BIGINT AS estimated_count_high
    FROM series
    WHERE highest_serial > 0
)

SELECT
    post, cable_year, held_count, known_count, highest_serial, estimated_count,
    estimated_count_high, held_count / estimated_count AS held_share,
    held_count / estimated_count_high AS held_share_low,
    held_count / highest_serial AS held_share_high
FROM estimates
