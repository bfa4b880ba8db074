import { QUOTA_CATEGORY_LIST } from '../../vocabulary/establishment.ts'
import { POSITION_LEVELS, type PositionLevel, RANK_NAMES } from '../../vocabulary/people.ts'
import type { Reader } from './label-context.ts'

/* 职务层次 and 职级 as the labels of counting tables ask for them. */

/** How a table asks for each 职务层次 by itself; null: no table does. */
const LEVEL_WORDS: Readonly<Record<PositionLevel, RegExp | null>> = {
  '0131': /^(?:县处级正职|正处级?|县处级正)$/u,
  '0132': /^(?:县处级副职|副处级?|县处级副)$/u,
  '0141': /^(?:乡科级正职|正科级?|乡科级正|科级正职)$/u,
  '0142': /^(?:乡科级副职|副科级?|乡科级副|科级副职)$/u,
  '0150': /^科员(?:级)?$/u,
  '0160': /^办事员(?:级)?$/u,
  '0198': /^试用期(?:人员)?$/u,
  '0199': null,
}
/** Several at once. */
const LEVEL_GROUPS: readonly (readonly [RegExp, readonly PositionLevel[]])[] = [
  [/^(?:县处级|处级)$/u, ['0131', '0132']],
  [/^(?:乡科级|科级)$/u, ['0141', '0142']],
  [/^(?:乡?科级|副科级?)(?:及其?以上)$/u, ['0131', '0132', '0141', '0142']],
  [/^正科级?(?:及其?以上)$/u, ['0131', '0132', '0141']],
  [/^(?:县?处级|副处级?)(?:及其?以上)$/u, ['0131', '0132']],
  [/^(?:科员级?及其?以下|乡?科级以下)$/u, ['0150', '0160', '0198']],
]

/** 乡科级领导干部, 副科级以上领导职务: who leads is said by the level already. */
function levelsNamed(given: string): readonly string[] | undefined {
  const text = given
    .replace(/(?<!非)领导(?:干部|职务|人员|成员)?$|(?<=[级上下])(?:实职|干部|人员|职务)$/u, '')
    .replace(/(?<=科级?|处级?)(?:\(含\))?以上$/u, '及以上')
  const one = POSITION_LEVELS.find((code) => LEVEL_WORDS[code]?.test(text) === true)
  return one === undefined ? LEVEL_GROUPS.find(([words]) => words.test(text))?.[1] : [one]
}

/** 正职 and 副职 under 乡科级. */
function levelUnder(text: string, above: string): readonly PositionLevel[] | undefined {
  if (!/^[正副]职$/u.test(text)) return undefined
  if (/科级/u.test(above)) return [text === '正职' ? '0141' : '0142']
  return /处级/u.test(above) ? [text === '正职' ? '0131' : '0132'] : undefined
}

export const level: Reader = (text, { about, above }) => {
  const found = about === 'rank' ? undefined : (levelsNamed(text) ?? levelUnder(text, above))
  if (found === undefined) return null
  return {
    aspect: 'level',
    says: text,
    holds: ({ positionLevel, category: own }) => {
      if (positionLevel !== null) return found.includes(positionLevel)
      // Only 公务员 and 参公 people have one: of the others it is known that they have none.
      return own !== null && !QUOTA_CATEGORY_LIST[own].civilService ? false : null
    },
  }
}

const NUMERALS = '一二三四'
export const rank: Reader = (text) => {
  if (/^(?:无|没有|未定|未套转?)职级$/u.test(text))
    return { aspect: 'rank', says: text, holds: (person) => (person.rank ?? '') === '' }
  const named = /^([一二三四])(?:级)?(?:[至到、-])([一二三四])级(主任科员|科员)$/u.exec(text)
  const names =
    named === null
      ? RANK_NAMES.filter((name) => name === text)
      : RANK_NAMES.filter((name) => {
          const at = NUMERALS.indexOf(name.charAt(0))
          return (
            name.slice(2) === named[3] &&
            NUMERALS.indexOf(named[1] ?? '') <= at &&
            at <= NUMERALS.indexOf(named[2] ?? '')
          )
        })
  // Somebody without a rank has none: that is known.
  return names.length === 0
    ? null
    : { aspect: 'rank', says: text, holds: (person) => names.includes(person.rank ?? '') }
}
