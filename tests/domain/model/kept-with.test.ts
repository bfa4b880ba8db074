import { describe, expect, it } from 'vitest'
import { keptWith } from '../../../electron/domain/model/kept-with.ts'

describe('what is kept with an object', () => {
  it('is told apart by keeper and by object, and the newest counts', () => {
    const [names, ages] = [keptWith<object, string>(), keptWith<object, number>()]
    const [one, other] = [{ id: 1 }, { id: 1 }]
    names.set(one, '甲')
    ages.set(one, 40)
    names.set(other, '乙')
    names.set(one, '丙')
    expect([names.get(one), ages.get(one), names.get(other), ages.get(other)]).toEqual(['丙', 40, '乙', undefined])
  })

  it('goes into no copy, no text and no comparison', () => {
    const kept = keptWith<object, string>()
    const row = { id: 1 }
    kept.set(row, '甲')
    expect(kept.get({ ...row })).toBeUndefined()
    expect(kept.get(structuredClone(row))).toBeUndefined()
    expect([JSON.stringify(row), Reflect.ownKeys(row)]).toEqual(['{"id":1}', ['id']])
  })

  it('is kept of lists and of what takes no more properties too', () => {
    const kept = keptWith<object, string>()
    const [list, frozen] = [[1], Object.freeze({ id: 1 })]
    kept.set(list, '甲')
    kept.set(frozen, '乙')
    expect([kept.get(list), kept.get(frozen), kept.get([1])]).toEqual(['甲', '乙', undefined])
  })
})
