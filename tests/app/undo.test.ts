import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addEvent } from '../../electron/app/ledger/add-event.ts'
import { addAttachment } from '../../electron/app/ledger/add-attachment.ts'
import { commitImport } from '../../electron/app/import/commit-import.ts'
import { readHistory } from '../../electron/app/ledger/read-history.ts'
import { redoEntry } from '../../electron/app/ledger/redo-entry.ts'
import { undoEntry } from '../../electron/app/ledger/undo-entry.ts'
import { correctPerson } from '../../electron/app/people/correct-person.ts'
import { revealPerson } from '../../electron/app/people/reveal-person.ts'
import { Refusal } from '../../electron/vocabulary/refusals.ts'
import { verifyBook } from '../../electron/store/integrity.ts'
import { commitCommand, readHead } from '../../electron/store/journal.ts'
import { loadFacts } from '../../electron/store/load-facts.ts'
import type { OpenBook } from '../../electron/store/open.ts'
import { replayFacts } from '../../electron/store/replay-journal.ts'
import { noColumns } from '../../electron/vocabulary/person-fields.ts'
import { sampleBytes } from '../fixtures/workbooks.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { makeContext } from '../kit/context.ts'
import { newestEntry, seatPeople } from '../kit/people.ts'
import { stateHash } from '../kit/state-hash.ts'
import { entryCount, unitNamed, withTownship } from '../kit/township.ts'
import { setQuota } from '../kit/set-quota.ts'
import { addPeople } from '../store/invented-township.ts'

const OFFICE = '党政综合办公室'
const FINANCE = '财政所'

const undo = (book: OpenBook, seq?: number) =>
  undoEntry(seq === undefined ? {} : { seq }, makeContext(book, { operation: 'journal.undo' }))
const redo = (book: OpenBook, seq?: number) =>
  redoEntry(seq === undefined ? {} : { seq }, makeContext(book, { operation: 'journal.redo' }))
const history = (book: OpenBook, filter: Parameters<typeof readHistory>[0] = {}) =>
  readHistory(filter, makeContext(book))
const hash = async (book: OpenBook) => stateHash(await loadFacts(book.db))

async function quota(
  book: OpenBook,
  amount: number,
  effectiveOn = '2020-05-01',
  documentNumber = '山编发〔2020〕3号',
  unit = OFFICE,
) {
  return setQuota(book, { unit, amount, on: effectiveOn, number: documentNumber })
}

async function unit(book: OpenBook, name: string, number = '山编发〔2020〕8号') {
  const event = { type: 'unit.establish', on: '2020-05-01', document: { number }, name, kind: 'office' } as const
  const { seq } = await addEvent({ event }, makeContext(book, { operation: 'event.add' }))
  return { seq, unitId: await unitNamed(book, name) }
}

async function refusal(work: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'details'>> {
  try {
    await work
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('was not refused')
}

/** Tables, replay and chain agree. */
async function expectSound(book: OpenBook): Promise<void> {
  expect((await verifyBook(book)).problems).toEqual([])
  expect(await replayFacts(book.db, { seq: (await readHead(book.db)).seq })).toEqual(await loadFacts(book.db))
}

describe('undo and redo', () => {
  it('takes a change of quota back by an entry of its own, and the redo takes that back; nothing leaves the journal', () =>
    withTownship(async (book) => {
      const before = await hash(book)
      await quota(book, 7)
      const after = await hash(book)
      expect(await undo(book)).toEqual({
        seq: 3,
        reverses: 2,
        text: `撤销第 2 条：${OFFICE}行政编制自 2020-05-01 起核增 2 名（5 → 7）`,
      })
      expect(await hash(book)).toBe(before)
      expect(await newestEntry(book)).toMatchObject({
        operation: 'journal.undo',
        reverses: 2,
        effective_on: '2020-05-01',
        document_number: '山编发〔2020〕3号',
      })
      expect(await redo(book)).toEqual({
        seq: 4,
        reverses: 3,
        text: `重做第 2 条：${OFFICE}行政编制自 2020-05-01 起核增 2 名（5 → 7）`,
      })
      expect(await hash(book)).toBe(after)
      expect(await entryCount(book)).toBe(4)
      await expectSound(book)
    }))

  it('undo after undo goes further back, redo comes forward in the same order', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await quota(book, 8, '2021-05-01', '山编发〔2021〕1号')
      const hashes = [await hash(book)]
      expect([(await undo(book)).reverses, (await undo(book)).reverses]).toEqual([3, 2])
      expect(await refusal(undo(book))).toEqual({ code: 'nothing_to_undo', details: {} })
      expect([(await redo(book)).reverses, (await redo(book)).reverses]).toEqual([5, 4])
      expect(await hash(book)).toBe(hashes[0])
      expect(await refusal(redo(book))).toEqual({ code: 'nothing_to_redo', details: {} })
      await expectSound(book)
    }))

  it('the undo of an undo is a redo, and what was done again can be undone again', () =>
    withTownship(async (book) => {
      const before = await hash(book)
      await quota(book, 7)
      const after = await hash(book)
      await undo(book, 2)
      expect(await undo(book, 3)).toMatchObject({ seq: 4, reverses: 3, text: expect.stringContaining('重做第 2 条') })
      expect(await hash(book)).toBe(after)
      expect((await history(book)).redoable).toBeNull()
      expect(await undo(book, 4)).toMatchObject({ seq: 5, reverses: 4, text: expect.stringContaining('撤销第 2 条') })
      expect(await hash(book)).toBe(before)
      expect(await redo(book, 2)).toMatchObject({ seq: 6, reverses: 5 })
      expect(await undo(book)).toMatchObject({ seq: 7, reverses: 2 })
      expect(await hash(book)).toBe(before)
      await expectSound(book)
    }))

  it('does not take back twice', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await undo(book, 2)
      expect(await refusal(undo(book, 2))).toEqual({
        code: 'undo_frozen',
        details: { seq: 2, why: '它已由第 3 条撤销' },
      })
      await redo(book)
      expect(await refusal(undo(book, 3))).toEqual({
        code: 'undo_frozen',
        details: { seq: 3, why: '它已由第 4 条重做' },
      })
      expect(await refusal(undo(book, 99))).toEqual({
        code: 'undo_frozen',
        details: { seq: 99, why: '台账里没有这一条' },
      })
      expect(await entryCount(book)).toBe(4)
    }))

  it('a correction of a person comes back in every column, also one that had been empty', () =>
    withTownship(async (book) => {
      const [personId = ''] = await seatPeople(book, [{ name: '虚构甲', unit: OFFICE }])
      const before = await hash(book)
      const changes = { name: '虚构乙', birth: '1985-07', professionalTitle: '工程师', remark: '核对过' }
      await correctPerson({ personId, reason: '核对档案', changes }, makeContext(book))
      await undo(book)
      expect(await hash(book)).toBe(before)
      await expectSound(book)
    }))

  it('an act in between may be taken back, days later too, where nothing since rests on it', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await unit(book, '退役军人服务站')
      await quota(book, 3, '2022-01-01', '山编发〔2022〕1号', FINANCE)
      const context = makeContext(book, { operation: 'journal.undo', today: '2027-03-01' })
      await undoEntry({ seq: 2, reason: '录错了单位' }, context)
      expect(await newestEntry(book)).toMatchObject({ reverses: 2, reason: '录错了单位' })
      const units = await book.db.selectFrom('unit_version').select('name').execute()
      expect(units.map(({ name }) => name)).toContain('退役军人服务站')
      await expectSound(book)
    }))
})

describe('refused with what came after', () => {
  it('the same row changed since', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await quota(book, 8, '2021-05-01', '山编发〔2021〕1号')
      const state = await hash(book)
      expect(await refusal(undo(book, 2))).toEqual({
        code: 'undo_blocked',
        details: { seq: 2, later: '第 3 条“核增编制”' },
      })
      expect([await hash(book), await entryCount(book)]).toEqual([state, 3])
      await undo(book, 3)
      await undo(book, 2)
      await expectSound(book)
    }))

  it('a later row that refers to one that would go: people and a quota in a unit', () =>
    withTownship(async (book) => {
      await unit(book, '退役军人服务站')
      await seatPeople(book, [{ name: '虚构甲', unit: '退役军人服务站' }])
      await quota(book, 2, '2021-01-01', '山编发〔2021〕1号', '退役军人服务站')
      expect(await refusal(undo(book, 2))).toEqual({
        code: 'undo_blocked',
        details: { seq: 2, later: '第 3 条“导入花名册”、第 4 条“核增编制”' },
      })
      await undo(book, 3)
      expect(await refusal(undo(book, 2))).toEqual({
        code: 'undo_blocked',
        details: { seq: 2, later: '第 4 条“核增编制”' },
      })
    }))

  it('another row that now holds the place: a post filled since, a number given to somebody else', () =>
    withTownship(async (book) => {
      await seatPeople(book, [{ name: '虚构甲', unit: OFFICE }])
      const held = await book.db.selectFrom('holding').selectAll().executeTakeFirstOrThrow()
      const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'person.correct', summary: '调整' }
      await commitCommand(book.db, draft, (_, journal) =>
        journal.update('holding', held.id, { valid_to: '2024-01-01' }),
      )
      await commitCommand(book.db, draft, async (_, journal) => {
        await journal.insert('person', [
          {
            ...noColumns('person'),
            id: 'new',
            name: '虚构乙',
            disputed_id_number: null,
            recorded_at: RECORDED_AT,
          },
        ])
        await journal.insert('holding', [{ ...held, id: 'h-new', person_id: 'new', valid_from: '2024-01-01' }])
      })
      const before = await hash(book)
      expect(await refusal(undo(book, 3))).toEqual({
        code: 'undo_blocked',
        details: { seq: 3, later: '第 4 条“更正人员信息”' },
      })
      expect(await hash(book)).toBe(before)
      await undo(book, 4)
      await undo(book, 3)
      expect((await book.db.selectFrom('holding').select('valid_to').executeTakeFirstOrThrow()).valid_to).toBeNull()
    }))

  it('a redo is refused once a new command has changed the same rows', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await undo(book)
      await quota(book, 9, '2019-01-01', '山编发〔2019〕1号')
      expect(await refusal(redo(book))).toEqual({
        code: 'redo_blocked',
        details: { seq: 2, later: '第 4 条“核增编制”' },
      })
      await undo(book, 4)
      await redo(book, 3)
      await expectSound(book)
    }))

  it('people do not come back into a unit that was abolished since', () =>
    withTownship(async (book) => {
      await unit(book, '退役军人服务站')
      await seatPeople(book, [{ name: '虚构甲', unit: '退役军人服务站', enteredOn: '2021-01' }])
      await undo(book)
      const { id } = await book.db
        .selectFrom('unit_version')
        .select('id')
        .where('name', '=', '退役军人服务站')
        .executeTakeFirstOrThrow()
      const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'event.add', summary: '撤销机构' }
      await commitCommand(book.db, draft, (_, journal) =>
        journal.update('unit_version', id, { valid_to: '2025-01-01' }),
      )
      expect(await refusal(redo(book))).toEqual({
        code: 'redo_blocked',
        details: { seq: 3, later: '第 5 条“登记变动”' },
      })
      await undo(book, 5)
      await redo(book, 3)
      await expectSound(book)
    }))

  it('a document that a later act cites stays when the act that put it on record goes', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await quota(book, 3, '2020-05-01', '山编发〔2020〕3号', FINANCE)
      const after = await hash(book)
      await undo(book, 2)
      const cited = await book.db
        .selectFrom('quota')
        .innerJoin('basis_document', 'basis_document.id', 'quota.document_id')
        .select(['amount', 'number'])
        .where('valid_from', '=', '2020-05-01')
        .execute()
      expect(cited).toEqual([{ amount: 3, number: '山编发〔2020〕3号' }])
      await redo(book)
      expect(await hash(book)).toBe(after)
      await undo(book, 3)
      await undo(book, 2)
      expect(
        await book.db.selectFrom('basis_document').select('number').where('number', '=', '山编发〔2020〕3号').execute(),
      ).toEqual([])
      await expectSound(book)
    }))

  it.each([
    ['book.create', '它建立了这本编制本'],
    ['notice.issue', '张榜的公示不能撤销，另发更正公示'],
  ])('%s stays', (operation, why) =>
    withTownship(async (book) => {
      const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation, summary: '发布公示' }
      if (operation === 'notice.issue') {
        await commitCommand(book.db, draft, (_, journal) =>
          journal.insert('notice', [
            {
              id: 'n',
              number: '1',
              layout: 'tree',
              as_of: '2026-11-22',
              posted_on: '2026-11-22',
              working_days: 5,
              ends_on: '2026-11-29',
              file_name: 'a.xlsx',
              content_sha256: '0'.repeat(64),
              journal_head: '',
              recorded_at: RECORDED_AT,
              checked_by: null,
              checked_on: null,
              reviewed_by: null,
              reviewed_on: null,
              listing_sha256: null,
            },
          ]),
        )
      }
      const seq = await entryCount(book)
      const refused = await refusal(undo(book, seq))
      expect(refused).toMatchObject({ code: 'undo_frozen', details: { seq, why: expect.stringContaining(why) } })
      expect((await history(book)).undoable).toBeNull()
    }),
  )

  it('a look at an ID number is nothing to take back: the last undo passes over it', () =>
    withTownship(async (book) => {
      const [personId = ''] = await seatPeople(book, [{ name: '虚构甲', unit: OFFICE }])
      await revealPerson({ personId, reason: '核对' }, makeContext(book, { operation: 'person.reveal' }))
      expect(await refusal(undo(book, 3))).toMatchObject({
        code: 'undo_frozen',
        details: { why: '它只是查看，没有改动数据' },
      })
      expect((await undo(book)).reverses).toBe(2)
    }))

  it('a row changed behind the journal is left as it is and said', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      book.raw.exec(`UPDATE quota SET amount = 99 WHERE valid_from = '2020-05-01'`)
      expect(await refusal(undo(book))).toEqual({
        code: 'undo_frozen',
        details: { seq: 2, why: '它动过的内容与台账不符，请先校验编制本' },
      })
      expect((await verifyBook(book)).problems).toHaveLength(1)
    }))
})

describe('events', () => {
  const increase = (book: OpenBook, by: number, on: string, correction = false) => {
    const event = {
      type: 'quota.increase',
      on,
      unit: OFFICE,
      category: 'administrative',
      by,
      document: { number: `山编办〔${on.slice(0, 4)}〕5号` },
      ...(correction ? { reason: '漏登' } : {}),
    } as const
    return addEvent({ event, correction }, makeContext(book, { operation: 'event.add' }))
  }

  it('are called what happened, marked as corrections, and taken back with their row in the ledger', () =>
    withTownship(async (book) => {
      const before = await hash(book)
      await increase(book, 1, '2026-11-20')
      const after = await hash(book)
      await increase(book, 2, '2026-11-21', true)
      expect(
        (await history(book)).entries
          .map(({ title, correction, operation }) => [title, correction, operation])
          .slice(0, 2),
      ).toEqual([
        ['核增编制', true, 'event.add'],
        ['核增编制', false, 'event.add'],
      ])
      expect((await history(book, { search: '核增' })).total).toBe(2)
      expect(await refusal(undo(book, 2))).toEqual({
        code: 'undo_blocked',
        details: { seq: 2, later: '第 3 条“核增编制”' },
      })
      await undo(book)
      expect(await hash(book)).toBe(after)
      await undo(book)
      expect(await hash(book)).toBe(before)
      expect(await book.db.selectFrom('ledger_event').select('id').execute()).toEqual([])
      await expectSound(book)
    }))

  it('a scan taken back leaves its bytes, so that the redo has them', () =>
    withTownship(async (book) => {
      const context = makeContext(book, { operation: 'attachment.add' })
      await addAttachment(
        { documentNumber: '山编办〔2006〕12号', fileId: context.stage('批文.pdf', Buffer.from('%PDF-1.4 批文')) },
        context,
      )
      const after = await hash(book)
      await undo(book)
      expect(await book.db.selectFrom('attachment').select('id').execute()).toEqual([])
      expect(await book.db.selectFrom('attachment_file').select('sha256').execute()).toHaveLength(1)
      await redo(book)
      expect(await hash(book)).toBe(after)
      await expectSound(book)
    }))
})

describe('an import', () => {
  it('goes and comes back whole', () =>
    withTownship(async (book) => {
      const before = await hash(book)
      const context = makeContext(book, { operation: 'import.commit' })
      await commitImport({ fileId: context.stage('山溪乡花名册.xlsx', sampleBytes()) }, context)
      const after = await loadFacts(book.db)
      expect((await undo(book)).text).toMatch(/^撤销第 2 条：导入花名册：/)
      expect(await hash(book)).toBe(before)
      await redo(book)
      expect(await loadFacts(book.db)).toEqual(after)
      await expectSound(book)
    }, 'none'))

  it('of 10,000 people is taken back and done again whole', () =>
    withTownship(async (book) => {
      await commitCommand(
        book.db,
        { recordedAt: RECORDED_AT, actor: '经办人', operation: 'unit.create', summary: '设立' },
        (_, journal) => journal.insert('unit', [{ id: 'u2', recorded_at: RECORDED_AT }]),
      )
      const before = await hash(book)
      await addPeople(book, 'a', 10_000)
      const after = await hash(book)
      for (const [act, expected] of [
        [undo, before],
        [redo, after],
      ] as const) {
        await act(book)
        expect(await hash(book)).toBe(expected)
      }
    }, 'none'))
})

type Step =
  | {
      readonly do: 'quota'
      readonly unit: number
      readonly amount: number
      readonly year: number
      readonly document: number
    }
  | { readonly do: 'unit'; readonly document: number }
  | { readonly do: 'correct'; readonly who: number; readonly name: number; readonly education: string | null }
  | { readonly do: 'seat' }
  | { readonly do: 'rows'; readonly who: number; readonly how: 'rename' | 'end' | 'drop' | 'number' }
  | { readonly do: 'undo' | 'redo'; readonly seq: number | null }
  | { readonly do: 'there and back'; readonly seq: number | null }

const seq = fc.option(fc.integer({ min: 1, max: 18 }))
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('quota' as const),
    unit: fc.nat(2),
    amount: fc.nat(9),
    year: fc.integer({ min: 2018, max: 2024 }),
    document: fc.nat(2),
  }),
  fc.record({ do: fc.constant('unit' as const), document: fc.nat(2) }),
  fc.record({
    do: fc.constant('correct' as const),
    who: fc.nat(5),
    name: fc.nat(9),
    education: fc.constantFrom('大专', null),
  }),
  fc.record({ do: fc.constant('seat' as const) }),
  fc.record({
    do: fc.constant('rows' as const),
    who: fc.nat(5),
    how: fc.constantFrom('rename' as const, 'end' as const, 'drop' as const, 'number' as const),
  }),
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), seq }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('there and back' as const), seq }) },
)

/** What the steps came to: a property whose steps are all refused would prove nothing. */
const tally = { undone: 0, redone: 0, refused: 0 }

async function run(book: OpenBook, each: Step): Promise<void> {
  const people = await book.db.selectFrom('person').select('id').orderBy('id').execute()
  const somebody = 'who' in each ? people[each.who % Math.max(1, people.length)]?.id : undefined
  switch (each.do) {
    case 'quota':
      return void (await quota(
        book,
        each.amount,
        `${each.year}-01-01`,
        `试编办〔2020〕${each.document}号`,
        [OFFICE, FINANCE, '文化服务中心'][each.unit],
      ))
    case 'unit':
      return void (await unit(book, `新设机构${await entryCount(book)}`, `试编办〔2020〕${each.document}号`))
    case 'seat':
      return void (await seatPeople(book, [{ name: '虚构', unit: OFFICE, idNumber: null }]))
    case 'correct':
      if (somebody !== undefined)
        await correctPerson(
          { personId: somebody, reason: '核对', changes: { name: `虚构${each.name}`, education: each.education } },
          makeContext(book),
        )
      return
    case 'rows':
      if (somebody !== undefined) await changeRows(book, somebody, each.how)
      return
    case 'undo':
      await undo(book, each.seq ?? undefined)
      tally.undone += 1
      return
    case 'redo':
      await redo(book, each.seq ?? undefined)
      tally.redone += 1
      return
    case 'there and back':
      await thereAndBack(book, each.seq ?? undefined)
      tally.undone += 1
      tally.redone += 1
  }
}

async function thereAndBack(book: OpenBook, seq: number | undefined): Promise<void> {
  const before = await hash(book)
  const done = await undo(book, seq)
  await undo(book, done.seq)
  expect(await hash(book)).toBe(before)
}

/** @returns true for a step that was refused, as it may be. */
async function isRefused(book: OpenBook, each: Step): Promise<boolean> {
  try {
    await run(book, each)
    return false
  } catch (error) {
    if (!mayRefuse(each, error)) throw error
    tally.refused += 1
    return true
  }
}

async function expectState(book: OpenBook, entries: number, state: string): Promise<void> {
  expect([await entryCount(book), await hash(book)]).toEqual([entries, state])
}

function changeRows(book: OpenBook, personId: string, how: 'rename' | 'end' | 'drop' | 'number') {
  const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'person.correct', summary: '改动' }
  return commitCommand(book.db, draft, async (tx, journal) => {
    const held = await tx.selectFrom('holding').select('id').where('person_id', '=', personId).execute()
    if (how === 'rename') await journal.update('person', personId, { name: '改名', ethnicity: null })
    else if (how === 'number') await journal.update('person', personId, { id_number: '110101198506169912' })
    else if (how === 'drop')
      await journal.removeMany(
        'holding',
        held.map(({ id }) => id),
      )
    else for (const { id } of held) await journal.update('holding', id, { valid_to: '2025-01-01', exit_cause: '31' })
  })
}

const EXPECTED = new Set(['undo_blocked', 'redo_blocked', 'undo_frozen', 'nothing_to_undo', 'nothing_to_redo'])

/** An undo is refused in its own words; of the other steps the database refuses some, as it should. */
function mayRefuse(each: Step, error: unknown): boolean {
  if (each.do === 'undo' || each.do === 'redo' || each.do === 'there and back')
    return error instanceof Refusal && EXPECTED.has(error.code)
  return (
    error instanceof Refusal ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT'))
  )
}

it('whatever is done, undone and done again: tables are the replay, the chain verifies, there and back is where it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      await withTownship(async (book) => {
        await seatPeople(book, [
          { name: '虚构甲', unit: OFFICE, idNumber: null },
          { name: '虚构乙', unit: FINANCE, category: 'institution' },
        ])
        for (const each of steps) {
          const [entries, before] = [await entryCount(book), await hash(book)]
          if (await isRefused(book, each)) await expectState(book, entries, before)
        }
        await expectSound(book)
      })
    }),
    { numRuns: 100 },
  )
  expect(Math.min(tally.undone, tally.redone, tally.refused)).toBeGreaterThan(25)
})

describe('history', () => {
  it('is told newest first, with what was taken back by what', () =>
    withTownship(async (book) => {
      await quota(book, 7)
      await undo(book)
      await redo(book)
      await undo(book, 2)
      const { entries, total, undoable, redoable } = await history(book)
      expect(total).toBe(5)
      expect(entries.map(({ seq, title, reverses, reversedBy }) => [seq, title, reverses, reversedBy])).toEqual([
        [5, '撤销', 2, undefined],
        [4, '重做', 3, undefined],
        [3, '撤销', 2, undefined],
        [2, '核增编制', undefined, 5],
        [1, '新建编制本', undefined, undefined],
      ])
      expect([undoable, redoable]).toEqual([null, 5])
      expect((await redo(book)).reverses).toBe(redoable)
      expect((await history(book)).undoable).toBe(2)
    }))

  it('says what a correction changed, under the present name, never a whole ID number', () =>
    withTownship(async (book) => {
      const [personId = ''] = await seatPeople(book, [{ name: '虚构甲', unit: OFFICE }])
      await correctPerson(
        { personId, reason: '核对档案', changes: { education: '大专', idNumber: null } },
        makeContext(book),
      )
      await correctPerson({ personId, reason: '改名', changes: { name: '虚构丙' } }, makeContext(book))
      const [renamed, corrected] = (await history(book)).entries
      expect(renamed).toMatchObject({
        text: '更正虚构丙的姓名（名称（姓名）：虚构甲 → 虚构丙）',
        correction: true,
        reason: '改名',
      })
      expect(corrected?.text).toMatch(
        /^更正虚构丙的身份证号、学历（身份证号：360111\*{8}\w{4} → 空，学历：大学本科 → 大学专科）$/,
      )
    }))

  it('finds the entries of a person by name, former name, ID number or id, also of one who is no more in the book', () =>
    withTownship(async (book) => {
      const [personId = ''] = await seatPeople(book, [{ name: '虚构甲', unit: OFFICE }])
      await seatPeople(book, [{ name: '另一人', unit: OFFICE, birth: '1990-01-01' }])
      await correctPerson({ personId, reason: '改名', changes: { name: '虚构丙' } }, makeContext(book))
      await revealPerson({ personId, reason: '核对' }, makeContext(book, { operation: 'person.reveal' }))
      const { id_number: number } = await book.db
        .selectFrom('person')
        .select('id_number')
        .where('id', '=', personId)
        .executeTakeFirstOrThrow()
      const of = async (person: string) => (await history(book, { person })).entries.map(({ seq }) => seq)
      for (const who of [personId, '虚构甲', '虚构丙', number ?? '']) expect(await of(who)).toEqual([5, 4, 2])
      expect(await of('另一人')).toEqual([3])
      expect(await of('构丙')).toEqual([5, 4, 2])
      expect(await of('没有此人')).toEqual([])
      await undo(book, 4)
      await undo(book, 2)
      expect(await of('虚构甲')).toEqual([7, 6, 5, 4, 2])
      expect((await history(book)).entries.find(({ seq }) => seq === 5)?.text).toBe('查看了虚构甲的完整身份证号')
    }))

  it('finds the entries of a unit, of a document and of a text, between days', () =>
    withTownship(async (book) => {
      await quota(book, 7, '2020-05-01', '山编发〔2020〕3号')
      await quota(book, 3, '2021-05-01', '山编发〔2021〕1号', FINANCE)
      await seatPeople(book, [
        { name: '虚构甲', unit: FINANCE, category: 'institution', entryDocumentNumber: '山人社〔2010〕99号' },
      ])
      const of = async (filter: Parameters<typeof history>[1]) =>
        (await history(book, filter)).entries.map(({ seq }) => seq)
      expect(await of({ unit: FINANCE })).toEqual([4, 3, 1])
      expect(await of({ unit: OFFICE })).toEqual([2, 1])
      expect(await of({ document: '〔2020〕3' })).toEqual([2])
      expect(await of({ document: '山人社〔2010〕99号' })).toEqual([4])
      expect(await of({ document: '山编发' })).toEqual([3, 2])
      expect(await of({ search: '核增 3 名' })).toEqual([3])
      expect(await of({ search: '虚构' })).toEqual([4])
      expect(await of({ search: '导入花名册' })).toEqual([4])
      expect(await of({ from: '2020-05-01', to: '2020-05-01' })).toEqual([2])
      expect(await of({ from: '2026-11-22' })).toEqual([4])
      expect(await of({ unit: FINANCE, document: '山编发' })).toEqual([3])
      expect(await of({ before: 4, limit: 2 })).toEqual([3, 2])
      expect((await history(book, { before: 4, limit: 2 })).total).toBe(4)
    }))

  it('marks what was registered after its time, but not the beginning of the book, nor an undo', () =>
    withTownship(async (book) => {
      await quota(book, 7, '2020-05-01')
      await quota(book, 8, '2026-11-20', '山编发〔2026〕1号')
      await quota(book, 9, '2027-01-01', '山编发〔2026〕2号')
      await undo(book, 4)
      expect((await history(book)).entries.map(({ seq, late }) => [seq, late])).toEqual([
        [5, false],
        [4, false],
        [3, false],
        [2, true],
        [1, false],
      ])
    }))
})
