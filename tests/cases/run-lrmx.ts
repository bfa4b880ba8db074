import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call, parsed, say } from './kit/command.ts'
import { elementsIn, meaningProblems, type FormFileTruth } from './kit/judge-lrmx.ts'

/*
 * node tests/cases/run-lrmx.ts [--control]
 * Imports the folder `lrmx/` and a form with a picture of 60 MB, made here, into a book of `roster.csv`; compares what each person then says, what comes out
 * again, and that the harmful files are refused by name while the rest comes in. Exits 0 when all is right.
 * --control: every field of every truth is made wrong once; each must be noticed.
 */

const folder = join(import.meta.dirname, 'lrmx')
const HUGE = 'X8-六十兆照片.lrmx'
/** Longer than this is not at once. */
const SECONDS = 30

const truths = readdirSync(folder)
  .filter((name) => name.endsWith('.truth.json'))
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as FormFileTruth)

interface Imported {
  readonly files?: number
  readonly matched?: number
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly refused: readonly { readonly file: string; readonly message: string }[]
}

function lay(work: string): string {
  const inbox = join(work, 'forms')
  mkdirSync(inbox)
  for (const name of readdirSync(folder))
    if (/\.(lrmx?|pic)$/.test(name)) copyFileSync(join(folder, name), join(inbox, name))
  const model = readFileSync(join(folder, 'L3-UTF16.lrmx'), 'utf16le')
    .replace('encoding="utf-16"', 'encoding="utf-8"')
    .replace(/^\ufeff/, '')
  writeFileSync(
    join(inbox, HUGE),
    model.replace('<ZhaoPian></ZhaoPian>', `<ZhaoPian>${'iVBORw0KGgoA'.repeat(6_990_507)}</ZhaoPian>`),
  )
  return inbox
}

async function run(): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'lrmx-'))
  try {
    const book = join(work, 'book.dingbian')
    await call('book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡')
    const people = await call('import', '--book', book, join(folder, 'roster.csv'))
    if (people.code !== 0) throw new Error(`the book cannot be made: ${people.err}`)
    return await judge(book, lay(work), join(work, 'out'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function judge(book: string, inbox: string, out: string): Promise<number> {
  const started = performance.now()
  const answer = await call('lrmx', 'import', '--book', book, inbox, '--json')
  const seconds = (performance.now() - started) / 1000
  const first = parsed(answer.out) as Imported | undefined
  if (first === undefined) say(`import: exit ${answer.code} ${answer.err.split('\n')[0] ?? ''}`)
  const refused = new Map((first?.refused ?? []).map((one) => [one.file.split('/').at(-1) ?? '', one.message]))
  let [right, fieldsRight, fields, harmless, harmful] = [0, 0, 0, 0, 0]
  const say1 = (ok: boolean, file: string, problems: readonly string[]) =>
    say(
      `${ok ? 'ok  ' : 'FAIL'} ${file}` +
        (problems.length > 0
          ? `  | ${problems.slice(0, 4).join('; ')}${problems.length > 4 ? ` … ${problems.length}` : ''}`
          : ''),
    )
  mkdirSync(out)
  for (const truth of [...truths, { file: HUGE, about: '', refused: true } as FormFileTruth]) {
    if (truth.refused === true) {
      harmful += 1
      const ok = first !== undefined && (refused.get(truth.file) ?? '') !== ''
      harmless += Number(ok)
      say1(ok, truth.file, ok ? [] : ['not refused by name'])
      continue
    }
    const problems = await formProblems(book, out, truth, refused)
    const meant = Object.keys(truth.meaning ?? {}).length
    fields += meant
    fieldsRight += meant - problems.fields.length
    const all = [...problems.fields, ...problems.rest]
    right += Number(all.length === 0)
    say1(all.length === 0, truth.file, all)
  }
  const second = parsed((await call('lrmx', 'import', '--book', book, inbox, '--json')).out) as Imported | undefined
  const still = second !== undefined && second.added + second.updated === 0
  const quick = first !== undefined && seconds <= SECONDS
  say(
    `forms right ${right}/${truths.length + 1 - harmful}, fields right ${fieldsRight}/${fields}, ` +
      `harmful refused ${harmless}/${harmful}, second import ${still ? 'changes nothing' : 'differs'}, ` +
      `${seconds.toFixed(1)} s${quick ? '' : ' (too long or not read)'}`,
  )
  return right === truths.length + 1 - harmful && harmless === harmful && still && quick ? 0 : 1
}

async function formProblems(book: string, out: string, truth: FormFileTruth, refused: ReadonlyMap<string, string>) {
  const meaning = truth.meaning ?? {}
  const why = refused.get(truth.file)
  if (why !== undefined) return { fields: Object.keys(meaning), rest: [`refused: ${why}`] }
  const person = truth.person ?? ''
  const shown = parsed((await call('lrmx', 'show', '--book', book, '--person', person, '--json')).out) as
    | Readonly<Record<string, unknown>>
    | undefined
  if (shown === undefined) return { fields: Object.keys(meaning), rest: ['cannot be shown'] }
  const rest: string[] = []
  if (truth.file.endsWith('.lrmx')) {
    const target = join(out, truth.file.slice(0, 2))
    mkdirSync(target)
    await call('lrmx', 'export', '--book', book, '--person', person, '--out', target, '--json')
    const written = readdirSync(target).find((name) => name.endsWith('.lrmx'))
    if (written === undefined) rest.push('not exported')
    else
      rest.push(
        ...exportProblems(original(join(folder, truth.file)), original(join(target, written)), truth.unknown ?? []),
      )
  }
  return { fields: meaningProblems(meaning, shown), rest }
}

/** The text of a form, in whatever it is written. */
function original(path: string): string {
  const bytes = readFileSync(path)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le')
  const declared = bytes.subarray(0, 80).toString('latin1')
  return new TextDecoder(/encoding="gb/i.test(declared) ? 'gb18030' : 'utf-8').decode(bytes)
}

function exportProblems(before: string, after: string, unknown: readonly string[]): readonly string[] {
  const [meant, got] = [elementsIn(before), elementsIn(after)]
  const order =
    meant.map(([tag]) => tag).join(' ') === got.map(([tag]) => tag).join(' ')
      ? []
      : ['exported: other elements, or in another order']
  const squeezed = (text: string) => text.replaceAll(/>\s+</g, '><').trim()
  const texts = meant
    .filter(([tag, text]) => !got.some(([other, its]) => other === tag && squeezed(its) === squeezed(text)))
    .map(([tag]) => `exported ${tag} differs`)
  return [...order, ...texts, ...unknown.filter((one) => !after.includes(one)).map((one) => `exported without ${one}`)]
}

function control(): number {
  let good = true
  for (const truth of truths) {
    const meaning = truth.meaning
    if (meaning === undefined) continue
    const said = meaning as Readonly<Record<string, unknown>>
    const plain = meaningProblems(meaning, said).length === 0
    const missed = Object.keys(meaning).filter(
      (key) => meaningProblems(meaning, { ...said, [key]: [{ relation: '不是这个' }] }).length !== 1,
    )
    const xml = truth.file.endsWith('.lrmx') ? original(join(folder, truth.file)) : ''
    const dropped = xml === '' || exportProblems(xml, xml.replace(/<XingBie>.<\/XingBie>/, ''), []).length > 0
    const kept = xml === '' || exportProblems(xml, xml, truth.unknown ?? []).length === 0
    const ok = plain && missed.length === 0 && dropped && kept
    good &&= ok
    say(
      `${ok ? 'ok  ' : 'FAIL'} control: ${truth.file}: ${Object.keys(meaning).length} wrong fields and ` +
        `a dropped element are noticed${missed.length > 0 ? `, not ${missed.join('、')}` : ''}`,
    )
  }
  return good ? 0 : 1
}

process.exitCode = process.argv.includes('--control') ? control() : await run()
