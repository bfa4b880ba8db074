import { readRemark } from '../says/read-remark.ts'
import { readStandingWord } from './category-words.ts'
import { headerKey } from './fields.ts'
import { isAboutOthers } from './header-match.ts'
import type { DraftRecord } from './read-table.ts'
import type { TypedColumn } from './table-types.ts'
import type { SheetReading } from './understand-sheet.ts'

/** A cell of a column nobody asked for that says that the row's person has left. */
export interface LeavingCell {
  readonly text: string
  readonly letters: string
  readonly header: string
}

const LEFT = new Set(['dead', 'retired', 'left'])
/** 调出时间 with a day in it; 退休时间 may as well be the day to come, so that only a few filled cells say something. */
const DAY_OF_LEAVING = /^(?:退休|离编|出编|减员|调出|调离|死亡|去世|离职|辞职|离岗)(?:时间|日期|年月)$/u

/** 人员状态, 在岗情况, 变动情况 and the like: looks a person's row over for a word that it is no longer in post. */
export function leavingCells(reading: SheetReading): (record: DraftRecord) => LeavingCell | undefined {
  const open = reading.columns.filter(({ field, path }) => field === null && !isAboutOthers(path))
  const days = open.filter(
    (column) => DAY_OF_LEAVING.test(headerOf(column)) && column.profile.filled * 2 < reading.people.length,
  )
  return (record) => {
    for (const column of open) {
      const text = reading.grid.text(record.row, column.index)
      if (text === '' || text.length > 40) continue
      if (days.includes(column) ? /\d/u.test(text) : saysLeft(text))
        return { text, letters: column.letters, header: column.path.join('/') }
    }
    return undefined
  }
}

function saysLeft(text: string): boolean {
  return (
    readStandingWord(text)?.kind === 'left' || LEFT.has(readRemark(text, { asOf: null, township: null })?.kind ?? '')
  )
}

function headerOf(column: TypedColumn): string {
  return headerKey(column.path.at(-1) ?? '')
}
