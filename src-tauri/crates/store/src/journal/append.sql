INSERT INTO journal (seq, format, at, who, op, why, changes, previous, link)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
