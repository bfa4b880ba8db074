import type { PlainDate } from '../model/plain-date.ts'
import { saysHappened } from './says-happened.ts'

/** 死亡 and 失踪, the end of the relation, 调出: the ways out other than retirement. "退出现役" and "借调" are none of them. */
const LEFT = /病故|病逝|去世|亡故|已死亡|宣告(?:死亡|失踪)|被?(?:开除|辞退)(?:公职)?|已?辞去公职|已(?:经)?辞职|已(?:经)?离职|(?:终止|解除)(?:人事关系|聘用合同|劳动合同|合同)|已(?:经)?(?:调出|调离|调走|调往|调入|调至|调任)/

/** True when a post title or remark says that its holder has died, left public service or been transferred out. */
export function saysLeft(text: string | null, asOf: PlainDate): boolean {
  return saysHappened(text, LEFT, asOf)
}
