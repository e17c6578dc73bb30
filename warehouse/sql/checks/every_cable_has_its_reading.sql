-- Cables whose sighting is not a current reading, was quarantined, or names another cable.
SELECT c.cable_id, c.sighting_id
FROM cables AS c
ANTI JOIN current_readings AS r
    ON
        c.sighting_id = r.sighting_id
        AND c.cable_id = r.cable_id
        AND r.outcome <> 'quarantined'
