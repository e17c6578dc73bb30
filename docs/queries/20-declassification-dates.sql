-- When were cables to be declassified, and after how many years?
SELECT
    year(declassify_on) AS declassify_year, count(*) AS cable_count,
    round(avg(date_diff('day', sent_at, declassify_on) / 365.25), 1) AS average_years
FROM cables
WHERE declassify_on IS NOT NULL AND sent_at IS NOT NULL
GROUP BY year(declassify_on)
ORDER BY declassify_year
