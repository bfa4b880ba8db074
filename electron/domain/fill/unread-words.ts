import { pattern } from '../../vocabulary/pattern.ts'
import type { Aspect } from './counted-person.ts'

/*
 * What of a list's title was not understood: a word in front of 人员 or 名册 narrows the list, and a list narrowed by a word nobody read is asked
 * about, never filled with everybody.
 */

const PERSON = /人员|干部|职工|同志|员工|公务员|教师|工作者|人才|党员|成员|妇女/gu
const LIST =
  /花?名[册单录]|清册|台账|通讯录|联系表|(?:一览|登记|采集|信息|情况|统计|明细|汇总|备案|审核|核对|核查|预报|申报|调查|摸底|登统)表|[\p{Script=Han}]表(?=$|\()/u

/** Words that say nothing of who is meant. */
const NEUTRAL = new RegExp(
  pattern`
    人员|干部|职工|同志|员工|公务员|教师|工作者|人才|队伍|成员|花?名[册单录]|清册|台账|通讯录|联系方式|联系|通讯|电话|联络
    |全体|全部|所有|有关|相关|各级|各类|各|本|我|该|在册|在编|在职|在聘|现聘|现任|聘任|在用|编内|编制内|实有|现有|实名制?|机关|单位|部门|机构|站所|科室|股室|办公室?|中心|内设|下属|所属|直属|基层|系统
    |全?(?:省|市|县|区|乡|镇|街道|村)(?:[直级属]|乡镇|[（(]街道[）)])*|党政|党群|政府|人民|党委|人大|政协|行政|企?事业|编制|编|岗位?|类别?|型|性质
    |工作|服务|基本|主要|重点|情况|信息|采集|登记|统计|汇总|一览|明细|档案|目录|数据库?|资料|摸底|调查|核[查对实定]|清查|自查|比对|审核|备案|预报|申报|上报|报送|填报|填写|公示|配备|使用|聘用|用人|管理
    |人事|工资|津补贴|财政|供养|统发|经费|年报|月报|季报|度|第|季|更新|维护|最新|目前|当前|截[至止]|附件|附表|样表|模板|初步|等|及|和|与|或|的|、|其中|其他|其它|有|为|按|分|表|册|名|花
    |[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|(?:19|20)\d{2}年?(?:度|底|末|初)?(?:\d{1,2}月(?:份|\d{1,2}日|底|末)?)?|[上下]半年|[一二三四]季度|[\d—－~至到—-]+|[\P{Script=Han}]
  `,
  'gu',
)

/** A word that narrows, and what must have been read for it. */
const TRAITS: readonly (readonly [RegExp, readonly (Aspect | 'lists')[]])[] = [
  [/女性?|妇女|男性?/gu, ['sex']],
  [/少数民族|[\p{Script=Han}]族/gu, ['ethnicity']],
  [/(?:中共|正式|预备|共产党)*党员|群众|共青团员|团员|党外|民主党派|无党派/gu, ['party', 'partyYears']],
  [/领导班子|班子|(?:主要|党政)?领导/gu, ['leader', 'level']],
  [
    /(?:全日制|在职)?(?:硕士|博士)?(?:研究生|(?:大学)?本科|大学专科|大专|专科|中专|高中|初中)(?:学历|文化|毕业)*|学历|文化程度|全日制|毕业/gu,
    ['education', 'degree'],
  ],
  [/[一二三四]级(?:主任科员|科员|调研员)|职级/gu, ['rank']],
  [/[一二三四五六七八九十]{1,3}级/gu, ['grade', 'rank']],
  [/[正副乡县]*[科处]级?(?:实职|正职|副职)?|正职|副职|科员级?|实职/gu, ['level', 'leader', 'rank']],
  [/(?:达到|到达|即将|预计|拟|应|到龄|法定)*(?:退休|到龄)(?:年龄)?(?:预测)?/gu, ['retirement']],
  [
    /(?:年满|不满|未满)?\d*周?岁|及?以[上下]|年轻|青年|\d0后/gu,
    ['age', 'service', 'partyYears', 'education', 'level', 'title'],
  ],
  [/借调|借用|借出|借入|抽调|外借|被借|挂职|上级/gu, ['standing', 'duty', 'lists']],
  [
    /(?:在外|外出|长期)?(?:病休|病假|患病|因病|离岗|脱产|进修|停职|不在岗|未在岗|非在岗|在岗|学习)/gu,
    ['duty', 'standing'],
  ],
  [/在外|外出|长期|外单位/gu, ['standing', 'duty', 'lists']],
  [/超编|编外|编制外|非在编|不在编|临聘|临时|劳务派遣|公益性?|购买服务|政府|自聘|外聘/gu, ['lists', 'standing']],
  [/博士|硕士|学士|学位/gu, ['degree', 'education']],
  [/正高级?|副高级?|高级|中级|初级|职称/gu, ['title']],
  [/(?:参加)?工作年限|工龄|参加工作|满|年/gu, ['service', 'entered', 'partyYears']],
  [/党龄|入党/gu, ['partyYears', 'party']],
  [/专业技术|专技|技能/gu, ['grade', 'title']],
  [/工勤|工人/gu, ['category', 'grade']],
  [
    /参公|参照(?:公务员法)?(?:管理)?|全额(?:拨款)?|差额(?:拨款|补贴)?|自收自支|政法(?:专项)?|纪检(?:监察)?/gu,
    ['category', 'lists'],
  ],
  [/出生/gu, ['age']],
]

/** The aspects a title and those nearer the list have been read for. */
export interface ReadOf {
  readonly aspects: ReadonlySet<Aspect>
  /** Its words chose other lists than those of people in post. */
  readonly lists: boolean
  readonly numbers: boolean
}

/**
 * The words of a list's title that narrow it and were not read; '' for none. `text`: the title without whom it leaves out, units of the book and
 * spans of time. `numbers`: the title of a table of numbers, whose own labels may be what it speaks of.
 */
export function unreadIn(text: string, { aspects, lists, numbers }: ReadOf): string {
  const open = text.replaceAll(/\([^()]*\)/gu, '')
  const end = Math.max(-1, ...[...open.matchAll(PERSON)].map((found) => found.index + found[0].length))
  const list = LIST.exec(open)
  if (end < 0 && (list === null || numbers)) return ''
  let rest = open
    .slice(0, end < 0 ? (list?.index ?? 0) : end)
    .replace(NUMBER, '')
    .replace(PLACE, '')
  const unread: string[] = []
  for (const [words, of] of TRAITS) {
    const read = of.some((one) => (one === 'lists' ? lists : aspects.has(one)))
    rest = rest.replaceAll(words, (word) => {
      if (!read && !NARROWS_NOTHING.test(word)) unread.push(word)
      return '\u0001'
    })
  }
  const left = rest
    .replaceAll(NEUTRAL, '\u0001')
    .split('\u0001')
    .filter((word) => word.length > 1 || /[派驻离退残聘借病优困伤军侨]/u.test(word))
  return [...(numbers ? [] : unread), ...left].join('、')
}

const NUMBER = /^(?:附?[表件][一二三四五六七八九十\d]{1,3}[、.:-]?)+/u
/** 青山县枫溪镇 in front is where it all is. */
const PLACE =
  /^(?:中共)?(?:\p{Script=Han}{1,4}?(?:省|自治区|自治州|市|州|盟|县|区|旗))*(?:\p{Script=Han}{0,3}?(?<![驻下返进挂包])(?:乡镇|乡|镇|街道办事处|街道))?/u

/** What others of these words need beside them. */
const NARROWS_NOTHING = /^(?:满|年|政府|上级|长期|及?以[上下]|在岗)$/u
