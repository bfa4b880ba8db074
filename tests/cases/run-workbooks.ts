import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainRoster, told, type Truth } from './kit/case.ts'
import { option, say } from './kit/command.ts'
import { judgeImport, type Verdict } from './kit/judge-import.ts'
import { roster } from './kit/people.ts'

/*
 * node tests/cases/run-workbooks.ts [--set 2|3|4|5|6|7|8|9|10|11|12|13] [--only C01,C07] [--report out.json] [--answered] [--control]
 * Imports every workbook of `workbooks/` (with --set 2 of `workbooks-2/`, and so on) and compares the book with its truth.
 * Exits 0 when every case is right.
 * --answered: a case that stops with a question is imported again with the truth's answers, or those the program proposes.
 * --control: a plain list with its truth made wrong on purpose in one place each; every one of them must be reported.
 */

const SETS: Readonly<Record<string, string>> = {
  '2': 'workbooks-2',
  '3': 'workbooks-3',
  '4': 'workbooks-4',
  '5': 'workbooks-5',
  '6': 'workbooks-6',
  '7': 'workbooks-7',
  '8': 'workbooks-8',
  '9': 'workbooks-9',
  '10': 'workbooks-10',
  '11': 'workbooks-11',
  '12': 'workbooks-12',
  '13': 'workbooks-13',
}
const folder = join(import.meta.dirname, SETS[option('--set') ?? ''] ?? 'workbooks')

function line(truth: Truth, verdict: Verdict): string {
  const state = verdict.silentlyWrong
    ? 'QUIETLY WRONG'
    : verdict.asked && verdict.right
      ? 'asked'
      : verdict.right
        ? 'ok'
        : 'FAIL'
  const more = verdict.problems.length > 4 ? ` … ${verdict.problems.length}` : ''
  const told = verdict.problems.length > 0 ? `  | ${verdict.problems.slice(0, 4).join('; ')}${more}` : ''
  return `${state.padEnd(13)} ${truth.case}  people ${verdict.people.join('/')}  fields ${verdict.fields.join('/')}${told}`
}

async function runAll(): Promise<number> {
  const only = option('--only')?.split(',')
  const results: (Verdict & { readonly case: string; readonly about: string })[] = []
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.truth.json'))
    .sort()) {
    const told = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Truth
    const truth: Truth =
      process.argv.includes('--answered') && told.mustAsk !== true
        ? { ...told, mustAsk: true, says: told.says ?? [] }
        : told
    if (only !== undefined && !only.some((one) => truth.case.startsWith(one))) continue
    const verdict = await judgeImport(folder, truth)
    results.push({ case: truth.case, about: truth.about, ...verdict })
    say(line(truth, verdict))
  }
  const sum = (pick: (one: Verdict) => number) => results.reduce((all, one) => all + pick(one), 0)
  const right = sum((one) => Number(one.right))
  say(
    `cases right ${right}/${results.length} (asked ${sum((one) => Number(one.asked))}), people right ` +
      `${sum((one) => one.people[0])}/${sum((one) => one.people[1])}, ` +
      `fields right ${sum((one) => one.fields[0])}/${sum((one) => one.fields[1])}, silently wrong ${sum((one) => Number(one.silentlyWrong))}`,
  )
  const report = option('--report')
  if (report !== undefined) writeFileSync(report, JSON.stringify(results, null, 1))
  return right === results.length && results.length > 0 ? 0 : 1
}

/** Truths made wrong in one place, and whether that is a matter of place (quietly wrong) or of a field. */
async function control(): Promise<number> {
  const people = roster(7, [
    ['党政综合办公室', '行政编制', 3],
    ['财政所', '事业编制', 2],
  ])
  const work = mkdtempSync(join(tmpdir(), 'control-'))
  writeFileSync(join(work, 'plain.xlsx'), plainRoster(people))
  const right: Truth = {
    case: 'control',
    file: 'plain.xlsx',
    about: '',
    people: told(people, 'id', 'sex', 'enteredOn', 'post'),
  }
  const change = (fields: Partial<Truth['people'][number]>): Truth => ({
    ...right,
    people: right.people.map((one, at) => (at === 1 ? { ...one, ...fields } : one)),
  })
  const wrong: readonly (readonly [string, Truth, quiet: boolean])[] = [
    ['another name', change({ name: '无此人' }), true],
    ['another unit', change({ unit: '财政所' }), true],
    ['another 编制', change({ category: '机关工勤编制' }), true],
    ['another ID number', change({ id: '362201198001019999' }), true],
    ['one person too many in the book', { ...right, people: right.people.slice(1) }, true],
    ['one who left', { ...right, people: right.people.slice(1), gone: [people[0]?.name ?? ''] }, true],
    ['a quota that is not there', { ...right, quotas: [{ unit: '财政所', category: '事业编制', quota: 9 }] }, true],
    ['to be asked, yet taken in wrongly', { ...change({ unit: '财政所' }), mustAsk: true }, true],
    ['another post', change({ post: '无此职' }), false],
    [
      'a party date nobody gave',
      { ...right, personFiles: [{ name: people[0]?.name ?? '', partyJoined: '2001-07' }] },
      false,
    ],
  ]
  const plain = await judgeImport(work, right)
  let good = plain.right && !plain.silentlyWrong
  say(
    `${good ? 'ok  ' : 'FAIL'} control: the plain list with its true truth is right${good ? '' : ` ${plain.problems.join('; ')}`}`,
  )
  for (const [what, truth, quiet] of wrong) {
    const verdict = await judgeImport(work, truth)
    const seen = !verdict.right && verdict.silentlyWrong === quiet && verdict.problems.length > 0
    good &&= seen
    say(
      `${seen ? 'ok  ' : 'FAIL'} control: ${what} is reported${quiet ? ' as quietly wrong' : ''}: ${verdict.problems[0] ?? 'nothing said'}`,
    )
  }
  rmSync(work, { recursive: true, force: true })
  return good ? 0 : 1
}

process.exitCode = process.argv.includes('--control') ? await control() : await runAll()
