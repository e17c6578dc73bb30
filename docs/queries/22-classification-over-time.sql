-- How did the share of each classification move over time?
SELECT month, classification, cable_count, round(share, 3) AS share
FROM classification_trends
ORDER BY month, classification
