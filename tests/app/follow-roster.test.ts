import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Output } from '../../electron/contract/operations.ts'
import type { PersonField } from '../../electron/vocabulary/person-fields.ts'
import { followedRoster, type FollowedRoster } from '../../renderer/api/follow-roster.ts'
import { temporaryFolder } from '../kit/book.ts'
import { openCore, smallTownship, type OpenCore } from '../kit/open-core.ts'

/* A window that follows the roster from entry to entry holds what one that has just come reads. */

const FIELDS: PersonField[] = ['sequence', 'unit', 'name', 'post', 'nativePlace', 'status']
const folder = temporaryFolder()
let door: OpenCore
let people: readonly string[] = []
let held: FollowedRoster

beforeAll(async () => {
  door = openCore(folder.path)
  ;({ people } = await smallTownship(door))
  held = followedRoster(undefined, await door.call('roster.follow', { fields: FIELDS }))
})
afterAll(async () => {
  await door.core.close()
  folder.dispose()
})

async function read(): Promise<Output<'roster.read'>> {
  return door.call('roster.read', { fields: FIELDS })
}

/** What was told of the entry; what is held then says it. */
async function follow(): Promise<Output<'roster.follow'>> {
  const told = await door.call('roster.follow', { fields: FIELDS, since: held.mark })
  held = followedRoster(held, told)
  return told
}

const document = { number: '试编〔2026〕9号' }
const cells = (nativePlace: string) =>
  door.call('people.correct', { rows: people.map((personId) => ({ personId, fields: { nativePlace } })) })

/** An act, and how many then come and are told as changed. */
const ACTS: readonly (readonly [string, () => Promise<unknown>, number, number])[] = [
  ['cells typed over', () => cells('试县'), 0, 2],
  ['that taken back', () => door.call('journal.undo', {}), 0, 2],
  ['nothing at all', () => Promise.resolve(), 0, 0],
  [
    'a clerk who leaves',
    () =>
      door.call('event.add', {
        event: {
          type: 'exit',
          on: '2026-11-10',
          document,
          person: people[0] ?? '',
          cause: '31',
          proofs: ['退休审批表'],
        },
      }),
    0,
    1,
  ],
  ['who left is back', () => door.call('journal.undo', {}), 1, 1],
  [
    'somebody new',
    () =>
      door.call('event.add', {
        event: {
          type: 'entry',
          on: '2026-11-01',
          person: { name: '丙某' },
          unit: '党政办公室',
          post: '主任',
          category: 'administrative',
          cause: '考试录用应届毕业生',
          reason: '没有核准文件的旧档',
        },
      }),
    1,
    0,
  ],
]

describe('a followed roster', () => {
  it.each(ACTS)('says what a fresh one says after %s', async (_, act, come, changed) => {
    const before = held
    await act()
    const told = await follow()
    expect({ ...(await read()), mark: held.mark }).toEqual(held)
    expect([told.come.length, told.changed.length]).toEqual([come, changed])
    const known = new Map(before.people.map((person) => [person.personId, person]))
    const touched = new Set([...told.come, ...told.changed].map(({ personId }) => personId))
    const made = held.people.filter((one) => !touched.has(one.personId) && one !== known.get(one.personId))
    expect(made).toEqual([])
  })

  it('tells only the cells that are others', async () => {
    await cells('试省')
    const { changed } = await follow()
    expect(changed).toEqual(people.map((personId) => ({ personId, fields: { nativePlace: '试省' } })))
  })

  it('is told whole where its answer is not known any more, or was one to another question', async () => {
    const whole = await door.call('roster.follow', { fields: FIELDS, since: 'gone' })
    expect(whole.come).toHaveLength(held.people.length)
    expect({ ...followedRoster(held, whole), mark: '' }).toEqual({ ...held, mark: '' })
    const other = await door.call('roster.follow', { fields: ['name'], since: held.mark })
    expect(other.come).toHaveLength(held.people.length)
    const { mark: _, ...now } = followedRoster(held, other)
    expect(now).toEqual(await door.call('roster.read', { fields: ['name'] }))
  })

  it('that is not followed is another one (control)', async () => {
    await cells('试市')
    expect({ ...(await read()), mark: held.mark }).not.toEqual(held)
  })
})
