-- How many cables does the warehouse hold, by year and classification?
SELECT year, classification, count(*) AS cable_count
FROM cables
GROUP BY year, classification
ORDER BY year, classification
