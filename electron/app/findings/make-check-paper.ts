import { DUE_KIND_TITLES } from '../../vocabulary/due.ts'
import { bySeverity } from '../../vocabulary/findings.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { dueSheet } from '../../domain/due/due-sheet.ts'
import { dutySheet } from '../../domain/duties/duty-sheet.ts'
import { forecast } from '../../domain/forecast/forecast.ts'
import { forecastSheet } from '../../domain/forecast/forecast-sheet.ts'
import type { StatedFinding } from '../../domain/findings/finding-states.ts'
import { problemList, rectificationNotice, type PaperProblem } from '../../domain/findings/problem-papers.ts'
import { addMonthsToDay } from '../../domain/model/plain-date.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import { defaultIssuer } from '../../domain/notice/notice-texts.ts'
import { computeFigures } from '../../domain/quota/figures.ts'
import { paginate } from '../../domain/report/paginate.ts'
import type { SheetModel } from '../../domain/report/sheet-model.ts'
import type { BookSnapshot } from '../../domain/model/book-snapshot.ts'
import { sourceInForce } from '../../domain/rules/packs/source-in-force.ts'
import { groundOf } from '../../domain/rules/weight-in-force.ts'
import { packInForce } from '../../domain/rules/packs/pack-in-force.ts'
import { ruleById } from '../../domain/rules/registry.ts'
import { indexSnapshot } from '../../domain/model/snapshot-index.ts'
import { readDutyDates } from '../../store/duty-store.ts'
import { loadSnapshot } from '../../store/load-snapshot.ts'
import type { QueryContext } from '../context.ts'
import { listAskedDue } from './read-due.ts'
import { listDuties, refuseLongRange } from './read-duties.ts'
import { alertMonths, FORECAST_YEARS } from './read-forecast.ts'
import { readStatedFindings } from './read-stated-findings.ts'
import { previewOf } from '../../domain/views/sheet-preview.ts'

export interface CheckPaper {
  readonly title: string
  readonly sheet: SheetModel
}

/** 整改期限 where none is said: a month. */
const MONTHS_TO_MEND = 1

/** 问题清单, 整改通知, 预测, 待办 or 到期 as it prints, page by page. */
export async function previewCheckPaper(
  input: Input<'checkPaper.preview'>,
  context: QueryContext,
): Promise<Output<'checkPaper.preview'>> {
  const { title, sheet } = await draftCheckPaper(input, context)
  const paged = paginate(sheet)
  return { title, preview: previewOf(paged.sheet, paged.pages) }
}

/** The same as .xlsx. */
export async function readCheckPaperFile(
  input: Input<'checkPaper.file'>,
  context: QueryContext,
): Promise<Output<'checkPaper.file'>> {
  const { title, sheet } = await draftCheckPaper(input, context)
  const content = await context.excel.draw(paginate(sheet).sheet, { signal: context.signal })
  return { fileName: `${title}.xlsx`, base64: Buffer.from(content).toString('base64') }
}

/** A paper of the check, not yet divided into pages. @throws what its own reading throws. */
export async function draftCheckPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<CheckPaper> {
  switch (input.paper) {
    case 'problem-list':
    case 'rectification':
      return findingPaper(input, context)
    case 'forecast':
      return forecastPaper(input, context)
    case 'duties':
      return dutyPaper(input, context)
    case 'due':
      return duePaper(input, context)
  }
}

/** Hints are left out: they are no problems. @throws `invalid_input` for a notice to a unit that has none, or a deadline before the day. */
async function findingPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<CheckPaper> {
  const { view, findings } = await readStatedFindings(context, input)
  const { snapshot } = view.state
  const township = townshipName(snapshot)
  const { asOf } = snapshot
  const deadline = input.deadline ?? addMonthsToDay(asOf, MONTHS_TO_MEND)
  if (deadline < asOf) throw new Refusal('invalid_input', { field: '整改期限', problem: `${deadline} 在 ${asOf} 之前` })
  const shown = findings
    .filter((one) => one.finding.severity !== 'info')
    .toSorted((left, right) => bySeverity(left.finding.severity, right.finding.severity))
  const problem = (one: StatedFinding): PaperProblem =>
    paperProblem(one, snapshot, one.finding.unitId === null ? township : view.unitName(one.finding.unitId))
  if (input.paper === 'problem-list') {
    const packTitle = packInForce(snapshot)?.pack.title ?? snapshot.book.packId
    return {
      title: `${township}问题清单 ${asOf}`,
      sheet: problemList({ township, asOf, packTitle, problems: shown.map(problem), deadline }),
    }
  }
  const own = shown.filter((one) => one.state === 'open' && one.finding.unitId === (input.unitId ?? null))
  const unit = input.unitId === undefined ? township : view.unitName(input.unitId)
  if (own.length === 0) throw new Refusal('invalid_input', { field: '责任单位', problem: `${unit}没有待整改的问题` })
  const issuer = told(input.issuer) ?? defaultIssuer(township)
  const number = told(input.number) ?? `编整〔${asOf.slice(0, 4)}〕　　号`
  return {
    title: `整改通知 ${unit} ${asOf}`,
    sheet: rectificationNotice({
      township,
      issuer,
      asOf,
      issuedOn: asOf,
      number,
      unit,
      problems: own.map(problem),
      deadline,
    }),
  }
}

function paperProblem(
  { finding, explanation, alsoBy }: StatedFinding,
  snapshot: BookSnapshot,
  unit: string,
): PaperProblem {
  const ground = groundOf(snapshot)
  const told = (id: string) => {
    const rule = ruleById(id)
    if (rule === undefined) throw new Error(`finding of an unknown rule: ${id}`)
    return { rule: rule.id, title: rule.title, source: sourceInForce(rule, ground) }
  }
  return {
    ...told(finding.rule),
    alsoBy: alsoBy.map((other) => told(other.rule)),
    severity: finding.severity,
    text: finding.text,
    remedy: finding.remedy,
    unit,
    explanation,
  }
}

async function forecastPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<CheckPaper> {
  const snapshot = await loadSnapshot(context.db, input.asOf ?? context.clock.today())
  const township = townshipName(snapshot)
  const told = forecast(snapshot, computeFigures(snapshot), {
    years: input.years ?? FORECAST_YEARS,
    alerts: alertMonths(snapshot),
  })
  return {
    title: `${township}到龄退休预测 ${snapshot.asOf}`,
    sheet: forecastSheet(told, { township, asOf: snapshot.asOf, index: indexSnapshot(snapshot) }),
  }
}

async function dutyPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<CheckPaper> {
  const asOf = input.asOf ?? context.clock.today()
  const from = input.from ?? `${asOf.slice(0, 7)}-01`
  const to = input.to ?? addMonthsToDay(asOf, 1)
  if (from > to) throw new Refusal('date_invalid', { value: `${from} — ${to}` })
  const township = townshipName(await loadSnapshot(context.db, asOf))
  refuseLongRange(from, to)
  const duties = await listDuties(context.db, { asOf, from, to, dates: await readDutyDates(context.db) })
  return { title: `待办事项 ${from} 至 ${to}`, sheet: dutySheet(duties, { township, asOf, from, to }) }
}

async function duePaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<CheckPaper> {
  const { snapshot, until, due, unit } = await listAskedDue(input, context)
  const township = townshipName(snapshot)
  const kind = input.kind === undefined ? '' : DUE_KIND_TITLES[input.kind]
  const sheet = dueSheet(due, {
    township,
    kind,
    unit,
    month: input.month ?? null,
    until,
    index: indexSnapshot(snapshot),
  })
  return {
    title: `到期人员 ${[kind, unit ?? '', input.month ?? ''].filter((part) => part !== '').join(' ')} ${snapshot.asOf}`,
    sheet,
  }
}

function told(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text
}
