import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { carryFromDay } from '../../../../electron/domain/ledger/planning/carry-from-day.ts'
import { applyWrites, type EventTools, type FactWrite } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { beginHolding, goOnAs } from '../../../../electron/domain/ledger/planning/holding-row.ts'
import {
  documentPiece,
  endRow,
  eventRow,
  insertRow,
  newPersonPiece,
  optionalDocument,
  removeRow,
  setFromDay,
  splitRange,
  textOrNull,
  updateRow,
  type EventDocument,
} from '../../../../electron/domain/ledger/planning/pieces.ts'
import { setPostState, seatable } from '../../../../electron/domain/ledger/planning/post-state.ts'
import { touchedLines } from '../../../../electron/domain/ledger/planning/touched-lines.ts'
import { FACTS_SUCCESSION } from '../../../../electron/domain/ledger/snapshot/facts-origin.ts'
import { factBook, held } from '../../../kit/fact-book.ts'

/* The parts events are planned from, each by itself: which rows end, which begin, which stay. */

const NOW = '2026-11-22T03:00:00.000Z'
function desk(): EventTools {
  let made = 0
  return { newId: () => `新${(made += 1)}`, recordedAt: NOW, today: '2026-11-22' }
}
const FACTS = factBook({
  units: [{ name: '党政办', quotas: { administrative: 3 } }],
  people: [{ name: '甲', holdings: [held('党政办', { from: '2015-01-01' })] }],
})
/** The row a write puts in. */
function insertedBy(write: FactWrite | undefined): Readonly<Record<string, unknown>> {
  if (write?.op !== 'insert') throw new Error('no row is put in')
  return { ...write.row }
}
const range = (id: string, valid_from: string, valid_to: string | null = null) => ({ id, valid_from, valid_to })

describe('行的起止', () => {
  it('a running row ends on the day, one that would only begin is taken out, one that is over stays', () => {
    const end = (from: string, to: string | null) => endRow('nameplate', range('a', from, to), '2020-01-01')
    const ended = [updateRow('nameplate', 'a', { valid_to: '2020-01-01' })]
    expect(end('2019-12-31', null)).toEqual(ended)
    expect(end('2019-12-31', '2020-01-02')).toEqual(ended)
    expect(end('2019-12-31', '2020-01-01')).toEqual([])
    expect(end('2018-01-01', '2019-01-01')).toEqual([])
    expect(end('2020-01-01', null)).toEqual([removeRow('nameplate', 'a')])
    expect(end('2021-01-01', '2022-01-01')).toEqual([removeRow('nameplate', 'a')])
  })

  it('a value from a day on closes what runs, replaces what begins then, and leaves what comes later', () => {
    const [past, running, begun, coming, later] = [
      range('过', '2010-01-01', '2015-01-01'),
      range('正', '2015-01-01', '2021-01-01'),
      range('始', '2020-01-01', '2025-01-01'),
      range('将', '2023-01-01'),
      range('远', '2024-01-01'),
    ]
    expect(splitRange([later, coming, begun, running, past], '2020-01-01')).toEqual({
      closes: [running],
      replaces: [begun],
      validTo: '2021-01-01',
    })
    expect(splitRange([later, coming, begun], '2020-01-01').validTo).toBe('2023-01-01')
    expect(splitRange([past], '2020-01-01')).toEqual({ closes: [], replaces: [], validTo: null })
    expect(splitRange([range('开', '2015-01-01')], '2020-01-01').validTo).toBeNull()
  })

  it('setting it writes exactly that', () => {
    const own = (id: string, valid_from: string, valid_to: string | null) => ({
      ...range(id, valid_from, valid_to),
      unit_id: '党政办',
      name: id,
      document_id: null,
      recorded_at: NOW,
    })
    const fresh = (made: { readonly valid_from: string; readonly valid_to: string | null }) =>
      own('新', made.valid_from, made.valid_to)
    expect(
      setFromDay(
        'nameplate',
        [own('正', '2015-01-01', '2021-01-01'), own('始', '2020-01-01', null), own('将', '2020-06-01', null)],
        '2020-01-01',
        fresh,
      ),
    ).toEqual([
      updateRow('nameplate', '正', { valid_to: '2020-01-01' }),
      removeRow('nameplate', '始'),
      insertRow('nameplate', own('新', '2020-01-01', '2020-06-01')),
    ])
  })

  it('a changed column is carried through later versions that still bear the old value, to the first that does not', () => {
    const version = (id: string, from: string, to: string | null, name: string) => ({ ...range(id, from, to), name })
    const versions = [
      version('丁', '2024-01-01', null, '旧'),
      version('丙', '2022-01-01', '2024-01-01', '别'),
      version('乙', '2020-01-01', '2022-01-01', '旧'),
      version('甲', '2010-01-01', '2020-01-01', '旧'),
    ]
    const carried = (day: string, value: string) =>
      carryFromDay(versions, day, 'name', value).map(({ op, row }) => `${op} ${row.id}`)
    expect(carried('2015-01-01', '新')).toEqual(['split 甲', 'set 乙'])
    expect(carried('2010-01-01', '新')).toEqual(['set 甲', 'set 乙'])
    expect(carried('2020-01-01', '新')).toEqual(['set 乙'])
    expect(carried('2019-12-31', '新')).toEqual(['split 甲', 'set 乙'])
    expect(carried('2023-01-01', '新')).toEqual(['split 丙'])
    expect(carried('2030-01-01', '新')).toEqual(['split 丁'])
    expect(carried('2015-01-01', '旧')).toEqual([])
    expect(carried('2009-12-31', '新')).toEqual([])
  })
})

describe('写下的行', () => {
  it('are applied to a copy in their order; what is not there changes nothing', () => {
    const [own] = FACTS.holding
    if (own === undefined) throw new Error('no holding')
    const next = applyWrites(FACTS, [
      insertRow('holding', { ...own, id: '新任' }),
      updateRow('holding', '甲-任0', { remark: '记一笔' }),
      updateRow('holding', '没有', { remark: '记一笔' }),
      removeRow('quota', '党政办-administrative'),
      removeRow('quota', '没有'),
    ])
    expect(next.holding).toEqual([
      { ...own, remark: '记一笔' },
      { ...own, id: '新任' },
    ])
    expect(next.quota).toEqual([])
    expect(next.person).toBe(FACTS.person)
    expect(FACTS.holding).toEqual([own])
    expect(FACTS.quota).toHaveLength(1)
  })

  it('facts that writes have made know what they came from; without a write there is nothing to know', () => {
    const made = applyWrites(FACTS, [removeRow('quota', '党政办-administrative')])
    expect(FACTS_SUCCESSION.take(made)).toBe(FACTS)
    expect(FACTS_SUCCESSION.take(applyWrites(FACTS, []))).toBeUndefined()
  })

  it('a new 任职 says only what is given, and is not counted unless asked for', () => {
    const begun = beginHolding(
      { person_id: '甲', post_id: null, kind: 'secondedOut', valid_from: '2020-01-01' },
      desk(),
    )
    expect(begun).toMatchObject({
      op: 'insert',
      table: 'holding',
      row: {
        id: '新1',
        person_id: '甲',
        kind: 'secondedOut',
        valid_from: '2020-01-01',
        recorded_at: NOW,
        occupies_quota: 0,
        occupies_leadership: 0,
        overlap_allowed: 0,
      },
    })
    const { id: _id, recorded_at: _at, ...row } = insertedBy(begun)
    expect(new Set(Object.values(row))).toEqual(new Set(['甲', null, 'secondedOut', '2020-01-01', 0]))
  })

  it('a holding that goes on: its past stays, a cause of leaving goes with the later half, another post begins 任现职 anew', () => {
    const own = {
      ...FACTS.holding[0],
      post_since: '2016-03',
      exit_cause: '31',
      valid_to: '2027-01-01',
    } as never as (typeof FACTS.holding)[number]
    expect(goOnAs(own, '2015-01-01', { category: 'institution' }, desk())).toEqual([
      updateRow('holding', own.id, { category: 'institution' }),
    ])
    expect(goOnAs(own, '2015-01-01', { post_id: '别岗' }, desk())).toEqual([
      updateRow('holding', own.id, { post_since: null, post_id: '别岗' }),
    ])
    expect(goOnAs(own, '2020-01-01', { post_id: '别岗' }, desk())).toEqual([
      updateRow('holding', own.id, { valid_to: '2020-01-01', exit_cause: null }),
      insertRow('holding', {
        ...own,
        id: '新1',
        post_id: '别岗',
        post_since: null,
        valid_from: '2020-01-01',
        recorded_at: NOW,
      }),
    ])
    const same = goOnAs(own, '2020-01-01', { post_id: own.post_id }, desk())
    expect(same[1]).toMatchObject({ row: { post_since: '2016-03', exit_cause: '31', valid_to: '2027-01-01' } })
  })

  it('a line is touched once, and only where both its unit and its category are known', () => {
    expect(
      touchedLines(
        ['甲', 'administrative'],
        ['甲', 'worker'],
        ['甲', 'administrative'],
        [null, 'worker'],
        ['乙', null],
      ),
    ).toEqual([
      { unitId: '甲', category: 'administrative' },
      { unitId: '甲', category: 'worker' },
    ])
  })
})

describe('依据文件', () => {
  const ledger = ledgerBook(FACTS)
  const known: EventDocument = { number: '山编办〔2000〕1号' }

  it('a known one is left as it is, but gets what it still lacks, and only that', () => {
    expect(documentPiece(ledger, known, desk())).toEqual({ id: '批文', writes: [] })
    expect(documentPiece(ledger, { ...known, title: '', issuer: '' }, desk()).writes).toEqual([])
    for (const [said, column] of [
      [{ title: '批复' }, { title: '批复' }],
      [{ issuer: '县编委' }, { issuing_body: '县编委' }],
      [{ issuedOn: '2000-01-01' }, { issued_on: '2000-01-01' }],
    ] as const)
      expect(documentPiece(ledger, { ...known, ...said }, desk()).writes).toEqual([
        updateRow('basis_document', '批文', column),
      ])
    const full = ledgerBook({
      ...FACTS,
      basis_document: FACTS.basis_document.map((row) => ({
        ...row,
        title: '原题',
        issuing_body: '原机关',
        issued_on: '1999-12-31',
      })),
    })
    expect(
      documentPiece(full, { ...known, title: '批复', issuer: '县编委', issuedOn: '2000-01-01' }, desk()).writes,
    ).toEqual([])
  })

  it('a new one is a row with what was said of it; none is none', () => {
    expect(documentPiece(ledger, { number: '山编办〔2026〕9号', issuer: '县编委', title: '' }, desk())).toEqual({
      id: '新1',
      writes: [
        insertRow('basis_document', {
          id: '新1',
          number: '山编办〔2026〕9号',
          title: null,
          issuing_body: '县编委',
          issued_on: null,
          recorded_at: NOW,
        }),
      ],
    })
    expect(optionalDocument(ledger, undefined, desk())).toEqual({ id: null, writes: [] })
    expect(optionalDocument(ledger, known, desk())).toEqual({ id: '批文', writes: [] })
  })

  it('the event on record: what was said, emptied fields as none', () => {
    expect(eventRow({ type: 'exit', on: '2026-11-01' }, {}, desk())).toEqual(
      insertRow('ledger_event', {
        id: '新1',
        type: 'exit',
        effective_on: '2026-11-01',
        person_id: null,
        unit_id: null,
        other_unit_id: null,
        category: null,
        cause: null,
        document_number: null,
        proofs: '[]',
        note: null,
        is_correction: 0,
        recorded_at: NOW,
      }),
    )
    expect(
      eventRow(
        { type: 'move', on: '2026-11-01', document: known, proofs: ['函'], note: '写在后面' },
        { personId: '甲', unitId: '党政办', otherUnitId: '经发办', category: 'worker', cause: '12' },
        desk(),
      ),
    ).toMatchObject({
      row: {
        person_id: '甲',
        unit_id: '党政办',
        other_unit_id: '经发办',
        category: 'worker',
        cause: '12',
        document_number: known.number,
        proofs: '["函"]',
        note: '写在后面',
      },
    })
    expect(['', undefined, '有'].map(textOrNull)).toEqual([null, null, '有'])
  })
})

describe('新来的人', () => {
  it('has a row and a first version; 档案补充 only where something of it was said, an emptied field says nothing', () => {
    const plain = newPersonPiece({ name: '新甲', sex: '女', education: '', nativePlace: '' }, '2026-11-01', desk())
    expect(plain.writes.map((write) => `${write.op} ${write.table}`)).toEqual([
      'insert person',
      'insert person_version',
    ])
    expect(plain.writes[0]).toMatchObject({ row: { id: plain.id, name: '新甲', sex: '女', disputed_id_number: null } })
    expect(plain.writes[1]).toMatchObject({
      row: { person_id: plain.id, education: null, valid_from: '2026-11-01', valid_to: null, recorded_at: NOW },
    })
    const told = newPersonPiece({ name: '新乙', nativePlace: '江西抚州', education: '大学本科' }, '2026-11-01', desk())
    const [, version, file] = told.writes
    expect(version).toMatchObject({ row: { education: '大学本科' } })
    expect(file).toMatchObject({
      table: 'record',
      row: {
        kind: 'personFile',
        person_id: told.id,
        unit_id: null,
        document_number: null,
        valid_from: '2026-11-01',
        valid_to: null,
      },
    })
    const content: unknown = JSON.parse(String(insertedBy(file)['content']))
    expect(content).toMatchObject({ nativePlace: '江西抚州', birthplace: null })
    expect(content).not.toHaveProperty('name')
  })
})

describe('岗位的状态', () => {
  const version = (id: string, from: string, to: string | null, state: 'planned' | 'inUse' | 'frozen') => ({
    ...range(id, from, to),
    post_id: id.slice(0, 1),
    unit_id: '党政办',
    title: '干事',
    leadership: null,
    state,
    recorded_at: '2020-01-01T00:00:00.000Z',
  })

  it('is set from the day, carried on, and of that post alone', () => {
    const versions = [
      version('岗1', '2010-01-01', '2020-01-01', 'planned'),
      version('岗2', '2020-01-01', null, 'planned'),
      version('别1', '2010-01-01', null, 'planned'),
    ]
    expect(setPostState(versions, '岗', '2015-01-01', 'frozen', desk())).toEqual([
      updateRow('post_version', '岗1', { valid_to: '2015-01-01' }),
      insertRow('post_version', {
        ...version('岗1', '2015-01-01', '2020-01-01', 'frozen'),
        id: '新1',
        recorded_at: NOW,
      }),
      updateRow('post_version', '岗2', { state: 'frozen' }),
    ])
    expect(setPostState(versions, '岗', '2015-01-01', 'planned', desk())).toEqual([])
  })

  it('takes somebody while it is planned or in use', () => {
    const states = ['planned', 'inUse', 'frozen', 'abolished'] as const
    expect(states.map((state) => seatable({ state }))).toEqual([true, true, false, false])
  })
})
