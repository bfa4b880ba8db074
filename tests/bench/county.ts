/*
 * `npm run bench -- --county`: the 主管本. Who is received and who is refused and why; the roll-up of a city beside the sqlite3 program and a
 * spreadsheet's COUNTIFS over the same people; a sampled part of the nation received, added up and looked through, and twice as much of it.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCountyFigures } from '../../electron/app/county/read-county.ts'
import { receivePackages } from '../../electron/app/county/receive.ts'
import type { PackageContent } from '../../electron/domain/county/package-content.ts'
import { CITY_TOTALS, CITY_TOWNSHIPS } from '../../electron/domain/county/sample-city.ts'
import { closeCountyFile, type CountyBook } from '../../electron/store/county/county-book.ts'
import { readCountyHead } from '../../electron/store/county/county-journal.ts'
import { encodePackage } from '../../electron/store/county/package-file.ts'
import { cityContent } from '../kit/city-packages.ts'
import { countyContext, forge, newCounty, olderPackage } from '../kit/county.ts'
import { barred, childCpu, has, medianChild, medianCpu, type Barred } from './door.ts'
import { line } from './measure.ts'
import { writeNation } from './nation.ts'

const CITY = CITY_TOWNSHIPS.slice(0, CITY_TOTALS.after.townships)
const say = (text: string) => process.stderr.write(`${text}\n`)

/** `scale`: townships of the smaller sample of the nation. */
export async function measureCounty(folder: string, scale = 1_000): Promise<readonly Barred[]> {
  const contents = CITY.map((township) => cityContent(township, 'after'))
  const { county, lines } = await receiveCity(folder, contents)
  const city = await measureRollUp(folder, county, contents)
  closeCountyFile(county)
  return [...lines, ...city, ...(await measureNation(folder, contents, scale))]
}

/** Bytes of a file that something is wrong with, and what must be said of it. */
const FAULTS: readonly {
  readonly place: number
  readonly code: string
  readonly make: (bytes: Uint8Array) => Uint8Array
}[] = [
  {
    place: 7,
    code: 'package_tampered',
    make: (bytes) =>
      forge(bytes, { rows: { people: (rows) => rows.map((row, at) => (at === 0 ? { ...row, name: '改名' } : row)) } }),
  },
  {
    place: 51,
    code: 'package_totals',
    make: (bytes) =>
      forge(bytes, {
        manifest: (manifest) => {
          const totals = manifest['totals'] as { categories: { quota: number }[] }
          for (const one of totals.categories) one.quota += 1
        },
      }),
  },
  {
    place: 120,
    code: 'package_newer',
    make: (bytes) => forge(bytes, { manifest: (manifest) => Object.assign(manifest, { version: 99 }) }),
  },
]
const OLDER = 33

/** 184 named packages, four of them not as they should be; then those three made again; then all of them once more. Throws where one fares otherwise. */
async function receiveCity(
  folder: string,
  contents: readonly PackageContent[],
): Promise<{ readonly county: CountyBook; readonly lines: readonly Barred[] }> {
  const county = await newCounty(join(folder, '示例市.dingbian'), { name: '示例市', level: 'city', code: '9910' })
  const good = contents.map((content) => encodePackage(content).bytes)
  const sent = good.map((bytes, place) =>
    place === OLDER ? olderPackage(bytes) : (FAULTS.find((one) => one.place === place)?.make(bytes) ?? bytes),
  )
  const receive = (all: readonly Uint8Array[]) => {
    const staged = new Map(all.map((bytes, place) => [String(place), { name: `${CITY[place]?.name}.dbpkg`, bytes }]))
    return receivePackages({ files: [...staged.keys()].map((fileId) => ({ fileId })) }, countyContext(county, staged))
  }
  const first = await receive(sent)
  const upgraded = first.accepted.filter((one) => one.upgradedFrom !== null)
  must(
    'refused',
    first.refused.map((one) => `${one.township ?? ''} ${one.code}`).toSorted(),
    FAULTS.map(({ place, code }) => `${code === 'package_newer' ? '' : CITY[place]?.name} ${code}`).toSorted(),
  )
  must(
    'upgraded',
    upgraded.map((one) => [one.township, one.upgradedFrom]),
    [[CITY[OLDER]?.name, 1]],
  )
  must('received', first.accepted.length, CITY.length - FAULTS.length)
  for (const one of first.refused) say(`  没有收下：${one.message}`)
  for (const one of upgraded) say(`  ${one.township}：${one.notes.join('；')}`)
  const started = performance.now()
  await receive(good)
  must('sums', await sumsOf(county), sumsOfBooks(contents))
  const before = [readCountyHead(county), countRows(county)]
  const again = await receive(good)
  must(
    'second receiving',
    [readCountyHead(county), countRows(county), again.accepted.every((one) => one.unchanged)],
    [...before, true],
  )
  return {
    county,
    lines: [
      barred(
        line(
          `收 ${CITY.length} 个数据包两遍：总数等于 ${CITY.length} 本之和，第二遍什么都不变`,
          performance.now() - started,
          '上限',
          20_000,
        ),
        1,
      ),
    ],
  }
}

function must(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`)
}

async function sumsOf(county: CountyBook): Promise<unknown> {
  const { totals, people, townships, leadership } = await readCountyFigures({ by: 'category' }, countyContext(county))
  return [
    townships,
    people,
    leadership.quota,
    leadership.actual,
    totals.map((one) => [one.categoryCode, one.quota, one.actual, one.vacancy, one.over]),
  ]
}

/** The same from the books themselves. */
function sumsOfBooks(contents: readonly PackageContent[]): unknown {
  const sum = (of: (content: PackageContent) => number) => contents.reduce((total, content) => total + of(content), 0)
  const total = (code: string, key: 'quota' | 'actual' | 'vacancy' | 'over') =>
    sum((content) => content.totals.categories.find((one) => one.category === code)?.[key] ?? 0)
  return [
    contents.length,
    sum((content) => content.parts.people.length),
    sum((content) => content.totals.leadership.quota),
    sum((content) => content.totals.leadership.actual),
    ['administrative', 'institution'].map((code) => [
      code,
      total(code, 'quota'),
      total(code, 'actual'),
      total(code, 'vacancy'),
      total(code, 'over'),
    ]),
  ]
}

const TABLES = ['township', 'submission', 'unit', 'line', 'total', 'standing', 'person', 'finding', 'refused']
const countRows = (county: CountyBook) =>
  TABLES.map((table) => (county.raw.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { readonly n: number }).n)

/** What the roll-up of the screen is, as one script for the sqlite3 program. */
const AGGREGATE = `
SELECT t.name, l.category, sum(l.quota), sum(l.actual), sum(l.reserved), sum(l.vacancy), sum(l.over) FROM township t
  JOIN line l ON l.submission_id = t.current_submission GROUP BY t.id, l.category;
SELECT c.category, sum(c.ceiling), sum(c.quota), sum(c.actual), sum(c.reserved), sum(c.vacancy), sum(c.over) FROM township t
  JOIN total c ON c.submission_id = t.current_submission GROUP BY c.category;
SELECT count(*), sum(leader_quota), sum(leader_actual), sum(in_quota), sum(off_quota) FROM township t
  JOIN standing n ON n.submission_id = t.current_submission;`

async function measureRollUp(
  folder: string,
  county: CountyBook,
  contents: readonly PackageContent[],
): Promise<readonly Barred[]> {
  const context = countyContext(county)
  await readCountyFigures({}, context)
  const ours = await medianCpu(15, () => readCountyFigures({}, context))
  const people = contents.reduce((sum, content) => sum + content.parts.people.length, 0)
  const name = `市的分级汇总 ${contents.length} 个乡镇 ${people} 人`
  const lines = [barred(line(`${name}（上限 250 ms）`, ours, '上限', 250), 1)]
  if (process.platform === 'win32' || !has('sqlite3')) say('对 sqlite3：跳过，没有 sqlite3 程序')
  else {
    const copy = join(folder, 'copy.db')
    county.raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(county.path, copy)
    const peer = medianChild(7, 'sqlite3', [copy], AGGREGATE)
    if (peer === null) throw new Error('sqlite3 gave no answer')
    lines.push(barred(line(`${name}，对 sqlite3`, ours, 'sqlite3 程序的汇总', peer), 2))
  }
  if (process.platform === 'win32' || !has('soffice')) say('对 LibreOffice COUNTIFS：跳过，没有 soffice 程序')
  else lines.push(...(await measureCountifs(folder, contents, ours, name)))
  return lines
}

const COPIES = 8

/** Each township × category counted by COUNTIFS: the sheet with formulas less the sheet without. Its numbers must be ours. */
async function measureCountifs(
  folder: string,
  contents: readonly PackageContent[],
  ours: number,
  name: string,
): Promise<readonly Barred[]> {
  const counted = contents.flatMap(({ head, parts }) =>
    parts.people.filter((one) => one.counted).map((one) => `${head.township.code},${one.category ?? ''}`),
  )
  const lines = contents.flatMap(({ head, totals }) =>
    totals.categories.map((one) => ({ code: head.township.code, ...one })),
  )
  // Several copies of the counting, or the office's start hides it.
  const sheet = (formula: (line: (typeof lines)[number]) => string) =>
    counted
      .map((row, at) => {
        const one = lines[at]
        return one === undefined ? row : [row, ...Array.from({ length: COPIES }, () => formula(one))].join(',')
      })
      .join('\n')
  const convert = (text: string, file: string) => {
    const path = join(folder, `${file}.csv`)
    writeFileSync(path, text)
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
    // Codes of townships are texts, or the spreadsheet would read them as numbers.
    const args = ['--headless', profile, '--convert-to', 'ods', '--outdir', join(folder, 'office-out')]
    // The first start under a fresh profile makes it, which is none of the counting.
    if (!existsSync(join(folder, 'office'))) childCpu('soffice', [...args, path])
    return medianChild(3, 'soffice', [
      ...args,
      '--infilter=CSV:44,34,76,1,1/2/2/2,0,false,true,false,false,false,-1',
      path,
    ])
  }
  const plain = convert(
    sheet(() => '0'),
    'plain',
  )
  const end = counted.length
  const formula = ({ code, category }: (typeof lines)[number]) =>
    `"=COUNTIFS($A$1:$A$${end};""${code}"";$B$1:$B$${end};""${category}"")"`
  const whole = convert(sheet(formula), 'counted')
  if (plain === null || whole === null) {
    say('对 LibreOffice COUNTIFS：跳过，soffice 没有算出来')
    return []
  }
  if (whole <= plain) {
    say('对 LibreOffice COUNTIFS：跳过，有公式的和没有公式的一样快，量不出来')
    return []
  }
  const out = join(folder, 'office-csv')
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  execFileSync(
    'soffice',
    ['--headless', profile, '--convert-to', 'csv', '--outdir', out, join(folder, 'office-out', 'counted.ods')],
    { stdio: 'ignore' },
  )
  const told = readFileSync(join(out, 'counted.csv'), 'utf8').split('\n').slice(0, lines.length)
  must(
    'COUNTIFS',
    told.map((row) => Number(row.split(',')[2])),
    lines.map((one) => one.actual),
  )
  return [
    barred(
      line(`${name}，对 LibreOffice`, ours, `LibreOffice COUNTIFS ${lines.length} 格`, (whole - plain) / COPIES),
      1 / 20,
    ),
  ]
}

interface Nation {
  readonly people: number
  readonly receiveMs: number
  readonly cpuMs: number
  readonly lookMs: number
  readonly peakMB: number
}

const NATION_TOWNSHIPS = 38_000

async function measureNation(
  folder: string,
  contents: readonly PackageContent[],
  scale: number,
): Promise<readonly Barred[]> {
  const runs: Nation[] = []
  for (const townships of [scale, scale * 2]) {
    const bundle = join(folder, `nation-${townships}.dbpkg`)
    const people = await writeNation(bundle, contents, townships)
    const told = JSON.parse(
      execFileSync(
        process.execPath,
        [join(import.meta.dirname, 'county-child.ts'), join(folder, `nation-${townships}.dingbian`), bundle],
        { encoding: 'utf8' },
      ),
    ) as Omit<Nation, 'people'> & { readonly townships: number; readonly told: number }
    must('nation', [told.townships, told.told], [townships, people])
    runs.push({ ...told, people })
  }
  const [small, large] = runs
  if (small === undefined || large === undefined) throw new Error('no nation')
  const perSecond = Math.round((large.people / large.cpuMs) * 1000)
  const whole = (NATION_TOWNSHIPS / (scale * 2)) * large.lookMs
  say(
    `  全国的抽样：${scale * 2} 个乡镇 ${large.people} 人，每秒（处理器时间）收 ${perSecond} 人，钟表 ${Math.round(large.receiveMs / 1000)} 秒；` +
      `汇总和全部问题按比例放大到 ${NATION_TOWNSHIPS} 个乡镇约 ${Math.round(whole / 1000)} 秒`,
  )
  return [
    barred(
      line(`收 ${large.people} 人（每秒 20000 人即 1）`, large.cpuMs, '每秒 20000 人', (large.people / 20_000) * 1000),
      1,
    ),
    barred(line(`收下，人数翻倍`, large.cpuMs, `${small.people} 人`, small.cpuMs), 2.1),
    barred(line(`汇总和全部问题，人数翻倍`, large.lookMs, `${small.people} 人`, small.lookMs), 2.1),
    barred(line(`汇总和全部问题，放大到全国（上限 60 s）`, whole, '上限', 60_000), 1),
    barred(line(`内存峰值 MB`, large.peakMB, '上限 1024 MB', 1024), 1),
  ]
}
