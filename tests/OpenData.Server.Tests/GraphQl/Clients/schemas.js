// Reads schemas as graphql-js does, by introspection and as text, and writes for each address whether both print the same. Arguments: URLs.
import { buildClientSchema, buildSchema, getIntrospectionQuery, lexicographicSortSchema, printSchema, validateSchema } from 'graphql';
import { request } from 'graphql-request';

const print = (schema) => printSchema(lexicographicSortSchema(schema));
const results = [];
for (const url of process.argv.slice(2)) {
  const introspected = buildClientSchema(await request(url, getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, inputValueDeprecation: true, oneOf: true, directiveIsRepeatable: true })));
  const served = buildSchema(await (await fetch(url + '/schema.graphql')).text());
  const [ours, theirs] = [print(introspected).split('\n'), print(served).split('\n')];
  const line = ours.findIndex((text, i) => text !== theirs[i]);
  results.push({
    url,
    faults: [...validateSchema(introspected), ...validateSchema(served)].map((e) => e.message),
    firstDifference: line >= 0 || ours.length !== theirs.length ? { introspected: ours[line] ?? null, served: theirs[line] ?? null } : null,
    types: Object.keys(introspected.getTypeMap()).length,
  });
}
console.log(JSON.stringify(results));
