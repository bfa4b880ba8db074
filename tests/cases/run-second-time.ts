import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Truth } from './kit/case.ts'
import { call, parsed, say } from './kit/command.ts'

/*
 * node tests/cases/run-second-time.ts [FOLDER …] [--only C01,C07]
 * Every workbook of the sets (or of the folders named) twice into one book. What is asked the first time is answered, the proposed way where
 * one is proposed; the second time nothing may be asked and nothing may change. A case that stops for another reason is told and not counted.
 */

interface Question {
  readonly id: string
  readonly text: string
  readonly suggested: string | null
  readonly choices: readonly { readonly value: string }[]
}

interface Summary {
  readonly added: number
  readonly updated: number
  readonly questions: readonly Question[]
}

/** Answers may open further questions; more rounds than these ask for ever. */
const ROUNDS = 8

const SETS = ['workbooks', 'workbooks-2', 'workbooks-3'].map((name) => join(import.meta.dirname, name))
const named = process.argv.slice(2).filter((one, place, all) => !one.startsWith('--') && all[place - 1] !== '--only')
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1]?.split(',') : undefined

/** Imports, answering what is asked. Null: it stopped for another reason. */
async function settled(book: string, file: string, work: string): Promise<{ asked: number } | null> {
  const answers: Record<string, string> = {}
  for (let round = 0; round < ROUNDS; round += 1) {
    const path = join(work, 'answers.json')
    writeFileSync(path, JSON.stringify(answers))
    const done = await call('import', '--book', book, file, '--answers', path, '--json')
    const summary = parsed(done.out) as Summary | undefined
    if (done.code === 0) return { asked: Object.keys(answers).length }
    const questions = summary?.questions ?? []
    if (questions.length === 0) return null
    for (const { id, suggested, choices } of questions) answers[id] = suggested ?? choices[0]?.value ?? '-'
  }
  return null
}

let [counted, unasked, unchanged, quick] = [0, 0, 0, 0]
for (const folder of named.length > 0 ? named : SETS)
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.truth.json'))
    .toSorted()) {
    const truth = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<Truth>
    const title = name.replace('.truth.json', '')
    // Some sets name the file after the truth.
    const file = truth.file ?? readdirSync(folder).find((one) => one.startsWith(`${title}.`) && one !== name)
    if (file === undefined || (only !== undefined && !only.some((one) => title.startsWith(one)))) continue
    const work = mkdtempSync(join(tmpdir(), 'twice-'))
    const book = join(work, 'book.dingbian')
    await call('book', 'create', '--book', book, '--pack', 'none', '--name', '云溪乡')
    for (const before of truth.before ?? []) await call('import', '--book', book, join(folder, before), '--json')
    const first = await settled(book, join(folder, file), work)
    if (first === null) say(`stopped  ${title}`)
    else {
      const again = await call('import', '--book', book, join(folder, file), '--json')
      const summary = parsed(again.out) as Summary | undefined
      const asks = summary === undefined ? null : summary.questions.map(({ text }) => text)
      const changes = summary === undefined ? null : summary.added + summary.updated
      counted += 1
      unasked += Number(asks?.length === 0)
      unchanged += Number(changes === 0)
      quick += Number(first.asked === 0)
      const good = asks?.length === 0 && changes === 0
      const told = `answered ${first.asked}; then asked ${asks?.length ?? '?'}, changed ${changes ?? '?'}`
      say(
        `${good ? 'ok      ' : 'FAIL    '} ${title}  ${told}${good ? '' : ` | ${asks?.[0] ?? again.err.slice(0, 160)}`}`,
      )
    }
    rmSync(work, { recursive: true, force: true })
  }
say(
  `second time: nothing asked ${unasked}/${counted}, nothing changed ${unchanged}/${counted} (of them without a question the first time: ${quick})`,
)
process.exitCode = counted > 0 && unasked === counted && unchanged === counted ? 0 : 1
