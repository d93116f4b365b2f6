// Everything works without this file: it only spares reloads and puts times into the reader's own zone.

/** Keeps empty fields out of the address of a search. */
for (const form of document.querySelectorAll('form[method="get"]')) {
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) {
      if (value === '') event.formData.delete(name)
    }
  })
}

/** Gives every instant inside `root` its day and hour where the reader is. */
function localTimes(root) {
  const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
  for (const time of root.querySelectorAll('time[datetime*="T"]')) {
    const at = new Date(time.dateTime)
    if (!Number.isNaN(at.getTime())) time.title = full.format(at)
  }
}
localTimes(document)

const search = document.querySelector('.search')
if (search !== null) searchInPlace(search)

/** Answers a search inside the page: the same addresses, the same HTML, without loading all of it again. */
function searchInPlace(page) {
  // Only what changes with the answer; the words typed so far stay as they are.
  const PARTS = ['.hero', '.radius', '.filter-body', '.filters > summary', '#found']
  const form = page.querySelector('form')
  const said = document.createElement('p')
  said.className = 'hidden'
  said.setAttribute('role', 'status')
  page.append(said)
  let asked = null

  const isSearch = (url) => url.origin === location.origin && url.pathname === '/'

  function addressOf() {
    const url = new URL(form.action)
    url.search = new URLSearchParams(new FormData(form)).toString()
    return url
  }

  /** Where the keyboard stands, said so that the same place is found in the new answer. */
  function place() {
    const at = document.activeElement
    if (at === null || !page.contains(at)) return null
    if (at.id !== '') return `#${CSS.escape(at.id)}`
    if (at.name) return `[name="${at.name}"][value="${CSS.escape(at.value)}"]`
    const part = at.tagName === 'SUMMARY' ? at.parentElement.dataset.part : undefined
    return part === undefined ? '#results' : `[data-part="${part}"] > summary`
  }

  function show(text) {
    const answer = new DOMParser().parseFromString(text, 'text/html')
    if (answer.querySelector('.search') === null) return false
    const focus = place()
    const open = new Map()
    for (const part of page.querySelectorAll('[data-part]')) open.set(part.dataset.part, part.open)
    for (const name of PARTS) {
      const old = page.querySelector(name)
      const now = answer.querySelector(name)
      if (old !== null && now !== null) old.replaceWith(document.adoptNode(now))
    }
    for (const part of page.querySelectorAll('[data-part]')) {
      if (open.get(part.dataset.part)) part.open = true
    }
    document.title = answer.title
    localTimes(page)
    if (focus !== null) {
      const found = page.querySelector(focus) ?? page.querySelector('#results')
      found.focus({ preventScroll: true })
    }
    said.textContent = page.querySelector('#results').textContent
    return answer.querySelector('link[rel="canonical"]').getAttribute('href')
  }

  /** Puts what the address says back into the fields that are not part of the answer. */
  function fill(url) {
    for (const name of ['q', 'near']) form.elements[name].value = url.searchParams.get(name) ?? ''
    form.querySelector('input[name="sort"]')?.remove()
    const sort = url.searchParams.get('sort')
    if (sort === null) return
    const field = document.createElement('input')
    Object.assign(field, { type: 'hidden', name: 'sort', value: sort })
    form.append(field)
  }

  async function go(url, { push = true, top = false } = {}) {
    asked?.abort()
    const mine = new AbortController()
    asked = mine
    page.querySelector('#found').setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(url, { signal: mine.signal, headers: { Accept: 'text/html' } })
      const address = answer.ok ? show(await answer.text()) : false
      // A fault has a page of its own.
      if (address === false) return void location.assign(url)
      if (push) history.pushState(null, '', address)
      fill(new URL(location.href))
      if (top) page.querySelector('#found').scrollIntoView()
    } catch (error) {
      if (error.name !== 'AbortError') location.assign(url)
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    go(addressOf())
  })
  form.addEventListener('change', ({ target }) => {
    if (['q', 'near'].includes(target.name)) return
    if (!form.checkValidity()) return
    if (target.type === 'checkbox' && target.checked) {
      // Nothing is asked for and left out at once.
      const twin = target.name.startsWith('not_') ? target.name.slice(4) : `not_${target.name}`
      const other = form.querySelector(`[name="${twin}"][value="${CSS.escape(target.value)}"]`)
      if (other !== null) other.checked = false
    }
    go(addressOf())
  })
  page.addEventListener('click', (event) => {
    const link = event.target.closest('a[href]')
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    if (link === null || event.button !== 0 || !plain || event.defaultPrevented) return
    const url = new URL(link.href)
    if (!isSearch(url) || link.closest('.keep') !== null) return
    event.preventDefault()
    go(url, { top: link.closest('.pager') !== null })
  })
  addEventListener('popstate', () => {
    if (isSearch(location)) go(new URL(location.href), { push: false })
  })
}
