// GraphiQL over the address that the page names. Everything it needs comes from this server.
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import './console.css';

const workers = { json: 'json.worker.js', graphql: 'graphql.worker.js' };
globalThis.MonacoEnvironment = {
  getWorker: (_, label) => new Worker(new URL(workers[label] ?? 'editor.worker.js', import.meta.url), { type: 'module' }),
};

const root = document.getElementById('console');
const { endpoint, example, language } = root.dataset;

async function ask(parameters, options) {
  const answer = await fetch(endpoint, {
    method: 'POST',
    credentials: 'omit',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json',
      'Accept-Language': language,
      ...options?.headers,
    },
    body: JSON.stringify(parameters),
  });
  return answer.json();
}

// A link may carry a query: /graphql?query=…&variables=…
const shared = new URLSearchParams(location.search);
createRoot(root).render(
  <GraphiQL
    fetcher={ask}
    defaultQuery={example}
    defaultEditorToolsVisibility="variables"
    initialQuery={shared.get('query') ?? undefined}
    initialVariables={shared.get('variables') ?? undefined}
    shouldPersistHeaders={false}
  >
    <GraphiQL.Logo>OpenData</GraphiQL.Logo>
  </GraphiQL>,
);
