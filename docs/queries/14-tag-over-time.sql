-- How did the use of one of the TAGS move over time?
SELECT month, cable_count
FROM tag_trends
WHERE tag = 'PREL'
ORDER BY month
