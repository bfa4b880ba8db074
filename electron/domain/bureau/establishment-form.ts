import { QUOTA_CATEGORY_LIST, fundingOf, FUNDING_LIST, type QuotaCategory } from '../../vocabulary/establishment.ts'
import { POSITION_LEVEL_LIST } from '../../vocabulary/people.ts'
import type { BureauColumn, BureauSheet } from './bureau-form.ts'
import type { BureauPerson } from './bureau-person.ts'

/*
 * 机构编制实名制人员信息表: 27 columns, one sheet for 机关 and one for 事业单位, whose column 7 has another list each. Lists, order and rules as the
 * bureaus' 填表说明 print them: drop-downs take nothing else, dates are yyyy-mm-dd, what fits nowhere is 其他.
 */

const isInstitution = ({ category }: BureauPerson): boolean =>
  category !== null && QUOTA_CATEGORY_LIST[category].nature === 'institution'

/** The sheets, each with its people. */
export function establishmentSheets(people: readonly BureauPerson[]): readonly BureauSheet<BureauPerson>[] {
  const sheet = (name: string, institution: boolean): BureauSheet<BureauPerson> => ({
    name,
    title: `${name}人员信息表`,
    columns: columnsOf(institution),
    rows: people.filter((one) => isInstitution(one) === institution),
    about: ({ person }) => person.name,
    rowAPerson: true,
  })
  return [sheet('行政机关', false), sheet('事业单位', true)]
}

function columnsOf(institution: boolean): readonly BureauColumn<BureauPerson>[] {
  const quota: BureauColumn<BureauPerson> = institution
    ? { title: '编制经费形式', required: true, list: 'funding27', of: fundingWord }
    : { title: '编制类别', required: true, list: 'organQuota27', of: ({ category }) => organWord(category) }
  return [
    {
      title: institution ? '事业单位名称' : '行政机构名称',
      required: true,
      of: ({ township, unit }) => (institution ? (unit?.name ?? null) : township),
    },
    { title: '所在机构', required: true, of: ({ unit, township }) => unit?.name ?? township },
    { title: '姓名', required: true, name: true, of: ({ person }) => person.name },
    { title: '性别', required: true, list: 'sex', field: 'sex', of: ({ value }) => value('sex') },
    { title: '身份证号', required: true, idNumber: true, of: ({ person }) => person.idNumber },
    { title: '人员分类', required: true, list: 'staffKind27', of: staffKind },
    quota,
    { title: '人员状态', required: true, list: 'standing27', of: () => '编内人员' },
    { title: '进入形式', required: true, list: 'entry27', of: entryWord },
    { title: '进入时间', required: true, date: 'day', of: ({ holding }) => holding.enteredOn },
    {
      title: '岗位类别',
      ...(institution ? { required: true as const } : {}),
      list: 'postKind27',
      of: (one) => (institution ? postKind(one) : null),
    },
    { title: '领导职务级别', list: 'level27', of: leadingLevel },
    { title: '非领导职务级别', list: 'rank27', of: ({ value }) => value('rank') },
    { title: '职务', required: true, of: ({ post }) => post },
    { title: '是否高配', required: true, list: 'yesNo', of: ({ overRank }) => (overRank ? '是' : '否') },
    {
      title: '是否公务员登记',
      required: true,
      list: 'yesNo',
      of: ({ category }) => (category !== null && QUOTA_CATEGORY_LIST[category].civilService ? '是' : '否'),
    },
    { title: '任现职时间', required: true, date: 'day', of: ({ holding }) => holding.postSince },
    { title: '出生日期', required: true, date: 'day', field: 'birth', of: ({ value }) => value('birth') },
    { title: '职称（备注）', of: ({ value }) => value('professionalTitle') },
    { title: '入编时间', required: true, date: 'day', of: ({ holding }) => holding.enteredOn },
    { title: '入编文号', required: true, of: ({ value }) => value('entryDocument') },
    { title: '进入来源', of: ({ value }) => value('entryRoute') },
    { title: '参加工作时间', required: true, date: 'day', of: ({ person }) => person.workStarted },
    { title: '民族', required: true, field: 'ethnicity', of: ({ value }) => value('ethnicity') },
    { title: '籍贯', required: true, of: ({ value }) => value('nativePlace') },
    { title: '控编单编号', of: () => null },
    { title: '学历', required: true, list: 'education27', field: 'education', of: ({ value }) => value('education') },
  ]
}

function fundingWord({ category }: BureauPerson): string | null {
  const funding = category === null ? null : fundingOf(category)
  if (funding === null) return null
  const entry: { readonly title: string; readonly bureauTitle?: string } = FUNDING_LIST[funding]
  return entry.bureauTitle ?? entry.title
}

/** 政法专项 and 纪检监察 are kinds of 行政编制. */
function organWord(category: QuotaCategory | null): string | null {
  if (category === null) return null
  if (category === 'worker') return '工勤编制'
  return QUOTA_CATEGORY_LIST[category].civilService ? '行政编制' : '机关其他编制'
}

/** Leaders of the township are 部门领导, those of its offices 内设机构领导. */
function staffKind({ holding, unit, post }: BureauPerson): string {
  if (!holding.occupiesLeadership && !/(?:主任|所长|站长|局长|部长|书记|乡长|镇长|主席)$/u.test(post))
    return '非领导人员'
  const deputy = /副|委员$/u.test(post)
  const top = unit?.kind === 'leadership' || unit?.kind === 'township'
  return `${top ? '部门' : '内设机构'}${deputy ? '副职' : '正职'}领导`
}

function entryWord({ value }: BureauPerson): string | null {
  const route = value('entryRoute')
  if (route === null) return null
  if (/军转|转业|退役/u.test(route)) return '军转'
  if (/调入|调任|转任|选调|划转|整建制/u.test(route)) return '调入'
  if (/公务员|录用|考录/u.test(route)) return '公务员考试'
  return /招聘|招考|考试/u.test(route) ? '事业单位招考' : route
}

function postKind({ value }: BureauPerson): string | null {
  const grade = `${value('postGrade') ?? ''}${value('personClass') ?? ''}`
  if (/专业技术|专技/u.test(grade)) return '专业技术岗位'
  if (/工勤|技术工|普通工/u.test(grade)) return '工勤岗位'
  return /管理/u.test(grade) ? '行政管理岗位' : null
}

function leadingLevel({ own }: BureauPerson): string | null {
  const level = own.grade?.positionLevel ?? null
  if (level === null || !Object.hasOwn(POSITION_LEVEL_LIST, level)) return null
  return POSITION_LEVEL_LIST[level as keyof typeof POSITION_LEVEL_LIST].title
}
