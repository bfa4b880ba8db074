import { describe, expect, it } from 'vitest'
import { planAbsenceBegin, type AbsenceBegin } from '../../../../electron/domain/ledger/events/absence-begin.ts'
import { planAbsenceEnd } from '../../../../electron/domain/ledger/events/absence-end.ts'
import { planRankPromote, type RankPromote } from '../../../../electron/domain/ledger/events/rank-promote.ts'
import { planTermRenew } from '../../../../electron/domain/ledger/events/term-renew.ts'
import { ledgerBook } from '../../../../electron/domain/ledger/book/ledger-book.ts'
import type { AbsenceTable, FactRows } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { factBook, held, type FactHolding } from '../../../kit/fact-book.ts'
import { planned, refusal, tools, town } from './town.ts'

/* 职级, 离岗 and 续延: whose row it is, from which day, until when. */

const ON = '2026-06-01'
const why = (text: string) => ({ refusal: 'event_impossible', details: { why: text } })

describe('职级晋升', () => {
  const promote = (more: Partial<RankPromote> = {}): RankPromote => ({
    type: 'rank.promote',
    on: ON,
    person: '甲',
    rank: '四级主任科员',
    ...more,
  })
  const clerk = town({ name: '甲', unit: '党政办', holding: { occupied_rank: '一级科员' } })
  type Range = readonly [id: string, from: string, to: string | null, rank?: string, education?: string]
  const versioned = (...ranges: readonly Range[]): FactRows => ({
    ...clerk,
    person_version: clerk.person_version.flatMap((row) =>
      ranges.map(([id, valid_from, valid_to, rank = '一级科员', education = '大学本科']) => ({
        ...row,
        id,
        valid_from,
        valid_to,
        rank,
        education,
      })),
    ),
  })
  const ranked = { op: 'update', table: 'person_version', id: 'pv-甲', set: { valid_to: ON } }
  const goesOn = { op: 'insert', table: 'person_version', row: { rank: '四级主任科员', valid_from: ON } }
  const event = {
    op: 'insert',
    table: 'ledger_event',
    row: { type: 'rank.promote', person_id: '甲', unit_id: '党政办', category: 'administrative' },
  }

  it('is the person’s own; the seat consumes another one only where that is said and is another', () => {
    for (const occupiedRank of [undefined, '', '一级科员'])
      expect(planned(clerk, planRankPromote, promote({ occupiedRank }))).toMatchObject({
        summary: `{person:甲}晋升四级主任科员${occupiedRank === '一级科员' ? '，占编职级一级科员' : ''}`,
        touches: [{ unitId: '党政办', category: 'administrative' }],
        writes: [ranked, goesOn, event],
      })
    expect(planned(clerk, planRankPromote, promote())).toHaveProperty('summary', '{person:甲}晋升四级主任科员')
    expect(planned(clerk, planRankPromote, promote({ occupiedRank: '四级主任科员' }))).toMatchObject({
      summary: '{person:甲}晋升四级主任科员，占编职级四级主任科员',
      writes: [
        ranked,
        goesOn,
        { op: 'update', table: 'holding', id: 'h-甲', set: { valid_to: ON, exit_cause: null } },
        { op: 'insert', table: 'holding', row: { occupied_rank: '四级主任科员', post_id: 'p-甲', valid_from: ON } },
        event,
      ],
    })
  })

  it('is refused where nothing would change', () => {
    const same = why('甲这天已是一级科员')
    const asNow = (occupiedRank?: string) =>
      refusal(clerk, planRankPromote, promote({ rank: '一级科员', occupiedRank }))
    expect([asNow(), asNow('一级科员')]).toEqual([same, same])
    const seatAlone = planned(clerk, planRankPromote, promote({ rank: '一级科员', occupiedRank: '二级科员' }))
    expect(seatAlone.writes.map(({ table }) => table)).toEqual(['holding', 'holding', 'ledger_event'])
    expect(refusal(clerk, planRankPromote, promote({ person: '没有' }))).toEqual({
      refusal: 'not_in_post',
      details: { name: '此人', day: ON },
    })
  })

  it.each<readonly [string, string, readonly Range[], string | null, string | null]>([
    [
      'between two',
      '2017-01-01',
      [
        ['早', '2010-07-01', '2015-01-01'],
        ['晚', '2020-01-01', null, '二级科员', '研究生'],
      ],
      '2020-01-01',
      '研究生',
    ],
    [
      'on the day one ends',
      '2015-01-01',
      [
        ['早', '2010-07-01', '2015-01-01'],
        ['晚', '2020-01-01', null, '二级科员', '研究生'],
      ],
      '2020-01-01',
      '研究生',
    ],
    ['before the first', '2012-01-01', [['晚', '2020-01-01', null, '二级科员', '研究生']], '2020-01-01', '研究生'],
    ['after the last', '2017-01-01', [['早', '2010-07-01', '2015-01-01']], null, null],
    ['where there is none', '2017-01-01', [], null, null],
  ])(
    'on a day of which nothing is known, %s, fills the gap with what is known next',
    (_, on, ranges, valid_to, education) => {
      expect(planned(versioned(...ranges), planRankPromote, promote({ on }))).toMatchObject({
        writes: [
          {
            op: 'insert',
            table: 'person_version',
            row: { person_id: '甲', rank: '四级主任科员', valid_from: on, valid_to, education },
          },
          event,
        ],
      })
    },
  )

  it('a later version that still bears the old one follows; a later 职级 stays', () => {
    const facts = versioned(
      ['一', '2010-07-01', '2027-01-01'],
      ['二', '2027-01-01', '2028-01-01', '一级科员', '研究生'],
      ['三', '2028-01-01', null, '三级主任科员', '研究生'],
    )
    expect(planned(facts, planRankPromote, promote())).toMatchObject({
      writes: [
        { op: 'update', id: '一', set: { valid_to: ON } },
        { op: 'insert', row: { rank: '四级主任科员', valid_from: ON, valid_to: '2027-01-01' } },
        { op: 'update', id: '二', set: { rank: '四级主任科员' } },
        event,
      ],
    })
  })
})

const away = (person: string, from: string, to: string | null, more: Partial<AbsenceTable> = {}): AbsenceTable => ({
  id: `离-${person}-${from}`,
  person_id: person,
  kind: 'sickLeave',
  document_number: null,
  due_on: null,
  valid_from: from,
  valid_to: to,
  recorded_at: tools.recordedAt,
  ...more,
})
const bookOf = (absences: readonly AbsenceTable[], ...holdings: readonly FactHolding[]) =>
  factBook({
    units: [{ name: '甲办' }],
    people: [
      { name: '甲', holdings },
      { name: '乙', holdings: [held('甲办')] },
    ],
    absences,
  })

describe('离岗', () => {
  const begin = (absences: readonly AbsenceTable[], more: Partial<AbsenceBegin> = {}, own = held('甲办')) =>
    planAbsenceBegin(
      { type: 'absence.begin', on: ON, person: '甲', kind: 'study', ...more },
      ledgerBook(bookOf(absences, own)),
      tools,
    )
  const ends = (valid_to: string | null) => ({ writes: [{ op: 'insert', table: 'absence', row: { valid_to } }, {}] })

  it('lasts until the person’s own next one, or until they leave', () => {
    expect(begin([])).toMatchObject(ends(null))
    expect(begin([away('乙', '2020-01-01', null), away('乙', '2027-01-01', null)])).toMatchObject(ends(null))
    const past = away('甲', '2020-01-01', '2021-01-01')
    const later = [away('甲', '2029-01-01', null), away('甲', '2028-01-01', '2028-06-01')]
    expect(begin([past])).toMatchObject(ends(null))
    expect(begin([past, ...later])).toMatchObject(ends('2028-01-01'))
    expect(begin([...later, past])).toMatchObject(ends('2028-01-01'))
    expect(begin(later, {}, held('甲办', { to: '2027-01-01' }))).toMatchObject(ends('2027-01-01'))
  })

  it('says whose, what and until when', () => {
    expect(begin([])).toMatchObject({ summary: '{person:甲}离岗学习，仍占编制', touches: [] })
    expect(begin([], { until: '2026-12-31', document: { number: '试人〔2026〕9号' } })).toMatchObject({
      summary: '{person:甲}离岗学习，至 2026-12-31，仍占编制',
      writes: [
        { table: 'basis_document', row: { number: '试人〔2026〕9号' } },
        { table: 'absence', row: { kind: 'study', due_on: '2026-12-31', document_number: '试人〔2026〕9号' } },
        { table: 'ledger_event', row: { person_id: '甲', unit_id: '甲办', category: 'administrative' } },
      ],
    })
  })

  it('is refused while one runs, and with an end that is none', () => {
    expect(begin([away('甲', '2026-01-01', null)])).toEqual(why('甲从 2026-01-01 起已登记病休，请先登记返岗'))
    expect(begin([], { until: ON })).toEqual(why('期满日 2026-06-01 不晚于生效日 2026-06-01'))
    expect(begin([], {}, held('甲办', { to: ON }))).toEqual({
      refusal: 'not_in_post',
      details: { name: '甲', day: ON },
    })
  })

  it('返岗 ends the person’s own, of somebody who has left the township too', () => {
    const end = (absences: readonly AbsenceTable[], own: FactHolding) =>
      planAbsenceEnd({ type: 'absence.end', on: ON, person: '甲' }, ledgerBook(bookOf(absences, own)), tools)
    const [theirs, own] = [away('乙', '2020-01-01', null), away('甲', '2026-01-01', null)]
    expect(end([theirs], held('甲办'))).toEqual(why('甲 2026-06-01 这天没有离岗登记'))
    const ended = { op: 'update', table: 'absence', id: '离-甲-2026-01-01', set: { valid_to: ON } }
    const of = (unit_id: string | null, category: string | null) => ({
      summary: '{person:甲}返岗',
      touches: [],
      writes: [ended, { table: 'ledger_event', row: { person_id: '甲', unit_id, category } }],
    })
    expect(end([theirs, own], held('甲办'))).toMatchObject(of('甲办', 'administrative'))
    expect(end([theirs, own], held('甲办', { to: '2026-03-01' }))).toMatchObject(of(null, null))
  })
})

describe('续延', () => {
  const renew = (until: string, absences: readonly AbsenceTable[], ...terms: readonly FactHolding[]) =>
    planTermRenew(
      { type: 'term.renew', on: ON, person: '甲', until },
      ledgerBook(bookOf(absences, held('甲办'), ...terms)),
      tools,
    )
  const set = (table: string, id: string, due_on: string, word: string) => ({
    summary: `{person:甲}${word}期限续延至 ${due_on}`,
    touches: [],
    writes: [
      { op: 'update', table, id, set: { due_on } },
      { op: 'insert', table: 'ledger_event', row: { person_id: '甲', type: 'term.renew' } },
    ],
  })
  const out = (more: Partial<FactHolding> = {}): FactHolding => ({ unit: null, kind: 'secondedOut', ...more })
  const nothing = why('甲 2026-06-01 这天没有在期的借用、挂职或离岗')

  it('is of the person’s own running term, else of their own absence', () => {
    const own = away('甲', '2026-01-01', null)
    expect(renew('2026-12-31', [away('乙', '2020-01-01', null), own])).toMatchObject(
      set('absence', '离-甲-2026-01-01', '2026-12-31', '离岗'),
    )
    expect(renew('2026-12-31', [own], out())).toMatchObject(set('holding', '甲-任1', '2026-12-31', '借出'))
    expect(renew('2026-12-31', [], out({ remark: '挂职' }))).toMatchObject(
      set('holding', '甲-任1', '2026-12-31', '挂职'),
    )
    expect(renew('2026-12-31', [])).toEqual(nothing)
    expect(renew('2026-12-31', [away('乙', '2020-01-01', null)])).toEqual(nothing)
    expect(renew('2026-12-31', [away('甲', '2020-01-01', '2021-01-01'), away('甲', '2027-01-01', null)])).toEqual(
      nothing,
    )
  })

  it('must be longer than it was, and no longer than what is registered', () => {
    expect(renew(ON, [], out())).toEqual(why('期满日 2026-06-01 不晚于生效日 2026-06-01'))
    const due = out({ due_on: '2026-12-31', to: '2027-06-01' })
    expect([renew('2026-12-30', [], due), renew('2026-12-31', [], due)]).toEqual(
      Array.from({ length: 2 }, () => why('现登记的期满日是 2026-12-31，续延应晚于它')),
    )
    for (const until of ['2027-01-01', '2027-06-01'])
      expect(renew(until, [], due)).toMatchObject(set('holding', '甲-任1', until, '借出'))
    expect(renew('2027-06-02', [], due)).toEqual(why('已登记从 2027-06-01 起结束，不能续延到 2027-06-02'))
  })
})
