import { bandCondition, bandIn } from './condition-bands.ts'
import { conditionIn } from './condition-words.ts'
import type { Condition } from './counted-person.ts'
import { PLAIN, type NamedUnit } from './label-context.ts'

/* Which people a title names by what they are: women, party members, leaders, of an age, due to retire. */

/** 达到退休年龄, 到龄, 拟退休: people still in post. */
export const DUE =
  /拟退休|到龄|即将退休|预计退休|达到?(?:法定)?退休|退休预测|应退休|退休(?:人[员数]|干部|情况)*(?:预测|测算|预报|预计)/u

const PEOPLE = '(?:干部|职工|人员|同志|公务员|教师|花?名册|名单|登记|信息)'
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<!男)女(?:性)?${PEOPLE}|妇女(?:干部|职工)`, 'u'), '女'],
  [
    new RegExp(
      `(?<!预备|正式|非)(?:中共)?党员(?:${PEOPLE}|(?:基本|年龄|党龄|学历|结构|分布|队伍)*情况|党龄|年龄|队伍|统计|领导)|^党员$`,
      'u',
    ),
    '党员',
  ],
  [/正式党员/u, '正式党员'],
  [/预备党员/u, '预备党员'],
  [new RegExp(`少数民族${PEOPLE}`, 'u'), '少数民族'],
  [
    new RegExp(`领导班子(?:成员)?${PEOPLE}?|班子成员|领导成员|(?<!非|级|级正职|级副职|以上|以下)领导干部`, 'u'),
    '领导班子成员',
  ],
  [/(?<![副正])科级(?:领导)?干部/u, '科级'],
  [/正科级(?:领导)?干部/u, '正科级'],
  [/副科级(?:领导)?干部/u, '副科级'],
]

export function others(text: string, units: readonly NamedUnit[], conditions: Condition[]): void {
  for (const [words, label] of OTHERS) {
    const condition = words.test(text) ? conditionIn(label, { ...PLAIN, units }) : null
    if (condition !== null) conditions.push(condition)
  }
  const years = DUE.test(text) ? [...text.matchAll(/20\d{2}/gu)].map(([year]) => Number(year)) : []
  if (years.length > 0) conditions.push(retiringIn(Math.min(...years), Math.max(...years)))
  // 35岁以上45岁以下 are two bounds.
  for (const [says] of text.matchAll(/\d{2}周?岁(?:\(不?含[^()]*\))?及?以[下上](?:\(不?含[^()]*\))?/gu)) {
    const band = bandIn(says)
    if (band !== null) conditions.push(bandCondition('age', says, band))
  }
}

/** Whose month of retirement lies in these years, both included. */
function retiringIn(from: number, to: number): Condition {
  return {
    aspect: 'retirement',
    says: from === to ? `${from}年退休` : `${from}—${to}年退休`,
    holds: ({ retiresOn }) => {
      if (retiresOn === null) return null
      const year = Number(retiresOn.slice(0, 4))
      return from <= year && year <= to
    },
  }
}
