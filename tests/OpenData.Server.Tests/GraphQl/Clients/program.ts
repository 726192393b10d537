// A small program over the generated types: every value below has the type that the schema gives it, or the compiler says so.
import { GraphQLClient } from 'graphql-request';
import { FirstRowsDocument, SearchDocument } from './generated/catalog.js';
import { ByKeyDocument, PageDocument, PerDistrictDocument, type PageQueryVariables, type RowFragment } from './generated/dataset.js';

const endpoint: string = process.argv[2]!;
const catalog = new GraphQLClient(endpoint);
const dataset = new GraphQLClient(`${endpoint}/sub-districts`);

const variables: PageQueryVariables = { first: 3, where: { name_th: { startsWith: 'บาง' } }, order: [{ name_th: 'DESC' }, { id: 'ASC' }] };
const page = (await dataset.request(PageDocument, variables)).subDistricts;
const rows: readonly RowFragment[] = page?.nodes ?? [];
const names: string[] = rows.map((row) => row.name_th);
const latitudes: (number | null | undefined)[] = rows.map((row) => row.lat);
const total: number | undefined = page?.totalCount;
const next: string | null | undefined = page?.pageInfo.endCursor;

const one = (await dataset.request(ByKeyDocument, { id: 100101 })).subDistrictsByKey;
const name: string | undefined = one?.name_th;

const groups = (await dataset.request(PerDistrictDocument, { first: 1 })).subDistrictsAggregate;
const largest: number = groups[0]!.count;
const district: number | null | undefined = groups[0]!.key.district_id;

const found = (await catalog.request(SearchDocument, { search: 'ตำบล', first: 5 })).datasets;
const titles: (string | null | undefined)[] = found.nodes.map((node) => node.title.th);
const chiang: (string | null | undefined)[] = ((await catalog.request(FirstRowsDocument)).provinces?.nodes ?? []).map((row) => row.name_th);

console.log(JSON.stringify({ names, latitudes, total, hasNext: typeof next === 'string', name, largest, district, titles, chiang }));
