/*
 * What a clerk waits for, through the one door with all it adds (cures, copies, the journal): processor time of this process, medians, each
 * beside a peer or a smaller book measured in the same run. `--guard` holds the small sizes to their bars and fails over them.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read } from 'xlsx'
import { countedBookAt } from '../../electron/domain/ledger/snapshot/counted-book-at.ts'
import { computeFigures } from '../../electron/domain/quota/figures.ts'
import { loadCountedRows } from '../../electron/store/load-counted-rows.ts'
import { commitCommand } from '../../electron/store/journal.ts'
import { closeBookFile, openBookFile } from '../../electron/store/open.ts'
import { RECORDED_AT } from '../kit/book.ts'
import { CITY_TODAY, makeCity, moves, sizeOf, workbookOf, type City } from './city.ts'
import { cpuOf } from './cpu.ts'
import { measureDerived } from './derived.ts'
import { measureHost } from './host.ts'
import { collectGarbage, line, middle, type Measured } from './measure.ts'

/** A line that must not be over its bar. */
export interface Barred extends Measured {
  /** Highest ratio; null: shown, not judged. */
  readonly bar: number | null
}

/** Lines over their bar, each as a sentence. */
export function overBars(lines: readonly Barred[]): readonly string[] {
  return lines.flatMap(({ name, ratio, bar, reference }) =>
    bar !== null && !(ratio <= bar) ? [`${name}：是${reference}的 ${ratio} 倍，上限 ${bar} 倍`] : [],
  )
}

/** The line as it is printed: within its bar, over it, or only shown. */
export const judged = ({ bar, ...measured }: Measured & { readonly bar?: number | null }) => ({
  ...measured,
  bar: bar ?? '',
  verdict: bar === undefined || bar === null ? '' : measured.ratio <= bar ? 'ok' : 'over',
})

export const barred = (measured: Measured, bar: number | null): Barred => ({ ...measured, bar })

/** Processor time of some work, and of the longest stretch of it in which nobody else had a turn, ms. */
async function stretchesOf(
  work: () => Promise<unknown>,
): Promise<{ readonly whole: number; readonly longest: number }> {
  const spent = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const began = spent()
  let [last, longest, running] = [began, 0, true]
  const turn = () => {
    const now = spent()
    longest = Math.max(longest, now - last)
    last = now
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  running = false
  turn()
  return { whole: last - began, longest }
}

export async function medianCpu(runs: number, work: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await cpuOf(() => work(run)))
  return times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? 0
}

interface Sizes {
  readonly small: number
  readonly large: number
  /** Twice as many, for what must not grow, or only as the people do; null: left out. */
  readonly twice: number | null
  /** Journal entries of the long history. */
  readonly entries: number
}

/** Registered while the program's memory is watched. */
const EVENTS = 12
/** People of the middle one of three imports: twice as many, with their headings, are the most rows that one workbook may have. */
const IMPORTED = 9_900
const FULL: Sizes = { small: 1_000, large: 10_000, twice: IMPORTED * 2, entries: 50_000 }
const GUARDED: Sizes = { small: 500, large: 4_000, twice: null, entries: 3_000 }

interface Asked {
  readonly city: City
  readonly first: number
  /** Figures, lists and check once more, nothing written meanwhile. */
  readonly again: number
  readonly figures: number
  readonly add: number
  /** A preview of an event on a day nobody has looked at: all of it, and the longest stretch others had to wait for. */
  readonly look: number
  readonly stretch: number
  readonly notice: number
}

/** One book's own times. An event is previewed and then saved, as the screen does; its preview is not counted. */
async function ask(folder: string, people: number): Promise<Asked> {
  const city = await makeCity(folder, people)
  await city.call('book.close', {})
  await city.call('book.open', { path: city.path })
  const screen = async () => {
    await city.call('figures.read', {})
    await city.call('roster.read', {})
    await city.call('check.run', {})
  }
  collectGarbage()
  const first = await cpuOf(screen)
  const again = await medianCpu(7, screen)
  const figures = await medianCpu(7, () => city.call('figures.read', {}))
  const move = await moves(city)
  const times: number[] = []
  for (let turn = 0; turn < 9; turn += 1) {
    await city.call('event.preview', move(turn))
    const ms = await cpuOf(() => city.call('event.add', move(turn)))
    // The first ones warm the engine up.
    if (turn > 1) times.push(ms)
  }
  const add = times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
  const looks: number[] = []
  const stretches: number[] = []
  // The last move saved went there: only those back can be.
  for (let turn = 31; turn < 41; turn += 2) {
    const { whole, longest } = await stretchesOf(() => city.call('event.preview', move(turn)))
    looks.push(whole)
    stretches.push(longest)
  }
  const notice = await medianCpu(5, () =>
    city.call('notice.preview', { layout: 'table', from: CITY_TODAY, days: 5, phone: '0794-1234567' }),
  )
  return { city, first, again, figures, add, look: middle(looks), stretch: middle(stretches), notice }
}

/** So many times each: the first is the slowest, for the engine has seen none of it. */
const IMPORTS = 3

/**
 * The import of one workbook, through the door and into a book of its own: the preview (what the child that parses takes is not in it), and the
 * confirmation with its verified copy, its entry and its cures; each beside the parse alone, and beside the import of half the people.
 */
async function measureImports(folder: string, people: number, guard: boolean): Promise<readonly Barred[]> {
  const lines: Barred[] = []
  let half: { readonly size: number; readonly preview: number; readonly commit: number } | undefined
  for (const size of guard ? [people / 2, people] : [people / 2, people, people * 2]) {
    const steps: Record<'preview' | 'commit' | 'parse', number[]> = { preview: [], commit: [], parse: [] }
    const bytes = workbookOf(size)
    for (let turn = 0; turn < IMPORTS; turn += 1) {
      const city = await makeCity(folder, size, async (step, work) => {
        collectGarbage()
        steps[step].push(await cpuOf(work))
      })
      await city.core.close()
      collectGarbage()
      steps.parse.push(await cpuOf(() => Promise.resolve(read(bytes, { raw: true, dense: true }))))
    }
    const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
    const [preview, commit, parse] = [median(steps.preview), median(steps.commit), median(steps.parse)]
    const bars = guard ? GUARDED_IMPORT : IMPORT
    const peer = '只解析（xlsx）'
    lines.push(
      barred(line(`导入预览 ${size} 人（不算子进程）`, preview, peer, parse), bars.preview),
      barred(line(`导入写入 ${size} 人，连同校验备份和消除的问题`, commit, peer, parse), bars.commit),
    )
    if (half !== undefined)
      lines.push(
        barred(line(`导入预览 ${size} 人，人数翻倍`, preview, `${half.size} 人`, half.preview), bars.doubled),
        barred(line(`导入写入 ${size} 人，人数翻倍`, commit, `${half.size} 人`, half.commit), bars.doubled),
      )
    half = { size, preview, commit }
  }
  return lines
}

const IMPORT = { preview: 2, commit: 3, doubled: 2.1 }
/** Small sizes run on an engine that is not yet warm, on a machine that is not quiet. */
const GUARDED_IMPORT = { preview: 6, commit: 6, doubled: 3 }

/** The same events in a small book with and without a long history before them. */
async function measureHistory(folder: string, entries: number, guard: boolean): Promise<readonly Barred[]> {
  let bytes = 0
  const addIn = async (history: number) => {
    const city = await makeCity(folder, 100)
    await city.call('book.close', {})
    const before = sizeOf(city)
    if (history > 0) await writeHistory(city.path, history)
    if (history > 0) bytes = (sizeOf(city) - before) / history
    await city.call('book.open', { path: city.path })
    const move = await moves(city)
    await city.call('event.add', move(0))
    const ms = await medianCpu(9, (run) => city.call('event.add', move(run + 1)))
    await city.core.close()
    return ms
  }
  const fresh = await addIn(0)
  return [
    barred(line(`登记变动，此前 ${entries} 条台账`, await addIn(entries), '新编制本', fresh), guard ? 2 : 1.5),
    barred(line(`此后每条台账字节（${entries} 条，各一项变动）`, bytes, '900 字节', 900), 1),
  ]
}

/** Entries of one event row each, of people who come and go over twenty years. */
async function writeHistory(path: string, entries: number): Promise<void> {
  const book = await openBookFile(path)
  const people = await book.db.selectFrom('person').select('id').execute()
  for (let entry = 0; entry < entries; entry += 1) {
    const day = new Date(Date.UTC(2004, 0, 1) + (entry % 7_000) * 86_400_000).toISOString().slice(0, 10)
    const draft = { recordedAt: RECORDED_AT, actor: '经办人', operation: 'event.add', summary: '登记变动' }
    await commitCommand(book.db, draft, (_, journal) =>
      journal.insert('ledger_event', [
        {
          id: `past-${entry}`,
          type: 'rank.promote',
          effective_on: day,
          person_id: people[entry % people.length]?.id ?? null,
          unit_id: null,
          other_unit_id: null,
          category: null,
          cause: null,
          document_number: null,
          proofs: '[]',
          note: null,
          is_correction: 0,
          recorded_at: RECORDED_AT,
        },
      ]),
    )
  }
  await closeBookFile(book)
}

/** Figures of a day as one statement over the book's own tables: what a database by itself takes. */
const RUNNING = (table: string) =>
  `${table}valid_from<='${CITY_TODAY}' and (${table}valid_to is null or ${table}valid_to>'${CITY_TODAY}')`
const AGGREGATE = `with
h as (select person_id, post_id, category from holding
  where occupies_quota=1 and category is not null and ${RUNNING('')}),
a as (select p.unit_id, h.category, count(distinct h.person_id) n from h
  join post_version p on p.post_id=h.post_id and ${RUNNING('p.')} group by 1,2),
q as (select unit_id, category, sum(amount) q from quota
  where role='allocation' and ${RUNNING('')} group by 1,2)
select q.unit_id, q.category, q.q, coalesce(a.n,0) n, max(0,q.q-coalesce(a.n,0)) vac, max(0,coalesce(a.n,0)-q.q) ovr
  from q left join a on a.unit_id=q.unit_id and a.category=q.category;`

/** Processor time of another program, by the shell's own account of its children, ms; null where there is no such program. */
export function childCpu(command: string, args: readonly string[], input = ''): number | null {
  const script = '"$0" "$@" >/dev/null 2>&1; code=$?; times; exit $code'
  const ran = spawnSync('bash', ['-c', script, command, ...args], { encoding: 'utf8', input })
  const [user, system] = [
    ...(ran.stdout ?? '')
      .trim()
      .split('\n')
      .at(-1)!
      .matchAll(/(\d+)m([\d.]+)s/g),
  ].map(([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000)
  return ran.status === 0 && user !== undefined && system !== undefined ? user + system : null
}

export function medianChild(runs: number, command: string, args: readonly string[], input = ''): number | null {
  const times = Array.from({ length: runs }, () => childCpu(command, args, input)).filter((ms) => ms !== null)
  return times.length < runs ? null : (times.toSorted((left, right) => left - right)[Math.floor(runs / 2)] ?? null)
}

export function has(program: string): boolean {
  try {
    execFileSync('bash', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Figures as they come from the file, as the command line asks for them: what they need is read, every line counted. The book is open. */
async function figuresFromFile(path: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const book = await openBookFile(path)
    collectGarbage()
    times.push(await cpuOf(async () => computeFigures(countedBookAt(await loadCountedRows(book.db), CITY_TODAY))))
    await closeBookFile(book)
  }
  return times.toSorted((left, right) => left - right)[2] ?? 0
}

/** The figures beside a database program's; the book must be closed. */
async function measureDatabase(
  path: string,
  people: number,
  { first, figures }: Asked,
  guard: boolean,
): Promise<readonly Barred[]> {
  if (process.platform === 'win32' || !has('sqlite3')) {
    console.error('数字对 sqlite3：跳过，没有 sqlite3 程序')
    return []
  }
  const peer = medianChild(5, 'sqlite3', [path], AGGREGATE)
  if (peer === null) throw new Error('sqlite3 gave no answer')
  return [
    barred(
      line(`数字 ${people} 人，从文件数起，对 sqlite3`, await figuresFromFile(path), 'sqlite3 程序的汇总', peer),
      guard ? null : 2,
    ),
    barred(line(`数字 ${people} 人，再看，对 sqlite3`, figures, 'sqlite3 程序的汇总', peer), 2),
    barred(line(`数字、名单、核查 ${people} 人，打开后第一次`, first, 'sqlite3 程序的汇总', peer), null),
  ]
}

/** The same numbers as COUNTIFS of a spreadsheet, recalculated by LibreOffice: the file with formulas less the file without. */
function measureSpreadsheet(folder: string, people: number, again: number): readonly Barred[] {
  if (process.platform === 'win32' || !has('soffice')) {
    console.error('数字对 LibreOffice COUNTIFS：跳过，没有 soffice 程序')
    return []
  }
  const units = Math.ceil(people / 4)
  const rows = Array.from(
    { length: people },
    (_, index) => `第${(index % units) + 1}单位,${index % 3 === 0 ? '行政' : '事业'}`,
  )
  const sheet = (formula: (unit: number, kind: string) => string) =>
    rows
      .map((row, index) =>
        index < units ? `${row},${['行政', '事业'].map((kind) => formula(index + 1, kind)).join(',')}` : row,
      )
      .join('\n')
  const cost = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
    const args = ['--headless', profile, '--convert-to', 'ods', '--outdir', join(folder, 'out')]
    // The first start under a fresh profile makes it, which is none of the counting.
    if (!existsSync(join(folder, 'office'))) childCpu('soffice', [...args, path])
    return childCpu('soffice', [...args, '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1', path])
  }
  const plain = cost(
    'plain.csv',
    sheet(() => '0'),
  )
  const counted = cost(
    'counted.csv',
    sheet((unit, kind) => `"=COUNTIFS($A$1:$A$${people};""第${unit}单位"";$B$1:$B$${people};""${kind}"")"`),
  )
  if (plain === null || counted === null || counted <= plain) {
    console.error('数字对 LibreOffice COUNTIFS：跳过，soffice 没有算出来')
    return []
  }
  return [
    barred(line(`数字 ${people} 人，再看，对 LibreOffice`, again, 'LibreOffice COUNTIFS', counted - plain), 1 / 20),
  ]
}

/** A command that needs no book, beside the engine that runs it doing nothing. */
function measureStart(): readonly Barred[] {
  if (process.platform === 'win32') return []
  const cli = join(import.meta.dirname, '../../electron/host/cli.ts')
  const asked = ['retirement', '--birth', '1970-06', '--category', 'male60']
  childCpu(process.execPath, [cli, '--help'])
  childCpu(process.execPath, [cli, ...asked])
  const bare = medianChild(7, process.execPath, ['-e', '0'])
  const help = medianChild(7, process.execPath, [cli, '--help'])
  const engine = medianChild(7, process.execPath, [cli, ...asked])
  if (bare === null || help === null || engine === null) throw new Error('the command line gave no answer')
  return [
    barred(line('命令行 --help', help, 'node 空跑', bare), 8),
    barred(line('命令行算一次退休（不用编制本）', engine, 'node 空跑', bare), 8),
  ]
}

/** What twice the people cost, beside the large book and the small one. */
function doubled(twice: Asked, large: Asked, small: Asked): readonly Barred[] {
  const people = (asked: Asked) => `${asked.city.people} 人`
  return [
    barred(line(`登记变动 ${people(twice)}`, twice.add, people(small), small.add), 1.5),
    barred(line(`公示预览 ${people(twice)}`, twice.notice, people(large), large.notice), 2.1),
  ]
}

/** All of it; small sizes and bars that hold on a busy machine with `guard`. */
export async function measureDoor(guard: boolean): Promise<readonly Barred[]> {
  const sizes = guard ? GUARDED : FULL
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const start = measureStart()
    const small = await ask(folder, sizes.small)
    const large = await ask(folder, sizes.large)
    await small.city.core.close()
    await large.city.core.close()
    const twice = sizes.twice === null ? null : await ask(folder, sizes.twice)
    await twice?.city.core.close()
    const times = sizes.large / sizes.small
    return [
      ...start,
      ...(await measureDatabase(large.city.path, sizes.large, large, guard)),
      ...measureSpreadsheet(folder, sizes.large, large.figures),
      ...(guard ? [] : await measureDerived(large.city.path, sizes.large)).map((measured, place) =>
        barred(measured, place === 0 ? 1 : null),
      ),
      barred(line(`数字、名单、核查再看 ${sizes.large} 人`, large.again, '第一次', large.first), 1 / 20),
      barred(line(`数字、名单、核查再看 ${sizes.large} 人`, large.again, '上限 5 ms', 5), guard ? null : 1),
      // What is left linear is going through lists and the rules that look at more than a few people; checking everybody again would be far over it.
      barred(line(`登记变动 ${sizes.large} 人`, large.add, `${sizes.small} 人`, small.add), guard ? times / 2 : 1.5),
      barred(line(`登记变动 ${sizes.large} 人`, large.add, '上限 100 ms', 100), guard ? null : 1),
      ...(twice === null ? [] : doubled(twice, large, small)),
      barred(
        line(`登记预览没看过的一天 ${sizes.large} 人，别人最久等的一段`, large.stretch, '整次预览', large.look),
        guard ? 0.8 : 0.5,
      ),
      barred(
        line(`公示预览 ${sizes.large} 人，每 ${times} 倍的人`, large.notice, `${sizes.small} 人`, small.notice * times),
        1.5,
      ),
      ...(await measureImports(folder, guard ? sizes.large : IMPORTED, guard)),
      barred(
        line(`编制本每人字节 ${sizes.large} 人`, sizeOf(large.city) / sizes.large, '2500 字节', 2500),
        guard ? null : 1,
      ),
      ...(guard ? [] : await measureHost(large.city.path, sizes.large, EVENTS)).map((measured) => barred(measured, 1)),
      ...(await measureHistory(folder, sizes.entries, guard)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
