import { OFF_QUOTA_KIND_NAMES } from '../../../vocabulary/standing.ts'
import { REDEPLOYMENT_CHANNELS, REDEPLOYMENT_LIST } from '../../../vocabulary/reform.ts'
import { reformStaffing } from '../../reform/staffing.ts'
import type { Form, FormFacts } from '../form.ts'
import { row, tableContent, type FormHeading, type FormLine } from '../form-table.ts'

const HEADINGS: readonly FormHeading[] = [
  { title: '序号', width: 28, ordinal: true },
  { title: '姓名', width: 56 },
  { title: '原机构', width: 120 },
  { title: '原岗位（用工形式）', width: 84 },
  { title: '去向', width: 104 },
  { title: '去向单位（原因）', width: 120 },
  { title: '日期', width: 66 },
  { title: '安置完成', width: 66 },
  { title: '文号', width: 100 },
  { title: '待遇', width: 70 },
]
const PAGE = { paper: 'A4', orientation: 'landscape' } as const

/** 分流安置表: where people without a post went, who still waits, and which 编外 were let go. */
export const reformRedeploymentForm: Form = {
  id: 'reform-redeployment',
  title: '分流安置表',
  about: '没有上岗的人分流去了哪里、安置好没有，清退了哪些编外人员，自聘消化的计划和实际',
  due: '改革验收、总结时',
  span: 'year',
  subject: null,
  idNumbers: false,
  measure: '人',
  page: PAGE,
  content: (facts) => tableContent(PAGE, HEADINGS, lines(facts), notes(facts)),
}

function within(facts: FormFacts, day: string): boolean {
  return facts.from <= day && day <= facts.to
}

function staffingOf(facts: FormFacts) {
  const all = reformStaffing(facts.snapshot, facts.book)
  return {
    ...all,
    redeployed: all.redeployed.filter(({ on }) => within(facts, on)),
    dismissed: all.dismissed.filter(({ on }) => within(facts, on)),
    waiting: all.uncompeted.filter(({ channel, why }) => channel === null && why !== '待定'),
  }
}

function lines(facts: FormFacts): readonly FormLine[] {
  const { redeployed, dismissed, waiting } = staffingOf(facts)
  const section = (text: string, rows: readonly FormLine[]): readonly FormLine[] =>
    rows.length === 0 ? [] : [{ kind: 'section', text: `${text}（${rows.length} 人）` }, ...rows]
  return [
    ...section(
      '分流人员',
      redeployed.map((one, place) =>
        row(
          place + 1,
          one.name,
          one.unit,
          one.post,
          REDEPLOYMENT_LIST[one.channel].title,
          one.destination,
          one.on,
          one.settledOn ?? '未完成',
          one.documentNumber,
          one.treatment,
        ),
      ),
    ),
    ...section(
      '未竞聘上岗、还没有去向',
      waiting.map((one, place) => row(place + 1, one.name, one.unit, one.post, one.why, '', '', '', '', '')),
    ),
    ...section(
      '清退编外人员',
      dismissed.map((one, place) =>
        row(
          place + 1,
          one.name,
          one.unit,
          one.kind === null ? '' : OFF_QUOTA_KIND_NAMES[one.kind],
          '清退',
          one.reason,
          one.on,
          '',
          one.documentNumber,
          '',
        ),
      ),
    ),
  ]
}

function notes(facts: FormFacts): readonly string[] {
  const { redeployed, dismissed, runOff } = staffingOf(facts)
  const byChannel = REDEPLOYMENT_CHANNELS.flatMap((channel) => {
    const count = redeployed.filter((one) => one.channel === channel).length
    return count === 0 ? [] : [`${REDEPLOYMENT_LIST[channel].title} ${count} 人`]
  })
  const ways = byChannel.length === 0 ? '' : `：${byChannel.join('，')}`
  const settled = redeployed.filter(({ settledOn }) => settledOn !== null).length
  const years = runOff.filter(({ planned }) => planned !== null)
  return [
    `分流 ${redeployed.length} 人${ways}；已安置 ${settled} 人；清退 ${dismissed.length} 人。`,
    ...years.map(
      ({ year, kind, planned, left, missed }) =>
        `${year} 年${OFF_QUOTA_KIND_NAMES[kind]}消化：计划 ${planned ?? 0} 人，实际 ${left} 人${missed === null || missed === 0 ? '' : `，少 ${missed} 人`}。`,
    ),
  ]
}
