-- Who classified cables, and for which reasons?
WITH reasons AS (
    SELECT classified_by, classifier_title, unnest(classification_reasons) AS reason
    FROM cables
    WHERE classified_by IS NOT NULL
)

SELECT classified_by, classifier_title, reason, count(*) AS cable_count
FROM reasons
GROUP BY classified_by, classifier_title, reason
ORDER BY classified_by, reason
