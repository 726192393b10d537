-- The order of texts in queries. Columns and indexes keep that of bytes, so nothing stored depends on the version of ICU; without ICU it is that of bytes.
DO $$
BEGIN
    CREATE COLLATION opendata_rows.thai (provider = icu, locale = 'th');
EXCEPTION WHEN feature_not_supported OR undefined_object OR invalid_parameter_value THEN
    CREATE COLLATION opendata_rows.thai FROM "C";
END
$$;

-- The columns of a unit whose texts are all plain; of older units it is not known.
ALTER TABLE opendata_rows.unit ADD COLUMN plain integer[];
