import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { keepWhileReading } from '../../../workers/jobs/keep-while-reading.ts'

describe('keeping while reading', () => {
  it('keeps every item once, in order and in batches', async () => {
    const kept: number[][] = []
    await keepWhileReading([1, 2, 3, 4, 5, 6, 7], 3, async (batch) => {
      await sleep(1)
      kept.push(batch)
    })
    expect(kept).toEqual([[1, 2, 3], [4, 5, 6], [7]])
  })

  it('reads on while a batch is kept, but keeps one batch at a time', async () => {
    const events: string[] = []
    function* items() {
      for (let n = 1; n <= 4; n++) {
        events.push(`read ${n}`)
        const until = performance.now() + 10
        while (performance.now() < until);
        yield n
      }
    }
    await keepWhileReading(items(), 2, async ([first]) => {
      events.push(`begin ${first}`)
      await sleep(60)
      events.push(`end ${first}`)
    })
    expect(events.indexOf('read 3')).toBeLessThan(events.indexOf('end 1'))
    expect(events.indexOf('end 1')).toBeLessThan(events.indexOf('begin 3'))
  })

  it('ends with the first failure, whenever it comes, and keeps nothing after it', async () => {
    const kept: number[] = []
    const work = keepWhileReading([1, 2, 3, 4, 5], 1, async ([n = 0]) => {
      await sleep(1)
      if (n === 2) throw new Error('the disk is full')
      kept.push(n)
    })
    await expect(work).rejects.toThrow('the disk is full')
    await sleep(20)
    expect(kept).toEqual([1])
  })

  it('keeps nothing where there is nothing', async () => {
    await keepWhileReading([], 3, () => Promise.reject(new Error('called')))
  })
})
