import { expect, test } from 'vitest'
import { SAMPLE_TOWNSHIP } from '../../kit/sample-township.ts'
import { findingsOf, namesOn, run } from '../../kit/snapshot.ts'

/* What is true of the bundled workbook, line by line. */

const result = run(SAMPLE_TOWNSHIP)
const line = (unit: string) => result.figures.lines.find((own) => own.unitId === unit)

test('15 lines; 行政 23 of 23, 事业 25 of 28, leaders 8 of 8', () => {
  expect(result.figures.lines).toHaveLength(15)
  expect(
    result.figures.totals.map(({ category, ceiling, quota, actual, vacancy, over }) => ({
      category,
      ceiling,
      quota,
      actual,
      vacancy,
      over,
    })),
  ).toEqual([
    { category: 'administrative', ceiling: 23, quota: 23, actual: 23, vacancy: 1, over: 1 },
    { category: 'institution', ceiling: 28, quota: 28, actual: 25, vacancy: 4, over: 1 },
  ])
  expect(result.figures.leadership).toMatchObject({
    quota: 8,
    actual: 8,
    vacancy: 0,
    over: 0,
    chief: { quota: null, actual: 3 },
    deputy: { quota: null, actual: 5 },
  })
})

test('over in two units, vacant in four; the 混编 person takes no seat of 财政所', () => {
  expect(
    result.figures.lines.filter((own) => own.over > 0).map((own) => [own.unitId, own.category, own.actual, own.quota]),
  ).toEqual([
    ['党政综合办公室', 'administrative', 6, 5],
    ['计划生育服务中心', 'institution', 6, 5],
  ])
  expect(
    Object.fromEntries(result.figures.lines.filter((own) => own.vacancy > 0).map((own) => [own.unitId, own.vacancy])),
  ).toEqual({ 社会事务办公室: 1, 农业综合服务中心: 2, 村镇规划建设管理所: 1, 财政所: 1 })
  expect(result.figures.misplaced).toEqual([{ unitId: '财政所', category: 'administrative', personIds: ['范雪'] }])
})

test('the concurrent post adds nobody to 财政所; the seconded-out person stays counted', () => {
  expect(line('财政所')).toMatchObject({ actual: 2 })
  expect(line('党政综合办公室')?.personIds).toContain('褚卫东')
  expect(line('新农村建设办公室')?.personIds).toContain('许小芹')
})

test('53 people on five lists', () => {
  expect(namesOn(result, 'in-quota')).toHaveLength(43)
  expect(namesOn(result, 'over-quota')).toEqual(['沈桂芳', '姜美玲'])
  expect([...namesOn(result, 'non-compliant')].sort()).toEqual(['周海涛', '窦长青', '范雪', '郎婷'].sort())
  expect([...namesOn(result, 'off-quota')].sort()).toEqual(['侯志明', '巩建平', '车晓琳'].sort())
  expect(namesOn(result, 'seconded')).toEqual(['宓春雷'])
  expect(result.roster).toHaveLength(53)
})

test('flagged, yet on the in-quota list: 严宏图, 金正阳, 朱志强, 许小芹, 褚卫东', () => {
  const listOf = new Map(result.roster.map((entry) => [entry.personId, entry]))
  for (const name of ['严宏图', '金正阳', '朱志强', '许小芹', '褚卫东'])
    expect(listOf.get(name)).toMatchObject({ list: 'in-quota', why: null })
  expect(listOf.get('许小芹')?.secondedOutHoldingId).not.toBeNull()
  expect(listOf.get('褚卫东')?.concurrentHoldingIds).toHaveLength(1)
})

const EXPECTED: readonly (readonly [string, readonly string[]])[] = [
  ['A1', ['党政综合办公室', '计划生育服务中心']],
  ['A2', ['党政综合办公室', '计划生育服务中心']],
  ['A3', []],
  ['A4', []],
  ['A5', []],
  ['A6', []],
  ['A7', []],
  ['A8', []],
  ['A9', []],
  ['A10', []],
  ['A11', []],
  ['A12', []],
  ['A13', []],
  ['A14', []],
  ['A15', []],
  ['A16', ['']],
  ['B1', ['范雪']],
  ['B2', []],
  ['B3', []],
  ['B4', []],
  ['B5', []],
  ['B6', []],
  ['B7', []],
  ['C1', ['沈桂芳', '姜美玲']],
  ['C2', []],
  ['C3', ['宓春雷']],
  ['C4', ['侯志明', '巩建平', '车晓琳']],
  ['C5', []],
  ['C6', []],
  ['C7', []],
  ['C8', ['财政所']],
  ['D1', ['周海涛', '窦长青']],
  ['D2', []],
  ['D3', ['朱志强', '金正阳']],
  ['D4', []],
  ['D5', []],
  ['D6', []],
  ['D7', ['褚卫东']],
  ['D8', []],
  ['D9', []],
  ['E1', []],
  ['E2', ['严宏图']],
  ['E3', []],
  ['E4', []],
  ['F1', []],
  ['F2', []],
  ['F3', []],
  ['F4', []],
  ['F5', []],
  ['F6', []],
  ['F7', ['郎婷']],
  ['F9', []],
  ['G1', []],
  ['G2', []],
  ['G3', []],
  ['G4', []],
  ['G5', []],
  ['G6', []],
  ['G7', []],
  ['G8', []],
  ['H1', ['许小芹']],
  ['H2', []],
  ['H3', ['宓春雷']],
  ['H4', []],
  ['H5', ['许小芹']],
  ['I2', ['']],
  ['I3', []],
  ['I4', ['']],
  ['RN-04', []],
  ['RN-07', []],
  ['RN-08', []],
  ['R000-01', []],
  ['R000-02', []],
  ['R000-03', []],
  ['R000-04', []],
  ['R000-05', ['主席', '纪委书记', '周海涛', '副乡长']],
  ['R000-06', ['党政综合办公室']],
  ['R000-07', []],
  ['R000-08', ['计划生育服务中心']],
  ['R000-09', ['农业综合服务中心']],
  ['R000-10', []],
  ['R000-11', []],
  ['R000-12', ['']],
  ['R000-13', ['周海涛', '沈桂芳', '姜美玲', '窦长青', '范雪', '郎婷']],
  ['R000-14', []],
  ['R000-15', []],
  ['R000-16', []],
]

test.each(EXPECTED)('%s speaks of exactly whom it should', (rule, subjects) => {
  expect(
    findingsOf(result, rule)
      .map((finding) => finding.personId ?? finding.unitId ?? '')
      .sort(),
  ).toEqual([...subjects].sort())
})

test('every rule of the expectation ran, and no other', () => {
  const known = new Set(EXPECTED.map(([rule]) => rule))
  expect(result.findings.filter((finding) => !known.has(finding.rule))).toEqual([])
})

test('no finding text carries an ID number', () => {
  expect(result.findings.filter((finding) => /\d{15}|\d{17}X/.test(JSON.stringify(finding)))).toEqual([])
})
