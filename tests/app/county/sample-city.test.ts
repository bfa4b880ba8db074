import { join } from 'node:path'
import { expect, it } from 'vitest'
import { fillSampleCity } from '../../../electron/app/county/fill-sample-city.ts'
import { readCountyFigures } from '../../../electron/app/county/read-county.ts'
import { CITY_TOTALS, CITY_TOWNSHIPS, sampleSnapshot, type Stage } from '../../../electron/domain/county/sample-city.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { readResidentId } from '../../../electron/domain/identity/resident-id.ts'
import { closeCountyFile } from '../../../electron/store/county/county-book.ts'
import { temporaryFolder } from '../../kit/book.ts'
import { countyContext, newCounty } from '../../kit/county.ts'

it.each<[Stage, number, number, number, number]>([
  ['before', 249, 4725, 9262, 2055],
  ['after', 184, 4248, 6224, 1436],
])(
  'the sample city %s the reform has the report’s totals',
  (stage, townships, administrative, institution, leaders) => {
    const all = CITY_TOWNSHIPS.slice(0, townships).map((one) => sampleSnapshot(one, stage))
    const sum = (category: string) =>
      all
        .flatMap(({ quotas }) => quotas)
        .filter((quota) => quota.category === category)
        .reduce((total, { amount }) => total + amount, 0)
    expect([all.length, sum('administrative'), sum('institution')]).toEqual([townships, administrative, institution])
    const figures = all.slice(0, 5).map(computeFigures)
    expect(figures.every(({ leadership }) => leadership.actual === leadership.quota && leadership.quota > 0)).toBe(true)
    expect(
      all.flatMap(({ leadershipQuotas }) => leadershipQuotas).reduce((total, { amount }) => total + amount, 0),
    ).toBe(leaders)
    expect(all.flatMap(({ units }) => units).filter((unit) => unit.kind === 'institution')).toHaveLength(
      CITY_TOTALS[stage].stations,
    )
    expect(CITY_TOWNSHIPS.filter((one) => one.ethnic)).toHaveLength(13)
    expect(new Set(CITY_TOWNSHIPS.map((one) => one.code)).size).toBe(249)
    // Numbers are of a region that is not given out.
    for (const { idNumber } of all[0]?.people ?? []) {
      expect(idNumber).toMatch(/^991/u)
      expect(readResidentId(idNumber ?? '').kind).not.toBe('valid')
    }
  },
)

it('is the same every time', () => {
  const [first] = CITY_TOWNSHIPS
  if (first === undefined) throw new Error('no township')
  expect(sampleSnapshot(first, 'after')).toEqual(sampleSnapshot(first, 'after'))
})

it('the sample city received shows the report’s numbers, and every rate it prints is worked out again to the same', async () => {
  const folder = temporaryFolder()
  const county = await newCounty(join(folder.path, '示例市.dingbian'), { name: '示例市', level: 'city', code: '9910' })
  try {
    const context = countyContext(county)
    const made = await fillSampleCity({}, context)
    expect(made).toMatchObject({ townships: 184, ethnic: 13 })
    const rows = new Map(made.rows.map((row) => [row.what, [row.before, row.after, row.rate, row.printed, row.agrees]]))
    expect(rows.get('乡镇')).toEqual([249, 184, '26.1', '26.1', true])
    expect(rows.get('机关编制')).toEqual([4725, 4248, '10.1', '10.1', true])
    expect(rows.get('事业编制合计')).toEqual([9262, 6224, '32.8', '32.8', true])
    expect(rows.get('领导职数')).toEqual([2055, 1436, '30.1', '30.1', true])
    expect(rows.get('事业单位（站所）')?.slice(0, 2)).toEqual([1375, 736])
    const { townships, totals, leadership } = await readCountyFigures({ by: 'category' }, context)
    expect([townships, totals.map((one) => one.quota), leadership.quota]).toEqual([184, [4248, 6224], 1436])
  } finally {
    closeCountyFile(county)
    folder.dispose()
  }
}, 240_000)
