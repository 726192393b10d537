// Reads a server's schema as graphql-js does: from introspection, and from its text; writes what graphql-js says of both as JSON.
import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';

const url = process.argv[2];
const text = await (await fetch(url + '/schema.graphql')).text();
const answer = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: getIntrospectionQuery({ schemaDescription: true, specifiedByUrl: true, inputValueDeprecation: true, oneOf: true }) }),
});
const introspected = buildClientSchema((await answer.json()).data);
console.log(JSON.stringify({
  faults: validateSchema(buildSchema(text)).map((e) => e.message),
  isSame: printSchema(introspected).trim() === text.trim(),
  types: Object.keys(introspected.getTypeMap()).length,
}));
