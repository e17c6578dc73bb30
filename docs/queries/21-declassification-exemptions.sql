-- Which cables give an exemption or an event in place of a date of declassification?
SELECT cable_id, executive_order, declassify_note
FROM cables
WHERE declassify_note IS NOT NULL
ORDER BY cable_id
