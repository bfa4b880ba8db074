import type { StaffKind } from '../../vocabulary/retirement.ts'
import { isCivilService, natureOfCategory, type QuotaCategory } from '../model/quota-category.ts'

export type { StaffKind } from '../../vocabulary/retirement.ts'

/** What is known of somebody's seat when it is asked what they are employed as. */
export interface StaffFacts {
  readonly category: QuotaCategory | null
  readonly leads: boolean
  readonly postTitle: string
  readonly professionalTitle: string | null
  /** Words of the clerk that may say it: 专业技术岗, 工勤岗, 管理岗. */
  readonly note: string
}

const WORKER = /工勤|技术工|技工|工人|驾驶|司机|炊事|厨师|保洁|门卫|水电工|电工/u
const MANAGER = /管理岗|管理[三四五六七八九十]级|[三四五六七八九十]级职员|主任|所长|站长|队长|校长|院长|园长|书记|局长/u
const PROFESSIONAL =
  /专技|专业技术|农艺师|畜牧师|兽医师|工程师|会计师|经济师|统计师|审计师|医师|药师|护师|技师|教师|讲师|教授|研究员|馆员|技术员|农技员/u

/** 公务员（含参公）, 管理人员, 专业技术人员, 工勤人员; null where nothing tells. Whoever leads a 事业单位 is 管理人员 (领导人员). */
export function staffKindOf({ category, leads, postTitle, professionalTitle, note }: StaffFacts): StaffKind | null {
  if (category === 'worker') return 'worker'
  if (category !== null && (isCivilService(category) || natureOfCategory(category) === 'organ')) return 'civilServant'
  if (leads || /管理岗/u.test(note)) return 'manager'
  if (/工勤/u.test(note) || WORKER.test(postTitle)) return 'worker'
  if (/专技|专业技术/u.test(note) || PROFESSIONAL.test(postTitle)) return 'professional'
  if (MANAGER.test(postTitle)) return 'manager'
  return professionalTitle !== null && professionalTitle.trim() !== '' ? 'professional' : null
}
