import type { CellStyle, SheetCell, SheetRow } from '../report/sheet-model.ts'
import type { NoticeContent } from './notice-content.ts'
import { EXCEPTION_COLUMNS } from './notice-exceptions.ts'
import type { NameOf, PublicPerson } from './public-person.ts'
import { cell, rowOf, sum } from '../report/sheet-rows.ts'

/** A column of a sheet that gives every person a row. Widths are points of an A4 sheet. */
export interface PersonColumn {
  readonly title: string
  readonly width: number
  readonly style: CellStyle
  readonly text: (person: PublicPerson, place: PersonPlace) => string
}

/** What a person's row needs beside the person. */
export interface PersonPlace {
  /** Counts through the whole sheet, from 1. */
  readonly number: number
  readonly nameOf: NameOf
}

/** The layout's own columns, and for a recorded exception one more each; the others give way, so that together they still fill the paper. */
export function columnsFor(
  own: readonly PersonColumn[],
  content: Pick<NoticeContent, 'exceptions'>,
): readonly PersonColumn[] {
  if (content.exceptions.length === 0) return own
  const added = content.exceptions.map((field): PersonColumn => ({
    ...EXCEPTION_COLUMNS[field],
    text: (person) => person.exceptions[field] ?? '',
  }))
  const whole = sum(own.map((column) => column.width))
  const share = (whole - sum(added.map((column) => column.width))) / whole
  return [...own.map((column) => ({ ...column, width: Math.floor(column.width * share * 2) / 2 })), ...added]
}

export function widthsOf(columns: readonly PersonColumn[]): readonly number[] {
  return columns.map((column) => column.width)
}

/** The head of the table, repeated on every page. */
export function headerOf(columns: readonly PersonColumn[]): SheetRow {
  return rowOf(
    columns.map((column, index) => cell(index, 1, column.title, 'tableHeader')),
    widthsOf(columns),
    true,
  )
}

export function personCells(
  columns: readonly PersonColumn[],
  person: PublicPerson,
  place: PersonPlace,
): readonly SheetCell[] {
  return columns.map((column, index) => cell(index, 1, column.text(person, place), column.style))
}

/** 科员，兼任财政所会计: a post held beside another is named, and counted nowhere. */
export function postText(person: PublicPerson): string {
  const concurrent = person.concurrent.map((held) => `兼任${held.unitName}${held.post}`).join('、')
  return [person.post, concurrent].filter((text) => text !== '').join('，')
}
