import { OperationError } from '../contract/errors.ts'
import type { Input, Output } from '../contract/operations.ts'
import { dutySheet } from '../domain/duties/duty-sheet.ts'
import { forecast } from '../domain/forecast/forecast.ts'
import { forecastSheet } from '../domain/forecast/forecast-sheet.ts'
import type { StatedFinding } from '../domain/findings/finding-states.ts'
import { problemList, rectificationNotice, type PaperProblem } from '../domain/findings/problem-papers.ts'
import type { Severity } from '../domain/model/finding.ts'
import { addMonthsToDay } from '../domain/model/plain-date.ts'
import { townshipName } from '../domain/notice/notice-content.ts'
import { defaultIssuer } from '../domain/notice/notice-texts.ts'
import { computeFigures } from '../domain/quota/figures.ts'
import { paginate } from '../domain/report/paginate.ts'
import type { SheetModel } from '../domain/report/sheet-model.ts'
import { packInForce } from '../domain/rules/packs/pack-in-force.ts'
import { ruleById } from '../domain/rules/registry.ts'
import { indexSnapshot } from '../domain/rules/snapshot-index.ts'
import { readDutyDates } from '../store/duty-store.ts'
import { loadSnapshot } from '../store/load-snapshot.ts'
import type { QueryContext } from './context.ts'
import { listDuties } from './duties-read.ts'
import { alertMonths, FORECAST_YEARS } from './forecast-read.ts'
import { readStatedFindings } from './read-stated-findings.ts'
import { previewOf } from './views/sheet-preview.ts'

interface Paper {
  readonly title: string
  readonly sheet: SheetModel
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }
/** 整改期限 where none is said: a month. */
const MONTHS_TO_MEND = 1

/** 问题清单, 整改通知, 预测 or 待办 as it prints, page by page. */
export async function previewCheckPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<Output<'checkPaper.preview'>> {
  const { title, sheet } = await paperOf(input, context)
  const paged = paginate(sheet)
  return { title, preview: previewOf(paged.sheet, paged.pages) }
}

/** The same as .xlsx. */
export async function readCheckPaperFile(input: Input<'checkPaper.file'>, context: QueryContext): Promise<Output<'checkPaper.file'>> {
  const { title, sheet } = await paperOf(input, context)
  const content = await context.excel.draw(paginate(sheet).sheet, { signal: context.signal })
  return { fileName: `${title}.xlsx`, base64: Buffer.from(content).toString('base64') }
}

async function paperOf(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<Paper> {
  switch (input.paper) {
    case 'problem-list':
    case 'rectification':
      return findingPaper(input, context)
    case 'forecast':
      return forecastPaper(input, context)
    case 'duties':
      return dutyPaper(input, context)
  }
}

/** Hints are no problems. @throws `invalid_input` for a notice to a unit that has none, or a deadline before the day. */
async function findingPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<Paper> {
  const { view, findings } = await readStatedFindings(context, input)
  const { snapshot } = view.state
  const township = townshipName(snapshot)
  const { asOf } = snapshot
  const deadline = input.deadline ?? addMonthsToDay(asOf, MONTHS_TO_MEND)
  if (deadline < asOf) throw new OperationError('invalid_input', { field: '整改期限', problem: `${deadline} 在 ${asOf} 之前` })
  const shown = findings.filter((one) => one.finding.severity !== 'info').toSorted((left, right) => WEIGHT[left.finding.severity] - WEIGHT[right.finding.severity])
  const problem = (one: StatedFinding): PaperProblem => paperProblem(one, one.finding.unitId === null ? township : view.unitName(one.finding.unitId))
  if (input.paper === 'problem-list') {
    const packTitle = packInForce(snapshot)?.pack.title ?? snapshot.book.packId
    return { title: `${township}问题清单 ${asOf}`, sheet: problemList({ township, asOf, packTitle, problems: shown.map(problem), deadline }) }
  }
  const own = shown.filter((one) => one.state === 'open' && one.finding.unitId === (input.unitId ?? null))
  const unit = input.unitId === undefined ? township : view.unitName(input.unitId)
  if (own.length === 0) throw new OperationError('invalid_input', { field: '责任单位', problem: `${unit}没有待整改的问题` })
  const issuer = told(input.issuer) ?? defaultIssuer(township)
  const number = told(input.number) ?? `编整〔${asOf.slice(0, 4)}〕　　号`
  return { title: `整改通知 ${unit} ${asOf}`, sheet: rectificationNotice({ township, issuer, asOf, issuedOn: asOf, number, unit, problems: own.map(problem), deadline }) }
}

function paperProblem({ finding, explanation }: StatedFinding, unit: string): PaperProblem {
  const rule = ruleById(finding.rule)
  if (rule === undefined) throw new Error(`finding of an unknown rule: ${finding.rule}`)
  return { rule: rule.id, title: rule.title, severity: finding.severity, text: finding.text, remedy: finding.remedy, unit, source: rule.source, explanation }
}

async function forecastPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<Paper> {
  const snapshot = await loadSnapshot(context.db, input.asOf ?? context.clock.today())
  const township = townshipName(snapshot)
  const told = forecast(snapshot, computeFigures(snapshot), { years: input.years ?? FORECAST_YEARS, alerts: alertMonths(snapshot) })
  return { title: `${township}到龄退休预测 ${snapshot.asOf}`, sheet: forecastSheet(told, { township, asOf: snapshot.asOf, index: indexSnapshot(snapshot) }) }
}

async function dutyPaper(input: Input<'checkPaper.preview'>, context: QueryContext): Promise<Paper> {
  const asOf = input.asOf ?? context.clock.today()
  const from = input.from ?? `${asOf.slice(0, 7)}-01`
  const to = input.to ?? addMonthsToDay(asOf, 1)
  if (from > to) throw new OperationError('date_invalid', { value: `${from} — ${to}` })
  const township = townshipName(await loadSnapshot(context.db, asOf))
  const duties = await listDuties(context.db, { asOf, from, to, dates: await readDutyDates(context.db) })
  return { title: `待办事项 ${from} 至 ${to}`, sheet: dutySheet(duties, { township, asOf, from, to }) }
}

function told(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text
}
