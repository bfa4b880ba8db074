import { expect, it } from 'vitest'
import { correctPerson } from '../../../electron/app/people/correct-person.ts'
import { readStructure } from '../../../electron/app/people/read-structure.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import type { OpenBook } from '../../../electron/store/open.ts'
import { makeContext } from '../../kit/context.ts'
import { seatPeople } from '../../kit/people.ts'
import { draft, force, REFORM_DAY, startPlan } from '../../kit/reform.ts'
import { withTownship } from '../../kit/township.ts'

/* What a reform does to the mixture of a unit: who goes over keeps 职称 and age, and the unit is counted by both on either day. */

const [AGRICULTURE, CULTURE] = ['农业综合服务中心', '文化服务中心']
const PEOPLE = [
  { name: '农一', unit: AGRICULTURE, birth: '1968-01-11', title: '高级农艺师' },
  { name: '农二', unit: AGRICULTURE, birth: '1992-02-12', title: null },
  { name: '文一', unit: CULTURE, birth: '1971-03-13', title: '馆员' },
  { name: '文二', unit: CULTURE, birth: '1997-04-14', title: '助理馆员' },
]

/** 职称 → age band → names, without what is empty. */
function told({ rows, columns, people }: Output<'structure.read'>) {
  return rows.flatMap((row, at) =>
    columns.flatMap((column, across) => {
      const names = (people?.[at]?.[across] ?? []).map(({ name }) => name)
      return names.length === 0 ? [] : [`${row.title} ${column.title}：${names.join('、')}`]
    }),
  )
}

const count = (book: OpenBook, unit: string, asOf: string) =>
  readStructure({ rows: 'title', columns: 'age', unit, asOf, bands: [35, 45, 54], withPeople: true }, makeContext(book))

it('people who are moved keep 职称 and age; both units by 职称 and age, before and after', () =>
  withTownship(async (book) => {
    const ids = await seatPeople(
      book,
      PEOPLE.map(({ name, unit, birth }) => ({ name, unit, birth, category: 'institution' as const, title: '干事' })),
    )
    for (const [place, { title }] of PEOPLE.entries())
      if (title !== null)
        await correctPerson(
          { personId: ids[place] ?? '', reason: '核对', changes: { professionalTitle: title } },
          makeContext(book, { operation: 'person.correct' }),
        )
    const plan = await startPlan(book)
    await draft(book, plan, { type: 'unit.merge', units: [CULTURE], into: AGRICULTURE })
    await force(book, plan, { reason: '按方案' })
    expect(told(await count(book, CULTURE, '2026-11-30'))).toEqual(['中级 55 岁及以上：文一', '初级 35 岁及以下：文二'])
    expect(told(await count(book, AGRICULTURE, '2026-11-30'))).toEqual([
      '副高级 55 岁及以上：农一',
      '无或未登记 35 岁及以下：农二',
    ])
    expect(told(await count(book, AGRICULTURE, REFORM_DAY))).toEqual([
      '副高级 55 岁及以上：农一',
      '中级 55 岁及以上：文一',
      '初级 35 岁及以下：文二',
      '无或未登记 35 岁及以下：农二',
    ])
  }))
