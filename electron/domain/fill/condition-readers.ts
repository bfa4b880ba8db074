import { ETHNIC_GROUP_LIST } from '../../vocabulary/ethnic-groups.ts'
import { politicalStatus } from '../../vocabulary/people.ts'
import { ABSENCE_KINDS, OFF_QUOTA_LIST, type AbsenceKind, type OffQuotaKind } from '../../vocabulary/standing.ts'
import { codeFinder } from '../../vocabulary/code-list.ts'
import { bandCondition, bandIn, decadeCondition, educationCondition } from './condition-bands.ts'
import type { Aspect, Condition, CountedPerson, Schooling } from './counted-person.ts'
import { categoriesIn, holdsCategory, ORGAN_CATEGORIES, withoutCivilService } from './form-categories.ts'
import { educationRange, SKILLS, titleLevel, type TitleLevel } from './level-words.ts'

import type { Reader } from './label-context.ts'
import { level, rank } from './level-readers.ts'

/* Each thing a label can ask of a person, by its words. What is not certain is null. */

const equal = (
  aspect: Aspect,
  says: string,
  field: keyof CountedPerson,
  test: (value: string) => boolean,
): Condition => ({
  aspect,
  says,
  holds: (person) => {
    const value = person[field]
    return typeof value === 'string' ? test(value) : null
  },
})

const sex: Reader = (text) => {
  const found = /^(男|女)(?:性|同志|干部|职工)?$/u.exec(text)?.[1] ?? (/^妇女$/u.test(text) ? '女' : undefined)
  return found === undefined ? null : equal('sex', found, 'sex', (value) => value === found)
}

const ethnicGroup = codeFinder(ETHNIC_GROUP_LIST)
const ethnicity: Reader = (text, { about }) => {
  if (/^(?:少数民族|非汉族)$/u.test(text))
    return equal('ethnicity', '少数民族', 'ethnicity', (value) => value !== '汉族')
  const group = ethnicGroup(text)
  if (group === null || (about !== 'ethnicity' && !text.endsWith('族'))) return null
  return equal('ethnicity', group, 'ethnicity', (value) => ethnicGroup(value) === group)
}

const MEMBERS = ['中共党员', '中共预备党员']
const DEMOCRATIC = /^(?:民革|民盟|民建|民进|农工党|致公党|九三|台盟)/u
const party: Reader = (text, { probationApart }) => {
  const status = (says: string, test: (value: string) => boolean) =>
    equal('party', says, 'politicalStatus', (value) => test(politicalStatus(value) ?? value))
  if (/^(?:中共党员|党员|共产党员|中国共产党党员|中共党员(?:\(含预备(?:党员)?\)|含预备党员))$/u.test(text))
    return status('中共党员', (value) => (probationApart ? value === '中共党员' : MEMBERS.includes(value)))
  if (/^(?:非党员|非中共党员|非中共)$/u.test(text)) return status('非中共党员', (value) => !MEMBERS.includes(value))
  if (/^(?:各?民主党派|民主党派(?:成员|人士))$/u.test(text))
    return status('民主党派', (value) => DEMOCRATIC.test(value))
  if (/^(?:党外人士|党外|党外干部|非中共人士)$/u.test(text)) return status('党外', (value) => !MEMBERS.includes(value))
  const known = politicalStatus(text)
  return known === null || /^\d/u.test(text) ? null : status(known, (value) => value === known)
}

const degree: Reader = (text, { about, above: over }) => {
  if (/^(?:无|没有|未获|未取得)学位$/u.test(text) || (about === 'degree' && /^(?:无|没有)$/u.test(text)))
    return { aspect: 'degree', says: text, holds: noDegree }
  const found = /^(博士|硕士|学士)(?:学位)?(?:及以上)?$/u.exec(text)
  // 硕士 under 研究生, beside 无学位, is the degree.
  const under = /研究生|本科/u.test(over)
  if (found === null || (about !== 'degree' && !under && found[1] !== '学士' && !text.includes('学位'))) return null
  const order = ['学士', '硕士', '博士']
  const least = order.indexOf(found[1] ?? '')
  const above = text.endsWith('以上')
  return {
    aspect: 'degree',
    says: text,
    holds: ({ degree: own }) => {
      const level = order.findIndex((word) => (own ?? '').includes(word))
      return above ? level >= least : level === least
    },
  }
}

/** A roster that leaves the degree out where it tells the 学历 says that there is none. */
const noDegree = ({ degree: own, education: studied }: CountedPerson): boolean | null =>
  (own ?? '') === '' ? (studied === null ? null : true) : false

const education: Reader = (text, { about, above, title: over = '' }) => {
  const range = about === 'degree' ? null : educationRange(text.replace(/^(?:全日制|在职)(?:教育)?/u, ''))
  return range === null ? null : educationCondition(text, range, schoolingOf(text, above) ?? schoolingOf(over))
}

/** 全日制 or 在职 education, where just one of them is spoken of. */
function schoolingOf(...texts: readonly string[]): Schooling | undefined {
  const whole = texts.join('/')
  const [fullTime, inService] = [whole.includes('全日制'), /在职(?:教育|学历|学位)/u.test(whole)]
  return fullTime === inService ? undefined : fullTime ? 'fullTimeEducation' : 'inServiceEducation'
}

/** 机关（含工勤）, 机关（含参公）: what stands in the brackets is of 编制, and so is all of it. */
const organCategories: Reader = (text, { workersApart }) => {
  const [, marks = ''] = /^(?:党政|行政)?机关(?:单位|编制|人员)*\(([^()]+)\)$/u.exec(text) ?? []
  const [, not = '', what = ''] =
    /^(不含有?|不包括|不计|除|含有?|包括|及|加)(?:机关)?(工勤|工人|后勤服务|参公|参照公务员法?管理?)(?:编制|人员|事业|单位|的)*$/u.exec(
      marks,
    ) ?? []
  if (what === '') return null
  const within = /^[不除]/u.test(not)
    ? []
    : [what.startsWith('参') ? ('institutionCivilService' as const) : ('worker' as const)]
  // Who drives for an office belongs to it, unless they are left out.
  const workers = (/^[不除]/u.test(not) && !what.startsWith('参')) || workersApart === true ? [] : (['worker'] as const)
  const wanted = [...ORGAN_CATEGORIES, ...workers, ...within]
  return { aspect: 'category', says: text, holds: (person) => holdsCategory(wanted, person.category) }
}

/** 行政机关 beside 事业单位: whose unit is one. Their workers belong to it, whatever their 编制. */
const nature: Reader = (text, { about, above }) => {
  const kinds = /单位性质|单位类别|机构类别|机构性质|单位类型/u.test(above) || about === 'nature'
  if (/^(?:党政|行政)?机关(?:单位)?$|^行政单位$/u.test(text))
    return {
      aspect: 'nature',
      says: text,
      holds: ({ unitKind }) => (unitKind === null ? null : unitKind !== 'institution'),
    }
  return kinds && /^事业(?:单位|机构)$/u.test(text)
    ? { aspect: 'nature', says: text, holds: ({ unitKind }) => (unitKind === null ? null : unitKind === 'institution') }
    : null
}

const years: Reader = (text, { about, above }) => {
  const own = /^(党龄|工龄|工作年限|参加工作(?:时间)?|年龄)(.+)$/u.exec(text)
  const bare = own?.[2] ?? text
  const band = bandIn(bare)
  if (band === null) return null
  const aspect = own?.[1] === '党龄' ? 'partyYears' : own?.[1] === '年龄' ? 'age' : own === null ? about : 'service'
  if (aspect === 'partyYears' || aspect === 'service' || aspect === 'age') return bandCondition(aspect, text, band)
  // 岁 is age wherever it stands; a bare number is one only where the heading says so.
  return aspect === null && bare.includes('岁') && !/工龄|党龄/u.test(above) ? bandCondition('age', text, band) : null
}

const category: Reader = (given, { civilServiceApart, staffGroups }) => {
  // 其他事业编制 beside 参公 is the rest of 事业编制; elsewhere nobody knows what else there is.
  const rest = /^其[他它]事业/u.test(given)
  if ((rest && !civilServiceApart) || (staffGroups && given.startsWith('工勤'))) return null
  const text = rest ? given.slice(2) : given
  const found = categoriesIn(text)
  if (found === null || !/^(?:[、，和及与(（)）/]|\((?:含|包括)|编制|人员|单位|编|类)*$/u.test(found.rest)) return null
  const wanted =
    civilServiceApart && !/含参公|参公/u.test(text) ? withoutCivilService(found.categories) : found.categories
  return { aspect: 'category', says: text, holds: (person) => holdsCategory(wanted, person.category) }
}

const offQuota = codeFinder(OFF_QUOTA_LIST)
const standing: Reader = (text) => {
  if (/^(?:编外|编外聘用|编外用工|编制外|非在编|外聘|聘用编外)$/u.test(text))
    return { aspect: 'standing', says: '编外', lists: ['off-quota'], holds: (person) => person.list === 'off-quota' }
  const kind: OffQuotaKind | null = offQuota(text)
  if (kind !== null)
    return { aspect: 'standing', says: text, lists: ['off-quota'], holds: (person) => person.offQuotaKind === kind }
  if (/^(?:借入|借用|借调入|抽调入)$/u.test(text))
    return {
      aspect: 'standing',
      says: '借入',
      lists: ['seconded'],
      holds: (person) => person.list === 'seconded' && !person.attached,
    }
  if (/^挂职$/u.test(text))
    return {
      aspect: 'standing',
      says: '挂职',
      lists: ['seconded'],
      holds: (person) => person.list === 'seconded' && person.attached,
    }
  if (/^(?:借出|借调出|被借调|借调|外借|借出在外)$/u.test(text))
    return { aspect: 'standing', says: '借出', holds: (person) => person.secondedOut }
  if (/^(?:超编)$/u.test(text))
    return { aspect: 'standing', says: '超编', lists: ['over-quota'], holds: (person) => person.list === 'over-quota' }
  return null
}

/** How tables call each 离岗情形. 离岗 beside others of them is the one called so; by itself it is all of them. */
const ABSENCE_WORDS: Readonly<Record<AbsenceKind, RegExp>> = {
  sickLeave: /^(?:长期)?(?:病休|病假|因病(?:休假|休养|离岗)?|长病|长休|病养|病休假?)$/u,
  study: /^(?:离岗|脱产|外出)?(?:学习|进修|培训)$|^离岗(?:学习|进修)$/u,
  offPost: /^离岗$/u,
  suspended: /^停职(?:检查|审查)?$/u,
}

/** Where somebody in post is: at it, lent out, or away from it. */
const duty: Reader = (given, { absencesApart, above, title: over = '' }) => {
  const text = given.replace(/(?:的)?(?:干部|职工|人员)$/u, '')
  if (/^(?:在岗|在职在岗|实际在岗|正常在岗|在编在岗)$/u.test(text))
    return { aspect: 'duty', says: '在岗', holds: ({ secondedOut, absence }) => !secondedOut && absence === null }
  if (/^(?:不在岗|未在岗|非在岗|在编不在岗|离岗\(含借[调出用]\))$/u.test(text))
    return { aspect: 'duty', says: '不在岗', holds: ({ secondedOut, absence }) => secondedOut || absence !== null }
  if (!absencesApart && ABSENCE_WORDS.offPost.test(text))
    return { aspect: 'duty', says: '离岗', holds: ({ absence }) => absence !== null }
  const kind = ABSENCE_KINDS.find((one) => ABSENCE_WORDS[one].test(text))
  if (kind === undefined || (kind === 'study' && !/离岗|脱产/u.test(text) && !/在岗|离岗/u.test(`${above}${over}`)))
    return null
  return { aspect: 'duty', says: text, holds: ({ absence }) => absence === kind }
}

const leader: Reader = (text) => {
  if (/^(?:领导班子成员|班子成员|领导班子|领导成员)$/u.test(text))
    return { aspect: 'leader', says: '领导班子成员', holds: (person) => person.leader !== null }
  return null
}

const title: Reader = (text, { about, fullSeniorApart }) => {
  const word = text.replace(/(?:专业技术)?(?:职称|职务|资格)$/u, '')
  if (about !== 'title' && !/职称|专业技术/u.test(text) && !/^(?:正高|副高|中级|初级|高级)级?$/u.test(word)) return null
  const levels: readonly (readonly [RegExp, readonly TitleLevel[]])[] = [
    [/^正高级?$/u, ['正高']],
    [/^副高级?$/u, ['副高']],
    [/^高级$/u, fullSeniorApart ? ['副高'] : ['正高', '副高']],
    [/^中级$/u, ['中级']],
    [/^(?:初级|初级及以下)$/u, ['初级']],
    [/^(?:无|没有|未评|未聘|未评聘|未取得|无任何|未定级?|无专业技术)$/u, ['无']],
  ]
  const wanted = levels.find(([words]) => words.test(word))?.[1]
  if (wanted === undefined) return null
  return {
    aspect: 'title',
    says: text,
    holds: (person) => {
      const own = titleLevel(person.professionalTitle)
      return own === null ? null : wanted.includes(own)
    },
  }
}

const skill: Reader = (text, { about, above }) => {
  const wanted = SKILLS[text.replaceAll(/\(.*\)|[一二三四五]级[、/]?/gu, '')]
  if (wanted === undefined || (about !== 'grade' && !/工勤|工人|技术等级|技能/u.test(above))) return null
  return equal('grade', text, 'postGrade', (value) => value.replace(/岗位?/u, '').startsWith(wanted))
}

/** 工勤技能 is 技术工 and 普通工 together. */
const GRADE_GROUPS = /管理|专业技术|工勤技能|技术工|普通工/u
const WORKERS = ['技术工', '普通工', '工勤']
const grade: Reader = (text, { about, above, staffGroups }) => {
  const staff = staffGroups ? /^(管理|专业技术|工勤)(?:技能)?(?:人员|岗位?)?$/u.exec(text)?.[1] : undefined
  if (staff !== undefined)
    return equal('grade', text, 'postGrade', (value) =>
      (staff === '工勤' ? WORKERS : [staff]).some((one) => value.startsWith(one)),
    )
  if (about !== 'grade' && !GRADE_GROUPS.test(text)) return null
  const group = GRADE_GROUPS.exec(text)?.[0] ?? GRADE_GROUPS.exec(above)?.[0]
  const step = /([一二三四五六七八九十]{1,3})级/u.exec(text)?.[1]
  if (group === undefined || (step === undefined && !/岗位?$/u.test(text))) return null
  const groups = group === '工勤技能' ? WORKERS : [group]
  return equal('grade', text, 'postGrade', (value) =>
    groups.some((one) =>
      step === undefined ? value.startsWith(one) : value.replace(/岗位?/u, '') === `${one}${step}级`,
    ),
  )
}

const retirement: Reader = (text, { about, title: over = '' }) => {
  const due = about === 'retirement' || text.includes('退休') || /退休|到龄/u.test(over)
  const month = /^(\d{1,2})月(?:份)?(?:到龄|应)?(?:退休)?$/u.exec(text)?.[1]
  if (due && month !== undefined && /20\d{2}年/u.test(over))
    return equal(
      'retirementMonth',
      `${month}月退休`,
      'retiresOn',
      (value) => value.slice(5, 7) === month.padStart(2, '0'),
    )
  const year = /^(20\d{2})年?(?:度)?(?:内)?(?:到龄|达龄|应)?(?:退休)?$/u.exec(text)?.[1]
  if (year === undefined || !due) return null
  return equal('retirement', `${year}年退休`, 'retiresOn', (value) => value.slice(0, 4) === year)
}

/** 2024年 below 近三年新进人员统计表: the year somebody came. */
const entered: Reader = (text, { title: over = '' }) => {
  const year = /^(20\d{2})年?(?:度)?$/u.exec(text)?.[1]
  if (
    year === undefined ||
    !/新进|新增|新录用|新招|入编|进入编制|录用|招录|招聘/u.test(over) ||
    /退休|到龄/u.test(over)
  )
    return null
  return equal('entered', `${year}年入编`, 'entered', (value) => value.startsWith(year))
}

/** In the order they are asked. */
export const READERS: readonly Reader[] = [
  sex,
  ethnicity,
  party,
  degree,
  years,
  decadeCondition,
  standing,
  duty,
  organCategories,
  nature,
  category,
  leader,
  retirement,
  entered,
  rank,
  title,
  level,
  skill,
  grade,
  education,
]
