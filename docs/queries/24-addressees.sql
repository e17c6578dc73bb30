-- Who is addressed most, for action and for information?
SELECT role, plad, count(*) AS cable_count
FROM recipients
GROUP BY role, plad
ORDER BY cable_count DESC, role, plad
LIMIT 20
