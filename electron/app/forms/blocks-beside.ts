import type { FillRequest } from '../../domain/fill/fill-request.ts'
import { besideEachOther } from '../../domain/fill/lay-out-sides.ts'
import type { FilledForm } from '../context.ts'
import type { PreparedPart } from './filled-notes.ts'

/* Lists of different people side by side under one head share their rows: they are written as one block, and told apart again afterwards. */

/** The part whose rows a part shares, by its place: the first one with something to write under that head. */
function sharedWith(prepared: readonly PreparedPart[], index: number): number {
  const own = prepared[index]
  const place = prepared.findIndex(
    ({ filling, gathered: { part } }) =>
      filling.block !== null &&
      part.sheet === own?.gathered.part.sheet &&
      part.headerRows[1] === own.gathered.part.headerRows[1],
  )
  return own?.filling.block === null || place < 0 ? index : place
}

/** Lists side by side are written as one block with the first of them. */
export function blocksBeside(
  requests: readonly FillRequest[],
  prepared: readonly PreparedPart[],
): readonly FillRequest[] {
  return requests.map((request, index) => {
    if (request.block === null) return request
    if (sharedWith(prepared, index) !== index) return { ...request, block: null }
    const others = requests.filter((_, other) => other > index && sharedWith(prepared, other) === index)
    return {
      ...request,
      block: others.reduce(
        (block, { block: other }) => (other === null ? block : besideEachOther(block, other)),
        request.block,
      ),
    }
  })
}

/** Each of the lists side by side knows the rows that are its own; rows that came in are counted once. */
export function withOutcomesBeside(form: FilledForm, prepared: readonly PreparedPart[]): FilledForm {
  const shared = prepared.map((_, index) => sharedWith(prepared, index))
  return {
    ...form,
    outcomes: form.outcomes.map((outcome, index) => {
      const block = prepared[index]?.filling.block ?? null
      const first = form.outcomes[shared[index] ?? index]
      const alone = shared.filter((one) => one === shared[index]).length < 2
      if (alone || block === null || first === undefined || first.firstRow === 0) return outcome
      const none = block.rows.length === 0
      return {
        ...outcome,
        firstRow: none ? 0 : first.firstRow,
        lastRow: none ? 0 : first.firstRow + block.rows.length - 1,
        formulaColumns: first.formulaColumns,
      }
    }),
  }
}
