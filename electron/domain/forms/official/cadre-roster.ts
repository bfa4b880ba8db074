import { knownBirth, knownSex } from '../../identity/known-identity.ts'
import type { Form, FormFacts } from '../form.ts'
import { personFile } from '../form-records.ts'
import { row, tableContent, type FormColumn, type FormHeading, type FormLine } from '../form-table.ts'
import { inPostSince, inRankSince, monthText, postWithConcurrent } from '../form-words.ts'
import { rosterPeople, type RosterPerson } from '../roster-people.ts'

const EDUCATION: readonly FormColumn[] = [
  { title: '学历', width: 44 },
  { title: '毕业院校及专业', width: 74 },
]
const HEADINGS: readonly FormHeading[] = [
  { title: '姓名', width: 48 },
  { title: '现任职务', width: 96 },
  { title: '性别', width: 28 },
  { title: '民族', width: 36 },
  { title: '籍贯', width: 46 },
  { title: '全日制教育', columns: EDUCATION },
  { title: '在职教育', columns: EDUCATION },
  { title: '出生年月', width: 48 },
  { title: '参加工作时间', width: 48 },
  { title: '入党时间', width: 48 },
  { title: '任现职时间', width: 48 },
  { title: '任现职级时间', width: 48 },
  { title: '备注', width: 72 },
  { title: '单位归口', width: 84 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 干部名册（常规 A4）: everybody counted except 机关工勤. */
export const cadreRosterForm: Form = {
  id: 'cadre-roster',
  title: '干部名册',
  about: '组织部门常用的 A4 名册，一人一行',
  due: '组织、人社部门要时；班子换届前',
  span: 'day',
  subject: 'unit',
  idNumbers: false,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const people = rosterPeople(facts, ['in-quota', 'over-quota', 'non-compliant']).filter(
      ({ holding }) => holding.category !== 'worker',
    )
    return tableContent(
      PAGE,
      HEADINGS,
      people.map((own) => personLine(facts, own)),
      [`共 ${people.length} 人，不含机关工勤和编外人员。没有登记的项目留空。`],
    )
  },
}

function personLine(facts: FormFacts, { entry, person, holding }: RosterPerson): FormLine {
  const file = personFile(facts, person.id)
  // The book's own 学历 is not divided into 全日制 and 在职: it stands in 备注 until the file says which it is.
  const undivided =
    file?.fullTimeEducation === undefined || file.fullTimeEducation === null ? (person.education ?? '') : ''
  const remark = [
    ...(undivided === '' ? [] : [`学历：${undivided}`]),
    ...(entry.secondedOutHoldingId === null ? [] : ['借出']),
    ...(entry.list === 'over-quota' ? ['超编'] : []),
  ].join('；')
  return row(
    person.name,
    postWithConcurrent(facts, holding, entry.concurrentHoldingIds),
    knownSex(person) ?? '',
    person.ethnicity ?? '',
    file?.nativePlace ?? '',
    file?.fullTimeEducation ?? '',
    file?.fullTimeSchool ?? '',
    file?.inServiceEducation ?? '',
    file?.inServiceSchool ?? '',
    monthText(knownBirth(person)),
    monthText(person.workStarted),
    monthText(file?.partyJoined ?? null),
    inPostSince(holding),
    inRankSince(facts, person),
    remark,
    facts.index.unitOf(holding)?.name ?? '',
  )
}
