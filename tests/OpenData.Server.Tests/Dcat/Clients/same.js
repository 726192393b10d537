// node same.js [--shapes] address…: each document in five notations, and whether they say the same and keep the shapes of DCAT-AP.
import { canonical, parse, violations } from './notations.js';

const shapes = process.argv.includes('--shapes');
const answers = [], all = [];
for (const address of process.argv.slice(2).filter(a => a !== '--shapes')) {
  const [path, query] = address.split('?');
  const answer = { address, statements: 0, different: [] };
  let first;
  for (const suffix of ['ttl', 'jsonld', 'rdf', 'xml', 'n3']) {
    const url = `${path}.${suffix}${query ? '?' + query.replaceAll('SUFFIX', suffix) : ''}`;
    const response = await fetch(url);
    if (!response.ok) {
      answer.different.push(`${url}: ${response.status}`);
      continue;
    }

    // What names the document itself, its pages, is of each notation its own.
    const text = (await response.text()).replaceAll(`/catalog.${suffix}`, '/catalog.SUFFIX');
    const quads = await parse(text, response.headers.get('content-type').split(';')[0], url);
    const canon = await canonical(quads);
    if (first === undefined) {
      first = canon;
      answer.statements = canon.split('\n').length - 1;
      all.push(...quads);
    } else if (canon !== first) {
      const known = new Set(first.split('\n'));
      answer.different.push(`${suffix}: ${canon.split('\n').filter(line => !known.has(line)).slice(0, 3).join(' | ')}`);
    }
  }

  answers.push(answer);
}

console.log(JSON.stringify({ answers, violations: shapes ? await violations(all) : [] }));
