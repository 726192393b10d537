// Pages all datasets, and one table of the DataStore, with ckan.js. Arguments: the server's address, the resource, its page size.
const CKAN = require('ckan');

const [address, resource, size] = process.argv.slice(2);
const client = new CKAN.Client(address);
const call = (name, data) => new Promise((resolve, reject) =>
  client.action(name, data, (error, answer) => (error ? reject(new Error(error)) : resolve(answer.result))));
const query = (asked) => new Promise((resolve, reject) =>
  client.datastoreQuery(asked, (error, answer) => (error ? reject(new Error(error)) : resolve(answer))));

async function datasets() {
  const found = [];
  for (let start = 0; ; start += 5) {
    const page = await call('dataset_search', { rows: 5, start, sort: 'name asc' });
    if (page.results.length === 0) {
      return { count: page.count, names: found };
    }

    found.push(...page.results.map((d) => d.name));
  }
}

async function rows() {
  const seen = [];
  let fields;
  for (let from = 0; ; from += Number(size)) {
    const page = await query({ resource_id: resource, size: Number(size), from, sort: [{ field: '_id', order: 'asc' }] });
    if (page.hits.length === 0) {
      return { total: page.total, fields, rows: seen };
    }

    fields = page.fields.map((f) => `${f.id} ${f.type}`);
    seen.push(...page.hits.map((r) => Object.values(r)));
  }
}

(async () => {
  const shown = await call('dataset_show', { id: 'provinces' });
  const filtered = await query({ resource_id: resource, filters: [{ type: 'term', field: 'name_en', term: 'Chiang Mai' }] });
  let refused;
  try {
    await call('datastore_search', { resource_id: 'nothing' });
  } catch (error) {
    refused = error.message;
  }

  process.stdout.write(JSON.stringify({ datasets: await datasets(), title: shown.title, table: await rows(), filtered: filtered.hits, refused }));
})();
