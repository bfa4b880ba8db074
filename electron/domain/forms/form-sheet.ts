import type { PlainDate } from '../model/plain-date.ts'
import { chineseDate } from '../notice/notice-texts.ts'
import { paginate } from '../report/paginate.ts'
import { reduceSheet } from '../report/paper.ts'
import type { CellStyle, SheetModel, SheetRow } from '../report/sheet-model.ts'
import { blankRow, cell, rowOf, sum, wideRow } from '../report/sheet-rows.ts'
import { roundHeight, TYPE_SIZES } from '../report/text-metrics.ts'
import type { Form, FormContent, FormFacts, FormPage } from './form.ts'
import { marginsOf, printableWidth } from './form-page.ts'

/** The footer of statistical forms (报表制度): who answers for it, and when it went out. Names are written by hand. */
const SIGNERS = ['单位负责人：', '统计负责人：', '填表人：'] as const
/** Where the four parts of the signature row begin, as shares of the width. */
const SIGNATURE_SHARES = [0, 0.24, 0.48, 0.68] as const

/** Rows of these styles alone have air to give. */
const TABLE_STYLES: ReadonlySet<CellStyle> = new Set(['tableText', 'tableCentered', 'tableNumber', 'subheading'])
/** Points of a row's height that are not needed to hold its lines. */
const SPARE_AIR = 5

/** What stands around a form's table: whose it is and of which days. */
export interface FormFrame {
  readonly title: string
  readonly page: FormPage
  /** Title and table alone. */
  readonly bare: boolean
  /** 填报单位. */
  readonly office: string
  /** Null for a form of one day. */
  readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null
  readonly asOf: PlainDate
  readonly reportedOn: PlainDate
  /** 单位：名. '' where the form counts nothing. */
  readonly measure: string
  /** Left of the footer, before the day. */
  readonly footer: string
  /** What the numbers rest on. */
  readonly mark: string
}

/** A form as a sheet, not yet divided into pages: head, table, notes, signatures. `mark` says in the footer what the numbers rest on. */
export function formSheet(form: Form, facts: FormFacts, mark: string): SheetModel {
  const unit = facts.unitId === null ? '' : `（${facts.ledger.unitAt(facts.unitId, facts.asOf)?.name ?? ''}）`
  return framedSheet(
    {
      title: form.title,
      page: form.page,
      bare: form.bare === true,
      office: `${facts.township}${unit}`,
      period: form.span === 'day' ? null : { from: facts.from, to: facts.to },
      asOf: facts.asOf,
      reportedOn: facts.reportedOn,
      measure: form.measure,
      footer: facts.township,
      mark,
    },
    form.content(facts),
  )
}

/** A table with what stands around it. */
export function framedSheet(frame: FormFrame, content: FormContent): SheetModel {
  const { columnWidths: widths, header, body } = content
  const { bare, mark } = frame
  const head = [
    wideRow(frame.title, 'title', widths, true),
    ...(bare ? [] : [wideRow(subtitle(frame), 'note', widths, true)]),
  ]
  const last = body.length - 1
  const sheet: SheetModel = {
    name: frame.title.replaceAll('/', '、'),
    ...frame.page,
    margins: marginsOf(frame.page),
    columnWidths: widths,
    fontSizes: TYPE_SIZES,
    repeatRows: header.length === 0 ? null : { first: head.length, last: head.length + header.length - 1 },
    // The last row stays with what closes the form: a page with nothing but signatures proves nothing.
    rows: [
      ...head,
      ...header,
      ...body.map((row, index) => (index === last && !bare ? { ...row, keepWithNext: true } : row)),
      ...(bare ? [] : footRows(content.notes, frame.reportedOn, widths)),
    ],
    footerNote: bare ? '' : `${frame.footer}　统计日期 ${frame.asOf}${mark === '' ? '' : `　${mark}`}`,
  }
  const room = printableWidth(frame.page)
  return tightened(sum(widths) > room + 0.01 ? reduceSheet(sheet, room / sum(widths)) : sheet)
}

/** Less air between the lines of the table where that saves a page: a total and a signature alone on the next one are a nuisance to everybody. */
function tightened(sheet: SheetModel): SheetModel {
  const air = (row: SheetRow) =>
    row.cells.every((own) => TABLE_STYLES.has(own.style)) ? Math.min(SPARE_AIR, row.height / 4) : 0
  const tight = { ...sheet, rows: sheet.rows.map((row) => ({ ...row, height: roundHeight(row.height - air(row)) })) }
  return paginate(tight).pages.length < paginate(sheet).pages.length ? tight : sheet
}

function subtitle({ office, period, asOf, measure }: FormFrame): string {
  return [
    `填报单位：${office}`,
    ...(period === null ? [] : [`统计期间：${chineseDate(period.from)}至${chineseDate(period.to)}`]),
    `统计日期：${chineseDate(asOf)}`,
    ...(measure === '' ? [] : [`单位：${measure}`]),
  ].join('　　')
}

function footRows(notes: readonly string[], reportedOn: PlainDate, widths: readonly number[]): readonly SheetRow[] {
  return [
    ...notes.map((note, place) =>
      wideRow(
        `${place === 0 ? '注：' : '　　'}${notes.length > 1 ? `${place + 1}. ` : ''}${note}`,
        'note',
        widths,
        true,
      ),
    ),
    blankRow(6, widths.length, true),
    signatureRow(reportedOn, widths),
  ]
}

function signatureRow(reportedOn: PlainDate, widths: readonly number[]): SheetRow {
  const texts = [...SIGNERS, `报出日期：${chineseDate(reportedOn)}`]
  const starts = shareColumns(widths)
  // A sheet of few columns has not four places side by side.
  if (new Set(starts).size < starts.length) return wideRow(texts.join('　　　　　'), 'note', widths)
  return rowOf(
    texts.map((text, place) =>
      cell(starts[place] ?? 0, (starts[place + 1] ?? widths.length) - (starts[place] ?? 0), text, 'note'),
    ),
    widths,
  )
}

/** The columns nearest to where the parts of the signature row should begin. */
function shareColumns(widths: readonly number[]): readonly number[] {
  const edges = widths
    .reduce<readonly number[]>((known, width) => [...known, (known.at(-1) ?? 0) + width], [0])
    .slice(0, -1)
  return SIGNATURE_SHARES.map((share) => {
    const wanted = share * sum(widths)
    return edges.reduce(
      (best, edge, column) => (Math.abs(edge - wanted) < Math.abs((edges[best] ?? 0) - wanted) ? column : best),
      0,
    )
  })
}
