import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../../../electron/domain/ledger/events/index.ts'
import { planUnitEstablish } from '../../../../electron/domain/ledger/events/unit-establish.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { EventPlan } from '../../../../electron/domain/ledger/planning/event-plan.ts'
import type { FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook } from '../../../kit/fact-book.ts'
import { town } from '../people-events/town.ts'
import { BY, desk } from '../quota-events/desk.ts'

/* Plates, names and limits of units: what one event writes leaves what is of another unit, kind, pool or year alone. */

const ON = '2026-06-01'
const two = () => desk(factBook({ units: [{ name: '甲办', quotas: { administrative: 5 } }, { name: '乙办' }] }))
const why = (text: string) => ({ code: 'event_impossible', details: { why: text } })

/** What was written to the table: its rows as they are afterwards, by these fields. */
const rows = (facts: FactRows, table: keyof FactRows, ...fields: readonly string[]) =>
  facts[table].map((row) => {
    const told: Readonly<Record<string, unknown>> = { ...row }
    return fields.map((field) => told[field])
  })
const tables = ({ writes }: EventPlan) => writes.map(({ op, table }) => `${op} ${table}`)

describe('牌子', () => {
  const plate = (type: 'nameplate.hang' | 'nameplate.remove', unit: string, name: string, on = ON): LedgerEvent => ({
    type,
    on,
    document: BY,
    unit,
    name,
  })

  it('hangs beside others, on another unit, again after it was taken down; never twice on one', () => {
    const own = two()
    expect(own.add(plate('nameplate.hang', '甲办', '信访室')).summary).toBe('甲办自 2026-06-01 起加挂“信访室”牌子')
    own.add(plate('nameplate.hang', '甲办', '档案室'))
    own.add(plate('nameplate.hang', '乙办', '信访室'))
    const hung = why('甲办自 2026-06-01 起已加挂“信访室”')
    expect(
      ['2025-01-01', ON, '2027-01-01'].map((day) => own.refused(plate('nameplate.hang', '甲办', '信访室', day))),
    ).toEqual([hung, hung, hung])
    expect(own.add(plate('nameplate.remove', '甲办', '档案室', '2026-09-01')).summary).toBe(
      '甲办自 2026-09-01 起摘去“档案室”牌子',
    )
    own.add(plate('nameplate.remove', '甲办', '信访室', '2026-10-01'))
    expect(own.refused(plate('nameplate.hang', '甲办', '信访室', '2026-09-30'))).toEqual(hung)
    own.add(plate('nameplate.hang', '甲办', '信访室', '2026-10-01'))
    expect(rows(own.facts(), 'nameplate', 'unit_id', 'name', 'valid_from', 'valid_to')).toEqual([
      ['甲办', '信访室', ON, '2026-10-01'],
      ['甲办', '档案室', ON, '2026-09-01'],
      ['乙办', '信访室', ON, null],
      ['甲办', '信访室', '2026-10-01', null],
    ])
  })

  it('is not the unit’s own name, and comes down only where it hangs', () => {
    const own = two()
    expect(own.refused(plate('nameplate.hang', '甲办', '甲办'))).toEqual(why('“甲办”就是它自己的名称'))
    own.add(plate('nameplate.hang', '甲办', '信访室'))
    const unknown = { code: 'name_unknown', details: { name: '信访室', what: '牌子' } }
    expect(own.refused(plate('nameplate.remove', '乙办', '信访室'))).toEqual(unknown)
    expect(own.refused(plate('nameplate.remove', '甲办', '信访室', '2026-05-31'))).toEqual(unknown)
  })
})

describe('numbers that are set', () => {
  it('编外控制数: one kind is set, another stays', () => {
    const own = two()
    const set = (kind: 'agency' | 'purchasedService', amount: number, on: string) =>
      own.add({ type: 'offQuotaControl.set', document: BY, on, kind, amount })
    set('agency', 3, '2020-01-01')
    set('purchasedService', 6, '2021-01-01')
    set('agency', 2, '2022-01-01')
    set('purchasedService', 5, '2019-01-01')
    expect(rows(own.facts(), 'off_quota_control', 'kind', 'amount', 'valid_from', 'valid_to')).toEqual([
      ['agency', 3, '2020-01-01', '2022-01-01'],
      ['purchasedService', 6, '2021-01-01', null],
      ['agency', 2, '2022-01-01', null],
      ['purchasedService', 5, '2019-01-01', '2021-01-01'],
    ])
  })

  it('职级职数: of one unit and one pool', () => {
    const own = two()
    const set = (unit: string, pool: string, amount: number, on: string) =>
      own.add({ type: 'rankQuota.set', document: BY, on, unit, pool, amount })
    set('甲办', '一级和二级主任科员', 3, '2020-01-01')
    set('乙办', '一级和二级主任科员', 2, '2021-01-01')
    set('甲办', '三级和四级主任科员', 4, '2022-01-01')
    set('甲办', '一级和二级主任科员', 1, '2023-01-01')
    expect(rows(own.facts(), 'rank_quota', 'unit_id', 'amount', 'valid_from', 'valid_to')).toEqual([
      ['甲办', 3, '2020-01-01', '2023-01-01'],
      ['乙办', 2, '2021-01-01', null],
      ['甲办', 4, '2022-01-01', null],
      ['甲办', 1, '2023-01-01', null],
    ])
  })

  it('消化计划: one number a kind and year, set anew in its place', () => {
    const own = two()
    const plan = (kind: 'agency' | 'purchasedService', year: number, amount: number) =>
      own.add({ type: 'runOff.plan', on: ON, kind, year, amount })
    plan('agency', 2026, 3)
    plan('agency', 2027, 2)
    plan('purchasedService', 2027, 5)
    expect(tables(plan('agency', 2027, 1))).toEqual(['update run_off_plan', 'insert ledger_event'])
    expect(rows(own.facts(), 'run_off_plan', 'kind', 'year', 'amount')).toEqual([
      ['agency', 2026, 3],
      ['agency', 2027, 1],
      ['purchasedService', 2027, 5],
    ])
  })

  it('领导职数: 正 and 副 add up to it, or one of them is not said and fits', () => {
    const set = (amount: number, chief: number | null, deputy: number | null): LedgerEvent => ({
      type: 'leadershipQuota.set',
      document: BY,
      on: ON,
      unit: '甲办',
      amount,
      chief,
      deputy,
    })
    for (const [chief, deputy] of [
      [1, 2],
      [null, null],
      [null, 2],
      [1, null],
    ] as const) {
      const own = two()
      own.add(set(3, chief, deputy))
      expect(rows(own.facts(), 'leadership_quota', 'amount', 'chief_amount', 'deputy_amount')).toEqual([
        [3, chief, deputy],
      ])
    }
    for (const [chief, deputy, said] of [
      [1, 1, '正职 1 名、副职 1 名'],
      [2, 2, '正职 2 名、副职 2 名'],
      [null, 4, '正职 — 名、副职 4 名'],
      [4, null, '正职 4 名、副职 — 名'],
    ] as const)
      expect(two().refused(set(3, chief, deputy))).toEqual(why(`${said}与领导职数 3 名对不上`))
  })

  it('调剂 says how many later balances it shifts', () => {
    const own = two()
    const transfer = (by: number, on: string) =>
      own.add({ type: 'quota.transfer', document: BY, on, unit: '甲办', to: '乙办', category: 'administrative', by })
    expect(transfer(1, '2026-01-01').summary).toBe('行政编制自 2026-01-01 起调剂 1 名：甲办（5 → 4）调给乙办（0 → 1）')
    expect(transfer(2, '2025-01-01').summary).toBe(
      '行政编制自 2025-01-01 起调剂 2 名：甲办（5 → 3）调给乙办（0 → 2），之后登记的 2 条余额随之调整',
    )
  })
})

describe('机构', () => {
  it('设立 writes the unit below the township, with what was said of it and nothing else', () => {
    const own = desk(town())
    const event = { type: 'unit.establish', document: BY, on: ON, kind: 'office' } as const
    const bare = own.add({ ...event, name: '平安办' })
    expect([bare.summary, bare.touches, tables(bare)]).toEqual([
      '设立内设机构“平安办”',
      [],
      ['insert basis_document', 'insert unit', 'insert unit_version', 'insert ledger_event'],
    ])
    const full = own.add({
      ...event,
      name: '信访办',
      nameplates: ['信访室', '信访室', '调解室'],
      managingBody: '县信访局',
      quotas: [
        { category: 'administrative', amount: 2 },
        { category: 'administrative', amount: 1 },
        { category: 'institution', amount: 0 },
      ],
    })
    const id = own.facts().unit.at(-1)?.id ?? ''
    expect(full.touches).toEqual([{ unitId: id, category: 'administrative' }])
    expect(full.summary).toBe('设立内设机构“信访办”，核定行政编制 3 名，加挂“信访室”牌子，加挂“调解室”牌子')
    expect(rows(own.facts(), 'unit_version', 'unit_id', 'parent_id', 'name', 'managing_body').at(-1)).toEqual([
      id,
      '试验乡',
      '信访办',
      '县信访局',
    ])
    expect(rows(own.facts(), 'nameplate', 'unit_id', 'name')).toEqual([
      [id, '信访室'],
      [id, '调解室'],
    ])
    expect(rows(own.facts(), 'quota', 'unit_id', 'amount', 'role').at(-1)).toEqual([id, 3, 'allocation'])
    expect(own.facts().unit.at(-1)).toEqual({ id, recorded_at: expect.stringMatching(/^\d{4}-/u) as unknown })
  })

  it('before the township stood there is nothing above it', () => {
    const event = { type: 'unit.establish', document: BY, on: '2000-01-01', kind: 'office', name: '老办' } as const
    const tools = { newId: () => '新', recordedAt: '2026-11-22T03:00:00.000Z', today: '2026-11-22' }
    expect(planUnitEstablish(event, ledgerBook(town()), tools)).toMatchObject({
      writes: [{}, {}, { table: 'unit_version', row: { parent_id: null, name: '老办' } }, {}],
    })
  })

  it('划转 comes to another body and back, and is refused where it is already', () => {
    const own = two()
    const to = (managingBody: string | undefined, on: string): LedgerEvent => ({
      type: 'unit.reassign',
      document: BY,
      on,
      unit: '甲办',
      managingBody,
    })
    const already = (body: string) => why(`甲办这一天已由${body}管理`)
    for (const body of [undefined, '', ' ']) expect(own.refused(to(body, ON))).toEqual(already('本乡镇'))
    expect(own.add(to(' 县农业局 ', ON)).summary).toBe('甲办自 2026-06-01 起由本乡镇划转县农业局管理')
    expect(own.refused(to('县农业局', '2026-07-01'))).toEqual(already('县农业局'))
    expect(own.add(to(undefined, '2026-08-01')).summary).toBe('甲办自 2026-08-01 起由县农业局划转本乡镇管理')
  })

  it('更名 puts its paper on the version that begins that day, not on a later one that follows', () => {
    const own = two()
    const rename = (name: string, on: string, number: string) =>
      own.add({ type: 'unit.rename', document: { number }, on, unit: '甲办', name })
    own.add({
      type: 'unit.reassign',
      document: { number: '划转' },
      on: '2020-01-01',
      unit: '甲办',
      managingBody: '县局',
    })
    const papers = () => {
      const numbers = new Map(own.facts().basis_document.map((row) => [row.id, row.number]))
      return own
        .facts()
        .unit_version.filter((row) => row.unit_id === '甲办')
        .map((row) => [row.valid_from, row.name, row.managing_body, numbers.get(row.document_id ?? '') ?? null])
        .toSorted(([one], [other]) => String(one).localeCompare(String(other)))
    }
    rename('丙办', '2015-01-01', '更名一')
    expect(papers()).toEqual([
      ['2000-01-01', '甲办', null, null],
      ['2015-01-01', '丙办', null, '更名一'],
      ['2020-01-01', '丙办', '县局', '划转'],
    ])
    rename('丁办', '2020-01-01', '更名二')
    expect(papers().at(-1)).toEqual(['2020-01-01', '丁办', '县局', '更名二'])
  })

  it('拟设 a leadership post is one; without a word it is none', () => {
    const own = two()
    const plan = (leadership: 'chief' | 'deputy' | null | undefined) =>
      own.add({ type: 'post.plan', on: ON, unit: '甲办', post: '主任', leadership })
    for (const role of ['chief', 'deputy', null, undefined] as const) plan(role)
    expect(rows(own.facts(), 'post_version', 'title', 'leadership', 'state')).toEqual(
      ['chief', 'deputy', null, null].map((role) => ['主任', role, 'planned']),
    )
  })
})

describe('a title that one person holds', () => {
  it('is guarded where somebody sits down for good; who is lent for a while is shown beside', () => {
    const own = desk(
      town({ name: '甲', unit: '领导班子', title: '乡长', leadership: 'chief' }, { name: '乙', unit: '党政办' }),
    )
    const seat = { on: ON, unit: '领导班子', post: '乡长' } as const
    expect(own.refused({ ...seat, type: 'move', person: '乙' }).code).toBe('title_held')
    expect(own.add({ ...seat, type: 'attachment.in', person: { name: '丙' }, from: '县水利局' }).summary).toContain(
      '从县水利局挂职到领导班子',
    )
  })
})
