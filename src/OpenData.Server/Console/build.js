// Bundles the console and its workers, each file compressed once and for all: the server sends it as it lies.
import { build } from 'esbuild';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder] = process.argv.slice(2);
await build({
  entryPoints: {
    console: 'console.jsx',
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  outdir: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.ttf': 'file' },
  assetNames: '[name]',
  chunkNames: 'chunk-[hash]',
  legalComments: 'eof', // the licences ask that their notices go with every copy
  logLevel: 'warning',
});

const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
for (const name of readdirSync(folder).filter((n) => !n.endsWith('.br'))) {
  writeFileSync(join(folder, name + '.br'), brotliCompressSync(readFileSync(join(folder, name)), quality));
}
