/*
 * 机构规格 (ZB03) and 领导职务层次 (ZB09) of a township, set against one another: 公务员法 第十八条 ranks the one, 三定规定 the other.
 * Only these codes are compared; 科员, 办事员 and 其他 are no leading posts.
 */

/** A level that can be compared; `height` 1 is the highest: 县处级, 县处级正职. */
export interface Level {
  readonly height: number
  readonly name: string
}

const UNIT_LEVELS: ReadonlyMap<string | null, Level> = new Map([
  ['107', { height: 1, name: '县处级' }],
  ['108', { height: 2, name: '副县处级' }],
  ['109', { height: 3, name: '乡科级' }],
  ['110', { height: 4, name: '副乡科级' }],
  ['111', { height: 5, name: '股级' }],
])

const POSITION_LEVELS: ReadonlyMap<string | null, Level> = new Map([
  ['0131', { height: 1, name: '县处级正职' }],
  ['0132', { height: 2, name: '县处级副职' }],
  ['0141', { height: 3, name: '乡科级正职' }],
  ['0142', { height: 4, name: '乡科级副职' }],
])

/** 机构规格 by its code; undefined for 其他, none, or one outside this list. */
export function unitLevel(code: string | null): Level | undefined {
  return UNIT_LEVELS.get(code)
}

/** 领导职务层次 by its code; undefined where it is no leading post. */
export function positionLevel(code: string | null): Level | undefined {
  return POSITION_LEVELS.get(code)
}
