import { describe, expect, it } from 'vitest'
import { readCountyFigures, readTownshipLines } from '../../../electron/app/county/read-county.ts'
import {
  readCountyFindings,
  readCountyPeople,
  readDifferences,
  readTownship,
} from '../../../electron/app/county/read-township.ts'
import { makeCountyPackage, matchUnitName, setLedgerTotals } from '../../../electron/app/county/keep-county.ts'
import { readBookState } from '../../../electron/app/read-book-state.ts'
import { readFindings } from '../../../electron/app/findings/read-findings.ts'
import { addEvent } from '../../../electron/app/ledger/add-event.ts'
import { receivePackages } from '../../../electron/app/county/receive.ts'
import { hasNumberIndex, dropNumberIndex } from '../../../electron/store/county/number-index.ts'
import { readHead } from '../../../electron/store/journal.ts'
import { closeCountyFile, openCountyFile } from '../../../electron/store/county/county-book.ts'
import { openBookFile, type OpenBook } from '../../../electron/store/open.ts'
import { makeContext, TODAY } from '../../kit/context.ts'
import {
  countyContext,
  forge,
  newCounty,
  olderPackage,
  packageOf,
  withCounty,
  type CountyRoom,
} from '../../kit/county.ts'
import { inventedId, type SeatedPerson } from '../../kit/people.ts'

const OFFICE = '党政综合办公室'
const FINANCE = '财政所'
const crew = (names: readonly string[], unit = OFFICE): SeatedPerson[] =>
  names.map((name, place) => ({ name, unit, birth: `19${80 + place}-01-01` }))

const EAST: readonly SeatedPerson[] = [
  ...crew(['甲东', '乙东', '丙东', '丁东', '戊东', '己东']),
  { name: '庚东', unit: FINANCE, category: 'institution', birth: '1990-02-02' },
  { name: '辛东', unit: FINANCE, kind: 'offQuota', offQuotaKind: 'selfHired', birth: '1991-02-02' },
]
const WEST: readonly SeatedPerson[] = crew(['甲西', '乙西']).map((one, place) => ({
  ...one,
  birth: `197${place}-05-05`,
}))

const move = (book: OpenBook, on: string) =>
  addEvent(
    {
      event: {
        type: 'quota.increase',
        on,
        unit: FINANCE,
        category: 'institution',
        by: 2,
        document: { number: '县编办〔2026〕9号' },
        reason: '增加任务',
      } as never,
    },
    makeContext(book, { operation: 'event.add' }),
  )

const figures = (room: CountyRoom, more = {}) => readCountyFigures({ ...more }, room.context())

describe('packages received', () => {
  it('add up to what the townships’ own screens say, each figure down to the names', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const west = await room.township('西乡', WEST)
      const files = { 'east.dbpkg': (await packageOf(east)).bytes, 'west.dbpkg': (await packageOf(west)).bytes }
      const { accepted, refused } = await room.receive(files)
      expect(refused).toEqual([])
      expect(accepted.map((one) => [one.township, one.people])).toEqual([
        ['东乡', EAST.length],
        ['西乡', WEST.length],
      ])
      const own = [await readBookState(east.db, TODAY), await readBookState(west.db, TODAY)]
      const { totals, lines, leadership, standing } = await figures(room)
      for (const total of totals)
        for (const name of ['quota', 'actual', 'vacancy', 'over'] as const)
          expect(total[name]).toBe(
            own.reduce(
              (sum, state) =>
                sum + (state.figures.totals.find((one) => one.category === total.categoryCode)?.[name] ?? 0),
              0,
            ),
          )
      expect(leadership.quota).toBe(own.reduce((sum, state) => sum + state.figures.leadership.quota, 0))
      // Six in an office of five: over by one, and the vacancies elsewhere do not hide it.
      expect(lines.find((line) => line.township === '东乡' && line.categoryCode === 'administrative')).toMatchObject({
        actual: 6,
        over: 1,
        vacancy: 18,
      })
      expect(standing).toMatchObject({ offQuota: 1 })
      const { units } = await readTownship({ township: '东乡' }, room.context())
      expect(units.find((unit) => unit.name === OFFICE)?.lines).toMatchObject([{ quota: 5, actual: 6, over: 1 }])
      const { people } = await readCountyPeople(
        { township: '东乡', unit: OFFICE, category: 'administrative' },
        room.context(),
      )
      expect(people.map((person) => person.name).toSorted()).toEqual(
        EAST.slice(0, 6)
          .map(({ name }) => name)
          .toSorted(),
      )
      expect(people.every((person) => person.number?.includes('********'))).toBe(true)
    }))

  it('bring the findings that each township’s own rules found, and nothing of a township judged as a part of a larger one', () =>
    withCounty(async (room) => {
      const books = [await room.township('东乡', EAST), await room.township('西乡', WEST)]
      for (const [place, book] of books.entries()) await room.receive({ [`${place}`]: (await packageOf(book)).bytes })
      const found = await readCountyFindings({}, room.context())
      for (const [place, name] of ['东乡', '西乡'].entries()) {
        const book = books[place]
        if (book === undefined) throw new Error('no book')
        const own = await readFindings({}, makeContext(book))
        const said = found.findings.filter((one) => one.township === name)
        expect(said.map((one) => one.text).toSorted()).toEqual(own.findings.map((one) => one.text).toSorted())
      }
      expect(found.byRule.find((one) => one.rule === 'A1')).toMatchObject({ townships: 1, findings: 1 })
    }))

  it('a second time change nothing', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const { bytes } = await packageOf(east)
      await room.receive({ a: bytes })
      const before = room.county.raw.serialize()
      const again = await room.receive({ b: bytes })
      expect(again.accepted).toMatchObject([{ unchanged: true, people: EAST.length }])
      expect(Buffer.compare(room.county.raw.serialize(), before)).toBe(0)
    }))

  it('of a later day tell what is other, and an earlier day stays to be asked for', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      await room.receive({ a: (await packageOf(east, { asOf: '2026-06-30' })).bytes })
      await move(east, '2026-07-01')
      const second = await room.receive({ b: (await packageOf(east)).bytes })
      expect(second.accepted[0]).toMatchObject({ current: true, unmatched: [] })
      const { differences, from, to } = await readDifferences({ township: '东乡' }, room.context())
      expect([from, to]).toEqual(['2026-06-30', TODAY])
      expect(differences).toContainEqual({
        kind: 'quota',
        change: 'changed',
        subject: '财政所事业编制',
        before: '核定 3',
        after: '核定 5',
      })
      const institution = async (asOf?: string) =>
        (await figures(room, { by: 'category', ...(asOf === undefined ? {} : { asOf }) })).totals.find(
          (one) => one.categoryCode === 'institution',
        )?.quota
      expect(await institution()).toBe(30)
      expect(await institution('2026-06-30')).toBe(28)
      expect(await institution('2026-01-01')).toBeUndefined()
      // A day gone by that comes in late is kept, and does not take the present’s place.
      const late = await room.receive({ c: (await packageOf(east, { asOf: '2026-03-31' })).bytes })
      expect(late.accepted[0]).toMatchObject({ current: false })
      expect(await institution()).toBe(30)
    }))

  it('each refused with its own reason, the rest in', () =>
    withCounty(async (room) => {
      const [east, west] = [await room.township('东乡', EAST), await room.township('西乡', WEST)]
      const { bytes } = await packageOf(east)
      const { accepted, refused } = await room.receive({
        'good.dbpkg': (await packageOf(west)).bytes,
        'row.dbpkg': forge(bytes, { rows: { people: (rows) => rows.slice(1) } }),
        'newer.dbpkg': forge(bytes, { manifest: (manifest) => void (manifest['version'] = 99) }),
        'sum.dbpkg': forge(bytes, {
          manifest: (manifest) => {
            const totals = manifest['totals'] as { categories: { quota: number }[] }
            if (totals.categories[0] !== undefined) totals.categories[0].quota += 1
          },
        }),
        'line.dbpkg': forge(bytes, {
          redo: true,
          rows: { lines: (rows) => rows.map((row) => (row['actual'] === 6 ? { ...row, actual: 5, over: 0 } : row)) },
        }),
        'name.dbpkg': forge(bytes, { manifest: (manifest) => void (manifest['madeBy'] = '别人') }),
        'cut.dbpkg': bytes.subarray(0, bytes.length - 400),
        'letter.dbpkg': Buffer.from('各位领导'),
      })
      expect(accepted.map((one) => one.township)).toEqual(['西乡'])
      expect(refused.map((one) => [one.file, one.code])).toEqual([
        ['row.dbpkg', 'package_tampered'],
        ['newer.dbpkg', 'package_newer'],
        ['sum.dbpkg', 'package_totals'],
        ['line.dbpkg', 'package_totals'],
        ['name.dbpkg', 'package_tampered'],
        ['cut.dbpkg', 'package_foreign'],
        ['letter.dbpkg', 'package_foreign'],
      ])
      for (const { message } of refused) expect(message).toMatch(/没有收下|重新做一份/u)
      expect((await figures(room)).townships).toBe(1)
    }))

  it('of the older format are read as if they were of today', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const { bytes } = await packageOf(east)
      const older = olderPackage(bytes)
      const { accepted, refused } = await room.receive({ old: older })
      expect(refused).toEqual([])
      expect(accepted).toMatchObject([{ township: '东乡', upgradedFrom: 1, people: EAST.length }])
      expect((await figures(room)).leadership.quota).toBe(8)
    }))

  it('of the wrong township are sent back', () =>
    withCounty(
      async (room) => {
        const [east, other] = [await room.township('东乡', EAST), await room.township('东乡', WEST)]
        const outside = await room.receive({ a: (await packageOf(east, { code: '430101001000' })).bytes })
        expect(outside.refused).toMatchObject([{ code: 'package_other_township' }])
        await room.receive({ a: (await packageOf(east, { code: '361002101000' })).bytes })
        // Another book that calls itself the same.
        const second = { b: (await packageOf(other, { code: '361002101000' })).bytes }
        expect((await room.receive(second)).refused).toMatchObject([{ code: 'package_other_township' }])
        expect((await room.receive(second, { overOther: true })).accepted).toMatchObject([{ people: WEST.length }])
        expect((await figures(room)).townships).toBe(1)
      },
      { code: '361002' },
    ))

  it('whose totals are not those of the bureau’s ledger are not received', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      await room.receive({ a: (await packageOf(east)).bytes })
      const totals = [{ category: 'institution' as const, amount: 28 }]
      await setLedgerTotals({ township: '东乡', totals, documentNumber: '县编〔2006〕1号' }, room.context())
      await move(east, '2026-07-01')
      const { refused } = await room.receive({ b: (await packageOf(east)).bytes })
      expect(refused).toMatchObject([{ code: 'package_ledger' }])
      expect(refused[0]?.message).toContain('台账 28 名')
    }))

  it('under lock open with the passphrase or the county’s own key, and with nothing else', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const { publicKey } = room.county.raw.prepare('select public_key as publicKey from county').get() as {
        readonly publicKey: string
      }
      const locked = (await packageOf(east, { lock: { passphrase: '青山绿水 三千里' } })).bytes
      expect(Buffer.from(locked).includes('manifest.json')).toBe(false)
      expect((await room.receive({ a: locked })).refused).toMatchObject([{ code: 'package_locked' }])
      expect((await room.receive({ a: locked }, { passphrase: '别的口令' })).refused).toMatchObject([
        { code: 'package_locked' },
      ])
      expect((await room.receive({ a: locked }, { passphrase: '青山绿水 三千里' })).accepted).toHaveLength(1)
      await move(east, '2026-07-01')
      const toKey = (await packageOf(east, { lock: { publicKey } })).bytes
      expect((await room.receive({ b: toKey })).accepted).toMatchObject([{ unchanged: false }])
      await expect(packageOf(east, { lock: { publicKey: '不是钥匙' } })).rejects.toMatchObject({
        code: 'package_key_bad',
      })
      await expect(packageOf(east, { lock: { passphrase: '短' } })).rejects.toMatchObject({
        code: 'package_passphrase_weak',
      })
    }))

  it('that tell only changes give the whole again, and are refused where they have nothing to stand on', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const first = await packageOf(east)
      await move(east, '2026-07-01')
      const changes = await packageOf(east, { since: String(first.made.toldUpTo) })
      expect(changes.made).toMatchObject({ kind: 'changes', base: { head: first.made.head } })
      expect(changes.made.rows).toBeLessThan(first.made.rows / 2)
      expect((await room.receive({ b: changes.bytes })).refused).toMatchObject([{ code: 'package_base_missing' }])
      await room.receive({ a: first.bytes })
      expect((await room.receive({ b: changes.bytes })).accepted).toMatchObject([{ kind: 'changes', current: true }])
      // The whole of the same entry is the very same content.
      const byFile = await packageOf(east, {}, { staged: { name: 'a.dbpkg', bytes: first.bytes } })
      expect(byFile.made.kind).toBe('changes')
      expect((await figures(room)).totals.find((one) => one.categoryCode === 'institution')?.quota).toBe(30)
    }))

  it('a unit’s other name is told once and remembered', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const { bytes } = await packageOf(east, { asOf: '2026-01-31' })
      await room.receive({ a: bytes })
      // Another book of the same township, its units made anew: names match by themselves, all but one.
      const renamed = forge((await packageOf(east, { asOf: '2026-02-28' })).bytes, {
        redo: true,
        rows: {
          units: (rows) =>
            rows.map((row) => ({
              ...row,
              id: `${String(row['id'])}x`,
              parent: typeof row['parent'] === 'string' ? `${row['parent']}x` : null,
              name: row['name'] === FINANCE ? '财政管理所' : row['name'],
            })),
          lines: (rows) => rows.map((row) => ({ ...row, unit: `${String(row['unit'])}x` })),
          quotas: (rows) => rows.map((row) => ({ ...row, unit: `${String(row['unit'])}x` })),
          leadership: (rows) => rows.map((row) => ({ ...row, unit: `${String(row['unit'])}x` })),
          people: (rows) => rows.map((row) => ({ ...row, unit: `${String(row['unit'])}x` })),
        },
        manifest: (manifest) => {
          manifest['version'] = 1
          delete manifest['seal']
        },
      })
      const { accepted, refused } = await room.receive({ b: renamed })
      expect(refused).toEqual([])
      expect(accepted[0]?.unmatched).toEqual(['财政管理所'])
      await matchUnitName({ township: '东乡', name: '财政管理所', former: FINANCE }, room.context())
      const { differences, unmatched } = await readDifferences({ township: '东乡' }, room.context())
      expect(unmatched).toEqual([])
      expect(differences.filter((one) => one.kind === 'unit')).toEqual([
        { kind: 'unit', change: 'changed', subject: '财政管理所', before: FINANCE, after: '财政管理所' },
      ])
    }))

  it('one person on two townships’ 编制 is seen by the county alone', () =>
    withCounty(async (room) => {
      const idNumber = inventedId('1988-08-08')
      const twice = { name: '两头占', unit: OFFICE, birth: '1988-08-08', idNumber }
      const [east, west] = [
        await room.township('东乡', [...EAST, twice]),
        await room.township('西乡', [...WEST, twice]),
      ]
      for (const [name, book] of [
        ['东', east],
        ['西', west],
      ] as const)
        await room.receive({ [name]: (await packageOf(book, { wholeNumbersFor: '编办核查' })).bytes })
      const { across } = await readCountyFindings({}, room.context())
      expect(across).toMatchObject([{ severity: 'error', townships: ['东乡', '西乡'] }])
    }))
})

describe('up the levels', () => {
  it('a county’s package is taken in by its city, township by township, and adds up the same', () =>
    withCounty(async (room) => {
      const [east, west] = [await room.township('东乡', EAST), await room.township('西乡', WEST)]
      await room.receive({ a: (await packageOf(east)).bytes, b: (await packageOf(west)).bytes })
      const out = `${room.folder}/county.dbpkg`
      const made = await makeCountyPackage({ path: out }, room.context())
      expect(made).toMatchObject({ townships: 2, people: EAST.length + WEST.length })
      const city = await newCounty(`${room.folder}/city.dingbian`, { name: '某市', level: 'city' })
      try {
        const context = countyContext(city)
        const received = await receivePackages({ files: [{ path: out }] }, context)
        expect(received).toMatchObject({ townships: 2, refused: [] })
        const [below, here] = [
          await figures(room, { by: 'category' }),
          await readCountyFigures({ by: 'region' }, context),
        ]
        expect(here.lines.map((line) => [line.region, line.category, line.quota, line.actual, line.over])).toEqual(
          below.lines.map((line) => ['某县', line.category, line.quota, line.actual, line.over]),
        )
        expect(here.leadership).toEqual(below.leadership)
        const { townships } = await readTownshipLines({}, context)
        expect(townships.map((one) => [one.region, one.name])).toEqual([
          ['某县', '东乡'],
          ['某县', '西乡'],
        ])
        // The other way round it is no member of the county.
        const back = await receivePackages({ files: [{ path: out }] }, countyContext(city))
        expect(back.accepted.every((one) => one.unchanged)).toBe(true)
      } finally {
        closeCountyFile(city)
      }
    }))
})

describe('a 主管本 and a township’s book', () => {
  it('are never taken for one another', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', [])
      await expect(openBookFile(room.county.path)).rejects.toMatchObject({ code: 'is_county_book' })
      await expect(openCountyFile(east.path)).rejects.toMatchObject({ code: 'is_township_book' })
    }))
})

describe('making a package', () => {
  it('is an entry of the journal that 撤销 does not mean', () =>
    withCounty(async (room) => {
      const east = await room.township('东乡', EAST)
      const before = await readHead(east.db)
      const { made } = await packageOf(east)
      expect(made).toMatchObject({ head: before.hash, toldUpTo: before.seq, seq: before.seq + 1, masked: true })
      const { summary } = await east.db
        .selectFrom('journal')
        .select('summary')
        .where('seq', '=', made.seq)
        .executeTakeFirstOrThrow()
      expect(summary).toBe(`做上报数据包（截至 ${TODAY}，全量），${EAST.length} 人，身份证号已遮住`)
    }))
})

it('a large receiving goes without the index of numbers and has it back at its end; who is counted twice is found with and without', () =>
  withCounty(async (room) => {
    const both = { name: '甲重', unit: OFFICE, birth: '1969-03-03' }
    const one = await packageOf(await room.township('东山乡', [...EAST, both]))
    const other = await packageOf(await room.township('西山乡', [...WEST, both]))
    const files = new Map<string, { name: string; bytes: Uint8Array }>([['东', { name: '东', bytes: one.bytes }]])
    for (let copy = 0; copy < 650; copy += 1) files.set(`西${copy}`, { name: `西${copy}`, bytes: other.bytes })
    const seen = new Set<boolean>()
    const context = { ...room.context(files), report: () => void seen.add(hasNumberIndex(room.county)) }
    const done = await receivePackages({ files: [...files.keys()].map((fileId) => ({ fileId })) }, context)
    expect(done.refused).toEqual([])
    expect(seen).toEqual(new Set([true, false]))
    expect(hasNumberIndex(room.county)).toBe(true)
    const across = async () => (await readCountyFindings({}, room.context())).across
    const found = await across()
    expect(found).toHaveLength(1)
    // A receiving that was cut short left the book without it: asked all the same, and put right on opening.
    dropNumberIndex(room.county)
    expect(await across()).toEqual(found)
    closeCountyFile(room.county)
    const opened = await openCountyFile(room.county.path)
    expect(hasNumberIndex(opened)).toBe(true)
    expect((await readCountyFindings({}, countyContext(opened))).across).toEqual(found)
    closeCountyFile(opened)
  }))
