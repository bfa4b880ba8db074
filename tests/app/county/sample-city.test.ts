import { expect, it } from 'vitest'
import { CITY_TOTALS, CITY_TOWNSHIPS, sampleSnapshot, type Stage } from '../../../electron/domain/county/sample-city.ts'
import { computeFigures } from '../../../electron/domain/quota/figures.ts'
import { readResidentId } from '../../../electron/domain/identity/resident-id.ts'

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
