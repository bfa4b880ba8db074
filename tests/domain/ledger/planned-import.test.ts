import { describe, expect, test } from 'vitest'
import { factsAfterImport } from '../../../electron/domain/ledger/planning/planned-import.ts'
import { snapshotAt } from '../../../electron/domain/ledger/snapshot/snapshot-at.ts'
import { emptyDraft, type PlannedWrites } from '../../../electron/domain/import-plan/planned-writes.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { noFacts } from '../../../electron/vocabulary/person-fields.ts'
import { town } from './people-events/town.ts'

/* How the figures would stand after an import, before anything is written. */

const FACTS = town({ name: '甲', unit: '党政办', idNumber: '362201198506169914' })
const DAY = '2026-11-22'
const after = (writes: Partial<PlannedWrites>) => factsAfterImport(FACTS, { ...emptyDraft(), ...writes })
const lines = (writes: Partial<PlannedWrites>, day = DAY) =>
  computeFigures(snapshotAt(after(writes), day)).lines.map(
    (line) => `${line.unitId} ${line.category} ${line.quota}/${line.actual}`,
  )
const NOW = lines({})

const unit = {
  id: '+u1',
  parentId: '试验乡',
  name: '文化站',
  kind: 'institution' as const,
  managingBody: '县文旅局',
  sortOrder: 9,
  documentId: 'plan',
  validFrom: '2026-11-22',
}
const holding = {
  ...noFacts('holding'),
  personId: '+p1',
  postId: '+o1',
  kind: 'substantive' as const,
  category: 'institution' as const,
  offQuotaKind: null,
  occupiesQuota: true,
  occupiesLeadership: false,
  overlapAllowed: false,
  counterpart: null,
  enteredOn: '2020-01',
  entryRoute: '公开招聘',
  entryDocumentNumber: null,
  remark: null,
  validFrom: '2020-01-01',
  validTo: null,
}
const person = {
  ...noFacts('person'),
  id: '+p1',
  name: '乙',
  sex: '女' as const,
  idNumber: null,
  disputedIdNumber: '362201198506169914',
  birth: '1990-01',
  ethnicity: '汉族',
  workStarted: null,
  quotaCardNumber: null,
  retirementCategory: null,
}
const post = { id: '+o1', unitId: '+u1', title: '干事', leadership: null, validFrom: '2020-01-01' }

test('an import of nothing changes nothing, and nothing it is given is changed', () => {
  expect(NOW).toEqual([
    '领导班子 administrative 2/0',
    '党政办 administrative 3/1',
    '经发办 administrative 2/0',
    '农业中心 institution 2/0',
  ])
  const before = structuredClone(FACTS)
  after({ units: [unit], posts: [post], people: [person], holdings: [holding] })
  expect(FACTS).toEqual(before)
})

describe('what is new', () => {
  test('a unit with its number and somebody in it stands in a line of its own, from its day', () => {
    const writes = {
      units: [unit],
      quotas: [
        { unitId: '+u1', category: 'institution' as const, amount: 3, documentId: 'plan', validFrom: '2026-11-22' },
      ],
      posts: [post],
      people: [person],
      holdings: [holding],
    }
    expect(lines(writes)).toEqual([...NOW, '+u1 institution 3/1'])
    expect(lines(writes, '2026-11-21')).toEqual(NOW)
    const snapshot = snapshotAt(after(writes), DAY)
    expect(snapshot.units.at(-1)).toMatchObject({
      name: '文化站',
      parentId: '试验乡',
      kind: 'institution',
      managingBody: '县文旅局',
    })
    expect(snapshot.posts.at(-1)).toMatchObject({ title: '干事', state: 'inUse' })
    expect(snapshot.people.at(-1)).toMatchObject({
      name: '乙',
      sex: '女',
      birth: '1990-01',
      disputedIdNumber: '362201198506169914',
    })
    expect(snapshot.holdings.at(-1)).toMatchObject({
      enteredOn: '2020-01',
      entryRoute: '公开招聘',
      occupiesQuota: true,
      occupiesLeadership: false,
      overlapAllowed: false,
    })
  })

  test('guests and 编外 come in without a seat; who leads takes a 领导职数', () => {
    const guest = { ...holding, kind: 'secondedIn' as const, category: null, occupiesQuota: false, counterpart: '县局' }
    expect(lines({ posts: [{ ...post, unitId: '党政办' }], people: [person], holdings: [guest] })).toEqual(NOW)
    const leads = { ...holding, category: 'administrative' as const, occupiesLeadership: true, overlapAllowed: true }
    const own = after({
      posts: [{ ...post, unitId: '领导班子', leadership: 'deputy' as const }],
      people: [person],
      holdings: [leads],
    })
    expect(computeFigures(snapshotAt(own, DAY)).leadership).toMatchObject({ actual: 1, deputy: { actual: 1 } })
    expect(own.holding.at(-1)).toMatchObject({ overlap_allowed: 1, occupies_leadership: 1 })
  })
})

describe('what is changed', () => {
  test('a number, from the row that has it', () => {
    expect(lines({ changes: [{ fact: 'quota', id: 'q-党政办', set: { amount: 5 } }] })[1]).toBe(
      '党政办 administrative 5/1',
    )
    expect(lines({ changes: [{ fact: 'quota', id: 'q-党政办', set: { validTo: '2026-11-01' } }] })[1]).toBe(
      '党政办 administrative 0/1',
    )
  })

  test('somebody whose post goes to another unit, or who moves to another post, or whose time here ends', () => {
    expect(lines({ changes: [{ fact: 'postVersion', id: 'ppv-甲', set: { unitId: '经发办' } }] }).slice(1, 3)).toEqual([
      '党政办 administrative 3/0',
      '经发办 administrative 2/1',
    ])
    const moved = {
      posts: [{ ...post, unitId: '经发办' }],
      changes: [{ fact: 'holding' as const, id: 'h-甲', set: { postId: '+o1' } }],
    }
    expect(lines(moved).slice(1, 3)).toEqual(['党政办 administrative 3/0', '经发办 administrative 2/1'])
    expect(lines({ changes: [{ fact: 'holding', id: 'h-甲', set: { validTo: '2026-11-22' } }] })[1]).toBe(
      '党政办 administrative 3/0',
    )
  })

  test('only what is said: a title alone moves nobody; a name leaves the number', () => {
    const own = after({
      changes: [
        { fact: 'postVersion', id: 'ppv-甲', set: { title: '主任' } },
        { fact: 'person', id: '甲', set: { name: '甲二' } },
        { fact: 'holding', id: 'h-甲', set: { entryRoute: '调任' } },
      ],
    })
    expect(own.post_version[0]).toMatchObject({ title: '主任', unit_id: '党政办', valid_to: null })
    expect(own.person[0]).toMatchObject({ name: '甲二', id_number: '362201198506169914' })
    expect(own.holding[0]).toMatchObject({
      entry_route: '调任',
      post_id: 'p-甲',
      category: 'administrative',
      valid_from: '2010-07-01',
    })
  })

  test('a number found wrong and set aside', () => {
    const own = after({ changes: [{ fact: 'person', id: '甲', set: { idNumber: null, disputedIdNumber: '1' } }] })
    expect(own.person[0]).toMatchObject({ name: '甲', id_number: null, disputed_id_number: '1' })
  })

  test('what moves no line of figures is left aside', () => {
    expect(
      lines({
        changes: [
          { fact: 'unitVersion', id: 'uv-党政办', set: { managingBody: '县府办' } },
          { fact: 'leadershipQuota', id: 'lq', set: { amount: 9 } },
        ],
      }),
    ).toEqual(NOW)
  })
})
