import { codeFinder } from '../../vocabulary/code-list.ts'
import { UNIT_KIND_LIST, UNIT_KIND_NAMES, UNIT_KINDS, type UnitKind } from '../../vocabulary/establishment.ts'

const written = codeFinder(UNIT_KIND_LIST)

/** The usual word of each 机构类别 a clerk may write. 其他 says nothing. */
export const UNIT_KIND_WORDS: readonly string[] = UNIT_KINDS.filter((kind) => kind !== 'other').map(
  (kind) => UNIT_KIND_NAMES[kind],
)

/** Kind of a unit from its 机构类别, else from its name. 其他 says nothing, so the name decides. */
export function unitKindOf(word: string, name: string): UnitKind {
  const known = written(word)
  if (known !== null && known !== 'other') return known
  if (/(?:人民)?武装部$/u.test(name)) return 'armedForces'
  if (/纪委|纪检|纪律检查/u.test(name)) return 'discipline'
  if (/领导班子|党政班子|班子成员|领导成员/u.test(name)) return 'leadership'
  if (word !== '') return 'other'
  if (/(?:中心|所|站|队|院|馆)$/u.test(name)) return 'institution'
  return /(?:办公室|办|局|科|股|大厅)$/u.test(name) ? 'office' : 'other'
}
