import { AS_OF, HEADS, guests, inPost, off, otherRow, QUOTAS, rowOf, TOWN, type Staff } from './forms2-book.ts'
import type { BookTruth } from './kit/form-truth.ts'
import { xlsx, type Row } from './kit/write-files.ts'

/* The people of the third forms: those of the second with their schools, three of them away from their posts, and two more leaders' seats told. */

const SCHOOLS = ['赣江农业大学农学', '湘江师范学院汉语言文学', '宜阳职业技术学院会计', '武陵林业学校林业']

/** 院校系及专业 of 全日制 education. */
export const fullSchool = (one: Staff): string =>
  inPost.includes(one) ? (SCHOOLS[inPost.indexOf(one) % SCHOOLS.length] ?? '') : ''
/** And of 在职 education, where somebody has one. */
export const serviceSchool = (one: Staff): string => (one.inService === '' ? '' : '省委党校行政管理')

const plain = inPost.filter((one) => one.unit !== '镇领导班子' && one.remark === '' && one.category !== '机关工勤编制')
const away = (at: number): Staff => {
  const found = plain[at]
  if (found === undefined) throw new Error('nobody left to be away')
  return found
}
/** Away from their posts, still counted. */
export const sick = away(4)
export const studying = away(11)
export const offPost = away(17)
export const AWAY: readonly (readonly [person: Staff, kind: string, word: string, from: string])[] = [
  [sick, 'sickLeave', '病休', '2026-03-02'],
  [studying, 'study', '离岗学习', '2026-09-01'],
  [offPost, 'offPost', '离岗', '2025-07-15'],
]

const withSchools = (one: Staff, row: Row): Row => [...row, fullSchool(one) || null, serviceSchool(one) || null]

export const bookFile = (): Buffer =>
  xlsx(
    {
      name: '编制核定',
      rows: [
        ['序号', '机构名称', '机构类别', '编制类型', '核定编制数', '领导职数', '批准文号'],
        ...QUOTAS.map((one, at): Row => [
          at + 1,
          one.unit,
          one.kind,
          one.category,
          one.quota,
          one.leaders,
          '石编办〔2019〕8号',
        ]),
      ],
    },
    {
      name: '花名册',
      rows: [
        [...HEADS, '全日制毕业院校及专业', '在职毕业院校及专业'],
        ...inPost.map((one, at) => withSchools(one, rowOf(one, at))),
        ...[...off, ...guests].map((one, at) => withSchools(one, otherRow(one, inPost.length + at))),
      ],
    },
  )

export const bookTruth: BookTruth = {
  township: TOWN,
  asOf: AS_OF,
  inPost: inPost.map((one) => one.name),
  off: off.map((one) => one.name),
  records: [],
  events: AWAY.map(([person, kind, , on]) => ({ type: 'absence.begin', on, person: person.name, kind })),
}
