import { Refusal } from '../../vocabulary/refusals.ts'
import { nameConflict, type NameReading } from './read-name-cell.ts'

/** @throws `invalid_input` where the words behind a name and the field for them say different things. */
export function refuseNameConflict(
  said: NameReading,
  own: { readonly sex?: string | null | undefined; readonly ethnicity?: string | null | undefined },
  at?: string,
): void {
  const conflict = nameConflict(said, { sex: own.sex ?? null, ethnicity: own.ethnicity ?? null })
  if (conflict === null) return
  const title = conflict.field === 'sex' ? '性别' : '民族'
  throw new Refusal('invalid_input', {
    field: '姓名',
    problem: `姓名后标注“${conflict.inName}”，${title}写的是“${conflict.own}”，请核对后只留一个`,
    ...(at === undefined ? {} : { at }),
  })
}
