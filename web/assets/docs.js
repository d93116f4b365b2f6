// Draws the description of the interface. Nothing is fetched from elsewhere: no validator, no fonts, no scripts.
const place = document.getElementById('requests')

// The page says by itself what the interface is called, and there is one server: this one.
const withoutHead = () => ({
  wrapComponents: { InfoContainer: () => () => null, ServersContainer: () => () => null },
})

// What the widget leaves unsaid to people who listen or use the keyboard only.
const GIVEN = [
  ['h3.opblock-tag', 'aria-level', () => '2'],
  ['h4', 'aria-level', () => '3'],
  ['h5', 'aria-level', () => '4'],
  ['tr[data-param-name] :is(select, input)', 'aria-label', nameOfRow],
  ['.responses-table', 'aria-label', (table) => `Answers of ${pathOf(table)}`],
  ['pre.microlight', 'tabindex', () => '0'],
  ['textarea', 'aria-label', () => 'Body of the request'],
  ['select.content-type', 'aria-label', () => 'Form of the answer'],
]

function nameOfRow(element) {
  return element.closest('tr').dataset.paramName
}

function pathOf(element) {
  const path = element.closest('.opblock')?.querySelector('[data-path]')
  return path?.dataset.path ?? 'this request'
}

function complete() {
  for (const [selector, name, value] of GIVEN) {
    for (const element of place.querySelectorAll(selector)) {
      if (!element.hasAttribute(name)) element.setAttribute(name, value(element))
    }
  }
}

new MutationObserver(complete).observe(place, { childList: true, subtree: true })

window.SwaggerUIBundle({
  domNode: place,
  url: place.dataset.description,
  plugins: [withoutHead],
  // A link inside the button that opens a request would be two things to press in one place.
  deepLinking: false,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
  // Its colours for numbers are too pale, and a page of listings is long.
  syntaxHighlight: false,
})
