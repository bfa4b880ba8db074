import { describe, expect, it } from 'vitest'
import { workedOut } from '../../../electron/app/read-book-state.ts'
import { onceInSteps } from '../../../electron/domain/model/once.ts'
import { rulesInForce } from '../../../electron/domain/rules/check-book.ts'
import { deriveBookState, workOn, type BookState } from '../../../electron/domain/state/book-state.ts'
import { bigSnapshot } from '../../kit/big-snapshot.ts'

/* A state worked out a part at a time is the one worked out at once, and between its parts others have their turn. */

const SNAPSHOT = bigSnapshot(300, 'seed-000')
const fresh = (): BookState => deriveBookState(structuredClone(SNAPSHOT))
const saidBy = ({ figures, findings, roster }: BookState) => ({ figures, findings, roster })

/** Turns of others until the work is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, running] = [0, true]
  const count = () => {
    turns += 1
    if (running) setImmediate(count)
  }
  setImmediate(count)
  await work()
  running = false
  return turns
}

describe('a state worked out in parts', () => {
  it('says what one worked out at once says, rule after rule', () => {
    const [once, state] = [fresh(), fresh()]
    let parts = 0
    while (!workOn(state)) parts += 1
    expect(parts).toBeGreaterThanOrEqual(rulesInForce(state.snapshot).length)
    expect(saidBy(state)).toEqual(saidBy(once))
    expect(once.findings.length).toBeGreaterThan(10)
  })

  it('is there at once for whoever needs it in the middle, and then for whoever was working on it', () => {
    const [once, state] = [fresh(), fresh()]
    for (let part = 0; part < 20; part += 1) expect(workOn(state)).toBe(false)
    const { findings } = state
    expect(findings).toEqual(once.findings)
    expect(workOn(state)).toBe(true)
    expect(state.findings).toBe(findings)
  })

  it('lets others through between its parts', async () => {
    const state = fresh()
    expect(await turnsDuring(() => workedOut(state, 0))).toBeGreaterThan(20)
    expect(saidBy(state)).toEqual(saidBy(fresh()))
  })

  it('lets nobody through where it is asked for at once (control)', async () => {
    const state = fresh()
    expect(await turnsDuring(() => Promise.resolve(state.findings))).toBe(0)
  })

  it('is worked out once by two who wait for it, and anew after it failed', async () => {
    let [made, fails] = [0, true]
    const thing = onceInSteps(function* () {
      made += 1
      yield
      if (fails) throw new Error('not today')
      yield
      return made
    })
    expect(thing.step()).toBe(false)
    expect(() => thing()).toThrow('not today')
    fails = false
    expect(thing.step()).toBe(false)
    expect(thing.step()).toBe(false)
    expect(thing()).toBe(2)
    expect(thing.step()).toBe(true)
    const state = fresh()
    const [one, other] = await Promise.all([workedOut(state, 0), workedOut(state, 0)])
    expect(one.findings).toBe(other.findings)
  })
})
