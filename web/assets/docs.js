// Draws the description of the interface. Nothing is fetched from elsewhere: no validator, no fonts, no scripts.
const place = document.getElementById('requests')
window.SwaggerUIBundle({
  domNode: place,
  url: place.dataset.description,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
})
