// The first file of the reading thread. A thread does not inherit the loader that lets Node run TypeScript
// (Node 20), so this one is plain JavaScript and loads it.
module.exports = import('tsx/esm/api').then(({ register }) => {
  register()
  return import('./reader-thread.ts')
})
