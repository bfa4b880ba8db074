import { describe, expect, it } from 'vitest'
import { listCountyForms, previewCountyForm } from '../../../electron/app/county/county-forms.ts'
import { compareDays } from '../../../electron/app/county/compare-days.ts'
import { setLedgerTotals } from '../../../electron/app/county/keep-county.ts'
import { readCountyFigures } from '../../../electron/app/county/read-county.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { CITY_TOWNSHIPS, MERGED_ON, STAGE_DAYS } from '../../../electron/domain/county/sample-city.ts'
import { endTownship } from '../../../electron/store/county/submission-store.ts'
import { townshipsNamed } from '../../../electron/store/county/county-store.ts'
import { encodePackage } from '../../../electron/store/county/package-file.ts'
import { cityContent } from '../../kit/city-packages.ts'
import { packageOf, withCounty } from '../../kit/county.ts'
import { PLAN_NUMBER } from '../../kit/township.ts'

type Pages = Output<'county.form'>['preview']

/** The texts of a paper row by row, page after page. */
function rowsOf({ pages }: Pages): readonly (readonly string[])[] {
  return pages.flatMap(({ cells }) =>
    [...Map.groupBy(cells, (cell) => cell.row)]
      .toSorted(([left], [right]) => left - right)
      .map(([, own]) => own.toSorted((left, right) => left.column - right.column).map((cell) => cell.text)),
  )
}
const rowBegun = (rows: readonly (readonly string[])[], text: string) => rows.find((row) => row[0] === text)

const OFFICE = '党政综合办公室'
const TWO = ['甲', '乙'].map((name) => ({ name: `${name}东`, unit: OFFICE, birth: '1980-01-01', idNumber: null }))

describe('forms of a 主管本', () => {
  it('the summary has a line a township and the sums that the screens have', () =>
    withCounty(async (room) => {
      for (const name of ['东乡', '西乡'])
        await room.receive({ [name]: (await packageOf(await room.township(name, name === '东乡' ? TWO : []))).bytes })
      const context = room.context()
      const rows = rowsOf((await previewCountyForm({ form: '乡镇机构编制汇总表' }, context)).preview)
      const { totals, leadership } = await readCountyFigures({ by: 'category' }, context)
      const organ = totals.filter((one) => ['administrative', 'worker'].includes(one.categoryCode))
      const sum = (of: (one: (typeof totals)[number]) => number) => String(organ.reduce((all, one) => all + of(one), 0))
      const [east, west, all] = ['东乡', '西乡', '总计'].map((name) => rowBegun(rows, name))
      expect([east?.[2], west?.[2], all?.[2]]).toEqual(['2', '0', '2'])
      expect([all?.[1], all?.[3], all?.[4]]).toEqual([
        sum((one) => one.quota),
        sum((one) => one.over),
        sum((one) => one.vacancy),
      ])
      expect(all).toContain(String(leadership.quota))
      expect(rows.flat().join()).toContain('填报单位：某县')
      expect(rows.flat().join()).toContain('共 2 个乡镇')
    }))

  it('the ledger has every unit with its paper, and says where the bureau’s own number is another', () =>
    withCounty(async (room) => {
      await room.receive({ a: (await packageOf(await room.township('东乡', TWO))).bytes })
      await setLedgerTotals({ township: '东乡', totals: [{ category: 'administrative', amount: 99 }] }, room.context())
      const rows = rowsOf((await previewCountyForm({ form: 'county-ledger' }, room.context())).preview)
      expect(rows.find((row) => row[0]?.startsWith(OFFICE))).toEqual(expect.arrayContaining([PLAN_NUMBER, '2']))
      expect(rows.flat().find((text) => text.startsWith('东乡'))).toMatch(
        /截至 .*核定 \d+，实有 2.*编办台账 99，上报 \d+/u,
      )
    }))

  it('超编 and 空编 stand line by line, never netted', () =>
    withCounty(async (room) => {
      const crowd = Array.from({ length: 30 }, (_, place) => ({
        name: `多${String(place)}`,
        unit: OFFICE,
        birth: '1980-01-01',
        idNumber: null,
      }))
      await room.receive({ a: (await packageOf(await room.township('东乡', crowd))).bytes })
      const context = room.context()
      const rows = rowsOf((await previewCountyForm({ form: 'county-over-vacancy' }, context)).preview)
      const { totals } = await readCountyFigures({ by: 'category' }, context)
      const [over, vacancy] = [
        totals.reduce((all, one) => all + one.over, 0),
        totals.reduce((all, one) => all + one.vacancy, 0),
      ]
      expect(over).toBeGreaterThan(0)
      expect(rowBegun(rows, '总计')?.slice(-2)).toEqual([String(over), String(vacancy)])
      expect(rows.flat()).toContain(`一、超编 ${over} 名，涉及 1 个乡镇 1 处`)
    }))

  it('before and after a reform: the sums of the screen, and each merged township beside the one it went into', () =>
    withCounty(
      async (room) => {
        const after = CITY_TOWNSHIPS.slice(0, 6)
        const before = CITY_TOWNSHIPS.filter((one) => one.place < 6 || (one.into !== null && one.into < 6))
        const merged = before.filter((one) => one.into !== null)
        expect(merged.length).toBeGreaterThan(0)
        for (const [stage, townships] of [
          ['before', before],
          ['after', after],
        ] as const)
          await room.receive(
            Object.fromEntries(
              townships.map((one) => [
                `${stage}${one.code}`,
                encodePackage(cityContent(one, stage, stage === 'before' ? 1 : 2)).bytes,
              ]),
            ),
          )
        const found = (code: string) => townshipsNamed(room.county, code)[0]!
        for (const one of merged)
          endTownship(room.county, found(one.code), {
            on: MERGED_ON,
            into: found(CITY_TOWNSHIPS[one.into ?? 0]?.code ?? '').id,
          })
        const days = { from: STAGE_DAYS.before, to: STAGE_DAYS.after }
        const context = room.context()
        const sums = rowsOf((await previewCountyForm({ form: 'county-comparison', ...days }, context)).preview)
        const { rows: told } = await compareDays(days, context)
        for (const one of told)
          expect(rowBegun(sums, one.what)).toEqual([
            one.what,
            ...[one.before, one.after, one.change].map(String),
            one.rate ?? '',
          ])
        const pairs = rowsOf(
          (await previewCountyForm({ form: 'county-townships-comparison', ...days }, context)).preview,
        )
        const [gone] = merged
        const target = after[gone?.into ?? 0]
        expect(pairs.find((row) => row.includes(target?.name ?? '') && row.at(-1) === '合并')?.[0]).toContain(
          gone?.name,
        )
        expect(pairs.flat().join()).toContain(`乡镇 ${before.length} 个`)
      },
      { level: 'city', code: '9910' },
    ))

  it('asks for a region of its own, refuses what is not there, and lists every form with what it is for', () =>
    withCounty(async (room) => {
      const context = room.context()
      const { forms } = await listCountyForms()
      expect(forms.map(({ title }) => title)).toEqual([
        '乡镇机构编制汇总表',
        '乡镇机构编制台账',
        '乡镇超编空编情况一览表',
        '改革前后对照表',
        '乡镇改革前后对照表',
      ])
      for (const { id } of forms) expect((await previewCountyForm({ form: id }, context)).preview.pages).toHaveLength(1)
      expect(() => previewCountyForm({ form: '没有的表' }, context)).toThrow(
        expect.objectContaining({ code: 'form_unknown' }),
      )
      expect(() => previewCountyForm({ form: 'county-summary', region: '外县' }, context)).toThrow(
        expect.objectContaining({ code: 'name_unknown' }),
      )
    }))
})
