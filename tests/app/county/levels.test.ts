import { expect, it } from 'vitest'
import { readCountyFigures, readTownshipLines } from '../../../electron/app/county/read-county.ts'
import { readCountyPeople } from '../../../electron/app/county/read-township.ts'
import { receiveMade } from '../../../electron/app/county/receive.ts'
import { CITY_TOWNSHIPS } from '../../../electron/domain/county/sample-city.ts'
import { ensureRegion } from '../../../electron/store/county/county-store.ts'
import { encodePackage } from '../../../electron/store/county/package-file.ts'
import { cityContent } from '../../kit/city-packages.ts'
import { withCounty, type CountyRoom } from '../../kit/county.ts'

/* 全国 → 省 → 市 → 县 → 乡镇 → 人: whatever a number stands for at one level is what lies below it at the next, down to the names. */

const PLACES: readonly (readonly string[])[] = [
  ['甲省', '甲市', '甲县'],
  ['甲省', '甲市', '乙县'],
  ['甲省', '乙市', '甲县'],
  ['乙省', '丙市', '丙县'],
  // A city without counties: its townships lie directly in it.
  ['乙省', '丁市'],
]
const LEVELS = ['province', 'city', 'county'] as const

function fill({ county, context }: CountyRoom): void {
  const receive = receiveMade(context())
  CITY_TOWNSHIPS.slice(0, PLACES.length * 2).forEach((township, place) => {
    const names = PLACES[place % PLACES.length] ?? []
    const regionId = names.reduce(
      (parentId, name, depth) => ensureRegion(county, { parentId, level: LEVELS[depth] ?? 'county', name, code: null }),
      1,
    )
    receive.take({ file: township.name, bytes: encodePackage(cityContent(township, 'after')).bytes, regionId })
  })
  expect(receive.done().refused).toEqual([])
}

type Figures = Awaited<ReturnType<typeof readCountyFigures>>
const sumOf = (lines: Figures['lines'], category: string, key: 'quota' | 'actual' | 'vacancy' | 'over') =>
  lines.filter((line) => line.categoryCode === category).reduce((sum, line) => sum + line[key], 0)

it('every figure opens: each level adds up from the one below, to townships and to names', () =>
  withCounty(
    async (room) => {
      fill(room)
      const context = room.context()
      const visited: string[] = []
      const open = async (region: number | undefined): Promise<void> => {
        const within = region === undefined ? {} : { region }
        const figures = await readCountyFigures({ by: 'region', ...within }, context)
        visited.push(figures.path.map((one) => one.name).join('/'))
        const here = figures.path.at(-1)?.id
        for (const total of figures.totals) {
          for (const key of ['quota', 'actual', 'vacancy', 'over'] as const)
            expect(sumOf(figures.lines, total.categoryCode, key)).toBe(total[key])
          const named = await readCountyPeople({ ...within, category: total.categoryCode, limit: 5000 }, context)
          expect([named.total, named.people.length]).toEqual([total.actual, total.actual])
        }
        const leaders = await readCountyPeople({ ...within, leaders: true }, context)
        expect(leaders.total).toBe(figures.leadership.actual)
        const everybody = await readCountyPeople({ ...within, limit: 5000 }, context)
        expect(everybody.total).toBe(figures.people)
        const { townships } = await readTownshipLines(within, context)
        expect(townships).toHaveLength(figures.townships)
        expect(new Set(everybody.people.map((one) => one.township))).toEqual(new Set(townships.map((one) => one.name)))
        const by = await readCountyFigures({ by: 'township', ...within }, context)
        expect(new Set(by.lines.map((line) => line.township))).toEqual(new Set(townships.map((one) => one.name)))
        for (const id of new Set(figures.lines.map((line) => line.regionId))) {
          expect(id).not.toBeNull()
          if (id !== here && id !== null) await open(id)
        }
      }
      await open(undefined)
      expect(visited.toSorted()).toEqual(
        [
          '',
          '/甲省',
          '/甲省/甲市',
          '/甲省/甲市/甲县',
          '/甲省/甲市/乙县',
          '/甲省/乙市',
          '/甲省/乙市/甲县',
          '/乙省',
          '/乙省/丙市',
        ]
          .concat(['/乙省/丙市/丙县', '/乙省/丁市'])
          .map((path) => `全国${path}`)
          .toSorted(),
      )
    },
    { name: '全国', level: 'nation' },
  ))

it('names of one county are not those of another that is called the same (control of the filter)', () =>
  withCounty(
    async (room) => {
      fill(room)
      const context = room.context()
      const { regions } = await readTownshipLines({}, context)
      const same = regions.filter((region) => region.name === '甲县')
      expect(same).toHaveLength(2)
      const names = await Promise.all(
        same.map(async ({ id }) => (await readCountyPeople({ region: id, limit: 5000 }, context)).people),
      )
      const [one, other] = names.map((people) => new Set(people.map((person) => person.township)))
      expect([...(one ?? [])].filter((name) => other?.has(name))).toEqual([])
      expect((await readCountyPeople({ region: 99_999 }, context)).total).toBe(0)
    },
    { name: '全国', level: 'nation' },
  ))
