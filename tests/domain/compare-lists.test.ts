import { COMPARED_FIELDS } from '../../electron/vocabulary/person-fields.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareLists, type OurPerson, type TheirRow } from '../../electron/domain/compare/compare-lists.ts'

const ours = (
  name: string,
  idNumber: string | null = null,
  fields: OurPerson['fields'] = {},
  unitNames: readonly string[] = [],
): OurPerson => ({ personId: `p-${name}-${idNumber ?? ''}`, name, idNumber, fields, unitNames })
const theirs = (
  row: number,
  name: string,
  idNumber: string | null = null,
  fields: TheirRow['fields'] = {},
): TheirRow => ({ row, name, idNumber, fields })

it('by number first, then by a name only one on either side bears; the rest is only ours or only theirs', () => {
  const done = compareLists(
    [ours('甲', 'A'), ours('乙'), ours('丙', 'C')],
    [theirs(2, '甲', 'A'), theirs(3, '乙', 'B'), theirs(4, '丁', 'D')],
  )
  expect([done.matched, done.onlyOurs, done.onlyTheirs.map((row) => row.name)]).toEqual([2, ['p-丙-C'], ['丁']])
  expect(done.differing).toEqual([{ personId: 'p-乙-', row: 3, field: 'idNumber', ours: null, theirs: 'B' }])
})

it('two of one name and no number to tell them by: never guessed', () => {
  const done = compareLists([ours('王某', 'A'), ours('王某', 'B')], [theirs(2, '王某')])
  expect([done.matched, done.ambiguous.map((row) => row.row), done.onlyTheirs, done.onlyOurs.length]).toEqual([
    0,
    [2],
    [],
    2,
  ])
})

it('one number on two of their rows is one match and one row too many', () => {
  const done = compareLists([ours('甲', 'A')], [theirs(2, '甲', 'A'), theirs(3, '甲', 'A')])
  expect([done.matched, done.onlyTheirs.map((row) => row.row)]).toEqual([1, [3]])
})

it.each<[string, TheirRow['fields'], TheirRow['fields'], number]>([
  ['a month and a day in it', { birth: '1985-03' }, { birth: '1985-03-02' }, 0],
  ['a month and a day beside it', { birth: '1985-03' }, { birth: '1985-04-02' }, 1],
  ['the unit with the township before it', { unit: '财政所' }, { unit: '山溪乡财政所' }, 0],
  ['the unit by its plate', { unit: '民政所' }, { unit: '社会救助所' }, 0],
  ['another unit', { unit: '财政所' }, { unit: '民政所' }, 1],
  ['a field their list lacks', { education: '大专' }, {}, 0],
  ['a field they left empty', { education: '大专' }, { education: '' }, 0],
  ['a field we left empty', { education: null }, { education: '大专' }, 1],
])('%s', (_, own, other, count) => {
  expect(compareLists([ours('甲', 'A', own, ['社会救助所'])], [theirs(2, '甲', 'A', other)]).differing).toHaveLength(
    count,
  )
})

it('everybody and every row is accounted for once, and a list against itself has no difference', () => {
  const person = fc.record({
    name: fc.constantFrom('甲', '乙', '丙'),
    idNumber: fc.option(fc.constantFrom('1', '2', '3', '4'), { nil: null }),
    birth: fc.constantFrom('1980-01', '1981-02'),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { selector: (one) => one.idNumber ?? Symbol(), maxLength: 6 }),
      fc.array(person, { maxLength: 6 }),
      (mine, other) => {
        const our = mine.map((one, place) => ({
          ...ours(one.name, one.idNumber, { birth: one.birth }),
          personId: `p${place}`,
        }))
        const rows = other.map((one, place) => theirs(place, one.name, one.idNumber, { birth: one.birth }))
        const done = compareLists(our, rows)
        expect(done.matched + done.onlyOurs.length).toBe(our.length)
        expect(done.matched + done.onlyTheirs.length + done.ambiguous.length).toBe(rows.length)
        for (const difference of done.differing) expect(COMPARED_FIELDS).toContain(difference.field)
        const self = compareLists(
          our.filter((one) => one.idNumber !== null),
          our
            .filter((one) => one.idNumber !== null)
            .map((one, place) => theirs(place, one.name, one.idNumber, one.fields)),
        )
        expect([self.onlyOurs, self.onlyTheirs, self.differing]).toEqual([[], [], []])
      },
    ),
  )
})
