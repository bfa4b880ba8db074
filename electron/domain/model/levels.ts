import { UNIT_LEVEL_LIST } from '../../vocabulary/establishment.ts'
import { POSITION_LEVEL_LIST } from '../../vocabulary/people.ts'

/*
 * 机构规格 (ZB03) and 领导职务层次 (ZB09) of a township, set against one another: 公务员法 第十八条 ranks the one, 三定规定 the other.
 * Only these codes are compared; 科员, 办事员 and 其他 are no leading posts.
 */

/** A level that can be compared; `height` 1 is the highest: 县处级, 县处级正职. */
export interface Level {
  readonly height: number
  readonly name: string
}

function levelIn(
  list: Readonly<Record<string, { readonly title: string; readonly height?: number }>>,
  code: string | null,
): Level | undefined {
  const entry = code === null || !Object.hasOwn(list, code) ? undefined : list[code]
  return entry?.height === undefined ? undefined : { height: entry.height, name: entry.title }
}

/** 机构规格 by its code; undefined for 其他, none, or one outside this list. */
export function unitLevel(code: string | null): Level | undefined {
  return levelIn(UNIT_LEVEL_LIST, code)
}

/** 领导职务层次 by its code; undefined where it is no leading post. */
export function positionLevel(code: string | null): Level | undefined {
  return levelIn(POSITION_LEVEL_LIST, code)
}
