import { objectionFigures } from '../../notice/objection-figures.ts'
import { offQuotaLedger } from '../../ledger/told/off-quota-ledger.ts'
import { OFF_QUOTA_KIND_NAMES } from '../../model/person.ts'
import { chineseDate } from '../../notice/notice-texts.ts'
import { sum, wideRow } from '../../report/sheet-rows.ts'
import type { SheetRow } from '../../report/sheet-model.ts'
import { ruleById } from '../../rules/registry.ts'
import type { Form, FormContent, FormFacts } from '../form.ts'
import { printableWidth } from '../form-page.ts'
import { categoryText, mixedNotes } from '../form-words.ts'
import { toBeCured, type FactToCure } from './findings-list.ts'

const PAGE = { paper: 'A4', orientation: 'portrait' } as const
/** Four columns, so that the signatures have their places. */
const SHARES = [0.25, 0.25, 0.2, 0.3] as const

/** 机构编制核查报告: the skeleton of a real one, its numbers from the same functions as the screens. */
export const checkReportForm: Form = {
  id: 'check-report',
  title: '核查报告',
  about: '机构编制核查的文字报告，数字已填好',
  due: '编办部署核查时',
  span: 'day',
  subject: null,
  idNumbers: false,
  measure: '',
  page: PAGE,
  content,
}

function content(facts: FormFacts): FormContent {
  const columnWidths = SHARES.map((share) => share * printableWidth(PAGE))
  const heading = (text: string): SheetRow => wideRow(text, 'section', columnWidths, true)
  const texts = (paragraphs: readonly string[]) =>
    paragraphs.map((text) => wideRow(`　　${text}`, 'paragraph', columnWidths))
  const body = [
    ...texts([
      `根据机构编制核查工作的要求，${facts.township}对机构、编制、领导职数和实有人员逐一核对，截至${chineseDate(facts.asOf)}的情况报告如下。`,
    ]),
    heading('一、机构编制和人员基本情况'),
    ...texts(basics(facts)),
    heading('二、组织实施情况'),
    ...texts(conduct(facts)),
    heading('三、存在的问题'),
    ...texts(problems(facts)),
    heading('四、承诺'),
    ...texts([
      '本单位对所报机构编制和实有人员数据的真实性、准确性、完整性负责，没有虚报、瞒报、伪造。存在的问题按整改措施和期限逐项整改。',
    ]),
  ]
  return { columnWidths, header: [], body, notes: [] }
}

function basics(facts: FormFacts): readonly string[] {
  const { figures, snapshot } = facts
  const units = snapshot.units.filter((unit) => unit.kind !== 'township')
  const approved = units.filter(
    (unit) =>
      snapshot.quotas.some((entry) => entry.unitId === unit.id) ||
      snapshot.leadershipQuotas.some((entry) => entry.unitId === unit.id),
  )
  const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind).length
  const { leadership, totals } = figures
  const total = (pick: (line: (typeof totals)[number]) => number) => sum(totals.map(pick))
  const mixed = figures.misplaced.flatMap((line) => line.personIds).length
  const counted = total((line) => line.actual) + mixed
  return [
    `（一）机构。批准设立机构 ${approved.length} 个，实际设置 ${units.length} 个，其中内设机构 ${ofKind('office')} 个、事业单位 ${ofKind('institution')} 个。`,
    `（二）编制。核定编制 ${total((line) => line.quota)} 名，实有 ${total((line) => line.actual)} 人，已核准未到位 ` +
      `${total((line) => line.reserved)} 名，空编 ${total((line) => line.vacancy)} 名，超编 ` +
      `${total((line) => line.over)} 人。其中：` +
      totals.map((line) => `${categoryText(line.category)}核定 ${line.quota} 名，实有 ${line.actual} 人`).join('；') +
      `。${mixed === 0 ? '' : `另有${mixedNotes(facts, figures.misplaced).join('')}`}`,
    `（三）领导职数。核定 ${leadership.quota} 名，实配 ${leadership.actual} 人，超配 ${leadership.over} 人，缺配 ` +
      `${leadership.vacancy} 名。非领导 ${Math.max(0, counted - leadership.actual)} 人。`,
    `（四）编外和借用人员。${outsiders(facts)}`,
  ]
}

function outsiders(facts: FormFacts): string {
  const kinds = offQuotaLedger(facts.snapshot).kinds.filter((line) => line.actual > 0)
  const count = (kind: string) =>
    new Set(facts.snapshot.holdings.filter((holding) => holding.kind === kind).map((holding) => holding.personId)).size
  const staff =
    kinds.length === 0
      ? '没有编外人员'
      : `编外 ${sum(kinds.map((line) => line.actual))} 人（${kinds.map((line) => `${OFF_QUOTA_KIND_NAMES[line.kind]} ${line.actual} 人`).join('、')}）`
  return `${staff}；借出 ${count('secondedOut')} 人，借入 ${count('secondedIn')} 人，挂职 ${count('attached')} 人。`
}

function conduct({ snapshot }: FormFacts): readonly string[] {
  const documents = new Set(
    [...snapshot.quotas, ...snapshot.leadershipQuotas]
      .map((entry) => entry.documentNumber)
      .filter((number) => number !== ''),
  )
  const notices = snapshot.notices.length
  const objections = objectionFigures(snapshot.objections, { to: snapshot.asOf })
  const answers =
    notices === 0
      ? '收到举报和反映　　件，已办结　　件，变更修正　　件，未办结　　件'
      : `收到举报和反映 ${objections.received} 件，已办结 ${objections.closed} 件，变更修正 ${objections.corrected} 件，未办结 ${objections.open} 件`
  return [`现行机构编制审批文件 ${documents.size} 件，已逐件核对。编制实名制公示 ${notices} 次。公示期间，${answers}。`]
}

/** What the inspection asks about by name, said also where nothing was found; then whatever else was. */
const ASKED: readonly { readonly title: string; readonly rules: readonly string[] }[] = [
  { title: '超编', rules: ['A1', 'A15'] },
  { title: '超领导职数', rules: ['A9', 'A10', 'A11'] },
  { title: '混编混岗', rules: ['B1', 'B3', 'B4'] },
  { title: '吃空饷和在编不在岗', rules: ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'] },
]

function problems(facts: FormFacts): readonly string[] {
  const findings = toBeCured(facts)
  const ids = new Set(ASKED.flatMap(({ rules }) => rules))
  const unapproved = facts.snapshot.units.filter(
    (unit) =>
      unit.kind !== 'township' &&
      !facts.snapshot.quotas.some((entry) => entry.unitId === unit.id) &&
      (facts.ledger.unitAt(unit.id, facts.asOf)?.document_id ?? null) === null &&
      !facts.snapshot.leadershipQuotas.some((entry) => entry.unitId === unit.id),
  )
  const others = [
    ...Map.groupBy(
      findings.filter((fact) => !asked(fact, ids)),
      ({ finding }) => finding.rule,
    ),
  ]
  const items = [
    unapproved.length === 0
      ? '擅自设立机构、加挂牌子、变更名称：未发现没有批准文件的机构。'
      : `擅自设立机构：${unapproved.map((unit) => unit.name).join('、')}没有登记批准文件。`,
    ...ASKED.map(({ title, rules }) => {
      const own = findings.filter((fact) => asked(fact, new Set(rules)))
      return own.length === 0
        ? `${title}：未发现。`
        : `${title}：${own.length} 处。${own.map(({ finding }) => finding.text).join('')}`
    }),
    ...others.map(([rule, own]) => `${ruleById(rule)?.title ?? rule}：${own.length} 处。`),
  ]
  return [
    ...items.map((text, place) => `${place + 1}．${text}`),
    `以上共 ${findings.length} 处，逐条情况、依据和整改措施见《问题清单》。`,
  ]
}

/** True where any of the rules that speak of the fact is one of them: it is told there, and nowhere else. */
function asked({ finding, alsoBy }: FactToCure, rules: ReadonlySet<string>): boolean {
  return [finding.rule, ...alsoBy].some((rule) => rules.has(rule))
}
