import { isCivilService, QUOTA_CATEGORY_NAMES } from '../model/quota-category.ts'
import type { PlainDate } from '../model/plain-date.ts'
import { yearsSince } from '../fill/values/value-formats.ts'
import { nationalWord } from '../../vocabulary/national-lists.ts'
import type { BureauColumn, BureauSheet } from './bureau-form.ts'
import type { BureauPerson } from './bureau-person.ts'

/* A01人员 of the ten-sheet template: 36 columns, red heads required, dates of 6 or 8 digits, drop-downs by their own words. */

export const NAME: BureauColumn<BureauPerson> = {
  title: '姓名',
  required: true,
  name: true,
  of: ({ person }) => person.name,
}
export const NUMBER: BureauColumn<BureauPerson> = {
  title: '身份证号',
  required: true,
  idNumber: true,
  of: ({ person }) => person.idNumber,
}

export function cadrePeopleSheet(people: readonly BureauPerson[], day: PlainDate): BureauSheet<BureauPerson> {
  return {
    name: 'A01人员',
    title: '人员基本信息',
    rows: people,
    about: ({ person }) => person.name,
    rowAPerson: true,
    columns: [
      NAME,
      NUMBER,
      { title: '性别', required: true, list: 'sex', field: 'sex', of: ({ value }) => value('sex') },
      { title: '出生年月', required: true, date: 'digits', field: 'birth', of: ({ value }) => value('birth') },
      { title: '籍贯', required: true, of: ({ value }) => value('nativePlace') },
      { title: '出生地', required: true, of: ({ value }) => value('birthplace') },
      { title: '成长地', of: () => null },
      { title: '民族', required: true, field: 'ethnicity', of: ({ value }) => value('ethnicity') },
      { title: '健康状况', required: true, of: ({ value }) => value('health') },
      { title: '参加工作时间', required: true, date: 'digits', of: ({ person }) => person.workStarted },
      { title: '入党时间文字', of: () => null },
      {
        title: '政治面貌',
        required: true,
        list: 'politics',
        field: 'politicalStatus',
        of: ({ value }) => value('politicalStatus'),
      },
      { title: '入党时间', date: 'digits', of: ({ value }) => value('partyJoined') },
      { title: '第二党派', list: 'politics', field: 'politicalStatus', of: ({ value }) => value('otherParty') },
      { title: '第三党派', list: 'politics', of: () => null },
      { title: '人员类别', required: true, list: 'personType', of: personType },
      { title: '人员管理状态', required: true, list: 'personStatus', of: () => '现职人员' },
      { title: '管理类别', required: true, list: 'managed', of: managed },
      { title: '专长', of: ({ value }) => value('specialty') },
      { title: '现工作单位及职务全称', required: true, of: (one) => `${one.township}${placeOf(one)}` },
      { title: '现工作单位及职务简称', required: true, of: placeOf },
      { title: '现职务层次', required: true, list: 'positionLevel', of: ({ value }) => value('positionLevel') },
      { title: '任现职务层次时间', required: true, date: 'digits', of: () => null },
      { title: '现职级', list: 'countyRank', of: ({ value }) => value('rank') },
      { title: '任现职级时间', date: 'digits', of: ({ value }) => value('rankSince') },
      { title: '专业技术职务', of: ({ value }) => value('professionalTitle') },
      { title: '是否两年以上基层工作经历', required: true, list: 'yesNo', of: (one) => twoYears(one, day) },
      { title: '统计关系所在单位', required: true, of: ({ unit, township }) => unit?.name ?? township },
      { title: '简历', required: true, of: ({ paper }) => paper.resume },
      { title: '奖惩综述', of: ({ value }) => value('honours') },
      { title: '年度考核综述', required: true, of: ({ paper }) => paper.assessments },
      { title: '级别', list: 'grade', of: () => null },
      { title: '编制类型', required: true, list: 'category', field: 'category', of: categoryWord },
      { title: '专技类任职资格', list: 'titleLevel', of: () => null },
      { title: '公务员登记时间', date: 'digits', of: () => null },
      { title: '备注', of: ({ value }) => value('remark') },
    ],
  }
}

/** The post with its office in front; the leaders' posts name the township by themselves. */
export function placeOf({ unit, post }: BureauPerson): string {
  const office = unit === undefined || unit.kind === 'leadership' || unit.kind === 'township' ? '' : unit.name
  return post.startsWith(office) ? post : `${office}${post}`
}

/** 人员类别 on record in the words of the template; else what the 编制 says for certain. */
function personType({ value, category }: BureauPerson): string | null {
  const said = value('personClass')
  if (said !== null) return TYPE_WORDS[said] ?? said
  if (category === null) return null
  if (category === 'worker') return '机关工勤人员'
  if (category === 'institutionCivilService') return '参照管理事业单位工作人员'
  return isCivilService(category) ? '公务员' : null
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  综合管理类公务员: '公务员',
  专业技术类公务员: '公务员',
  行政执法类公务员: '公务员',
  参照管理的机关工作人员: '参照管理机关工作人员',
  参照管理的事业工作人员: '参照管理事业单位工作人员',
  企业技术人员: '企业专业技术人员',
  临时人员: '其他人员',
  法官: '公务员',
  检察官: '公务员',
  执法勤务警员: '公务员',
  警务技术人员: '公务员',
}

/** 干部管理权限: 县处级 by the city, 乡科级 by the county, nobody else by a party committee above the township. */
function managed({ value }: BureauPerson): string | null {
  const level = value('positionLevel')
  if (level === null) return null
  return level.startsWith('县处级') ? '市级党委管理干部' : level.startsWith('乡科级') ? '县级党委管理干部' : '其他'
}

/** A township is the ground floor: two years in its seats are two years there. */
function twoYears({ holdings }: BureauPerson, day: PlainDate): string | null {
  const first = holdings.map(({ enteredOn, validFrom }) => enteredOn ?? validFrom).toSorted()[0] ?? null
  const years = yearsSince(first, day)
  return years === null ? null : years >= 2 ? '是' : null
}

function categoryWord({ category }: BureauPerson): string | null {
  if (category === null) return null
  if (category === 'worker') return '工勤编制'
  if (category === 'other') return '其他编制'
  if (category === 'institutionCivilService') return '事业编制（参公）'
  return QUOTA_CATEGORY_NAMES[category].startsWith('事业编制') ? '事业编制（其他）' : '行政编制'
}

/** A title's entry in GB/T 8561; null: the standard has none of that name. */
export const standardTitle = (title: string): string | null => nationalWord('GB/T 8561', title)?.name ?? null
