import { describe, expect, it } from 'vitest'
import { planApprovalCancel } from '../../../../electron/domain/ledger/events/approval-cancel.ts'
import { planApprovalGrant, type ApprovalGrant } from '../../../../electron/domain/ledger/events/approval-grant.ts'
import { planPostAbolish } from '../../../../electron/domain/ledger/events/post-abolish.ts'
import { planPostState } from '../../../../electron/domain/ledger/events/post-freeze.ts'
import { planPostUnfreeze } from '../../../../electron/domain/ledger/events/post-unfreeze.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import type { PostState } from '../../../../electron/domain/ledger/planning/post-state.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook, held, type FactPerson, type FactSpec } from '../../../kit/fact-book.ts'
import { desk } from '../quota-events/desk.ts'

/* What a 解冻 makes of a post, and what a 用编核准 still reserves when it is given or taken back. */

const ON = '2026-06-01'
const tools: EventTools = { newId: () => '新', recordedAt: '2026-11-22T03:00:00.000Z', today: '2026-11-22' }
const UNITS = [{ name: '甲办' }, { name: '乙办' }]
const book = (spec: Partial<FactSpec>) => ledgerBook(factBook({ units: UNITS, ...spec }))

describe('解冻', () => {
  type Stretch = readonly [from: string, to: string | null, state: PostState]
  const sat = (from: string, to: string | null): FactPerson => ({
    name: `坐${from}`,
    holdings: [held('甲办', { post: '岗', from, to })],
  })
  const withPost = (stretches: readonly Stretch[], people: readonly FactPerson[] = []) =>
    book({
      people,
      posts: stretches.map(([valid_from, valid_to, state]) => ({
        post_id: '岗',
        unit_id: '甲办',
        title: '文秘',
        state,
        valid_from,
        valid_to,
      })),
    })
  const unfreeze = { type: 'post.unfreeze', on: ON, unit: '甲办', post: '岗' } as const
  const FROZEN: Stretch = ['2020-01-01', null, 'frozen']
  const PLANNED: Stretch = ['2010-01-01', '2020-01-01', 'planned']
  const USED: Stretch = ['2010-01-01', '2020-01-01', 'inUse']

  it.each<readonly [string, readonly Stretch[], readonly FactPerson[], PostState]>([
    ['nobody sat in it, and it was planned', [PLANNED, FROZEN], [], 'planned'],
    ['nobody sat in it, and it was in use', [USED, FROZEN], [], 'inUse'],
    ['frozen from its first day on', [FROZEN], [], 'planned'],
    ['frozen twice over', [USED, ['2020-01-01', '2022-01-01', 'frozen'], ['2022-01-01', null, 'frozen']], [], 'inUse'],
    ['planned, but somebody sat in it and left', [PLANNED, FROZEN], [sat('2011-01-01', '2012-01-01')], 'inUse'],
    ['planned, and somebody sits down on the very day', [PLANNED, FROZEN], [sat(ON, null)], 'inUse'],
    ['planned, and somebody sits down the day after', [PLANNED, FROZEN], [sat('2026-06-02', null)], 'planned'],
    [
      'planned, and in use again later: a later state is none it had before',
      [PLANNED, ['2020-01-01', '2027-01-01', 'frozen'], ['2027-01-01', null, 'inUse']],
      [],
      'planned',
    ],
  ])('%s', (_, stretches, people, state) => {
    const result = planPostUnfreeze(unfreeze, withPost(stretches, people), tools)
    const summary = '甲办岗位“文秘”自 2026-06-01 起解冻'
    expect(result).toMatchObject({ summary, touches: [] })
    expect('writes' in result ? result.writes : []).toContainEqual({
      op: 'insert',
      table: 'post_version',
      row: expect.objectContaining({ post_id: '岗', title: '文秘', state, valid_from: ON }) as unknown,
    })
  })

  it('is refused to a post that is not there or not frozen on the day', () => {
    const unknown = { refusal: 'name_unknown', details: { name: '岗', what: '岗位' } }
    expect(planPostUnfreeze(unfreeze, withPost([]), tools)).toEqual(unknown)
    expect(planPostState(unfreeze, 'inUse', '解冻', withPost([]), tools)).toEqual(unknown)
    expect(planPostUnfreeze(unfreeze, withPost([['2010-01-01', null, 'inUse']]), tools)).toEqual({
      refusal: 'event_impossible',
      details: { why: '岗位“文秘”这一天没有冻结' },
    })
  })

  it('撤销 waits until the last holder has left: on that day it can be', () => {
    const abolish = (to: string | null, ...more: readonly FactPerson[]) =>
      planPostAbolish(
        { ...unfreeze, type: 'post.abolish' },
        withPost([['2010-01-01', null, 'inUse']], [sat('2011-01-01', to), ...more]),
        tools,
      )
    const still = (count: number) => ({
      refusal: 'event_impossible',
      details: { why: `岗位“文秘”还有 ${count} 人任职，请先办理免职、调整或出编` },
    })
    expect(abolish(ON)).toMatchObject({ summary: '甲办岗位“文秘”自 2026-06-01 起撤销' })
    expect([abolish('2026-06-02'), abolish(null), abolish('2026-06-02', sat('2027-01-01', null))]).toEqual([
      still(1),
      still(1),
      still(2),
    ])
  })
})

describe('撤回用编核准', () => {
  const cancel = { type: 'approval.cancel', on: ON, number: '用编1号' } as const
  const arrived = (name: string, approval_id: string, from: string): FactPerson => ({
    name,
    holdings: [held('甲办', { from, approval_id })],
  })
  const granted = (id: string, unit_id: string, more: object = {}) => ({
    id,
    unit_id,
    number: '用编1号',
    amount: 2,
    valid_from: '2026-01-01',
    ...more,
  })
  const event = (more: object) => ({
    op: 'insert',
    table: 'ledger_event',
    row: expect.objectContaining({ type: 'approval.cancel', effective_on: ON, ...more }) as unknown,
  })
  const administrative = (unitId: string) => ({ unitId, category: 'administrative' })

  it('ends what is not used yet; a row of the number that is used up stays as it is', () => {
    const ledger = book({
      approvals: [granted('满', '甲办', { amount: 1 }), granted('余', '乙办'), granted('空', '甲办')],
      people: [arrived('甲', '满', '2026-03-01'), arrived('乙', '余', '2026-04-01')],
    })
    expect(planApprovalCancel(cancel, ledger, tools)).toEqual({
      summary: '撤回用编核准 用编1号',
      touches: [administrative('乙办'), administrative('甲办')],
      writes: [
        { op: 'update', table: 'entry_approval', id: '余', set: { valid_to: ON } },
        { op: 'update', table: 'entry_approval', id: '空', set: { valid_to: ON } },
        event({ unit_id: '乙办', category: 'administrative', person_id: null }),
      ],
    })
  })

  it('on the day it began: shrinks to who arrived by it that day, or was never given', () => {
    const today = granted('今', '甲办', { valid_from: ON })
    const people = [arrived('甲', '今', ON)]
    expect(planApprovalCancel(cancel, book({ approvals: [today], people }), tools)).toMatchObject({
      writes: [{ op: 'update', table: 'entry_approval', id: '今', set: { amount: 1 } }, event({ unit_id: '甲办' })],
    })
    expect(planApprovalCancel(cancel, book({ approvals: [today] }), tools)).toMatchObject({
      writes: [{ op: 'remove', table: 'entry_approval', id: '今' }, event({ unit_id: '甲办' })],
    })
  })

  it('is refused where nothing is left of it, and while somebody is registered to arrive by it later', () => {
    const none = { refusal: 'approval_not_found', details: { number: '用编1号' } }
    const full = book({
      approvals: [granted('满', '甲办', { amount: 1 })],
      people: [arrived('甲', '满', '2026-03-01')],
    })
    expect([planApprovalCancel(cancel, full, tools), planApprovalCancel(cancel, book({}), tools)]).toEqual([none, none])
    const from = (day: string) =>
      planApprovalCancel(
        cancel,
        book({ approvals: [granted('余', '甲办')], people: [arrived('甲', '余', day)] }),
        tools,
      )
    expect(from(ON)).toMatchObject({ summary: '撤回用编核准 用编1号' })
    expect(from('2026-06-02')).toEqual({
      refusal: 'event_impossible',
      details: { why: '用编核准“用编1号”已有人登记在 2026-06-01 之后到位，请先撤销那条登记' },
    })
  })
})

describe('用编核准', () => {
  const grant = (more: Partial<ApprovalGrant> = {}): ApprovalGrant => ({
    type: 'approval.grant',
    on: ON,
    unit: '甲办',
    category: 'administrative',
    count: 2,
    number: '用编1号',
    ...more,
  })
  const plan = (more: Partial<ApprovalGrant> = {}, facts: FactRows = factBook({ units: UNITS })) =>
    planApprovalGrant(grant(more), ledgerBook(facts), tools)
  const why = (text: string) => ({ refusal: 'event_impossible', details: { why: text } })

  it.each<readonly [Partial<ApprovalGrant>, string, object]>([
    [{}, '用编核准：甲办 2 名，编号 用编1号', { amount: 2, expires_on: null, person_id: null, valid_to: null }],
    [{ expiresOn: ON }, '用编核准：甲办 2 名，编号 用编1号，有效期至 2026-06-01', { expires_on: ON }],
    [
      { count: 1, person: '甲' },
      '用编核准：甲办 1 名，编号 用编1号，核定给{person:甲}',
      { person_id: '甲', amount: 1 },
    ],
    [
      { count: 1, person: '甲', expiresOn: '2027-06-01' },
      '用编核准：甲办 1 名，编号 用编1号，有效期至 2027-06-01，核定给{person:甲}',
      { person_id: '甲', expires_on: '2027-06-01' },
    ],
  ])('says how many, until when and for whom: %o', (more, summary, row) => {
    expect(plan(more)).toMatchObject({
      summary,
      touches: [{ unitId: '甲办', category: 'administrative' }],
      writes: [
        { op: 'insert', table: 'entry_approval', row: { ...row, unit_id: '甲办', valid_from: ON, number: '用编1号' } },
        { op: 'insert', table: 'ledger_event', row: { type: 'approval.grant', unit_id: '甲办' } },
      ],
    })
  })

  it('one number may be given to several lines, a line several numbers; never twice the same', () => {
    const facts = factBook({ units: UNITS, approvals: [{ unit_id: '甲办', number: '用编1号' }] })
    expect(plan({}, facts)).toEqual(why('编号“用编1号”的用编核准已经登记过'))
    const given = [{ unit: '乙办' }, { category: 'institution' as const }, { number: '用编2号' }]
    expect(given.map((more) => 'writes' in plan(more, facts))).toEqual([true, true, true])
  })

  it('is refused to a unit that is not there, before its own day, and to one person for more than one', () => {
    expect([plan({ unit: '丙办' }), plan({ expiresOn: '2026-05-31' }), plan({ person: '甲' })]).toEqual([
      why('该机构在 2026-06-01 还没有设立，或已经撤销'),
      why('有效期 2026-05-31 早于核准日 2026-06-01'),
      why('核定给一个人的用编核准只能是 1 名'),
    ])
  })

  it('of a unit that is merged later: its last day lies before, or it is registered where it goes', () => {
    const own = desk(factBook({ units: UNITS }))
    const document = { number: '试编〔2027〕1号' }
    own.add({ type: 'unit.merge', on: '2027-01-01', document, units: ['甲办'], into: '乙办' })
    const heir = '甲办自 2027-01-01 起并入乙办，用编核准请登记在乙办'
    expect(plan({ expiresOn: '2026-12-31' }, own.facts())).toMatchObject({
      writes: [{ row: { valid_to: '2027-01-01' } }, {}],
    })
    expect([plan({}, own.facts()), plan({ expiresOn: '2027-01-01' }, own.facts())]).toEqual([why(heir), why(heir)])
  })
})
