import { describe, expect, it } from 'vitest'
import { planDismiss, type Dismiss } from '../../../../electron/domain/ledger/events/dismiss.ts'
import { planConcurrentBegin } from '../../../../electron/domain/ledger/events/concurrent-begin.ts'
import { planConcurrentEnd } from '../../../../electron/domain/ledger/events/concurrent-end.ts'
import { planMove, type Move } from '../../../../electron/domain/ledger/events/move.ts'
import { planRestore } from '../../../../electron/domain/ledger/events/restore.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventTools, PlanResult } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import { factBook, held, type FactHolding, type FactPerson, type FactSpec } from '../../../kit/fact-book.ts'

/* Who sits where after an event, row by row: 内部调整, 免职, 兼任 and 恢复入编. */

const ON = '2026-06-01'
const tools: EventTools = { newId: () => '新', recordedAt: '2026-11-22T03:00:00.000Z', today: '2026-11-22' }
const UNITS: FactSpec['units'] = [{ name: '甲办' }, { name: '乙办' }, { name: '班子', kind: 'leadership' }]
const book = (people: readonly FactPerson[], posts: FactSpec['posts'] = []) =>
  ledgerBook(factBook({ units: UNITS, people, posts }))
const of = (name: string, ...holdings: readonly FactHolding[]): FactPerson => ({ name, holdings })
const why = (text: string) => ({ refusal: 'event_impossible', details: { why: text } })
const line = (unitId: string, category = 'administrative') => ({ unitId, category })
const uncounted = (unit: string, more: Partial<FactHolding> = {}) => held(unit, { occupies_quota: 0, ...more })

/** What is written, one line a row: op, table, id or the fields asked for. */
function written(result: PlanResult, ...fields: readonly string[]): readonly string[] {
  if ('refusal' in result) throw new Error(JSON.stringify(result))
  return result.writes.map((write) => {
    if (write.op === 'remove') return `remove ${write.table} ${write.id}`
    if (write.op === 'update') return `update ${write.table} ${write.id} ${JSON.stringify(write.set)}`
    const row: Readonly<Record<string, unknown>> = { ...write.row }
    const told = fields.flatMap((field) => (field in row ? [`${field}=${String(row[field])}`] : []))
    return [`insert ${write.table}`, ...told].join(' ')
  })
}

describe('内部调整', () => {
  const move = (own: FactHolding, more: Partial<Move> = {}, posts: FactSpec['posts'] = []) =>
    planMove(
      { type: 'move', on: ON, person: '甲', unit: '甲办', post: '文书', ...more },
      book([of('甲', own)], posts),
      tools,
    )

  it('who uses no 编制 is given no category, but may be moved', () => {
    expect(move(uncounted('甲办'), { category: 'institution' })).toEqual(why('甲不占编制，不能指定编制类型'))
    expect(move(uncounted('甲办'))).toMatchObject({ summary: '{person:甲}在甲办轮岗' })
    expect(move(held('甲办'), { category: 'institution' })).toMatchObject({
      summary: '{person:甲}由甲办调整到甲办',
      touches: [line('甲办'), line('甲办', 'institution')],
    })
  })

  it('in the very seat only the category can change; the seat stays, a 待安排 one too', () => {
    expect(move(held('甲办'), { post: '干事' })).toEqual(why('甲这天已经在这个岗位'))
    expect(move(held('甲办'), { post: '干事', category: 'administrative' })).toEqual(why('甲这天已经在这个岗位'))
    for (const title of ['干事', '待安排'])
      expect(
        written(
          move(held('甲办', { title }), { post: title, category: 'worker' }),
          'post_id',
          'category',
          'valid_from',
        ),
      ).toEqual([
        'update holding 甲-任0 {"valid_to":"2026-06-01","exit_cause":null}',
        'insert holding post_id=甲-岗0 category=worker valid_from=2026-06-01',
        'insert ledger_event category=worker',
      ])
  })

  it('a 待安排 seat that is left goes; a post that somebody planned stays', () => {
    expect(written(move(held('甲办', { title: '待安排' })), 'post_id')).toEqual([
      'insert post',
      'insert post_version post_id=新',
      'update holding 甲-任0 {"valid_to":"2026-06-01","exit_cause":null}',
      'insert holding post_id=新',
      'update post_version 甲-岗0-版 {"valid_to":"2026-06-01"}',
      'insert ledger_event',
    ])
    expect(written(move(held('甲办')))).toHaveLength(5)
  })

  it('an end that was set goes along within the line, never one of a handover or of standing over quota there', () => {
    const due = (own: Partial<FactHolding>, more: Partial<Move> = {}) =>
      written(move(held('甲办', { due_on: '2026-12-31', ...own }), more), 'due_on').find((row) =>
        row.startsWith('insert holding'),
      )
    expect(
      [
        due({}),
        due({ overlap_allowed: 1 }),
        due({}, { unit: '乙办' }),
        due({}, { category: 'worker' }),
        due({ overlap_allowed: 1 }, { unit: '乙办' }),
        due({}, { overUntil: '2027-03-31' }),
        due({}, { overUntil: '2027-03-31', handoverUntil: '2026-08-31' }),
      ].map((row) => row?.replace('insert holding due_on=', '')),
    ).toEqual(['2026-12-31', 'null', 'null', 'null', 'null', '2027-03-31', '2026-08-31'])
  })

  it('is refused with an end that is none', () => {
    expect(move(held('甲办'), { overUntil: ON })).toEqual(why('期满日 2026-06-01 不晚于生效日 2026-06-01'))
  })
})

describe('免职', () => {
  const dismiss = (more: Partial<Dismiss>, ledger: ReturnType<typeof book>) =>
    planDismiss({ type: 'dismiss', on: ON, person: '甲', ...more }, ledger, tools)
  const head = (more: Partial<FactHolding> = {}) => held('甲办', { title: '主任', ...more })

  it.each<readonly [Partial<Dismiss>, string, string]>([
    [{}, '待安排', '免去{person:甲}甲办主任职务，待安排'],
    [{ newPost: '' }, '待安排', '免去{person:甲}甲办主任职务，待安排'],
    [{ newPost: '二级调研员' }, '二级调研员', '免去{person:甲}甲办主任职务，任二级调研员'],
    [{ post: '主任' }, '待安排', '免去{person:甲}甲办主任职务，待安排'],
    [{ post: '甲-岗0' }, '待安排', '免去{person:甲}甲办主任职务，待安排'],
  ])('of the 主职 with %o: the person stays counted in the unit', (more, title, summary) => {
    const result = dismiss(more, book([of('甲', head())]))
    expect(result).toMatchObject({ summary, touches: [line('甲办')] })
    expect(written(result, 'title', 'post_id', 'occupies_quota', 'unit_id')).toEqual([
      'insert post',
      `insert post_version title=${title} post_id=新 unit_id=甲办`,
      'update holding 甲-任0 {"valid_to":"2026-06-01","exit_cause":null}',
      'insert holding post_id=新 occupies_quota=1',
      'insert ledger_event unit_id=甲办',
    ])
  })

  it('into another post of the 班子 the person leads on; 待安排 leads nobody', () => {
    const leads = (newPost?: string) =>
      written(
        dismiss({ newPost }, book([of('甲', held('班子', { title: '党委书记', occupies_leadership: 1 }))])),
        'title',
        'leadership',
        'occupies_leadership',
      ).filter((row) => row.startsWith('insert post_version') || row.startsWith('insert holding'))
    expect([leads('党委副书记'), leads()]).toEqual([
      ['insert post_version title=党委副书记 leadership=deputy', 'insert holding occupies_leadership=1'],
      ['insert post_version title=待安排 leadership=null', 'insert holding occupies_leadership=0'],
    ])
  })

  it('the end of a handover ends with it, another end stays', () => {
    const ends = (overlap_allowed: 0 | 1) =>
      written(dismiss({}, book([of('甲', head({ overlap_allowed, due_on: '2026-12-31' }))])), 'due_on')[3]
    expect([ends(0), ends(1)]).toEqual(['insert holding due_on=2026-12-31', 'insert holding due_on=null'])
  })

  it('of a 兼任 ends that alone, found by its title or its id; posts that are gone by then are passed over', () => {
    const second = { kind: 'concurrent', occupies_quota: 0 } as const
    const ledger = book(
      [
        of(
          '甲',
          head(),
          held('乙办', { ...second, post: '旧岗' }),
          { unit: null, kind: 'secondedOut' },
          held('乙办', { ...second, title: '会计' }),
        ),
      ],
      [{ post_id: '旧岗', unit_id: '乙办', title: '出纳', valid_to: '2020-01-01' }],
    )
    for (const post of ['会计', '甲-岗3']) {
      const result = dismiss({ post }, ledger)
      expect(result).toMatchObject({ summary: '免去{person:甲}乙办会计职务', touches: [] })
      expect(written(result, 'unit_id')).toEqual([
        'update holding 甲-任3 {"valid_to":"2026-06-01"}',
        'insert ledger_event unit_id=乙办',
      ])
    }
    expect(dismiss({ post: '出纳' }, ledger)).toEqual(why('甲 2026-06-01 没有担任“出纳”'))
  })

  it('is refused to who sits nowhere that day, and into a seat that is none', () => {
    const nowhere = { refusal: 'not_in_post', details: { name: '甲', day: ON } }
    const gone = { post_id: '旧岗', unit_id: '甲办', title: '主任', valid_to: '2020-01-01' }
    expect(dismiss({}, book([of('甲')]))).toEqual(nowhere)
    expect(dismiss({}, book([of('甲', head({ post: '旧岗' }))], [gone]))).toEqual(nowhere)
    expect(dismiss({}, book([of('甲', uncounted('甲办', { unit: null }))]))).toEqual(nowhere)
    expect(dismiss({ newPost: '主任' }, book([of('甲', head())]))).toEqual(why('免职后的岗位与原岗位相同'))
    expect(dismiss({}, book([of('甲', head({ title: '待安排' }))]))).toEqual(why('甲这天没有任职，正待安排'))
    const frozen = book([of('甲', head())], [{ post_id: '冻', unit_id: '甲办', title: '副主任', state: 'frozen' }])
    expect(dismiss({ newPost: '副主任' }, frozen)).toEqual(why('甲办的“副主任”已冻结，不能安排人员'))
  })
})

describe('兼任', () => {
  const second = { kind: 'concurrent', occupies_quota: 0 } as const
  const end = (post: string, ...holdings: readonly FactHolding[]) =>
    planConcurrentEnd(
      { type: 'concurrent.end', on: ON, person: '甲', unit: '乙办', post },
      book([of('甲', ...holdings)]),
      tools,
    )

  it('ends where it is one: never the 主职, never a 兼任 of another post', () => {
    const none = why('甲 2026-06-01 没有兼任乙办的这个职务')
    const own = held('乙办', { title: '会计' })
    expect(end('会计', own)).toEqual(none)
    expect(end('会计', own, held('乙办', { ...second, title: '出纳' }))).toEqual(none)
    expect(end('会计', held('甲办'), held('甲办', { ...second, title: '会计' }))).toEqual(none)
    expect(end('会计', held('甲办'), held('乙办', { ...second, title: '会计', to: ON }))).toEqual(none)
    expect(end('没有', own, held('乙办', { ...second, post: '没有的岗' }))).toEqual(none)
  })

  it('ends the second of two posts of one title and leaves the first', () => {
    const result = end('会计', held('乙办', { title: '会计' }), held('乙办', { ...second, title: '会计' }))
    expect(result).toMatchObject({ summary: '免去{person:甲}兼任的乙办会计', touches: [] })
    expect(written(result, 'unit_id', 'person_id')).toEqual([
      'update holding 甲-任1 {"valid_to":"2026-06-01"}',
      'insert ledger_event unit_id=乙办 person_id=甲',
    ])
  })

  it('makes no leadership post of a seat that is only held beside another', () => {
    const begin = (unit: string, post: string, posts: FactSpec['posts'] = []) =>
      planConcurrentBegin(
        { type: 'concurrent.begin', on: ON, person: '甲', unit, post },
        book([of('甲', held('甲办'))], posts),
        tools,
      )
    expect(written(begin('班子', '党委书记'), 'title', 'leadership', 'kind', 'occupies_leadership')).toEqual([
      'insert post',
      'insert post_version title=党委书记 leadership=null',
      'insert holding kind=concurrent occupies_leadership=0',
      'insert ledger_event',
    ])
    expect(begin('丙办', '会计')).toEqual(why('该机构在 2026-06-01 还没有设立，或已经撤销'))
    expect(begin('甲办', '干事')).toEqual(why('甲这天已任此职'))
    expect(begin('乙办', '会计', [{ post_id: '冻', unit_id: '乙办', title: '会计', state: 'frozen' }])).toEqual(
      why('乙办的“会计”已冻结，不能安排人员'),
    )
  })
})

describe('恢复入编', () => {
  const left = held('甲办', { from: '2010-01-01', to: '2020-01-01', entry_document_number: '试人〔2010〕1号' })
  const restore = (holdings: readonly FactHolding[], more: { readonly unit?: string; readonly post?: string } = {}) =>
    planRestore(
      { type: 'restore', on: ON, person: '甲', unit: '乙办', post: '文书', category: 'administrative', ...more },
      book([of('甲', ...holdings)]),
      tools,
    )

  it('is for who was counted before', () => {
    const never = why('甲此前没有在编记录，请登记入编')
    expect(restore([])).toEqual(never)
    expect(restore([uncounted('甲办', { kind: 'offQuota', to: '2020-01-01' })])).toEqual(never)
    expect(restore([{ ...left, to: ON }])).toMatchObject({
      summary: '{person:甲}恢复入编乙办',
      touches: [line('乙办')],
    })
    expect(restore([{ ...left, to: '2026-06-02' }])).toEqual({
      refusal: 'already_in_post',
      details: { name: '甲', unit: '甲办' },
    })
    expect(restore([left], { unit: '丙办' })).toEqual(why('该机构在 2026-06-01 还没有设立，或已经撤销'))
  })

  it('ends what the person was here as a guest, with the seat made for it; not a 兼任, not a 借出', () => {
    const began = { from: '2024-01-01', occupies_quota: 0 } as const
    const holdings: readonly FactHolding[] = [
      left,
      held('乙办', { ...began, kind: 'offQuota' }),
      held('乙办', { ...began, kind: 'concurrent' }),
      { ...began, kind: 'secondedOut', unit: null },
    ]
    const result = restore(holdings)
    expect(written(result, 'kind', 'entry_route', 'entry_document_number', 'due_on', 'valid_to')).toEqual([
      'update holding 甲-任1 {"valid_to":"2026-06-01"}',
      'update post_version 甲-岗1-版 {"valid_to":"2026-06-01"}',
      'insert post',
      'insert post_version valid_to=null',
      'insert holding kind=substantive entry_route=恢复入编 entry_document_number=试人〔2010〕1号 due_on=null valid_to=null',
      'insert ledger_event',
    ])
  })

  it('goes on in the very seat the guest had: it stays open', () => {
    const guest = held('乙办', { kind: 'offQuota', occupies_quota: 0, from: '2024-01-01', title: '文书' })
    expect(written(restore([left, guest]), 'post_id')).toEqual([
      'update holding 甲-任1 {"valid_to":"2026-06-01"}',
      'insert holding post_id=甲-岗1',
      'insert ledger_event',
    ])
  })
})
