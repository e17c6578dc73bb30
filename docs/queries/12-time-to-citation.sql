-- How long does it take until a cable is cited, by the post that sent it?
SELECT target_post, count(*) AS edge_count, round(median(delay_hours), 1) AS median_hours
FROM citation_delays
WHERE delay_hours >= 0
GROUP BY target_post
ORDER BY target_post
