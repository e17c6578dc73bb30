-- Where do the dump's own fields and the text of the cable disagree?
SELECT cable_id, disagreements, metadata_classification, body_classification
FROM cables
WHERE len(disagreements) > 0
ORDER BY cable_id
