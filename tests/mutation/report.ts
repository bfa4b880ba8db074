import { relative } from 'node:path'
import { SLICES } from './slices.ts'

/** What Stryker's JSON says, as far as it is read here. */
export interface MutationResult {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string
        readonly mutants: readonly {
          readonly mutatorName: string
          readonly replacement?: string
          readonly status: string
          readonly location: {
            readonly start: { readonly line: number; readonly column: number }
            readonly end: { readonly line: number; readonly column: number }
          }
        }[]
      }
    >
  >
}

/** What is kept of a slice's run: numbers, and each change that nobody noticed. */
export interface KeptSlice {
  readonly killed: number
  readonly survived: number
  /** Words, tables and patterns fixed when a file is loaded: not tried. */
  readonly static: number
  readonly lived: readonly string[]
}

const KILLED = ['Killed', 'Timeout']
const SURVIVED = ['Survived', 'NoCoverage']

/** Share of the noticed among those tried, 0 to 100. */
export const scoreOf = ({ killed, survived }: Pick<KeptSlice, 'killed' | 'survived'>) =>
  (100 * killed) / Math.max(1, killed + survived)

/** Boils a run down to what is kept. `root`: the project's folder. */
export function keep(result: MutationResult, root: string): KeptSlice {
  const all = Object.entries(result.files).flatMap(([path, file]) =>
    file.mutants.map((mutant) => ({ path, file, mutant })),
  )
  const among = (states: readonly string[]) => all.filter(({ mutant }) => states.includes(mutant.status))
  const lived = among(SURVIVED).map(({ path, file, mutant }) => {
    const lines = file.source.split('\n')
    const { start, end } = mutant.location
    const first = lines[start.line - 1] ?? ''
    const was =
      start.line === end.line ? first.slice(start.column - 1, end.column - 1) : `${first.slice(start.column - 1)} …`
    const short = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('`', '´').slice(0, 70)
    const place = `${relative(`${root}/electron/domain`, `${root}/${path}`)}:${start.line}`
    return `${place} \`${short(was)}\` → \`${short(mutant.replacement ?? mutant.mutatorName)}\``
  })
  return {
    killed: among(KILLED).length,
    survived: lived.length,
    static: among(['Ignored']).length,
    lived: lived.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true })),
  }
}

const percent = (count: KeptSlice) =>
  count.killed + count.survived === 0 ? '–' : `${(Math.floor(10 * scoreOf(count)) / 10).toFixed(1)} %`
const row = (name: string, count: KeptSlice) =>
  `| ${name} | ${count.killed + count.survived} | ${count.killed} | ${count.survived} | ${percent(count)} | ${count.static} |`

/** The kept report, as Markdown: one row a slice that was run, and every change that lived. */
export function writeReport(kept: ReadonlyMap<string, KeptSlice>): string {
  const rows = SLICES.flatMap(({ name }) => {
    const own = kept.get(name)
    return own === undefined ? [] : [[name, own] as const]
  })
  const missing = SLICES.filter(({ name }) => !kept.has(name)).map(({ name }) => name)
  return [
    '# Mutation',
    '',
    'Written by `npm run mutation`. Each change is made to one file alone and must be noticed by the tests of its slice (`slices.ts`).',
    'Static ones – words, tables and patterns fixed when a file is loaded, most of them the clauses themselves – are not tried:',
    'the registry test compares the clauses, and every table is walked row by row.',
    '',
    '| slice | tried | noticed | lived | score | static, not tried |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(([name, count]) => row(name, count)),
    '',
    ...(missing.length > 0 ? [`Not run yet: ${missing.join(', ')}.`, ''] : []),
    '## What lived',
    '',
    ...rows.flatMap(([, { lived }]) => lived.map((line) => `- ${line}`)),
    '',
  ].join('\n')
}
