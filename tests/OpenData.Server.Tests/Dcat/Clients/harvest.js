// node harvest.js address: what ckanext-dcat's RDF harvester asks and concludes, from what its documentation and sources say it does.
import { createHash } from 'node:crypto';
import { parse } from './notations.js';

const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const hydra = 'http://www.w3.org/ns/hydra/core#';
const requests = [], guids = [], titles = {};
let next = process.argv[2], firstHash, format;
while (next) {
  let response = await fetch(next, { method: 'HEAD' });
  requests.push(`HEAD ${response.status}`);
  if (response.status === 400 || response.status === 405) {
    response = await fetch(next);
  }

  if (!response.ok || Number(response.headers.get('content-length') ?? 0) > 50 * 1024 * 1024) {
    throw new Error(`${next}: ${response.status}`);
  }

  const length = response.headers.get('content-length');
  response = await fetch(next, { headers: { 'accept-encoding': 'identity' } });
  requests.push(`GET ${response.status}`);
  const text = await response.text();
  format ??= response.headers.get('content-type').split(';', 1)[0];
  const hash = createHash('md5').update(text).digest('hex');
  if (firstHash === hash) {
    throw new Error('the page is the same as the first');
  }

  firstHash ??= hash;
  if (length !== null && Number(length) !== Buffer.byteLength(text)) {
    throw new Error(`HEAD said ${length} bytes, GET gave ${Buffer.byteLength(text)}`);
  }

  const quads = await parse(text, format, next);
  for (const dataset of quads.filter(q => q.predicate.value === type && q.object.value === 'http://www.w3.org/ns/dcat#Dataset').map(q => q.subject)) {
    guids.push(dataset.value);
    titles[dataset.value] = quads.find(q => q.subject.value === dataset.value && q.predicate.value === 'http://purl.org/dc/terms/title')?.object.value;
  }

  const page = quads.find(q => q.predicate.value === type && q.object.value === hydra + 'PagedCollection')?.subject.value;
  next = quads.find(q => q.subject.value === page && q.predicate.value === hydra + 'next')?.object.value;
}

console.log(JSON.stringify({ format, requests, guids, titles }));
