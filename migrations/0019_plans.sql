-- A last state, status or tenure is no plan: neither of an event after today, nor of one that is dated after every source that
-- reports it. A source without a date can have told of it afterwards, so such an event counts.
--
-- The marks of doubt of a date (~ and ?) are not heeded here, because they would need a function of the program.

DROP VIEW v_units;
CREATE VIEW v_units AS
SELECT 'U' || u.id AS id, n.text AS designation, u.kind, u.region_code AS region, r.text AS region_name,
       'G' || u.programme_id AS programme, g.text AS programme_name, 'U' || u.part_of AS part_of, w.text AS part_of_name, u.ordinal,
       (SELECT v.value FROM event v WHERE v.unit_id = u.id AND v.facet = 'status' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_status,
       (SELECT v.date FROM event v WHERE v.unit_id = u.id AND v.facet = 'status' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_status_date,
       (SELECT count(*) FROM enrollment e WHERE e.unit_id = u.id AND e.standing <> 'rejected') AS enrollments,
       (SELECT count(DISTINCT c.source_id) FROM citation c
        WHERE c.unit_id = u.id AND c.stance = 'supports' AND c.standing <> 'rejected') AS sources,
       u.standing, u.standing_note
FROM unit u
LEFT JOIN name n ON n.unit_id = u.id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary'
LEFT JOIN name g ON g.programme_id = u.programme_id AND g.nature = 'primary'
LEFT JOIN name w ON w.unit_id = u.part_of AND w.nature = 'primary';

DROP VIEW v_posts;
CREATE VIEW v_posts AS
SELECT 'P' || p.id AS id, 'O' || p.official_id AS official, n.text AS official_name, p.title, p.kind, p.level, p.body,
       p.region_code AS region, r.text AS region_name,
       (SELECT v.value FROM event v WHERE v.post_id = p.id AND v.facet = 'tenure' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_tenure,
       (SELECT v.date FROM event v WHERE v.post_id = p.id AND v.facet = 'tenure' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_tenure_date,
       p.standing, p.standing_note
FROM post p
LEFT JOIN name n ON n.official_id = p.official_id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = p.region_code AND r.nature = 'primary';

DROP VIEW v_enrollments;
CREATE VIEW v_enrollments AS
SELECT 'E' || e.id AS id, 'O' || e.official_id AS official, o.text AS official_name, e.group_who, e.group_least, e.group_most,
       'U' || e.unit_id AS unit, n.text AS designation, u.region_code AS region, r.text AS region_name,
       'G' || u.programme_id AS programme, g.text AS programme_name,
       (SELECT v.value FROM event v WHERE v.enrollment_id = e.id AND v.facet = 'state' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_state,
       (SELECT v.date FROM event v WHERE v.enrollment_id = e.id AND v.facet = 'state' AND v.standing <> 'rejected'
        AND coalesce(v.earliest <= CURRENT_DATE, TRUE)
        AND coalesce(v.earliest <= (SELECT CASE WHEN count(*) = count(coalesce(s.published_latest, s.captured))
                                    THEN max(coalesce(s.published_latest, s.captured)) END
                                    FROM citation c JOIN source s ON s.id = c.source_id
                                    WHERE c.event_id = v.id AND c.stance = 'supports' AND c.standing <> 'rejected'), TRUE)
        ORDER BY coalesce(v.latest, v.earliest) IS NULL, coalesce(v.latest, v.earliest) DESC, v.id DESC LIMIT 1) AS last_state_date,
       e.contract, e.concluded_by, e.role, e.term, e.ends,
       (SELECT count(DISTINCT c.source_id) FROM citation c
        WHERE c.enrollment_id = e.id AND c.stance = 'supports' AND c.standing <> 'rejected') AS sources,
       e.standing, e.standing_note
FROM enrollment e
JOIN unit u ON u.id = e.unit_id
LEFT JOIN name o ON o.official_id = e.official_id AND o.nature = 'primary'
LEFT JOIN name n ON n.unit_id = e.unit_id AND n.nature = 'primary'
LEFT JOIN name r ON r.region_code = u.region_code AND r.nature = 'primary'
LEFT JOIN name g ON g.programme_id = u.programme_id AND g.nature = 'primary';
