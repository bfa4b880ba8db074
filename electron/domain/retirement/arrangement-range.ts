import {
  RETIREMENT_ARRANGEMENT_NAMES,
  type RetirementArrangementKind,
  type RetirementCategory,
} from '../../vocabulary/retirement.ts'
import { addMonths, monthOf, type MonthOrDate, type PlainMonth } from '../model/plain-date.ts'
import { flexibleRange } from './flexible-retirement.ts'
import { hasSeniorTitle, hasFullSeniorTitle } from './retirement-category.ts'
import type { StaffKind } from './staff-kind.ts'
import { statutoryRetirement } from './statutory-retirement.ts'

/** An arrangement as it is asked for, and what is known of the person. */
export interface ArrangementAsked {
  readonly kind: RetirementArrangementKind
  readonly month: PlainMonth
  readonly birth: MonthOrDate
  readonly category: RetirementCategory
  readonly sex: '男' | '女'
  /** Null: nothing tells. */
  readonly staff: StaffKind | null
  readonly professionalTitle: string | null
  readonly note: string
}

const FLEXIBLE = '《实施弹性退休制度暂行办法》（人社部发〔2024〕94号）'
const EARLY =
  '职工达到国家规定的按月领取基本养老金最低缴费年限，可以自愿选择弹性提前退休，提前时间距法定退休年龄最长不超过3年，且退休年龄不得低于女职工50周岁、55周岁及男职工60周岁的原法定退休年龄。'
const LATE = '职工达到法定退休年龄时，所在单位与职工协商一致的，可以弹性延迟退休，延迟时间距法定退休年龄最长不超过3年。'
const NEVER_LATE = '公务员、国有企事业单位领导人员及其他管理人员，达到法定退休年龄时应当及时办理退休手续。'
const SPECIAL =
  '从事井下、高空、高温、特别繁重体力劳动或其他有害身体健康的工作，男满五十五周岁，女年满四十五周岁，连续工龄满十年'
const ILL = '男年满五十周岁，女年满四十五周岁，参加革命工作年限满十年，经过医院证明完全丧失工作能力的'
const EXPERT_65 =
  '副教授、副研究员以及相当这一级职称的高级专家，经所在单位报请上一级主管机关批准，可以适当延长离休退休年龄，但最长不超过六十五周岁'
const EXPERT_70 =
  '教授、研究员以及相当这一级职称的高级专家，经所在单位报请省、市、自治区人民政府或中央、国家机关的部委批准，可以延长离休退休年龄，但最长不超过七十周岁'
const EXPERT_WHO =
  '本规定所称高级专家，系指：正副教授、正副研究员、高级工程师、高级农艺师、正副主任医师、正副编审、正副译审、正副研究馆员、高级经济师、高级统计师、高级会计师、特级记者、高级记者、高级工艺美术师，以及文艺六级以上的专家。'

/** Why an arrangement lies outside the law, with the clause, as a Chinese half-sentence; null where it is within. */
export function arrangementProblem(asked: ArrangementAsked): string | null {
  const { retireMonth } = statutoryRetirement(asked.birth, asked.category)
  switch (asked.kind) {
    case 'earlyFlexible':
      return earlyProblem(asked, retireMonth)
    case 'lateFlexible':
      return lateProblem(asked, retireMonth)
    case 'earlySpecial':
      return sinceAge(asked, retireMonth, asked.sex === '男' ? 55 : 45, `国发〔1978〕104号 第一条（二）：${SPECIAL}`)
    case 'illness':
      // 因公致残 has no age (第四条（三）).
      return sinceAge(
        asked,
        retireMonth,
        /因公(?:致残|负伤)|工伤/u.test(asked.note) ? 0 : asked.sex === '男' ? 50 : 45,
        `国发〔1978〕104号 第四条（二）：${ILL}`,
      )
    case 'expertExtension':
      return expertProblem(asked, retireMonth)
  }
}

function earlyProblem(asked: ArrangementAsked, statutory: PlainMonth): string | null {
  const { month } = asked
  const { earliest, latest, notes } = flexibleRange(asked.birth, asked.category, asked.staff)
  if (month >= statutory) return notEarly(asked, statutory)
  if (earliest === statutory && latest === null) return notes.join('；')
  if (month >= earliest) return null
  return `${month} 早于可以选择的最早月份 ${earliest}（法定退休时间 ${statutory}）。${FLEXIBLE}：${EARLY}`
}

function lateProblem(asked: ArrangementAsked, statutory: PlainMonth): string | null {
  const { month, staff } = asked
  if (month <= statutory) return notLate(asked, statutory)
  if (staff === 'civilServant' || staff === 'manager')
    return `${staff === 'civilServant' ? '公务员（含参公人员）' : '事业单位领导人员、管理人员'}不能弹性延迟。${FLEXIBLE}第四条第二款：${NEVER_LATE}`
  if (staff === null)
    return `看不出是管理岗还是专业技术、工勤岗，管理人员不能弹性延迟；请先登记职称，或在备注写明“专业技术岗”或“工勤岗”。${FLEXIBLE}第四条第二款：${NEVER_LATE}`
  const { latest, notes } = flexibleRange(asked.birth, asked.category, staff)
  if (latest === null) return notes.join('；')
  if (month <= latest) return null
  return `${month} 晚于可以约定的最晚月份 ${latest}（法定退休时间 ${statutory}）。${FLEXIBLE}第四条第一款：${LATE}`
}

/** Not before the age of the clause, and before the statutory month. */
function sinceAge(asked: ArrangementAsked, statutory: PlainMonth, years: number, clause: string): string | null {
  if (asked.month >= statutory) return notEarly(asked, statutory)
  const earliest = addMonths(monthOf(asked.birth), years * 12)
  return asked.month >= earliest ? null : `${asked.month} 未满 ${years} 周岁（${earliest} 才满）。${clause}`
}

function expertProblem(asked: ArrangementAsked, statutory: PlainMonth): string | null {
  const source = '《国务院关于高级专家离休退休若干问题的暂行规定》'
  if (asked.month <= statutory) return notLate(asked, statutory)
  if (asked.staff === 'civilServant')
    return `公务员（含参公人员）到龄应当及时办理退休手续，不适用高级专家延长。${FLEXIBLE}第四条第二款：${NEVER_LATE}`
  if (!hasSeniorTitle(asked.professionalTitle ?? ''))
    return `没有登记高级职称，不是高级专家；有高级职称的请先登记。${source}第一条：${EXPERT_WHO}`
  const full = hasFullSeniorTitle(asked.professionalTitle ?? '')
  const latest = addMonths(monthOf(asked.birth), (full ? 70 : 65) * 12)
  if (asked.month <= latest) return null
  return `${asked.month} 超过 ${full ? '七十' : '六十五'}周岁（${latest} 满）。${source}第二条：${full ? EXPERT_70 : EXPERT_65}`
}

function notEarly({ kind, month }: ArrangementAsked, statutory: PlainMonth): string {
  return `${month} 不早于法定退休时间 ${statutory}，不是${RETIREMENT_ARRANGEMENT_NAMES[kind]}`
}

function notLate({ kind, month }: ArrangementAsked, statutory: PlainMonth): string {
  return `${month} 不晚于法定退休时间 ${statutory}，不是${RETIREMENT_ARRANGEMENT_NAMES[kind]}`
}
