// Asks a server the requests of a file in turn, over and over; writes requests per second and how many answers were bad.
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

const [url, file, connections, seconds] = process.argv.slice(2);
const requests = JSON.parse(readFileSync(file, 'utf8')).map(({ path, body }) =>
  body ? { method: 'POST', path, headers: { 'content-type': 'application/json' }, body } : { method: 'GET', path });
const result = await autocannon({ url, requests, connections: Number(connections), duration: Number(seconds) });
console.log(JSON.stringify({ perSecond: result.requests.average, bad: result.errors + result.timeouts + result.non2xx }));
