import { geoPath, type GeoContext } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'us-atlas/states-albers-10m.json' with { type: 'json' }
import { STATES } from '../../core/domain/vocabulary/states.ts'

/** What the outlines fill, the islands of Alaska in the west included. */
export const MAP_BOX = { x: -58, y: 12, width: 1016, height: 596 } as const

/** The outline of a state as the `d` of an SVG path. */
export interface StateShape {
  code: string
  name: string
  d: string
}

/** Rings that would cover less than this, in square units, are left out: rocks off a coast. */
const LEAST_AREA = 2

let shapes: readonly StateShape[] | null = null

/** The fifty states and the District of Columbia (US Census Bureau by way of us-atlas), drawn once a process. */
export function stateShapes(): readonly StateShape[] {
  shapes ??= draw()
  return shapes
}

function draw(): StateShape[] {
  const topology = atlas as unknown as Topology<{ states: GeometryCollection<{ name: string }> }>
  const codes = new Map(Object.entries(STATES).map(([code, name]) => [name, code]))
  return feature(topology, topology.objects.states)
    .features.flatMap((state) => {
      const { name } = state.properties
      const code = codes.get(name)
      if (code === undefined) return []
      const pen = new Pen()
      geoPath(null, pen)(state)
      return [{ code, name, d: pen.text }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * Writes what d3 draws in whole units, each point by its distance from the one before: less than half as many
 * letters as places, and a page of a third of the weight.
 */
class Pen implements GeoContext {
  text = ''
  #ring: [number, number][] = []

  beginPath(): void {
    this.#ring = []
  }

  moveTo(x: number, y: number): void {
    this.#ring = [[Math.round(x), Math.round(y)]]
  }

  lineTo(x: number, y: number): void {
    const point: [number, number] = [Math.round(x), Math.round(y)]
    const last = this.#ring.at(-1)
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) this.#ring.push(point)
  }

  closePath(): void {
    const ring = this.#ring
    const [first] = ring
    if (first === undefined || areaOf(ring) < LEAST_AREA) return
    const steps = ring.slice(1).map(([x, y], at) => {
      const [px, py] = ring[at] ?? first
      return `${x - px},${y - py}`
    })
    this.text += `M${first.join()}l${steps.join(' ').replace(/[, ]-/g, '-')}z`
  }

  arc(): void {
    throw new Error('A map of states holds no points.')
  }
}

/** In square units, by the shoelace formula. */
function areaOf(ring: readonly [number, number][]): number {
  let twice = 0
  ring.forEach(([x, y], at) => {
    const [nx, ny] = ring[(at + 1) % ring.length] ?? [x, y]
    twice += x * ny - nx * y
  })
  return Math.abs(twice) / 2
}
