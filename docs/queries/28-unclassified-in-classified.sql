-- Which paragraphs of classified cables are marked unclassified?
SELECT p.cable_id, c.classification AS cable_classification, p.number, p.text
FROM paragraphs AS p
INNER JOIN cables AS c ON p.cable_id = c.cable_id
WHERE p.classification = 'U' AND c.classification IN ('CONFIDENTIAL', 'SECRET', 'TOP SECRET')
ORDER BY p.cable_id, p.ordinal
LIMIT 100
