CREATE TABLE IF NOT EXISTS schema_version (
    version integer PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now()
);

COMMENT ON TABLE schema_version IS 'Các bước dựng lược đồ đã làm | Steps the schema has been built by';
COMMENT ON COLUMN schema_version.version IS 'Số của bước | Number of the step';
COMMENT ON COLUMN schema_version.at IS 'Lúc làm | When it was done';
