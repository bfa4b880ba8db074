import { expect, it } from 'vitest'
import { newId } from '../../electron/host/new-id.ts'
import { rowIdOf, rowKeyOf } from '../../migrations/image-codec.ts'

it('ids grow, never come twice, and are those of RFC 9562 version 7 with the moment in front', () => {
  const before = Date.now()
  const ids = Array.from({ length: 30_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  const odd = ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id))
  expect(odd).toEqual([])
  const moment = (id: string | undefined) => Number.parseInt((id ?? '').replaceAll('-', '').slice(0, 12), 16)
  expect(moment(ids[0])).toBeGreaterThanOrEqual(before)
  // A burst runs ahead of the clock by its count at most.
  expect(moment(ids.at(-1))).toBeLessThanOrEqual(Date.now() + 30_000 / 2_048 + 1)
})

it('what follows the count cannot be guessed from the id before', () => {
  const tails = Array.from({ length: 2_000 }, () => newId().slice(19).replaceAll('-', ''))
  expect(new Set(tails.map((tail) => tail.slice(0, 8))).size).toBeGreaterThan(1_990)
  expect(new Set(tails.map((tail) => tail.charAt(0)))).toEqual(new Set(['8', '9', 'a', 'b']))
})

it('the file keeps them in sixteen bytes that sort as they do', () => {
  const ids = Array.from({ length: 500 }, newId)
  const keys = ids.map((id) => rowKeyOf(id) as Buffer)
  expect(keys.every((key) => key.length === 16)).toBe(true)
  expect(keys.toSorted((left, right) => Buffer.compare(left, right))).toEqual(keys)
  expect(keys.map(rowIdOf)).toEqual(ids)
})
