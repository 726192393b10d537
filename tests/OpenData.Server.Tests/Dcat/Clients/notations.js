// Reads documents in every notation and tells what is in them.
import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import { canonize } from 'rdf-canonize';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import SHACLValidator from 'rdf-validate-shacl';

const noOtherHost = url => { throw new Error(`the document asks for ${url}`); };

/** The statements of a text, by the media type it came with. */
export async function parse(text, mediaType, base) {
  switch (mediaType) {
    case 'text/turtle':
    case 'text/n3':
      return new Parser({ baseIRI: base, format: mediaType }).parse(text);
    case 'application/ld+json':
      return await jsonld.toRDF(JSON.parse(text), { base, documentLoader: noOtherHost });
    case 'application/rdf+xml':
      return await new Promise((resolve, reject) => {
        const quads = [];
        const parser = new RdfXmlParser({ dataFactory: DataFactory, baseIRI: base, strict: true });
        parser.on('data', quad => quads.push(quad)).on('error', reject).on('end', () => resolve(quads));
        parser.write(text);
        parser.end();
      });
    default:
      throw new Error(`no parser for ${mediaType}`);
  }
}

export const canonical = quads => canonize(quads, { algorithm: 'RDFC-1.0' });

/** Violations of the shapes of DCAT-AP, as texts. */
export async function violations(quads) {
  const found = [];
  for (const files of [['dcat-ap-shapes.ttl', 'dcat-ap-range.ttl', 'dcat-ap-vocabularies.ttl'], ['dcat-ap-generated.ttl']]) {
    const shapes = new Store();
    for (const file of files) {
      shapes.addQuads(new Parser({ blankNodePrefix: '_:' + file.replace(/[^a-z]/g, '') }).parse(readFileSync(file, 'utf8')));
    }

    const report = await new SHACLValidator(shapes).validate(new Store(quads));
    for (const result of report.results) {
      if (result.severity?.value.endsWith('#Violation')) {
        found.push(`${result.focusNode?.value} ${result.path?.value} ${result.value?.value}: ${result.sourceConstraintComponent?.value} ${result.message.map(m => m.value)}`);
      }
    }
  }

  return found;
}
