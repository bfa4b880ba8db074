import { relative } from 'node:path'
import { SLICES } from './slices.ts'

/** What Stryker's JSON says, as far as it is read here. */
export interface MutationResult {
  readonly files: Readonly<Record<string, {
    readonly source: string
    readonly mutants: readonly {
      readonly mutatorName: string
      readonly replacement?: string
      readonly status: string
      readonly location: { readonly start: { readonly line: number; readonly column: number }; readonly end: { readonly line: number; readonly column: number } }
    }[]
  }>>
}

const KILLED = ['Killed', 'Timeout', 'RuntimeError']
const SURVIVED = ['Survived', 'NoCoverage']

interface Count {
  readonly killed: number
  readonly survived: number
  readonly static: number
}

const add = (one: Count, other: Count): Count => ({ killed: one.killed + other.killed, survived: one.survived + other.survived, static: one.static + other.static })
const none: Count = { killed: 0, survived: 0, static: 0 }

/** Mutants of a result by what became of them. */
export function countMutants(result: MutationResult): Count {
  const all = Object.values(result.files).flatMap((file) => file.mutants)
  const among = (states: readonly string[]) => all.filter((mutant) => states.includes(mutant.status)).length
  return { killed: among(KILLED), survived: among(SURVIVED), static: among(['Ignored']) }
}

const percent = ({ killed, survived }: Count) => (killed + survived === 0 ? '–' : `${(Math.floor((1000 * killed) / (killed + survived)) / 10).toFixed(1)} %`)
const row = (name: string, count: Count) => `| ${name} | ${count.killed + count.survived} | ${count.killed} | ${count.survived} | ${percent(count)} | ${count.static} |`

/** Share of the killed among those tested, 0 to 100. */
export const scoreOf = ({ killed, survived }: Count) => (100 * killed) / Math.max(1, killed + survived)

/** The kept report, as Markdown: one row a slice, the whole, and every mutant that lived. */
export function writeReport(results: ReadonlyMap<string, MutationResult>, root: string): { readonly text: string; readonly total: Count } {
  const counts = SLICES.map(({ name }) => ({ name, count: countMutants(results.get(name) ?? { files: {} }) }))
  const total = counts.reduce((sum, { count }) => add(sum, count), none)
  const lived = [...results.values()].flatMap((result) => Object.entries(result.files)).flatMap(([path, file]) => {
    const lines = file.source.split('\n')
    return file.mutants.filter((mutant) => SURVIVED.includes(mutant.status)).map((mutant) => {
      const { start, end } = mutant.location
      const was = start.line === end.line ? lines[start.line - 1]!.slice(start.column - 1, end.column - 1) : `${lines[start.line - 1]!.slice(start.column - 1)} …`
      const short = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('`', '´').slice(0, 70)
      return `- ${relative(`${root}/electron/domain/rules`, `${root}/${path}`)}:${start.line} \`${short(was)}\` → \`${short(mutant.replacement ?? mutant.mutatorName)}\``
    })
  }).toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  const text = [
    '# Mutation of the rules',
    '',
    'Written by `npm run mutation`. Each change is made to the rules alone and must be noticed by the tests of its slice (`slices.ts`).',
    'Static ones – words, tables and patterns fixed when a file is loaded, most of them the clauses themselves – are not tried:',
    'the registry test compares the clauses, and every table is walked row by row.',
    '',
    '| slice | tried | noticed | lived | score | static, not tried |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...counts.map(({ name, count }) => row(name, count)),
    row('**all**', total),
    '',
    '## What lived',
    '',
    ...lived,
    '',
  ].join('\n')
  return { text, total }
}
