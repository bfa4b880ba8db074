import { describe, expect, it, test } from 'vitest'
import { planExit, type Exit } from '../../../../electron/domain/ledger/events/exit.ts'
import { planOffQuotaBegin, type OffQuotaBegin } from '../../../../electron/domain/ledger/events/off-quota-begin.ts'
import { planOffQuotaEnd, type OffQuotaEnd } from '../../../../electron/domain/ledger/events/off-quota-end.ts'
import type { FactRows, HoldingTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { town, type Resident } from './town.ts'
import { alsoHolds, answer, why, writesTo } from './writes-told.ts'

/* 出编, 编外用工 and 编外退出 to the last column: what ends with somebody and what of others does not. */

const AT = { recorded_at: '2020-01-01T00:00:00.000Z' }

describe('出编', () => {
  const exit = (more: Partial<Exit> = {}): Exit => ({
    type: 'exit',
    on: '2026-06-01',
    person: '甲',
    cause: '32',
    ...more,
  })
  const folk = (more: Partial<Resident> = {}) =>
    town({ name: '乙', unit: '党政办', title: '主任' }, { name: '甲', unit: '党政办', ...more })
  const range = (person_id: string, valid_from: string, valid_to: string | null = null) => ({
    person_id,
    valid_from,
    valid_to,
    ...AT,
  })
  const away = (id: string, ...more: Parameters<typeof range>) => ({
    id,
    kind: 'sickLeave' as const,
    document_number: null,
    due_on: null,
    ...range(...more),
  })
  const arranged = (id: string, ...more: Parameters<typeof range>) => ({
    id,
    kind: 'lateFlexible' as const,
    month: '2030-01',
    document_number: '前文',
    ...range(...more),
  })
  const left = ['h-甲', 'holding', { valid_to: '2026-06-01', exit_cause: '32' }]
  const event = [
    '+',
    'ledger_event',
    {
      type: 'exit',
      effective_on: '2026-06-01',
      person_id: '甲',
      unit_id: '党政办',
      category: 'administrative',
      cause: '32',
    },
  ]

  it('the whole plan: seat, absence and arrangement of the person that run on the day, and no other', () => {
    const facts: FactRows = {
      ...folk(),
      absence: [
        away('乙病', '乙', '2026-01-01'),
        away('甲病前', '甲', '2024-01-01', '2025-01-01'),
        away('甲病', '甲', '2026-01-01'),
      ],
      retirement_arrangement: [
        arranged('乙退', '乙', '2026-01-01'),
        arranged('甲退前', '甲', '2024-01-01', '2025-01-01'),
        arranged('甲退', '甲', '2025-01-01'),
      ],
    }
    expect(answer(facts, planExit, exit())).toEqual({
      writes: [
        left,
        ['甲病', 'absence', { valid_to: '2026-06-01' }],
        ['甲退', 'retirement_arrangement', { valid_to: '2026-06-01' }],
        event,
      ],
      summary: '{person:甲}出编，辞去公职，原在党政办',
      touches: [{ unitId: '党政办', category: 'administrative' }],
    })
  })

  it('what others are registered for later is no reason against it; what the person is, is', () => {
    const later = (person: string): FactRows => ({
      ...folk(),
      absence: [away('以后病', person, '2026-09-01')],
      retirement_arrangement: [arranged('以后退', person, '2026-08-01')],
    })
    expect(answer(later('乙'), planExit, exit())).toMatchObject({ writes: [left, event] })
    expect(answer(later('甲'), planExit, exit())).toEqual(why('甲在 2026-08-01 还登记了变动，请先撤销它'))
    const moved = alsoHolds(folk({ to: '2026-07-01' }), '以后', {
      person_id: '甲',
      occupies_quota: 1,
      valid_from: '2026-07-01',
      valid_to: null,
    })
    expect(answer(moved, planExit, exit())).toEqual(why('甲在 2026-07-01 还登记了变动，请先撤销它'))
  })

  it('moved on the very day: the cause stands on the counted 主职 before it, not on what else ended then', () => {
    const other = { person_id: '甲', valid_from: '2015-01-01', valid_to: '2026-06-01' }
    const facts = [
      { id: '兼任', kind: 'concurrent' as const, occupies_quota: 1 as const, valid_from: '2014-01-01' },
      { id: '无编', kind: 'substantive' as const, occupies_quota: 0 as const },
      { id: '原任', kind: 'substantive' as const, occupies_quota: 1 as const, valid_from: '2016-01-01' },
    ].reduce(
      (book, { id, ...more }) => alsoHolds(book, id, { ...other, post_id: 'p-乙', ...more }),
      folk({ from: '2026-06-01' }),
    )
    expect(writesTo(['holding'], facts, planExit, exit())).toEqual([
      ['h-甲', 'holding', { removed: true }],
      ['原任', 'holding', { exit_cause: '32' }],
    ])
  })

  it('a 主职 of before that did not begin on the day bears the cause itself, whatever else ended then', () => {
    const facts = alsoHolds(folk(), '原任', {
      person_id: '甲',
      post_id: 'p-乙',
      occupies_quota: 1,
      valid_from: '2005-01-01',
      valid_to: '2026-06-01',
    })
    expect(
      writesTo(['holding'], { ...facts, holding: facts.holding.toReversed() }, planExit, exit({ on: '2026-06-01' })),
    ).toEqual([left])
  })

  it('is refused with what to do instead', () => {
    expect(answer(folk(), planExit, exit({ cause: '没有' }))).toEqual(why('退出原因没有“没有”这一项'))
    expect(answer(folk({ to: '2026-06-01' }), planExit, exit())).toEqual({
      refusal: 'not_in_post',
      details: { name: '甲', day: '2026-06-01' },
    })
    expect(answer(folk({ holding: { kind: 'offQuota', occupies_quota: 0 } }), planExit, exit())).toEqual(
      why('甲不占编制：编外人员请登记编外退出，借用挂职请登记期满返回'),
    )
    expect(answer(folk({ from: '2026-06-01' }), planExit, exit())).toEqual(
      why('甲 2026-06-01 当天才入编，请撤销那一条登记'),
    )
  })
})

describe('编外用工', () => {
  const begin = (more: Partial<OffQuotaBegin> = {}): OffQuotaBegin => ({
    type: 'offQuota.begin',
    on: '2026-06-01',
    person: '新',
    unit: '党政办',
    kind: 'agency',
    ...more,
  })
  const folk = (...more: readonly Resident[]) =>
    town({ name: '新', unit: '经发办', to: '2020-01-01' }, { name: '乙', unit: '党政办', title: '主任' }, ...more)
  const holding = (more: Record<string, unknown> = {}) => [
    '+',
    'holding',
    {
      person_id: '新',
      post_id: 'n1',
      kind: 'offQuota',
      off_quota_kind: 'agency',
      entered_on: '2026-06-01',
      valid_from: '2026-06-01',
      ...more,
    },
  ]
  const post = (more: Record<string, unknown> = {}) => [
    '+',
    'post_version',
    { post_id: 'n1', unit_id: '党政办', title: '编外人员', state: 'inUse', valid_from: '2026-06-01', ...more },
  ]

  it('the whole plan, by its paper and without one', () => {
    const told = { type: 'offQuota.begin', effective_on: '2026-06-01', person_id: '新', unit_id: '党政办' }
    const summary = '{person:新}到党政办，编外（劳务派遣），不占编制'
    expect(answer(folk(), planOffQuotaBegin, begin())).toEqual({
      writes: [['+', 'post', {}], post(), holding(), ['+', 'ledger_event', told]],
      summary,
      touches: [],
    })
    expect(
      answer(folk(), planOffQuotaBegin, begin({ post: '协管员', document: { number: '试人〔2026〕2号' } })),
    ).toEqual({
      writes: [
        ['+', 'basis_document', { number: '试人〔2026〕2号' }],
        ['+', 'post', {}],
        post({ title: '协管员' }),
        holding({ entry_document_number: '试人〔2026〕2号' }),
        ['+', 'ledger_event', { ...told, document_number: '试人〔2026〕2号' }],
      ],
      summary,
      touches: [],
    })
  })

  test.each([
    ['substantive', true],
    ['attached', true],
    ['secondedIn', true],
    ['offQuota', true],
    ['concurrent', false],
    ['secondedOut', false],
  ] as const)('ends where they are registered as %s later: %s', (kind, ends) => {
    const later = alsoHolds(folk(), '以后', { person_id: '新', kind, valid_from: '2026-09-01', valid_to: null })
    const end = ends ? { valid_to: '2026-09-01' } : {}
    expect(writesTo(['holding'], later, planOffQuotaBegin, begin())).toEqual([holding(end)])
  })

  it('nobody without 编制 is given a vacant leadership post by its title', () => {
    const vacant: Resident = { name: '走', unit: '党政办', title: '副主任', leadership: 'deputy', to: '2020-01-01' }
    expect(writesTo(['holding', 'post_version'], folk(vacant), planOffQuotaBegin, begin({ post: '副主任' }))).toEqual([
      post({ title: '副主任' }),
      holding(),
    ])
  })

  it('is refused for no unit before all else, to who is here, and in a seat somebody holds', () => {
    expect(answer(folk(), planOffQuotaBegin, begin({ unit: '没有', person: '乙' }))).toEqual(
      why('该机构在 2026-06-01 还没有设立，或已经撤销'),
    )
    expect(answer(folk(), planOffQuotaBegin, begin({ person: '乙' }))).toEqual(why('乙 2026-06-01 这天已在本乡镇任职'))
    expect(answer(folk(), planOffQuotaBegin, begin({ post: 'p-乙' }))).toEqual(why('岗位“主任”2026-06-01 这天还有人'))
  })
})

describe('编外退出', () => {
  const end = (more: Partial<OffQuotaEnd> = {}): OffQuotaEnd => ({
    type: 'offQuota.end',
    on: '2026-06-01',
    person: '外',
    ...more,
  })
  const folk = (off_quota_kind: HoldingTable['off_quota_kind'] = 'selfHired') =>
    town({
      name: '外',
      unit: '党政办',
      holding: { kind: 'offQuota', category: null, off_quota_kind, occupies_quota: 0 },
    })
  const plan = (summary: string, told: Record<string, unknown> = {}) => ({
    writes: [
      ['h-外', 'holding', { valid_to: '2026-06-01' }],
      ['ppv-外', 'post_version', { valid_to: '2026-06-01' }],
      [
        '+',
        'ledger_event',
        { type: 'offQuota.end', effective_on: '2026-06-01', person_id: '外', unit_id: '党政办', ...told },
      ],
    ],
    summary: `{person:外}编外退出（${summary}）`,
    touches: [],
  })

  test.each<readonly [Partial<OffQuotaEnd>, string, Record<string, unknown>]>([
    [{}, '自聘', {}],
    [{ note: '本人意愿' }, '自聘', { note: '本人意愿' }],
    [{ cause: 'contractEnd' }, '自聘，合同期满', { cause: 'contractEnd' }],
    [{ cause: 'resigned' }, '自聘，本人辞职', { cause: 'resigned' }],
    [{ cause: 'retired' }, '自聘，到龄', { cause: 'retired' }],
    [{ cause: 'recruited' }, '自聘，考录进编', { cause: 'recruited' }],
    [{ cause: 'otherForm' }, '自聘，转为其他用工形式', { cause: 'otherForm' }],
    [{ cause: 'other' }, '自聘，其他', { cause: 'other' }],
    // The reason of a command is the note of a 清退 alone, and only where there is no note.
    [{ cause: 'contractEnd', reason: '补登' }, '自聘，合同期满', { cause: 'contractEnd' }],
    [{ cause: 'dismissed', reason: '清理编外' }, '自聘，清退', { cause: 'dismissed', note: '清理编外' }],
    [{ cause: 'dismissed', note: '考核不合格' }, '自聘，清退', { cause: 'dismissed', note: '考核不合格' }],
    [
      { cause: 'dismissed', note: '考核不合格', reason: '清理编外' },
      '自聘，清退',
      { cause: 'dismissed', note: '考核不合格' },
    ],
    [{ cause: 'dismissed', note: '', reason: '清理编外' }, '自聘，清退', { cause: 'dismissed', note: '清理编外' }],
  ])('%j: %s', (more, summary, told) => {
    expect(answer(folk(), planOffQuotaEnd, end(more))).toEqual(plan(summary, told))
  })

  it('where the kind of 编外 is not on record the sentence leaves it out', () => {
    expect(answer(folk(null), planOffQuotaEnd, end({ cause: 'contractEnd' }))).toEqual(
      plan('合同期满', { cause: 'contractEnd' }),
    )
    expect(answer(folk(null), planOffQuotaEnd, end())).toEqual(plan(''))
  })

  it('清退 asks why; who is not 编外 on the day cannot leave it', () => {
    const asked = why('清退外要写明原因，请写在备注或理由里')
    expect(answer(folk(), planOffQuotaEnd, end({ cause: 'dismissed' }))).toEqual(asked)
    expect(answer(folk(), planOffQuotaEnd, end({ cause: 'dismissed', note: '', reason: '' }))).toEqual(asked)
    expect(answer(folk(), planOffQuotaEnd, end({ on: '2010-06-30' }))).toEqual(why('外 2010-06-30 这天不是编外人员'))
    expect(answer(town({ name: '外', unit: '党政办' }), planOffQuotaEnd, end())).toEqual(
      why('外 2026-06-01 这天不是编外人员'),
    )
  })
})
