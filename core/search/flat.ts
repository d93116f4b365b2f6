import type { Block } from './block.ts'
import type { Postings } from './postings.ts'

export type Typed = Uint8Array | Uint16Array | Uint32Array | Float64Array
export type Kind = 'u8' | 'u16' | 'u32' | 'f64'

const makers = {
  u8: (n: number) => new Uint8Array(n),
  u16: (n: number) => new Uint16Array(n),
  u32: (n: number) => new Uint32Array(n),
  f64: (n: number) => new Float64Array(n),
} as const satisfies Record<Kind, (n: number) => Typed>

/** Arrays as a file holds them. */
export const typed = {
  widths: { u8: 1, u16: 2, u32: 4, f64: 8 } as const satisfies Record<Kind, number>,
  make: (kind: Kind, n: number): Typed => makers[kind](n),
  kindOf: (array: Typed): Kind =>
    array instanceof Float64Array
      ? 'f64'
      : array instanceof Uint32Array
        ? 'u32'
        : array instanceof Uint16Array
          ? 'u16'
          : 'u8',
  bytesOf: ({ buffer, byteOffset, byteLength }: Typed): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength),
}

/** All arrays of a block, in the order in which `blockFrom` takes them. */
export function arraysOf(b: Block): Typed[] {
  const { codes, bases, starts, members, totals } = b.counted
  return [
    b.live,
    b.firstSeen,
    b.ids,
    b.byId,
    b.posted,
    b.pay.codes,
    b.pay.sorted,
    b.months.codes,
    b.months.sorted,
    codes,
    bases,
    starts,
    members,
    totals,
    ...[b.terms, b.head, b.keys].flatMap((p) => [p.codes, p.lessOne, p.at, p.bits, p.lists]),
  ]
}

/** @throws TypeError when an array is not of the kind that stands there. */
export function blockFrom(
  { n, alive, newestPosted }: Pick<Block, 'n' | 'alive' | 'newestPosted'>,
  arrays: readonly Typed[],
): Block {
  let next = 0
  const take = <T extends Typed>(kind: new (length: number) => T): T => {
    const array = arrays[next]
    next += 1
    if (!(array instanceof kind)) throw new TypeError('A snapshot holds another kind of array.')
    return array
  }
  const postings = (): Postings => ({
    codes: take(Uint32Array),
    lessOne: take(Uint16Array),
    at: take(Uint32Array),
    bits: take(Uint32Array),
    lists: take(Uint16Array),
  })
  return {
    n,
    words: (n + 31) >>> 5,
    alive,
    newestPosted,
    live: take(Uint32Array),
    firstSeen: take(Float64Array),
    ids: take(Float64Array),
    byId: take(Uint16Array),
    posted: take(Float64Array),
    pay: { codes: take(Uint16Array), sorted: take(Float64Array) },
    months: { codes: take(Uint16Array), sorted: take(Float64Array) },
    counted: {
      codes: take(Uint16Array),
      bases: take(Uint32Array),
      starts: take(Uint32Array),
      members: take(Uint32Array),
      totals: take(Uint32Array),
    },
    terms: postings(),
    head: postings(),
    keys: postings(),
  }
}

/** Bytes of its arrays, with the one that counting by date keeps beside them (posted-steps.ts). */
export const blockBytes = (block: Block): number =>
  arraysOf(block).reduce((sum, array) => sum + array.byteLength, block.n)
