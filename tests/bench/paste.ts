import type { CallInput } from '../../electron/contract/operations.ts'
import { TYPED_FIELDS, personField } from '../../electron/vocabulary/person-fields.ts'
import type { City } from './city.ts'
import { line, type Measured } from './measure.ts'

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

/** Pastes and takes back, 500 and 5,000 rows of 12 cells; clock times, the reading of the list afterwards not included. */
export async function measurePaste({ call, people }: Pick<City, 'call' | 'people'>): Promise<readonly Measured[]> {
  const { people: listed } = await call('roster.read', {})
  const ids = listed.map(({ personId }) => personId)
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    return performance.now() - start
  }
  const measured: Measured[] = []
  for (const [rows, most] of [
    [500, 1000],
    [5000, 3000],
  ] as const) {
    if (ids.length < rows) continue
    const pasted = await timed(() => call('people.correct', block(ids.slice(0, rows), `甲${rows}`)))
    const undone = await timed(() => call('journal.undo', {}))
    measured.push(
      line(`粘贴 ${rows} × ${COLUMNS.length} 格，全乡 ${people} 人`, pasted, '上限', most),
      line(`撤销 ${rows} × ${COLUMNS.length} 格，全乡 ${people} 人`, undone, '上限', 1000),
    )
  }
  return measured
}
