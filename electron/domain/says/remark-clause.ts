import { pattern } from '../../vocabulary/pattern.ts'
import type { PlainMonth } from '../model/plain-date.ts'

/* What a clause of a remark is about before it is asked what it says: duties, plans, relatives, what is over, what is yet to come. */

/** 民政、老干部、人事 work: the clause tells what somebody does, not what befell them. */
const DUTY = pattern`
    ^(?:具体|现|兼|同时|主要)?(?:负责|分管|主管|兼管|协管|主抓|经办|承办|承担|从事|组织(?!部)|协助[^县市省区]*(?:办理|管理|处理)|兼任|兼|联系(?!不)|包保|挂点|对接|统计|登记|审核|落实|参与[^县市省区]*工作)|(?:专干|联络员|联系人
    |专管员|管理员|档案员|协理员|经办人|责任人|负责人|帮扶人|服务站|慰问|抚恤|安置|鉴定|考勤|清查|清理工作|清理|管理|审计|管理工作|服务工作|审批工作|经办|发放|核减|核算|联络|协调|预审)$
  `
/** Directly behind the words of an event: they name a matter or a group, not this person. */
const DUTY_AFTER = pattern`
    ^(?:[的等]{0,1})(?:(?:人员|干部|职工|老干部|军人|同志|教师|党员|群众|村民|人口)(?=[\p{Script=Han}])(?!待|未(?!成年)|已|没|应|尚|名册|不占)|[出入调离往和、与及]*(?:手续|证明|证|申请|审批|报批|管理|服务|工作
    |事务|待遇|费|金|补贴|补助|党支部|支部|科|办公室|倒计时|审计|赔偿|抚恤|事宜|登记|社会化|活动|专干|案件|人口|率|政策|宣传|培训|补贴|稽核|排查|监测|看护|场所|对象|子女|家属|遗属|家庭|儿童|老人|丧葬|注销(?=户|经)|人数|名单公示|任务|指标|业务
    |专项|整治|治理|台账|材料|信息|数据|系统)(?!$|已|于|县|市|办完|办结|办好|办妥|办毕)|年龄|(?:手续|证明|申请|审批)?办理$|(?:年龄|登记|证明|管理|服务|待遇|工作|党支部|支部|事故|人口|案件|补助|补偿|赔偿|丧葬|注销|预审|初审|宣传|培训
    |排查|监测|稽核|稽查|整治|治理|协查|台账|材料|业务|政策)$)
  `
const PLAN_BEFORE = pattern`
    拟|明年|后年|来年|下个?月|报考|报名|备考|参考|落选|落榜|差(?:不多)?(?:半|多|\d+|[一二三四五六七八九十两数几]+)个?(?:年|月)|未(?!央)|将(?!军)|待|距|还有|还剩|尚有|延迟|推迟|延后|延长|选择|临近|接近|临退|快到|预计|计划|准备
    |正在|申请|即将|尚|不同意|没有|不予|可能|是否|要求|意向|争取|考虑|若|如果|暂缓|撤销|取消|不存在|无
  `
const PLAN_AFTER =
  /^(?:[^后]{0,4})(?:正在|拟|待批|待审|报批中|报送|审批中|办理中|未获|未批|未经批|未成|未果|申请中|意向|手续办理|年龄)/
/** What happened to one of the family. */
const RELATIVE = /父|母|配偶|妻|丈夫|爱人|子女|儿|家属|家人|岳|公公|婆婆|兄|弟|姐|妹|祖|爷|奶|女婿|遗属|遗孀|亲属|亲人/
/** Somebody else's going, whose place or number is spoken of: “接替王某（已退休）”、“使用退休空出编制”. */
const OF_OTHER =
  /^(?:原任|前任)|^(?:接替|接任|接手|接(?!受|到)|顶|替|填补|补充?(?!办|报|交)|使用|利用|占用?)[^，]{0,8}(?:退休|退出|调出|调走|调离|去世|病故|已故|亡故|辞职|离职|死亡)/
/** It was, and is over. */
const OVER = pattern`
    曾|返回|归队|回原|调回(?!县|市|省|区|原籍|老家)|回乡(?!镇)|返乡|返岗|后(?:已)?(?:恢复|复职|返)|复岗|复职|复工|上班了|\d{4}年(?:\d{1,2}月)?(?:已|恢复|正常)?(?:上班|返)|现已上班|已上班|恢复上班|恢复工作|重新(?:考|录
    |进|入|聘|上岗|分配)|期满(?!未|不|后?离|解)|已?结束|终止借|召回|结业|转为正式|正式调入|已?解除(?:停|留置|借)|已?回(?:本)?(?:单位|乡|镇|站|所|岗)|(?:关系|编制)已转(?:入|来)|痊愈|已康复|平反|销假
  `

/** True when a clause names a duty or speaks of somebody else's going, whatever words of an event stand in it. */
export function isDuty(clause: string): boolean {
  return DUTY.test(clause) || OF_OTHER.test(clause)
}

/** True when the words right behind an event make it a matter or a group of people. */
export function isMatter(behind: string): boolean {
  return DUTY_AFTER.test(behind)
}

/** True when it is planned, asked for or denied, not done. */
export function isPlan(before: string, behind: string): boolean {
  if (/^[^，]{0,2}(?:已|获)(?:经|得)?(?:批|办|核)/u.test(behind)) return false
  return PLAN_BEFORE.test(before) || PLAN_AFTER.test(behind)
}

/** True when the clause is about somebody of the family. */
export function isRelative(clause: string): boolean {
  return RELATIVE.test(clause)
}

/** True when the clause begins with one of the family: “爱人在县医院上班”. */
export function isOfRelative(clause: string): boolean {
  return /^(?:其|本人|为)?(?:父|母|配偶|妻|丈夫|爱人|老公|老婆|子(?!女顶)|女(?!，|,)|儿|家属|家人|岳|公婆|兄|弟|姐|妹)/u.test(
    clause,
  )
}

/** True when the whole remark says that it was so once and no more. */
export function isOver(text: string): boolean {
  return OVER.test(text)
}

/** True when the remark was refused or never came about. */
export function neverCame(text: string): boolean {
  return /未获?批准|未批|未获批|未同意|未成行|未实施|不批准/u.test(text)
}

const DATE = /((?:19|20)\d{2})(?:\s*[年.\-/]\s*(\d{1,2})(?!\d))?/gu

export interface NamedMonth {
  /** A year alone: its January. */
  readonly first: PlainMonth
  /** A year alone: its December. */
  readonly last: PlainMonth
  /** It closes something: “至2027年6月”, “2027-06止”. */
  readonly closes: boolean
}

/** The months a clause names, in order. */
export function monthsIn(clause: string): readonly NamedMonth[] {
  return [...clause.matchAll(DATE)].map((match) => {
    const [all, year, month] = match
    const given = month === undefined || Number(month) < 1 || Number(month) > 12 ? null : month.padStart(2, '0')
    return {
      first: `${year}-${given ?? '01'}`,
      last: `${year}-${given ?? '12'}`,
      closes:
        /(?:至|到|-|—|－|~|～|–|截止|为期)\s*$/u.test(clause.slice(0, match.index)) ||
        /^\s*月?(?:\d{1,2}日)?(?:止|为止|到期|期满|前)/u.test(clause.slice(match.index + all.length)),
    }
  })
}
