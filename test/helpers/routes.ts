import type { Express } from 'express'

/** What express keeps of one route or router; it has no public list. */
interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle: { stack?: Layer[] }
  /** true: mounted at the root. */
  slash: boolean
}

/** The paths that an app answers to GET outside `/api/v1`, as they were written: "/listings/:id". */
export function getPaths(app: Express): string[] {
  const walk = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle, slash }) => {
      if (route !== undefined) return route.methods.get === true ? [route.path].flat() : []
      return slash && handle.stack !== undefined ? walk(handle.stack) : []
    })
  return [...new Set(walk(app.router.stack as unknown as Layer[]))]
}
