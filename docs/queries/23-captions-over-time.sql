-- How often was each handling caption used, by year?
SELECT year(month) AS caption_year, caption, sum(cable_count)::BIGINT AS cable_count
FROM caption_trends
GROUP BY year(month), caption
ORDER BY caption_year, cable_count DESC, caption
