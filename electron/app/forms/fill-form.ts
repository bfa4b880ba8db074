import type { Catalogue } from '../../vocabulary/catalogue.ts'
import type { Input } from '../../contract/operations.ts'
import type { FilledPart, FilledReport } from '../../contract/template-operations.ts'
import { columnNumber, type RawSheet } from '../../domain/table/raw-workbook.ts'
import type { CountedPerson } from '../../domain/fill/counted-person.ts'
import type { FillOutcome, FillRequest } from '../../domain/fill/fill-request.ts'
import { formUnits } from '../../domain/fill/form-units.ts'
import type { LineFacts } from '../../domain/fill/line-text.ts'
import type { IdFormat } from '../../vocabulary/templates.ts'
import { otherDay } from '../../domain/fill/told-day.ts'
import { chineseDate } from '../../domain/notice/notice-texts.ts'
import { isCard } from '../../domain/fill/template-mapping.ts'
import { townshipName } from '../../domain/notice/notice-content.ts'
import type { FilledForm, QueryContext } from '../context.ts'
import { readAskedState } from '../read-book-state.ts'
import { viewBook, type BookView } from '../../domain/views/book-view.ts'
import { countedPeople } from '../../domain/fill/values/counted-people.ts'
import { filledName, leftOut, notesOf, showsIdNumbers, type PreparedPart } from './filled-notes.ts'
import { blocksBeside, withOutcomesBeside } from './blocks-beside.ts'
import { fillCounts, fillUnits } from './fill-numbers.ts'
import { fillUnitCard, isOfTownship } from './fill-unit-card.ts'
import { fillCard, fillPeople } from './fill-people.ts'
import { fieldsOf, gatherTemplate, type GatheredPart, type GatheredTemplate } from './gather-template.ts'
import { partPeople, type PartPeople } from './part-people.ts'
import { finishedCell, NOTHING, placedProblems, type PartFilling } from './part-result.ts'
import { shortSums } from './short-sums.ts'
import { whyEmpty } from './why-empty.ts'

export interface FormFilled {
  readonly report: FilledReport
  readonly form: FilledForm
  readonly fileName: string
  readonly title: string
}

type Filling = Input<'template.preview'>

/**
 * Gathers the form and the book of the day, and has the workbook child write one into the other. `people`: whose cards, one after the other.
 * `masked`: whole ID numbers stay in the core.
 */
export async function fillForm(
  input: Filling,
  context: QueryContext,
  people: readonly string[],
  idNumbers: 'asMapped' | 'masked' = 'asMapped',
): Promise<FormFilled> {
  const gathered = withIdFormat(
    await gatherTemplate(input, context, input.parts),
    idNumbers === 'masked' ? 'masked' : input.idFormat,
  )
  const view = viewBook(await readAskedState(context, input))
  const { snapshot } = view.state
  context.report('填表', 0, 1)
  const prepared = prepareParts(gathered, view, input, people)
  const facts = { township: townshipName(snapshot), today: context.clock.today(), asOf: snapshot.asOf }
  const requests = prepared.map((part, index) => {
    const [only, ...more] = part.people.unitIds ?? []
    const unit = more.length > 0 ? undefined : snapshot.units.find(({ id }) => id === only)?.name
    return requestFor(part, prepared.slice(0, index), { ...facts, unit })
  })
  const form = withOutcomesBeside(
    await context.excel.fill(gathered.file, blocksBeside(requests, prepared), {
      signal: context.signal,
      report: context.report,
    }),
    prepared,
  )
  context.report('填表', 1, 1)
  const wished = input.idFormat === undefined ? gathered : withIdFormat(gathered, input.idFormat)
  return {
    report: reportOf(wished, prepared, form, view),
    form,
    fileName: filledName(
      gathered,
      snapshot.asOf,
      people.map((id) => view.personName(id)),
    ),
    title: gathered.title,
  }
}

function withIdFormat(gathered: GatheredTemplate, format: IdFormat | undefined): GatheredTemplate {
  if (format === undefined) return gathered
  return {
    ...gathered,
    parts: gathered.parts.map((part) => ({
      ...part,
      mapping: {
        ...part.mapping,
        columns: part.mapping.columns.map((column) => (column.field === 'idNumber' ? { ...column, format } : column)),
      },
    })),
  }
}

function prepareParts(
  gathered: GatheredTemplate,
  view: BookView,
  input: Filling,
  whose: readonly string[],
): readonly PreparedPart[] {
  const { snapshot } = view.state
  const everybody = countedPeople(view)
  const units = formUnits(snapshot)
  return gathered.parts.map((part): PreparedPart => {
    const people = onlyNamed(partPeople(part, input, everybody, units, snapshot.asOf), gathered, part, whose)
    const chosen =
      input.lists ?? input.categories ?? input.unitIds ?? part.mapping.categories ?? part.mapping.unitIds ?? null
    if (part.scope.stopped !== null && chosen === null && !isCard(part.part.kind))
      return { gathered: part, people, filling: NOTHING, left: part.scope.stopped }
    const personId = whose[part.part.copy - 1]
    if (part.mapping.kind === 'card' && personId === undefined && part.part.copy > 1)
      return { gathered: part, people, filling: NOTHING, left: `没有选定第 ${part.part.copy} 张填谁，留空` }
    // A card among tables is left when nobody was named; cards alone ask for whom.
    if (
      part.mapping.kind === 'card' &&
      personId === undefined &&
      gathered.parts.some(({ part: one }) => !isCard(one.kind))
    )
      return { gathered: part, people, filling: NOTHING, left: '一人一张的表，没有选定填谁' }
    if (
      part.mapping.kind === 'unitCard' &&
      people.unitIds?.length !== 1 &&
      !isOfTownship(part.part) &&
      gathered.parts.some(({ part: one }) => !isCard(one.kind))
    )
      return { gathered: part, people, filling: NOTHING, left: '一个机构一张的表，没有选定填哪个机构' }
    const asked = {
      gathered: part,
      view,
      people,
      units,
      names: input.names === true,
      apart: gathered.apart,
      file: gathered.file.name,
    }
    const filling = fillingOf(part, people, everybody, asked, personId)
    return { gathered: part, people, filling, left: filling.left }
  })
}

/** Who was named is for the cards; where a form has none, its lists hold these people alone. */
function onlyNamed(
  people: PartPeople,
  { parts }: GatheredTemplate,
  { mapping }: GatheredPart,
  whose: readonly string[],
): PartPeople {
  if (whose.length === 0 || mapping.kind !== 'people' || parts.some((one) => one.mapping.kind === 'card')) return people
  return {
    ...people,
    people: people.people.filter(({ personId }) => whose.includes(personId)),
    about: `${people.about}，选定的 ${whose.length} 人`,
  }
}

function fillingOf(
  part: GatheredPart,
  people: PartPeople,
  everybody: readonly CountedPerson[],
  asked: Parameters<typeof fillUnits>[0],
  personId: string | undefined,
): PartFilling {
  switch (part.mapping.kind) {
    case 'people':
      return fillPeople(part, asked.view, people.people, everybody, asked.file)
    case 'units':
      return fillUnits(asked)
    case 'counts':
      return fillCounts(asked)
    case 'unitCard':
      return fillUnitCard(asked)
    case 'card':
      return fillCard(part, asked.view, personId)
  }
}

/** The lines around the tables of a sheet are completed with its first part. */
function requestFor(part: PreparedPart, before: readonly PreparedPart[], facts: LineFacts): FillRequest {
  const { sheet, headerRows } = part.gathered.part
  const first = !before.some((other) => other.gathered.part.sheet === sheet)
  return {
    sheet: sheet.name,
    block: part.filling.block,
    cells: part.filling.cells,
    lines: first ? { ...facts, headerRows } : null,
  }
}

function reportOf(
  { parts, others, raw }: GatheredTemplate,
  prepared: readonly PreparedPart[],
  form: FilledForm,
  view: BookView,
): FilledReport {
  const outcomes = prepared.map((_, index) => form.outcomes[index])
  const lines = outcomes.flatMap((outcome, index) =>
    (outcome?.lines ?? []).map((line) => ({ sheet: prepared[index]?.gathered.part.sheet.name ?? '', ...line })),
  )
  const reports = prepared.map((part, index) =>
    reportPart(part, outcomes[index], lines, {
      catalogue: view.index.catalogue,
      down: insertedAbove(prepared, outcomes, index),
      finished: form.workbook.sheets.find(({ name }) => name === part.gathered.part.sheet.name),
    }),
  )
  const people = prepared.filter(({ left }) => left === null)
  const rows = reports.reduce((sum, part) => sum + part.rows, 0)
  return {
    parts: reports,
    others: [...others],
    lines,
    problems: prepared.flatMap(({ gathered, people: who, filling, left }, index) => {
      const outcome = outcomes[index]
      const other =
        left === null ? otherDay([gathered.part.title, ...gathered.part.titles], view.state.snapshot.asOf) : null
      const down = insertedAbove(prepared, outcomes, index)
      const finished = form.workbook.sheets.find(({ name }) => name === gathered.part.sheet.name)
      const short = left === null ? shortSums(gathered.part, finished, down) : null
      return [
        ...(short === null ? [] : [short]),
        ...(other === null
          ? []
          : [
              {
                sheet: gathered.part.sheet.name,
                cell: '',
                text: `表上写的是“${other}”，填的是 ${chineseDate(view.state.snapshot.asOf)} 的情况；要那一天的，请先把日期改成那天`,
              },
            ]),
        ...[...Map.groupBy(who.unsure, ({ condition }) => condition.says)].map(([says, unsure]) => ({
          sheet: gathered.part.sheet.name,
          cell: '',
          text: `${unsure
            .slice(0, 10)
            .map(({ person }) => person.name)
            .join('、')}${unsure.length > 10 ? ` 等 ${unsure.length} 人` : ''}：说不准是不是“${says}”，没有列入`,
        })),
        ...(outcome === undefined ? [] : placedProblems(gathered.part.sheet, filling.problems, outcome, down)),
      ]
    }),
    leftOut: leftOut(view, people),
    rows,
    inserted: reports.reduce((sum, part) => sum + part.inserted, 0),
    plainIdNumbers: parts.some(showsIdNumbers) && rows > 0,
    notes: notesOf(parts, raw.format === 'xls', rows, view, people),
  }
}

interface Finished {
  readonly catalogue: Catalogue
  /** Rows that came in above the part. */
  readonly down: number
  /** The part's sheet in the finished file. */
  readonly finished: RawSheet | undefined
}

function isOwnFormula(sheet: RawSheet | undefined, cell: string): boolean {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? []
  const shown = letters === '' ? null : (sheet?.rows[Number(row) - 1]?.[columnNumber(letters)] ?? null)
  return shown === null || (typeof shown !== 'string' && shown.formula === true)
}

/** Rows that came into the part's sheet above it. */
function insertedAbove(
  prepared: readonly PreparedPart[],
  outcomes: readonly (FillOutcome | undefined)[],
  index: number,
): number {
  const own = prepared[index]?.gathered.part
  return prepared.reduce((sum, { gathered: { part } }, at) => {
    const above = own !== undefined && part.sheet === own.sheet && part.headerRows[1] < own.headerRows[1]
    return above ? sum + (outcomes[at]?.inserted ?? 0) : sum
  }, 0)
}

function reportPart(
  { gathered, people, filling, left }: PreparedPart,
  outcome: FillOutcome | undefined,
  lines: readonly { readonly sheet: string; readonly cell: string }[],
  { catalogue, down, finished }: Finished,
): FilledPart {
  const { part, mapping, source } = gathered
  const titles = new Map(fieldsOf(mapping.kind, catalogue).map(({ field, title }) => [field, title]))
  const ownFormula = new Set(outcome?.formulaColumns)
  const taken = new Map(mapping.columns.map((column) => [column.column, column.field]))
  const written = new Set(filling.cells.map((cell) => cell.column))
  // A head that asks for 编制 says nothing in rows that have none.
  const unwritten = (index: number) => mapping.kind === 'counts' && !written.has(index)
  const filled = part.columns.flatMap(({ column, header }, index) => {
    const field = taken.get(column)
    return left !== null || field === undefined || unwritten(index) || (!isCard(mapping.kind) && ownFormula.has(index))
      ? []
      : [{ column, header, field, title: titles.get(field) ?? field }]
  })
  // The places of a card may be lines of the form itself: 填表日期 beside the labels of the person.
  const known = new Set([
    ...filled.map(({ column }) => column),
    ...(isCard(mapping.kind) ? lines.filter(({ sheet }) => sheet === part.sheet.name).map(({ cell }) => cell) : []),
    ...(mapping.kind === 'counts' ? part.labelColumns.map((index) => part.columns[index]?.column ?? '') : []),
  ])
  const empty = part.columns
    .filter(
      ({ column, header }) =>
        header !== '' && !known.has(column) && !/^(?:序号|行次|照片?)$/u.test(header.replaceAll(/\s/gu, '')),
    )
    .map(({ column, header }) => ({
      column,
      header,
      why: whyEmpty(gathered, { column, header }, taken.has(column), catalogue),
    }))
  return {
    key: part.key,
    sheet: part.sheet.name,
    title: part.title,
    kind: mapping.kind,
    mapping: source,
    about: people.about,
    filled,
    empty: left === null ? [...empty, ...filling.emptyRows] : [],
    rows: left === null ? filling.rows : 0,
    firstRow: outcome?.firstRow ?? 0,
    lastRow: outcome?.lastRow ?? 0,
    inserted: outcome?.inserted ?? 0,
    // Where the form works a number out itself, its own is shown, and it is not the number of these people.
    counts: filling.counts.flatMap(({ value, people: behind, ...one }) => {
      const cell = outcome === undefined ? one.cell : finishedCell(one, outcome, down)
      return isOwnFormula(finished, cell) ? [] : [{ cell, value, people: behind }]
    }),
    left: left ?? (mapping.kind === 'people' && filling.rows === 0 ? `${people.about}：没有这样的人，没有填` : null),
  }
}
