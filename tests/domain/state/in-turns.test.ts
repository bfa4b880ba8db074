import { describe, expect, it } from 'vitest'
import { workedOut } from '../../../electron/app/read-book-state.ts'
import { onceInSteps } from '../../../electron/domain/model/once.ts'
import { rulesInForce } from '../../../electron/domain/rules/check-book.ts'
import { deriveBookState, workOn, type BookState } from '../../../electron/domain/state/book-state.ts'
import { stateOn, workOnDay } from '../../../electron/domain/state/state-on.ts'
import { bigSnapshot } from '../../kit/big-snapshot.ts'
import { factBook, held } from '../../kit/fact-book.ts'

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

/** Things that count how often something is read of them. */
function counted<Thing extends object>(things: readonly Thing[], read: () => void): readonly Thing[] {
  return things.map(
    (thing) =>
      new Proxy(thing, {
        get: (own, name) => {
          read()
          return Reflect.get(own, name) as unknown
        },
      }),
  )
}

/** How much is read in each of the parts, and the largest of them as a share of all. */
function shareOfLargest(readsAfter: (read: () => void) => () => boolean): number {
  let reads = 0
  const step = readsAfter(() => {
    reads += 1
  })
  let [largest, all, done] = [0, 0, false]
  while (!done) {
    reads = 0
    done = step()
    largest = Math.max(largest, reads)
    all += reads
  }
  return largest / all
}

/* What keeps others waiting is counted by what is read of the people's rows between two turns: the same on every machine. */
describe('no part is long', () => {
  const MANY = 6_000
  const DAY = '2026-11-22'
  const countedFacts = (read: () => void) => {
    const facts = factBook({
      units: [{ name: '党政办', quotas: { administrative: MANY } }],
      people: Array.from({ length: MANY }, (_, place) => ({ name: `人${place}`, holdings: [held('党政办')] })),
    })
    return {
      ...facts,
      person: counted(facts.person, read),
      person_version: counted(facts.person_version, read),
      holding: counted(facts.holding, read),
      post_version: counted(facts.post_version, read),
    }
  }
  const countedSnapshot = (read: () => void) => {
    const snapshot = bigSnapshot(MANY, 'seed-000')
    return { ...snapshot, people: counted(snapshot.people, read), holdings: counted(snapshot.holdings, read) }
  }
  const dayInParts = (read: () => void) => {
    const facts = countedFacts(read)
    return () => workOnDay(facts, DAY)
  }
  const stateInParts = (read: () => void) => {
    const state = deriveBookState(countedSnapshot(read))
    return () => workOn(state)
  }

  it('of making a day that nobody has looked at', () => {
    expect(shareOfLargest(dayInParts)).toBeLessThan(0.25)
  })

  it('of figures, rules and lists', () => {
    expect(shareOfLargest(stateInParts)).toBeLessThan(0.1)
  })

  it('but all of it is one where nobody is let through (control)', () => {
    const dayAtOnce = (read: () => void) => {
      const facts = countedFacts(read)
      return () => stateOn(facts, DAY).snapshot.people.length === MANY
    }
    const stateAtOnce = (read: () => void) => {
      const state = deriveBookState(countedSnapshot(read))
      return () => state.roster.length > 0
    }
    expect([shareOfLargest(dayAtOnce), shareOfLargest(stateAtOnce)]).toEqual([1, 1])
  })

  it('and a day made in parts is the one made at once, whoever asks in the middle', () => {
    const [whole, parts] = [countedFacts(() => {}), countedFacts(() => {})]
    const once = stateOn(whole, DAY)
    for (let part = 0; part < 5; part += 1) expect(workOnDay(parts, DAY)).toBe(false)
    const state = stateOn(parts, DAY)
    expect(state.snapshot).toEqual(once.snapshot)
    expect(workOnDay(parts, DAY)).toBe(true)
    expect(stateOn(parts, DAY)).toBe(state)
  })
})
