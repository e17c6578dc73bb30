-- Which sets of addressees does each post use again and again?
SELECT post, addressees, cable_count
FROM distribution_lists
WHERE cable_count > 1
ORDER BY cable_count DESC, post, addressees
LIMIT 50
