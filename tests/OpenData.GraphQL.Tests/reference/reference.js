// graphql-js behind a line protocol: one JSON request a line, one JSON answer a line.
'use strict';
const g = require('graphql');
const readline = require('node:readline');

const schemas = new Map();
const parseOptions = { allowEmptySelectionSets: false };
// The rules of the September 2025 edition and MaxIntrospectionDepth; @defer and @stream came later.
const rules = g.specifiedRules.filter((rule) => !/^(Defer|Stream)/.test(rule.name));

const told = (error) => ({ message: error.message, locations: error.locations ?? [] });

// FNV-1a over UTF-16 units: the same number in both programs.
function hash(text) {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

function valueOf(schema, type, seed, name) {
  if (g.isNonNullType(type)) {
    if (seed % 29 === 0) return null;
    if (seed % 31 === 0) throw new g.GraphQLError(`boom ${name}`);
    return inner(schema, type.ofType, seed, name);
  }
  if (seed % 11 === 0) return null;
  if (seed % 17 === 0) throw new g.GraphQLError(`boom ${name}`);
  return inner(schema, type, seed, name);
}

function inner(schema, type, seed, name) {
  if (g.isListType(type)) {
    if (seed % 37 === 0) return 5;
    return Array.from({ length: seed % 4 }, (_, i) => item(schema, type.ofType, hash(seed + ':' + i), name));
  }
  switch (type.name) {
    case 'Int': return seed % 41 === 0 ? 'abc' : seed % 43 === 0 ? 3000000000 : seed % 1000;
    case 'Float': return seed % 41 === 0 ? 'abc' : (seed % 1000) / 4;
    case 'String': return 's' + (seed % 100) + (seed % 3 === 0 ? ' ก "q" \\ \n <é>' : '');
    case 'Boolean': return seed % 2 === 0;
    case 'ID': return seed % 2 === 0 ? seed % 1000 : 'id' + (seed % 1000);
  }
  if (g.isEnumType(type)) {
    const values = type.getValues();
    return seed % 41 === 0 ? 'NONE_OF_THEM' : values[seed % values.length].value;
  }
  if (g.isScalarType(type)) return { seed: seed % 100, list: [1, 'x', null, true] };
  if (g.isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    const typename = seed % 23 === 0 ? 'Nowhere' : seed % 47 === 0 ? 'Query' : possible[seed % possible.length].name;
    return { __seed: seed, __typename: typename };
  }
  return { __seed: seed, __typename: type.name };
}

// Inside a list an error is a null: a thrown item would be the whole list's error.
function item(schema, type, seed, name) {
  try {
    return valueOf(schema, type, seed, name);
  } catch {
    return null;
  }
}

function fieldResolver(source, args, _context, info) {
  const given = JSON.stringify(args);
  if (info.fieldName === 'echo') return given;
  const seed = hash((source?.__seed ?? 1) + '/' + info.fieldName + given);
  return valueOf(info.schema, info.returnType, seed, info.fieldName);
}

const operations = {
  schema({ name, sdl }) {
    const schema = g.buildSchema(sdl);
    schemas.set(name, schema);
    return { errors: g.validateSchema(schema).map(told), printed: g.printSchema(schema) };
  },
  typeSystem({ sdl }) {
    return { errors: g.validateSchema(g.buildASTSchema(g.parse(sdl), { assumeValidSDL: true })).map((e) => e.message) };
  },
  parse({ text }) {
    try {
      return { printed: g.print(g.parse(text, parseOptions)) };
    } catch (error) {
      return { error: told(error) };
    }
  },
  validate({ schema, text }) {
    const document = g.parse(text, parseOptions);
    return { errors: g.validate(schemas.get(schema), document, rules, { allowEmptySelectionSets: false }).map(told) };
  },
  execute({ schema, text, variables, operationName }) {
    const document = g.parse(text, parseOptions);
    return g.executeSync({ schema: schemas.get(schema), document, variableValues: variables, operationName, fieldResolver, rootValue: { __seed: 7 } });
  },
  client({ introspection }) {
    const schema = g.buildClientSchema(introspection);
    return { errors: g.validateSchema(schema).map(told), printed: g.printSchema(schema) };
  },
  introspectionQuery() {
    return { text: g.getIntrospectionQuery({ specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true }) };
  },
};

readline.createInterface({ input: process.stdin }).on('line', (line) => {
  const request = JSON.parse(line);
  let answer;
  try {
    answer = operations[request.op](request);
  } catch (error) {
    answer = { failed: String(error?.stack ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
});
