import type { CallInput } from '../../electron/contract/operations.ts'
import { TYPED_FIELDS, personField } from '../../electron/vocabulary/person-fields.ts'
import { makeCity } from './city.ts'
import { barred, medianCpu, type Barred } from './door.ts'
import { line } from './measure.ts'

/* A block pasted into the roster, as the window hands it on: one command, one entry, one step back. */

const COLUMNS = TYPED_FIELDS.filter((field) => personField(field).kind === 'text').slice(0, 12)

function block(people: readonly string[], mark: string): CallInput<'people.correct'> {
  return {
    rows: people.map((personId, row) => ({
      personId,
      fields: Object.fromEntries(COLUMNS.map((field, column) => [field, `${mark}${row % 97}-${column}`])),
    })),
  }
}

/** So often each is done; the first time warms the engine and is not counted. */
const RUNS = 3

/** Pastes and takes back, 500 and 5,000 rows of 12 cells, in a book of that many people: processor time of the host, medians. */
export async function measurePaste(folder: string, people = 10_000): Promise<readonly Barred[]> {
  const { core, call } = await makeCity(folder, people)
  const { people: listed } = await call('roster.read', {})
  const ids = listed.map(({ personId }) => personId)
  const measured: Barred[] = []
  for (const [rows, most] of [
    [500, 1000],
    [5000, 3000],
  ] as const) {
    const times: [pasted: number, undone: number][] = []
    for (let run = 0; run <= RUNS; run += 1) {
      const pasted = await medianCpu(1, () => call('people.correct', block(ids.slice(0, rows), `甲${rows}${run}`)))
      times.push([pasted, await medianCpu(1, () => call('journal.undo', {}))])
    }
    const [pasted, undone] = [0, 1].map((at) => middle(times.slice(1).map((pair) => pair[at] ?? 0)))
    const what = `${rows} × ${COLUMNS.length} 格，全乡 ${people} 人`
    measured.push(
      barred(line(`粘贴 ${what}（处理器）`, pasted ?? 0, '上限', most), 1),
      barred(line(`撤销 ${what}（处理器）`, undone ?? 0, '上限', 1000), 1),
    )
  }
  await core.close()
  return measured
}

function middle(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
}
