// Reads every column of the bench's file typed, with two threads and rejects kept, as `opendata check` reads it with its dictionary.
import { DuckDBInstance } from '@duckdb/node-api';

const types = {
  record_id: 'BIGINT', province_code: 'VARCHAR', province_name: 'VARCHAR', report_date: 'DATE', facility_name: 'VARCHAR', population: 'BIGINT',
  rate_percent: 'DOUBLE', amount_baht: 'DECIMAL(18,2)', is_active: 'BOOLEAN', latitude: 'DOUBLE', longitude: 'DOUBLE', note: 'VARCHAR',
};
const columns = Object.entries(types).map(([name, type]) => `'${name}': '${type}'`).join(', ');
const counts = Object.keys(types).map((name) => `count(${name})`).join(', ');
const database = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await database.connect();
const path = process.argv[2].replaceAll("'", "''");
const result = await connection.runAndReadAll(`select count(*), ${counts} from read_csv('${path}', header = true, store_rejects = true, columns = {${columns}})`);
console.log(JSON.stringify(result.getRowsJson()));
