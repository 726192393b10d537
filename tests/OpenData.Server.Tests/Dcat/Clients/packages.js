// node packages.js address…: holds data packages and Table Schemas to the JSON schemas of both versions of the standard, and reads what they point to.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import formats from 'ajv-formats';

const answers = [];
for (const address of process.argv.slice(2)) {
  const document = await (await fetch(address)).json();
  const answer = { address, errors: [], files: [] };
  const kind = document.fields ? 'tableschema' : 'datapackage';
  for (const version of ['1.0', '2.0']) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    formats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(`${kind}-${version}.json`, 'utf8')));
    if (!validate(document)) {
      answer.errors.push(...validate.errors.map(e => `${version} ${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`));
    }
  }

  for (const resource of document.resources ?? []) {
    const bytes = Buffer.from(await (await fetch(resource.path)).arrayBuffer());
    const header = bytes.toString('utf8').split(/\r?\n/, 1)[0];
    answer.files.push({
      name: resource.name,
      hash: resource.hash === undefined || resource.hash === 'sha256:' + createHash('sha256').update(bytes).digest('hex'),
      bytes: resource.bytes === undefined || resource.bytes === bytes.length,
      header: header === resource.schema.fields.map(f => f.name).join(','),
    });
  }

  answers.push(answer);
}

console.log(JSON.stringify(answers));
