import { expect, it } from 'vitest'
import { held } from '../../api/held.ts'

function counter(answers: (() => Promise<number>)[]) {
  let now = 0
  let asked = 0
  const read = held(
    1000,
    () => new Date(now),
    () => {
      asked += 1
      return answers[asked - 1]?.() ?? Promise.resolve(asked)
    },
  )
  return { read, asked: () => asked, at: (ms: number) => (now = ms) }
}

it('asks once for callers at the same moment, and again when the answer is old', async () => {
  const { read, asked, at } = counter([])
  expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
  at(999)
  expect(await read()).toBe(1)
  at(1000)
  expect(await read()).toBe(2)
  expect(asked()).toBe(2)
})

it('does not keep a failure', async () => {
  const { read } = counter([() => Promise.reject(new Error('away'))])
  await expect(read()).rejects.toThrow('away')
  expect(await read()).toBe(2)
})

it('asks again when the clock was set back', async () => {
  const { read, at } = counter([])
  at(5000)
  expect(await read()).toBe(1)
  at(4000)
  expect(await read()).toBe(2)
})
