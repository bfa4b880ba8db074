import { describe, expect, it } from 'vitest'
import { noColumns } from '../../../../electron/vocabulary/person-fields.ts'
import type { PersonVersionTable } from '../../../../electron/domain/ledger/rows/fact-rows.ts'
import { rankStarts } from '../../../../electron/domain/ledger/snapshot/rank-starts.ts'
import { factBook } from '../../../kit/fact-book.ts'
import { RECORDED_AT } from '../../../kit/book.ts'

/* 任现职级时间: the promotion that gave the present 职级, told by the book itself. */

const version = (person: string, rank: string | null, from: string): PersonVersionTable => ({
  ...noColumns('version'),
  id: `${person}-${from}`,
  person_id: person,
  rank,
  valid_from: from,
  valid_to: null,
  recorded_at: RECORDED_AT,
})
const promoted = (person: string | null, on: string, type: 'rank.promote' | 'move' = 'rank.promote') => ({
  type,
  person_id: person,
  effective_on: on,
})
const since = (
  versions: readonly PersonVersionTable[],
  events: readonly ReturnType<typeof promoted>[],
  day = '2026-11-22',
) => rankStarts({ ...factBook({ units: [], events }), person_version: versions }, day)

const RISE = [version('甲', '四级主任科员', '2015-01-01'), version('甲', '三级主任科员', '2019-06-01')]

describe('任现职级时间', () => {
  it('is the day of the promotion that gave it', () => {
    expect(since(RISE, [promoted('甲', '2019-06-01')])).toEqual([{ personId: '甲', since: '2019-06-01' }])
  })

  it('says nothing where no promotion of this person is told for that day', () => {
    expect(since(RISE, [])).toEqual([])
    expect(since(RISE, [promoted('甲', '2019-06-01', 'move')])).toEqual([])
    expect(since(RISE, [promoted('乙', '2019-06-01')])).toEqual([])
    expect(since(RISE, [promoted(null, '2019-06-01')])).toEqual([])
    expect(since(RISE, [promoted('甲', '2019-06-02')])).toEqual([])
  })

  it('on an earlier day the earlier 职级 is the present one', () => {
    const both = [promoted('甲', '2015-01-01'), promoted('甲', '2019-06-01')]
    expect(since(RISE, both, '2019-05-31')).toEqual([{ personId: '甲', since: '2015-01-01' }])
    expect(since(RISE, both, '2019-06-01')).toEqual([{ personId: '甲', since: '2019-06-01' }])
    expect(since(RISE, [promoted('甲', '2019-06-01')], '2019-05-31')).toEqual([])
    expect(since(RISE, both, '2014-12-31')).toEqual([])
  })

  it('another change of the person in the same 职级 does not begin it anew, in whatever order the rows lie', () => {
    const later = [...RISE, version('甲', '三级主任科员', '2022-03-01')]
    for (const rows of [later, later.toReversed()])
      expect(since(rows, [promoted('甲', '2019-06-01')])).toEqual([{ personId: '甲', since: '2019-06-01' }])
  })

  it('a 职级 lost and given again counts from the second time', () => {
    const again = [...RISE, version('甲', '四级主任科员', '2021-01-01'), version('甲', '三级主任科员', '2023-01-01')]
    const events = [promoted('甲', '2019-06-01'), promoted('甲', '2023-01-01')]
    expect(since(again, events)).toEqual([{ personId: '甲', since: '2023-01-01' }])
  })

  it('who has no 职级 has no date, though a promotion is told for the very day it was lost', () => {
    expect(since([...RISE, version('甲', null, '2024-01-01')], [promoted('甲', '2024-01-01')])).toEqual([])
  })

  it('whoever has no 职级 now has no date; the first version may be the promotion', () => {
    expect(since([...RISE, version('甲', null, '2024-01-01')], [promoted('甲', '2019-06-01')])).toEqual([])
    expect(since([version('乙', '一级科员', '2018-01-01')], [promoted('乙', '2018-01-01')])).toEqual([
      { personId: '乙', since: '2018-01-01' },
    ])
  })
})
