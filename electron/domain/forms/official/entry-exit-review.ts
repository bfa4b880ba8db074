import { knownBirth, knownSex } from '../../identity/known-identity.ts'
import { sum } from '../../report/sheet-rows.ts'
import { changeSteps, type ChangeStep } from '../change-steps.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'
import { categoryText, monthText, unitName } from '../form-words.ts'
import { opinionRows } from '../opinion-rows.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 30, ordinal: true },
  { title: '姓名', width: 54 },
  { title: '性别', width: 30 },
  { title: '身份证号', width: 132 },
  { title: '出生年月', width: 52 },
  { title: '上编或下编', width: 44 },
  { title: '单位', width: 110 },
  { title: '编制类型', width: 72 },
  { title: '上下编原因', width: 92 },
  { title: '批准文号', width: 96 },
  { title: '上下编日期', width: 72 },
  { title: '备注', width: 54 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 机关事业单位人员进出上下编审核表, in duplicate, one for the unit and one for the bureau, with the 管理证. */
export const entryExitReviewForm: Form = {
  id: 'entry-exit-review',
  title: '进出上下编审核表',
  about: '谁上编、谁下编，报编办审核，一式两份',
  due: '人员进出后 10 个工作日内，连同管理证',
  span: 'month',
  subject: 'unit',
  idNumbers: true,
  measure: '',
  page: PAGE,
  content: (facts) => {
    const steps = changeSteps(facts).flatMap(halves)
    const content = tableContent(
      PAGE,
      HEADINGS,
      steps.map((half, place) => halfLine(facts, half, place + 1)),
      [
        `一式两份，单位和编办各存一份。上编 ${sum(steps.map((half) => Number(half.up)))} 人次，下编 ${sum(steps.map((half) => Number(!half.up)))} 人次。`,
      ],
    )
    return {
      ...content,
      body: [...content.body, ...opinionRows(['单位意见', '主管部门意见', '编办审核意见'], content.columnWidths)],
    }
  },
}

interface Half {
  readonly step: ChangeStep
  /** 上编; otherwise 下编. */
  readonly up: boolean
}

/** Whoever goes from one 编制 or unit to another goes off one and onto the other. */
function halves(step: ChangeStep): readonly Half[] {
  if (step.kind === 'change')
    return [
      { step, up: false },
      { step, up: true },
    ]
  return [{ step, up: step.kind === 'in' }]
}

function halfLine(facts: FormFacts, { step, up }: Half, place: number): FormLine {
  const person = facts.ledger.person(step.personId)
  const identity = person === undefined ? null : { birth: person.birth, sex: person.sex, idNumber: person.id_number }
  const own = up ? step.rows.at(-1) : step.rows[0]
  const remark = [...(own?.late === true ? ['补录'] : []), ...(step.kind === 'change' ? ['本乡内变动'] : [])].join('；')
  return row(
    place,
    step.person,
    (identity === null ? null : knownSex(identity)) ?? '',
    facts.idText(person?.id_number ?? null),
    monthText(identity === null ? null : knownBirth(identity)),
    up ? '上编' : '下编',
    unitName(facts, up ? step.toUnitId : step.fromUnitId),
    categoryText(own?.category ?? null),
    own?.cause ?? '',
    own?.document ?? '',
    step.on,
    remark,
  )
}
