//! What must hold over the whole file.

use eventing::Invariant;

/// A bent row here would let somebody in, or lock everybody out.
pub const INVARIANTS: &[Invariant] = &[
    Invariant {
        name: "operators are as the journal has them",
        sql: "WITH said AS ( \
                SELECT CAST(payload AS TEXT)->>'$.operator' AS operator, type, position, \
                  CAST(payload AS TEXT)->>'$.role' AS role \
                FROM event WHERE kind = 'staff.operator'), \
              truth AS ( \
                SELECT operator, \
                  (SELECT role FROM said s WHERE s.operator = a.operator AND s.role IS NOT NULL \
                   ORDER BY position DESC LIMIT 1) AS role, \
                  NOT EXISTS (SELECT 1 FROM said s WHERE s.operator = a.operator \
                              AND s.type = 'staff.operator.deactivated') AS active, \
                  EXISTS (SELECT 1 FROM said s WHERE s.operator = a.operator \
                          AND s.type = 'staff.operator.pin_changed') AS has_pin \
                FROM said a WHERE type = 'staff.operator.added') \
              SELECT 'operator ' || coalesce(t.operator, o.operator) FROM truth t \
              FULL JOIN staff_operator o ON o.operator = t.operator \
              WHERE t.operator IS NULL OR o.operator IS NULL OR t.role <> o.role \
                OR t.active <> o.active OR t.has_pin <> o.has_pin",
    },
    Invariant {
        name: "every operator's role is defined",
        sql: "SELECT 'operator ' || operator FROM staff_operator \
              WHERE role NOT IN (SELECT role FROM staff_role)",
    },
];
