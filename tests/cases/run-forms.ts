import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mock } from 'node:test'
import { call, option, parsed, say } from './kit/command.ts'
import type { BookTruth, FormTruth } from './kit/form-truth.ts'
import { judgeForm, type FormVerdict } from './kit/judge-form.ts'

/*
 * node tests/cases/run-forms.ts [--set 2|3|4|5|6|7|8|9] [--only T01,T07] [--report out.json] [--control]
 * Fills every blank form of `forms/` (with --set 2 of `forms-2/`, and so on) from its `book.xlsx` and compares its cells. Exits 0 when every form is whole.
 * --control: truths are made wrong in one place each; no form may pass with one, and where the true one
 * was met the score must fall.
 */

const set = option('--set')
const folder = join(
  import.meta.dirname,
  ['2', '3', '4', '5', '6', '7', '8', '9'].includes(set ?? '') ? `forms-${set ?? ''}` : 'forms',
)
const readTruth = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))

async function makeBook(work: string): Promise<string> {
  const truth = readTruth('book.truth.json') as BookTruth
  const book = join(work, 'book.dingbian')
  // People whose list tells no day stand in the book from the day they came in: that must not be later than the day the forms are filled for.
  mock.timers.enable({ apis: ['Date'], now: new Date(`${truth.asOf}T04:00:00Z`) })
  const must = async (...args: readonly string[]) => {
    const answer = await call(...args)
    if (answer.code !== 0) throw new Error(`the book cannot be made: ${answer.err}`)
    return answer.out
  }
  await must('book', 'create', '--book', book, '--pack', 'none', '--name', truth.township ?? '云溪乡')
  await must('import', '--book', book, join(folder, 'book.xlsx'))
  const records = truth.records.map(({ person, content }) => ({
    kind: 'personFile',
    person,
    from: '2026-01-01',
    content,
  }))
  if (records.length > 0) {
    writeFileSync(join(work, 'records.json'), JSON.stringify(records))
    await must('record', 'add', '--book', book, '--file', join(work, 'records.json'))
  }
  if (truth.events !== undefined) {
    writeFileSync(join(work, 'events.json'), JSON.stringify(truth.events))
    await must('event', 'add', '--book', book, '--file', join(work, 'events.json'))
  }
  for (const [lists, people] of [
    [['in-quota', 'over-quota', 'non-compliant'], truth.inPost],
    [['off-quota'], truth.off],
  ] as const) {
    const found: string[] = []
    for (const list of lists) {
      const answer = parsed(await must('roster', '--book', book, '--list', list, '--as-of', truth.asOf, '--json')) as {
        readonly people: readonly { readonly name: string }[]
      }
      found.push(...answer.people.map((one) => one.name))
    }
    const missing = people.filter((name) => !found.includes(name))
    if (missing.length > 0)
      throw new Error(`the book is not the one the forms are about: not ${lists[0]}: ${missing.join('、')}`)
  }
  return book
}

/** Every truth made wrong in one place: a cell, or one more person who should be listed. */
function spoilt(truth: FormTruth): readonly FormTruth[] {
  const cells = truth.cells.map((one, at) => ({
    ...truth,
    cells: truth.cells.map((each, other) => (other === at ? { ...one, expect: ['不是这个'] } : each)),
  }))
  const lists = truth.lists.map((one, at) => ({
    ...truth,
    lists: truth.lists.map((each, other) =>
      other === at ? { ...one, people: [...one.people, { name: '无此人', fields: {} }] } : each,
    ),
  }))
  return [...cells, ...lists]
}

/** Whether a wrong truth lowers the score wherever the true one was met; null: nothing of the form is met yet. */
async function controlled(book: string, out: string, truth: FormTruth): Promise<boolean | null> {
  const plain = await judgeForm(book, folder, out, truth)
  if (plain.right === 0) return null
  let lowered = 0
  for (const wrong of spoilt(truth).slice(0, 6)) {
    const verdict = await judgeForm(book, folder, out, wrong)
    if (verdict.whole) return false
    if (verdict.right < plain.right || verdict.expected > plain.expected) lowered += 1
  }
  return lowered > 0
}

function line(form: string, verdict: FormVerdict): string {
  const more = verdict.notes.length > 3 ? ` … ${verdict.notes.length}` : ''
  const told = verdict.notes.length > 0 ? `  | ${verdict.notes.slice(0, 3).join('; ')}${more}` : ''
  return `${verdict.whole ? 'ok  ' : 'FAIL'} ${form}  right ${verdict.right}/${verdict.expected}  wrong ${verdict.wrong}${told}`
}

const control = process.argv.includes('--control')
const only = option('--only')?.split(',')
const work = mkdtempSync(join(tmpdir(), 'forms-'))
const results: (FormVerdict & { readonly form: string })[] = []
try {
  const book = await makeBook(work)
  for (const name of readdirSync(folder)
    .filter((one) => /^[STUVWXYZ]\d\d-.*\.truth\.json$/.test(one))
    .sort()) {
    const truth = readTruth(name) as FormTruth
    if (only !== undefined && !only.some((one) => truth.form.startsWith(one))) continue
    const out = join(work, `${truth.form}.${truth.file.endsWith('.docx') ? 'docx' : 'xlsx'}`)
    if (control) {
      const seen = await controlled(book, out, truth)
      say(
        `${seen === false ? 'FAIL' : 'ok  '} control: ${truth.form} ` +
          (seen === null ? 'has nothing right yet' : `with a wrong truth is ${seen ? '' : 'not '}reported`),
      )
      if (seen !== null) results.push({ form: truth.form, right: 0, wrong: 0, expected: 0, notes: [], whole: seen })
      continue
    }
    const verdict = await judgeForm(book, folder, out, truth)
    say(line(truth.form, verdict))
    results.push({ form: truth.form, ...verdict })
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
const sum = (pick: (one: FormVerdict) => number) => results.reduce((all, one) => all + pick(one), 0)
const whole = sum((one) => Number(one.whole))
if (!control)
  say(
    `cells right ${sum((one) => one.right)}/${sum((one) => one.expected)}, wrong ${sum((one) => one.wrong)}, forms whole ${whole}/${results.length}`,
  )
const report = option('--report')
if (report !== undefined) writeFileSync(report, JSON.stringify(results, null, 1))
process.exitCode = whole === results.length && results.length > 0 ? 0 : 1
