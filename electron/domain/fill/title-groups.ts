import { QUOTA_CATEGORY_LIST } from '../../vocabulary/establishment.ts'
import { conditionIn } from './condition-words.ts'
import type { Condition } from './counted-person.ts'
import { PLAIN } from './label-context.ts'

/* Which of its people a list's title names by what a counting table would ask in a label, or by their posts. */

const LIST_WORDS =
  /(?:基本|有关)?(?:情况|信息)?(?:花?名[册单]|(?:一览|登记|情况|信息|统计|明细|汇总)表|台账|表|册)(?:\([^()]*\))?$/u
const BEFORE_GROUP =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|20\d{2}年度?|全[乡镇县体]|本[乡镇]|在编|在职|在岗|现有)+/u
/** Of these a title says more than a label can. */
const READ_ABOVE: ReadonlySet<Condition['aspect']> = new Set([
  'category',
  'standing',
  'duty',
  'unit',
  'nature',
  'leader',
])

/** 研究生学历人员名单, 工作年限满30年人员名册: what a counting table asks in a label, the title of a list asks of everybody on it. */
export function asLabel(text: string, conditions: Condition[]): void {
  const group = text.replace(LIST_WORDS, '').replace(BEFORE_GROUP, '')
  const found = group === text || group === '' ? null : conditionIn(group, PLAIN)
  if (found !== null && !READ_ABOVE.has(found.aspect) && conditions.every(({ aspect }) => aspect !== found.aspect))
    conditions.push(found)
}

const STAFF =
  /(?:^|[^\p{Script=Han}]|事业(?:单位|编制)?)(专业技术|专技|管理|工勤技能)(?:岗位?|类)?(?:人员|干部|职工)(?:$|花?名册|名单|登记|信息|一览|基本情况)/u
const STAFF_TITLE =
  /(专业技术|专技|管理|工勤技能)(?:岗位?|类)?(?:人员|干部|职工)(?:花?名[册单录]|台账|清册|通讯录|联系|登记|信息|一览|采集|备案|基本情况|情况表|明细|统计表$|汇总表)/u
/** 岗位 leaves no doubt that it is of posts, whatever is told of them. */
const STAFF_POSTS = /(专业技术|专技|管理|工勤技能)岗位?(?:的)?(?:聘用|在聘|在职|在编)?(?:人员|干部|职工)/u
/** 工勤人员管理, 人事管理人员 are about something else. */
const NO_POST = /(?:人事|编制|财务|参照|依照|参公|档案|村|社区|公务员法?|按.{0,6})管理/u

/** 专业技术人员花名册, 二、管理人员: whose post is one of these; a table of numbers tells them apart itself. */
export function staffGroup(text: string, conditions: Condition[]): void {
  const numbered = /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\))/u.test(text)
  const named = ((numbered ? STAFF : STAFF_TITLE).exec(text) ?? STAFF_POSTS.exec(text))?.[1]
  if (named === undefined || NO_POST.test(text)) return
  const group = named === '专技' ? '专业技术' : named
  const words = group === '工勤技能' ? ['工勤', '技术工', '普通工'] : [group]
  conditions.push({
    aspect: 'grade',
    says: `${group}人员`,
    holds: ({ postGrade, category: own }) => {
      if (own === 'worker') return group === '工勤技能'
      if (own === null || QUOTA_CATEGORY_LIST[own].civilService) return false
      return postGrade === null ? null : words.some((word) => postGrade.startsWith(word))
    },
  })
}
