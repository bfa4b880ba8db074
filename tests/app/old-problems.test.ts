import { expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { previewEvent } from '../../electron/app/ledger/preview-event.ts'
import { setGate } from '../../electron/app/findings/set-gate.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { makeContext } from '../kit/context.ts'
import { OFFICE, withOffice, type EventInput } from '../kit/office-full.ts'
import { inventedId, type SeatedPerson } from '../kit/people.ts'

/* An event is judged by what it creates: what was wrong before, and is the same fact after, stands in nobody's way. */

const VILLAGE = '新农村建设办公室'
const PAPER = { number: '山委〔2026〕11号' }
const ID = inventedId('1984-03-03')
/** One ID number on two people, in dispute since they were imported; and two heads of one office. */
const DISPUTED: readonly SeatedPerson[] = [
  { name: '窦一', unit: VILLAGE, birth: '1984-03-03', idNumber: ID },
  { name: '周一', unit: OFFICE, birth: '1984-03-03', idNumber: null, disputedIdNumber: ID },
  { name: '吴一', unit: VILLAGE, birth: '1983-03-03', title: '主任' },
  { name: '吴二', unit: VILLAGE, birth: '1982-03-03', title: '主任' },
]
const withDispute = (work: (book: OpenBook) => Promise<void>) => withOffice(0, (book) => work(book), DISPUTED)
const add = (book: OpenBook, event: EventInput) => addEvent({ event }, makeContext(book, { operation: 'event.add' }))
const created = async (book: OpenBook, event: EventInput, rule: string) =>
  (await previewEvent({ event }, makeContext(book))).created.filter((finding) => finding.rule === rule)

const on = '2026-11-20'
const EVENTS: readonly (readonly [string, EventInput])[] = [
  ['move', { type: 'move', on, person: '窦一', unit: OFFICE, post: '科员', document: PAPER }],
  ['unit.merge', { type: 'unit.merge', on, document: PAPER, units: [VILLAGE], into: OFFICE, reason: '机构改革' }],
  [
    'unit.merge into a new one',
    { type: 'unit.merge', on, document: PAPER, units: [VILLAGE, OFFICE], into: '综合办公室', kind: 'office' },
  ],
  ['unit.rename', { type: 'unit.rename', on, document: PAPER, unit: VILLAGE, name: '乡村振兴办公室' }],
  [
    'batch.transfer',
    { type: 'batch.transfer', on, people: ['窦一', '吴一'], unit: OFFICE, document: PAPER, reason: '改革' },
  ],
  ['secondment.out', { type: 'secondment.out', on, person: '窦一', to: '县农业农村局', until: '2027-02-20' }],
  ['appoint', { type: 'appoint', on, person: '周一', post: '副主任' }],
  ['concurrent.begin', { type: 'concurrent.begin', on, person: '周一', unit: VILLAGE, post: '联络员' }],
  ['exit', { type: 'exit', on, person: '窦一', cause: '32', proofs: ['辞职申请', '单位研究意见'] }],
]

it.each(EVENTS)('%s goes in although an ID number was in dispute and a title held twice before', (_name, event) =>
  withDispute(async (book) => {
    expect(await created(book, event, 'D1')).toEqual([])
    expect(await created(book, event, 'D9')).toEqual([])
    await add(book, event)
  }),
)

it('a line that was over before is over after a merger or a rename; only what is more than it was is new', () =>
  withOffice(
    5,
    async (book) => {
      await setGate({ rule: 'A1', gate: 'block' }, makeContext(book, { operation: 'gate.set' }))
      const cut: EventInput = {
        type: 'quota.decrease',
        on,
        document: PAPER,
        unit: OFFICE,
        category: 'administrative',
        by: 1,
      }
      await expect(add(book, cut)).rejects.toMatchObject({ code: 'event_blocked' })
      await setGate({ rule: 'A1', gate: null }, makeContext(book, { operation: 'gate.set' }))
      await add(book, { ...cut, by: 2 })
      await setGate({ rule: 'A1', gate: 'block' }, makeContext(book, { operation: 'gate.set' }))
      const day = '2026-11-21'
      await add(book, { type: 'unit.rename', on: day, document: PAPER, unit: OFFICE, name: '综合办' })
      // Two over in the one, two seats vacant in the other: nothing over in the end; then two over once more, merged into a third.
      const merge: EventInput = {
        type: 'unit.merge',
        on: day,
        document: PAPER,
        units: ['综合办'],
        into: '大办公室',
        kind: 'office',
      }
      expect(await created(book, merge, 'A1')).toEqual([])
      await add(book, merge)
      await expect(add(book, { ...cut, unit: '大办公室', on: '2026-11-22' })).rejects.toMatchObject({
        code: 'event_blocked',
      })
    },
    [],
  ))
