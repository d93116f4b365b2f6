/** Listings in the order of a column's values: those of value v stand at `start[v]` up to `start[v + 1]`. */
export interface Grouped {
  order: Uint32Array
  start: Uint32Array
}

export function groupedBy(column: Uint32Array, values: number): Grouped {
  const start = new Uint32Array(values + 1)
  for (const v of column) start[v + 1] = (start[v + 1] as number) + 1
  for (let v = 0; v < values; v += 1) start[v + 1] = (start[v + 1] as number) + (start[v] as number)
  const next = start.slice()
  const order = new Uint32Array(column.length)
  column.forEach((v, i) => {
    order[next[v] as number] = i
    next[v] = (next[v] as number) + 1
  })
  return { order, start }
}
