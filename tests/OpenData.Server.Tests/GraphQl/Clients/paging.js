// Walks a whole resource with graphql-request, page by page in both directions, and compares every row with the CSV file itself, read by csv-parse.
// Arguments: URL of the dataset's GraphQL, root field, CSV file, dictionary, rows per page, and an integer column to order by, descending.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'csv-parse/sync';
import { GraphQLClient, gql } from 'graphql-request';

const [url, root, csv, dictionary, size, sorted] = process.argv.slice(2);
const pageSize = Number(size);
const columns = JSON.parse(readFileSync(dictionary, 'utf8')).columns.map((c) => ({ field: c.name, type: c.type }));
const byField = (field) => columns.findIndex((c) => c.field === field);

function value(text, type) {
  if (text === '') return null;
  return ['integer', 'number', 'decimal', 'year'].includes(type) ? Number(text) : type === 'boolean' ? text.toLowerCase() === 'true' : text;
}

const expected = parse(readFileSync(csv), { bom: true }).slice(1).map((cells) => cells.map((text, i) => value(text, columns[i].type)));
const client = new GraphQLClient(url);
const document = gql`
  query ($first: Int, $after: String, $last: Int, $before: String, $order: [${root[0].toUpperCase() + root.slice(1)}SortInput!]) {
    page: ${root}(first: $first, after: $after, last: $last, before: $before, order: $order) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      edges { cursor node { ${columns.map((c) => c.field).join(' ')} } }
    }
  }`;

async function walk(isForward, order) {
  const rows = [];
  const faults = [];
  let pages = 0;
  for (let cursor; ; ) {
    const { page } = await client.request(document, isForward ? { first: pageSize, after: cursor, order } : { last: pageSize, before: cursor, order });
    const read = page.edges.map(({ node }) => columns.map((c) => node[c.field]));
    const { pageInfo } = page;
    pages++;
    if (page.totalCount !== expected.length) faults.push(`page ${pages} says there are ${page.totalCount} rows`);
    if (pageInfo.startCursor !== page.edges.at(0)?.cursor || pageInfo.endCursor !== page.edges.at(-1)?.cursor) faults.push(`page ${pages} has other cursors than its edges`);
    if ((isForward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage) !== pages > 1) faults.push(`page ${pages} is wrong about what lies behind it`);
    if (isForward) rows.push(...read);
    else rows.unshift(...read);
    if (!(isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return { rows, pages, faults };
    if (read.length !== pageSize) faults.push(`page ${pages} is not the last and has ${read.length} rows`);
    cursor = isForward ? pageInfo.endCursor : pageInfo.startCursor;
    if (pages > expected.length) return { rows, pages, faults: [...faults, 'it does not end'] };
  }
}

function compare({ rows, pages, faults }, wanted) {
  if (rows.length !== wanted.length) faults.push(`${rows.length} rows were read of ${wanted.length}`);
  for (let i = 0; i < wanted.length && faults.length < 10; i++) {
    if (!isDeepStrictEqual(rows[i], wanted[i])) faults.push(`row ${i + 1} is ${JSON.stringify(rows[i])}; the file has ${JSON.stringify(wanted[i])}`);
  }
  return { rows: rows.length, pages, faults };
}

// Sorting is stable: rows that are alike keep the order of the file. Empty cells are asked for nowhere here.
const at = byField(sorted);
const descending = expected.toSorted((a, b) => b[at] - a[at]);
const order = [{ [sorted]: 'DESC' }];
console.log(JSON.stringify({
  forward: compare(await walk(true), expected),
  backward: compare(await walk(false), expected),
  orderedForward: compare(await walk(true, order), descending),
  orderedBackward: compare(await walk(false, order), descending),
}));
