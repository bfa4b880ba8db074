import { describe, expect, it } from 'vitest'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import { planEvent, type LedgerEvent } from '../../../../electron/domain/ledger/events/index.ts'
import { planTitled, type SeatingEvent } from '../../../../electron/domain/ledger/events/title-guard.ts'
import {
  applyWrites,
  refuse,
  type EventPlan,
  type FactWrite,
  type PlanResult,
} from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { beginHolding } from '../../../../electron/domain/ledger/planning/holding-row.ts'
import { insertRow, removeRow, updateRow } from '../../../../electron/domain/ledger/planning/pieces.ts'
import type { FactRows, HoldingTable, NameplateTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import {
  after,
  personNamed,
  planned,
  refusal,
  seats,
  standing,
  tools,
  town,
  type Resident,
} from '../people-events/town.ts'

/* Who shares a title with whom: what is refused, what a handover (交接) lets in, and what a succession (接替) leaves the one before. */

const on = '2026-08-01'
const UNTIL = '2026-10-31'
const mover: Resident = { name: '王洁', unit: '经发办', title: '科员' }
const head = (name: string, title = '主任', more: Partial<Resident> = {}): Resident => ({
  name,
  unit: '党政办',
  title,
  ...more,
})
const move = (more: Partial<Extract<LedgerEvent, { type: 'move' }>> = {}): LedgerEvent => ({
  type: 'move',
  on,
  person: '王洁',
  unit: '党政办',
  post: '主任',
  ...more,
})
const entry = (more: Partial<Extract<LedgerEvent, { type: 'entry' }>> = {}): LedgerEvent => ({
  type: 'entry',
  on,
  person: { name: '新来', idNumber: '362201199506169937' },
  unit: '党政办',
  post: '主任',
  category: 'administrative',
  cause: '12',
  document: { number: '试编〔2026〕5号' },
  ...more,
})
const why = (text: string) => ({ refusal: 'event_impossible', details: { why: text } })

describe('what the form says of the handover', () => {
  const facts = town(head('赵主'), mover)
  it.each([
    ['an end without a handover', { handoverUntil: UNTIL }, why('填了交接结束日，没有选“交接”')],
    ['an end with a succession', { handover: 'succeed', handoverUntil: UNTIL }, why('填了交接结束日，没有选“交接”')],
    [
      'a handover without an end',
      { handover: 'overlap' },
      { refusal: 'event_needs', details: { needs: '交接结束日' } },
    ],
    [
      'another end of standing over quota',
      { handover: 'overlap', handoverUntil: UNTIL, overUntil: '2026-12-31' },
      why('交接期间超编的，计划消化日期就是交接结束日，只填交接结束日'),
    ],
    ['an end on the first day', { handover: 'overlap', handoverUntil: on }, why(`期满日 ${on} 不晚于生效日 ${on}`)],
  ] as const)('%s is refused', (_name, more, refused) => {
    expect(refusal(facts, planEvent, move(more))).toEqual(refused)
  })

  it('the same end said twice is one', () => {
    const event = move({ handover: 'overlap', handoverUntil: UNTIL, overUntil: UNTIL })
    expect(after(facts, planEvent, event).holding.at(-1)).toMatchObject({ overlap_allowed: 1, due_on: UNTIL })
  })
})

describe('a held title', () => {
  it('is refused with its unit, its name and all who hold it, each once', () => {
    expect(refusal(town(head('赵主'), head('钱主'), mover), planEvent, move())).toEqual({
      refusal: 'title_held',
      details: { unit: '党政办', title: '主任', holders: '赵主、钱主' },
    })
  })

  it('is refused to a newcomer whose entry also brings a document', () => {
    expect(refusal(town(head('赵主')), planEvent, entry())).toEqual({
      refusal: 'title_held',
      details: { unit: '党政办', title: '主任', holders: '赵主' },
    })
  })

  it('is refused to somebody who shares another title already, by the holder of the new one alone', () => {
    const facts = town(head('赵主'), head('钱主'), { name: '李红', unit: '领导班子', title: '纪委书记' })
    const also = {
      type: 'concurrent.begin',
      on,
      person: '钱主',
      unit: '领导班子',
      post: '党委委员、纪委书记',
    } as const
    expect(refusal(facts, planEvent, also)).toEqual({
      refusal: 'title_held',
      details: { unit: '领导班子', title: '纪委书记', holders: '李红' },
    })
  })
})

describe('交接 in a post that many may hold', () => {
  const shared = { post: '出纳', handover: 'overlap', handoverUntil: UNTIL } as const
  const desk = (...more: readonly Resident[]) => town(head('旧手', '出纳'), ...more)

  it('lets in a newcomer, somebody who moves, and somebody who came that very day', () => {
    for (const facts of [
      after(desk(), planEvent, entry(shared)),
      after(desk(mover), planEvent, move(shared)),
      after(desk({ ...mover, from: on }), planEvent, move(shared)),
    ]) {
      expect(seats(facts, '党政办', on).filter((seat) => seat.startsWith('出纳'))).toHaveLength(1)
      expect(facts.holding.filter((row) => row.post_id === 'p-旧手').map((row) => row.overlap_allowed)).toContain(1)
    }
  })

  it('lets in somebody whose guest row of that day is taken out by it', () => {
    const guest: Resident = {
      name: '乙一',
      unit: '经发办',
      title: '编外人员',
      from: on,
      holding: { kind: 'offQuota', off_quota_kind: 'selfHired', category: null, occupies_quota: 0 },
    }
    const facts = after(desk(guest), planEvent, entry({ ...shared, person: '乙一' }))
    expect(standing(facts, '乙一', on)).toEqual(['substantive 党政办 出纳 占编'])
  })

  it('is refused where nobody sits', () => {
    const refused = why('“出纳”这天没有现任，不用交接')
    const gone = town(head('旧手', '出纳', { to: on }), mover)
    for (const facts of [town(mover), gone, town({ ...mover, from: on })])
      expect(refusal(facts, planEvent, move(shared))).toEqual(refused)
    expect(refusal(gone, planEvent, entry(shared))).toEqual(refused)
  })
})

describe('a plan is looked at row by row', () => {
  const event: SeatingEvent = {
    type: 'move',
    on,
    person: '王洁',
    post: '出纳',
    handover: 'overlap',
    handoverUntil: UNTIL,
  }
  const facts = town(
    head('早走', '旧岗', { from: '2009-01-01', to: '2009-06-01' }),
    head('旧手', '出纳', { from: '2020-01-01' }),
    head('前手', '会计', { to: on }),
    { ...mover, from: '2021-01-01' },
    { name: '借走', unit: '经发办', holding: { kind: 'secondedOut', post_id: null, counterpart: '县局' } },
  )
  const sits = (more: Partial<HoldingTable>) =>
    beginHolding(
      { person_id: '王洁', post_id: 'p-旧手', kind: 'substantive', valid_from: on, overlap_allowed: 1, ...more },
      tools,
    )
  const guarded = (said: SeatingEvent, ...writes: readonly FactWrite[]) => {
    const plan: EventPlan = { writes, summary: '如此', touches: [] }
    const result = planTitled(said, ledgerBook(facts), tools, () => plan)
    return result === plan ? '可以' : result
  }

  it.each([
    ['a row beside the holder', [sits({})]],
    ['one after a row taken out', [removeRow('holding', 'h-前手'), sits({})]],
    [
      'a row of their own put into the held post',
      [updateRow('holding', 'h-王洁', { post_id: 'p-旧手', overlap_allowed: 1 })],
    ],
  ] as const)('%s is a handover', (_name, writes) => {
    expect(guarded(event, ...writes)).toBe('可以')
  })

  it.each([
    ['nothing', []],
    ['a row taken out', [removeRow('holding', 'h-王洁')]],
    ['a row that is not beside', [sits({ overlap_allowed: 0 })]],
    ['a row without a post', [sits({ post_id: null })]],
    ['a post the other left that day', [sits({ post_id: 'p-前手' })]],
    ['a post that is their own', [sits({ post_id: 'p-王洁' })]],
    ['a day before the other came', [sits({ valid_from: '2019-12-31' })]],
    ['a row nobody knows', [updateRow('holding', '没有', { post_id: 'p-旧手', overlap_allowed: 1 })]],
    ['a row of before the other came', [updateRow('holding', 'h-早走', { post_id: 'p-旧手', overlap_allowed: 1 })]],
    ['another end of a row', [updateRow('holding', 'h-王洁', { valid_to: UNTIL, overlap_allowed: 1 })]],
  ] as const)('%s is none', (_name, writes) => {
    expect(guarded(event, ...writes)).toEqual(why('“出纳”这天没有现任，不用交接'))
  })

  it('of nobody is left as it is', () => {
    const nobody = { ...event, type: 'entry', person: { name: '无人' } }
    expect(guarded(nobody)).toBe('可以')
    expect(guarded(nobody, removeRow('holding', 'h-前手'))).toBe('可以')
  })

  it('of a newcomer is about the one it brings, whoever else it sets right', () => {
    const known = facts.person.find((row) => row.id === '前手')
    if (known === undefined) throw new Error('nobody to come in like')
    const said: SeatingEvent = { type: 'entry', on, person: { name: '新来' }, post: '主任' }
    const plan: EventPlan = {
      writes: [
        updateRow('person', '前手', { ethnicity: '汉族' }),
        insertRow('person', { ...known, id: '新来', name: '新来' }),
        sits({ person_id: '新来', post_id: 'p-赵主', overlap_allowed: 0 }),
      ],
      summary: '如此',
      touches: [],
    }
    expect(planTitled(said, ledgerBook(town(head('赵主'), head('前手', '会计'))), tools, () => plan)).toEqual({
      refusal: 'title_held',
      details: { unit: '党政办', title: '主任', holders: '赵主' },
    })
  })

  it('that leaves the person in a handover of their own is not held against them', () => {
    const said: SeatingEvent = { type: 'move', on, person: '王洁', post: '主任' }
    const book = ledgerBook(town(head('赵主'), mover))
    const titled = (overlap_allowed: 0 | 1) => {
      const plan: EventPlan = { writes: [sits({ post_id: 'p-赵主', overlap_allowed })], summary: '如此', touches: [] }
      return planTitled(said, book, tools, () => plan)
    }
    expect(titled(1)).toMatchObject({ summary: '如此' })
    expect(titled(0)).toEqual({
      refusal: 'title_held',
      details: { unit: '党政办', title: '主任', holders: '赵主' },
    })
  })
})

describe('接替', () => {
  const succeed = { handover: 'succeed' } as const
  const kinds = ({ writes }: EventPlan) =>
    writes.flatMap((write) =>
      write.op === 'insert' && write.table === 'ledger_event'
        ? [[write.row.type, write.row.person_id, write.row.document_number, write.row.note]]
        : [],
    )

  it('dismisses every holder first, tells them by mark, and touches their lines and the own', () => {
    const facts = town(head('赵主'), head('钱主'), mover)
    const plan = planned(facts, planEvent, move({ ...succeed, document: { number: '试任〔2026〕2号' }, note: '换届' }))
    expect({ ...plan, writes: kinds(plan) }).toEqual({
      writes: [
        ['dismiss', '赵主', '试任〔2026〕2号', '换届'],
        ['dismiss', '钱主', '试任〔2026〕2号', '换届'],
        ['move', '王洁', '试任〔2026〕2号', '换届'],
      ],
      summary: '{person:王洁}由经发办调整到党政办，接替{person:赵主}、{person:钱主}',
      touches: [
        { unitId: '党政办', category: 'administrative' },
        { unitId: '党政办', category: 'administrative' },
        { unitId: '经发办', category: 'administrative' },
        { unitId: '党政办', category: 'administrative' },
      ],
    })
  })

  it('says once who held the title in two posts, and both end', () => {
    const one = town(head('赵主'), mover)
    const facts: FactRows = {
      ...one,
      post: [...one.post, { id: 'p-也', recorded_at: tools.recordedAt }],
      post_version: [
        ...one.post_version,
        ...one.post_version
          .filter((row) => row.post_id === 'p-赵主')
          .map((row) => ({ ...row, id: 'ppv-也', post_id: 'p-也', title: '党政办主任' })),
      ],
      holding: [
        ...one.holding,
        ...one.holding
          .filter((row) => row.person_id === '赵主')
          .map((row) => ({
            ...row,
            id: 'h-也',
            post_id: 'p-也',
            kind: 'concurrent' as const,
            category: null,
            occupies_quota: 0 as const,
          })),
      ],
    }
    const plan = planned(facts, planEvent, move(succeed))
    expect(plan.summary).toBe('{person:王洁}由经发办调整到党政办，接替{person:赵主}')
    expect(kinds(plan).map(([type, person]) => [type, person])).toEqual([
      ['dismiss', '赵主'],
      ['dismiss', '赵主'],
      ['move', '王洁'],
    ])
    expect(standing(after(facts, planEvent, move(succeed)), '赵主', on)).toEqual(['substantive 党政办 待安排 占编'])
  })

  it('brings in a newcomer too', () => {
    const facts = after(town(head('赵主')), planEvent, entry(succeed))
    expect(standing(facts, personNamed(facts, '新来'), on)).toEqual(['substantive 党政办 主任 占编'])
    expect(standing(facts, '赵主', on)).toEqual(['substantive 党政办 待安排 占编'])
  })

  /** Title of before, the one taken over, what is left. */
  const LEFT: readonly (readonly [string, string, string])[] = [
    ['主任', '主任', '待安排'],
    ['党政办主任', '主任', '待安排'],
    ['试验乡党政办主任', '党政办主任', '待安排'],
    ['二级主任科员、试验乡党政办主任', '主任', '二级主任科员'],
    ['党委委员、武装部副部长、纪委书记', '纪委书记', '党委委员、武装部副部长'],
    ['党委书记、人大主席', '人大主席', '党委书记'],
    ['党委书记、人大主席', '党委书记', '人大主席'],
    ['党委委员兼综治站站长', '站长', '党委委员'],
  ]
  const plate: NameplateTable = {
    id: '牌',
    unit_id: '党政办',
    name: '综治工作站',
    document_id: 'plan',
    valid_from: '2010-01-01',
    valid_to: null,
    recorded_at: tools.recordedAt,
  }
  it.each(LEFT)('of %s by %s leaves %s', (before, taken, left) => {
    const facts: FactRows = { ...town(head('赵主', before), mover), nameplate: [plate] }
    const done = after(facts, planEvent, move({ ...succeed, post: taken }))
    expect([standing(done, '赵主', on), standing(done, '王洁', on)]).toEqual([
      [`substantive 党政办 ${left} 占编`],
      [`substantive 党政办 ${taken} 占编`],
    ])
  })

  it('is refused as the dismissal is, and as the event itself is once the title is free', () => {
    const alone: Partial<HoldingTable> = { kind: 'concurrent', category: null, occupies_quota: 0 }
    expect(refusal(town(head('赵主', '主任', { holding: alone }), mover), planEvent, move(succeed))).toEqual({
      refusal: 'not_in_post',
      details: { name: '赵主', day: on },
    })
  })

  it('is refused as the event is once the title is free, or where that brings a title another holds', () => {
    const book = ledgerBook(town(head('赵主'), { name: '李红', unit: '领导班子', title: '纪委书记' }, mover))
    const said: SeatingEvent = { type: 'move', on, person: '王洁', post: '主任', ...succeed }
    const into = (post_id: string): EventPlan => ({
      writes: [updateRow('holding', 'h-王洁', { post_id })],
      summary: '如此',
      touches: [],
    })
    const held = (result: PlanResult) =>
      planTitled(said, book, tools, (now) => (now === book ? into('p-赵主') : result))
    const refused = refuse('event_impossible', { why: '腾出后不行' })
    expect(held(refused)).toBe(refused)
    expect(held(into('p-李红'))).toEqual({
      refusal: 'title_held',
      details: { unit: '领导班子', title: '纪委书记', holders: '李红' },
    })
    expect(held(into('p-赵主'))).toMatchObject({ summary: '如此，接替{person:赵主}' })
  })

  it('goes in where the township itself is not on record for the day', () => {
    const full = town(head('赵主', '二级主任科员、主任'), mover)
    const facts = { ...full, unit_version: full.unit_version.filter((row) => row.kind !== 'township') }
    const plan = planned(facts, planEvent, move(succeed))
    expect(plan.summary).toBe('{person:王洁}由经发办调整到党政办，接替{person:赵主}')
    expect(standing(applyWrites(facts, plan.writes), '赵主', on)).toEqual(['substantive 党政办 二级主任科员 占编'])
  })
})
