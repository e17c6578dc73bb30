-- What is the thread around a cable: everything that references lead to, in both directions?
SELECT cable_id, depth, is_held, sent_at, subject
FROM thread('03ANKARA102')
ORDER BY depth, cable_id
