import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, type WorkSheet } from 'xlsx'
import { call } from './command.ts'
import type { FormTruth, ListTruth } from './form-truth.ts'
import { readLetter } from './read-letter.ts'

/* One blank form filled from the book, cell by cell against its truth. */

export interface FormVerdict {
  readonly right: number
  readonly wrong: number
  readonly expected: number
  readonly notes: readonly string[]
  readonly whole: boolean
}

type Grid = (cell: string) => string
interface Score {
  right: number
  wrong: number
  expected: number
  readonly notes: string[]
}

const clean = (text: string) => text.replaceAll(/\s/g, '')
const EMPTY: Grid = () => ''

export async function judgeForm(book: string, folder: string, out: string, truth: FormTruth): Promise<FormVerdict> {
  const filled = await call('fill', '--book', book, '--template', join(folder, truth.file), '--out', out, ...truth.args)
  const score: Score = { right: 0, wrong: 0, expected: 0, notes: [] }
  const sheets = new Map<string, WorkSheet>()
  if (filled.code === 0 && truth.file.endsWith('.docx'))
    for (const [name, table] of readLetter(readFileSync(out))) sheets.set(name, table)
  else if (filled.code === 0) {
    const bytes = readFileSync(out)
    const whole = read(bytes, { nodim: true })
    const declared = read(bytes)
    for (const name of whole.SheetNames) {
      const sheet = whole.Sheets[name]
      if (sheet !== undefined) sheets.set(name, sheet)
      if (lastRow(declared.Sheets[name]) < lastRow(sheet))
        score.notes.push(`${name}: <dimension> ends above the last row`)
    }
  } else score.notes.push(`exit ${filled.code}: ${filled.err.split('\n')[0]?.slice(0, 140) ?? ''}`)
  const faults = score.notes.length
  const gridOf = (name: string): Grid => {
    const sheet = sheets.get(name)
    return sheet === undefined ? EMPTY : (cell) => shown(sheet, cell)
  }
  // Nothing where a 0 is due is right only on a sheet that was counted at all.
  const counted = new Set(
    truth.cells
      .filter(
        ({ sheet, cell, expect }) => gridOf(sheet)(cell) !== '' && expect.map(clean).includes(gridOf(sheet)(cell)),
      )
      .map((one) => one.sheet),
  )
  for (const { sheet, cell, expect, within } of truth.cells)
    take(
      score,
      gridOf(sheet)(cell),
      counted.has(sheet) ? expect : expect.filter((one) => one !== ''),
      `${sheet}!${cell}`,
      within === true,
    )
  for (const list of truth.lists) takeList(score, gridOf(list.sheet), lastRow(sheets.get(list.sheet)), list)
  return { ...score, whole: faults === 0 && score.wrong === 0 && score.right === score.expected }
}

function lastRow(sheet: WorkSheet | undefined): number {
  return sheet?.['!ref'] === undefined ? 0 : utils.decode_range(sheet['!ref']).e.r + 1
}

function shown(sheet: WorkSheet, cell: string): string {
  const found = sheet[cell] as { readonly v?: unknown; readonly w?: string } | undefined
  if (found === undefined) return ''
  return clean(found.w ?? (typeof found.v === 'string' || typeof found.v === 'number' ? String(found.v) : ''))
}

function take(score: Score, got: string, expect: readonly string[], where: string, within: boolean): void {
  score.expected += 1
  const wanted = expect.map(clean)
  if (within ? wanted.some((one) => got.includes(one)) : wanted.includes(got)) score.right += 1
  else if (got !== '' && !within) {
    score.wrong += 1
    score.notes.push(`${where}: “${got}” should be ${wanted[0] || 'empty'}`)
  } else score.notes.push(`${where}: blank, should be ${wanted[0] ?? ''}`)
}

function takeList(score: Score, at: Grid, last: number, list: ListTruth): void {
  const [from, to] = span(at, last, list)
  const found = new Map<string, { readonly row: number; readonly block: ListTruth['blocks'][number] }>()
  for (const block of list.blocks)
    for (let row = from; row <= to; row += 1) {
      const name = at(`${block.name}${row}`)
      if (name === '') continue
      if (list.people.some((one) => one.name === name) && !found.has(name)) found.set(name, { row, block })
      else if (/^[\p{Script=Han}·]{2,6}$/u.test(name) && !LABELS.has(name)) {
        score.wrong += 1
        score.notes.push(`${list.sheet} ${block.name}${row}: “${name}” does not belong there`)
      }
    }
  for (const person of list.people) {
    const place = found.get(person.name)
    take(
      score,
      place === undefined ? '' : person.name,
      [person.name],
      `${list.sheet} ${list.under ?? ''} ${person.name}`,
      false,
    )
    for (const [field, expect] of Object.entries(person.fields)) {
      const column = place?.block.fields[field]
      take(
        score,
        column === undefined ? '' : at(`${column}${place?.row ?? 0}`),
        expect,
        `${person.name} ${field}`,
        false,
      )
    }
  }
}

const LABELS = new Set(['姓名', '合计', '小计'])

/** The rows of a list: from a row on, or between two titles wherever they have moved. */
function span(at: Grid, last: number, list: ListTruth): readonly [number, number] {
  if (list.under === undefined) return [list.from ?? 1, last]
  const find = (text: string) =>
    Array.from({ length: last }, (_, row) => row + 1).find((row) => at(`A${row}`).includes(text))
  const start = find(list.under)
  if (start === undefined) return [1, 0]
  const end = list.until === undefined ? undefined : find(list.until)
  return [start + 1, (end ?? last + 1) - 1]
}
