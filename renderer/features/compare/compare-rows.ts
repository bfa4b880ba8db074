import type { ComparedFieldName } from '../../../electron/contract/compare-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'

export type Comparison = Output<'compare.read'>

/** One difference as a line of the sheet, whatever it is about. */
export interface CompareLine {
  readonly key: string
  readonly group: 'differing' | 'onlyOurs' | 'onlyTheirs'
  readonly personId: string | null
  readonly row: number | null
  readonly name: string
  readonly unit: string
  readonly field: ComparedFieldName | 'person'
  readonly what: string
  readonly ours: string
  readonly theirs: string
  readonly acceptable: boolean
  readonly decided: Comparison['differing'][number]['decided']
}

/** Every difference in one list: first the fields, then who is on one list only. */
export function compareLines(data: Comparison): readonly CompareLine[] {
  return [
    ...data.differing.map((one): CompareLine => ({
      key: `${one.personId} ${one.field}`,
      group: 'differing',
      personId: one.personId,
      row: one.row,
      name: one.name,
      unit: one.unitName,
      field: one.field,
      what: one.title,
      ours: one.ours ?? '（空）',
      theirs: one.theirs,
      acceptable: one.acceptable,
      decided: one.decided,
    })),
    ...data.onlyOurs.map((one): CompareLine => ({
      key: one.personId,
      group: 'onlyOurs',
      personId: one.personId,
      row: null,
      name: one.name,
      unit: one.unit,
      field: 'person',
      what: '在册',
      ours: one.post === '' ? '在编' : `在编，${one.post}`,
      theirs: '没有',
      acceptable: false,
      decided: one.decided,
    })),
    ...data.onlyTheirs.map((one): CompareLine => ({
      key: `row ${one.row}`,
      group: 'onlyTheirs',
      personId: null,
      row: one.row,
      name: one.name,
      unit: one.unit,
      field: 'person',
      what: '在册',
      ours: one.hint ?? '没有',
      theirs: `第 ${one.row} 行${one.post === '' ? '' : `，${one.post}`}`,
      acceptable: false,
      decided: one.decided,
    })),
  ]
}

export const GROUP_TITLES: Readonly<Record<CompareLine['group'], string>> = {
  differing: '不一致',
  onlyOurs: '只有编制本有',
  onlyTheirs: '只有对方有',
}
