import type { LeadershipRole } from '../model/person.ts'
import type { UnitKind } from '../model/unit.ts'

/** Heads of party, government and people's congress: 正职. 副…, 纪委书记 and 政法书记 are not. */
const CHIEF =
  /^(?:[\p{sc=Han}]{0,8}?(?:党委|党工委))?书记$|^(?:[\p{sc=Han}]{0,6})?(?:乡|镇)?(?:乡长|镇长|区长|人大主席|人大主席团主席|街道办事处主任|人大工委主任)$/u

/** 正职 or 副职 of a post in a 领导班子 by its title; null outside one. */
export function leadershipRole(kind: UnitKind, title: string): LeadershipRole | null {
  if (kind !== 'leadership') return null
  const parts = title.split(/[、，,;；/／和及兼 ]/u).filter((part) => part !== '')
  const chief = parts.some((part) => CHIEF.test(part) && !/副|纪委|纪检|政法|代表|团委|支部/u.test(part))
  return chief ? 'chief' : 'deputy'
}
