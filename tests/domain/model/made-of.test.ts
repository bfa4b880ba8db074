import { describe, expect, it } from 'vitest'
import { madeOf } from '../../../electron/domain/model/made-of.ts'

describe('what is made of a thing is made once', () => {
  const things = [{ name: 'a' }, { name: 'b' }] as const

  it('however it is called: a list hands over the place and itself too', () => {
    let made = 0
    const nameOf = madeOf((thing: { readonly name: string }) => {
      made += 1
      return thing.name
    })
    for (let again = 0; again < 3; again += 1) expect(things.map(nameOf)).toEqual(['a', 'b'])
    expect(things.filter((thing) => things.some(nameOf) && nameOf(thing) === 'a')).toHaveLength(1)
    expect(made).toBe(2)
  })

  it('and again for another part', () => {
    let made = 0
    const nameOf = madeOf((thing: { readonly name: string }, mark: string) => {
      made += 1
      return `${thing.name}${mark}`
    })
    expect([nameOf(things[0], '1'), nameOf(things[0], '1'), nameOf(things[0], '2'), nameOf(things[0], '1')]).toEqual([
      'a1',
      'a1',
      'a2',
      'a1',
    ])
    expect(made).toBe(3)
  })
})
