// Opens the document that the page names. No validator of another host is asked, and nothing is kept in the browser.
const holder = document.getElementById('reader');
window.ui = SwaggerUIBundle({
  url: holder.dataset.document,
  domNode: holder,
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  deepLinking: true,
  docExpansion: holder.dataset.expansion,
  defaultModelsExpandDepth: 0,
  filter: true,
  tryItOutEnabled: false,
  persistAuthorization: false,
  validatorUrl: null,
});
