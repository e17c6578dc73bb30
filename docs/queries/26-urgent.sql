-- Which cables went out as NIACT IMMEDIATE or FLASH?
SELECT cable_id, sent_at, precedence, subject
FROM cables
WHERE precedence IN ('NIACT IMMEDIATE', 'FLASH')
ORDER BY sent_at, cable_id
