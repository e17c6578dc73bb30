-- What share of each post's cables do we hold, year by year, and how sure is that?
SELECT
    post, cable_year, held_count, highest_serial, estimated_count, round(held_share, 4) AS held_share,
    round(held_share_low, 4) AS held_share_low, round(held_share_high, 4) AS held_share_high
FROM serial_coverage
ORDER BY post, cable_year
