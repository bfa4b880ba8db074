import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { readPosts } from '../../electron/app/people/read-posts.ts'
import { makeContext } from '../kit/context.ts'
import { NEWCOMER, OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { unitNamed } from '../kit/township.ts'
import type { OpenBook } from '../../electron/store/open.ts'

const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))
const posts = async (book: OpenBook, more: Parameters<typeof readPosts>[0] = {}) =>
  (await readPosts(more, makeContext(book))).posts

it('a post planned is vacant from its day, in use once somebody sits in it, and remembers them when they have left', () =>
  withOffice(0, async (book) => {
    await add(book, { type: 'post.plan', on: '2026-11-01', unit: OFFICE, post: '科员' })
    expect(await posts(book)).toMatchObject([
      { unit: OFFICE, title: '科员', state: 'planned', holder: null, vacantDays: 21, before: [] },
    ])
    await add(book, NEWCOMER)
    expect(await posts(book)).toMatchObject([{ state: 'inUse', holder: '新一', vacantDays: null, before: [] }])
    expect(await posts(book, { asOf: '2026-11-19' })).toMatchObject([
      { state: 'planned', holder: null, vacantDays: 18 },
    ])
    await add(book, {
      type: 'exit',
      on: '2026-11-21',
      person: '新一',
      cause: '37',
      document: { number: '山人社〔2026〕9号' },
    })
    expect(await posts(book)).toMatchObject([
      { holder: null, vacantDays: 1, before: [{ name: '新一', from: '2026-11-20', to: '2026-11-21' }] },
    ])
  }))

it('nobody is put into a frozen post, and one that is held is not abolished', () =>
  withOffice(0, async (book) => {
    await add(book, { type: 'post.plan', on: '2026-11-01', unit: OFFICE, post: '科员' })
    await add(book, { type: 'post.freeze', on: '2026-11-10', unit: OFFICE, post: '科员' })
    await expect(add(book, NEWCOMER)).rejects.toMatchObject({
      code: 'event_impossible',
      details: { why: expect.stringContaining('已冻结') },
    })
    await add(book, { type: 'post.unfreeze', on: '2026-11-15', unit: OFFICE, post: '科员' })
    await add(book, NEWCOMER)
    await expect(
      add(book, { type: 'post.abolish', on: '2026-11-22', unit: OFFICE, post: '科员' }),
    ).rejects.toMatchObject({ code: 'event_impossible' })
  }))

it('of one unit only when asked; of an unknown one refused; before the book knew nothing, nothing', () =>
  withOffice(2, async (book) => {
    await add(book, { type: 'post.plan', on: '2026-11-01', unit: '财政所', post: '会计' })
    expect((await posts(book)).map((post) => post.unit)).toEqual([OFFICE, OFFICE, '财政所'])
    expect((await posts(book, { unitId: await unitNamed(book, '财政所') })).map((post) => post.title)).toEqual(['会计'])
    await expect(posts(book, { unitId: 'nobody' })).rejects.toMatchObject({ code: 'unit_not_found' })
    expect(await posts(book, { asOf: '2026-11-22', believedOn: '2026-11-20' })).toEqual([])
    expect(await posts(book, { asOf: '2026-11-22', believedOn: '2026-11-22' })).toHaveLength(3)
  }))
