import { readRemark } from '../says/read-remark.ts'
import { isAboutOthers } from './header-match.ts'
import { shownText } from './raw-workbook.ts'
import type { SheetReading } from './sheet-reading.ts'

/** What only tells where somebody is; that somebody has left is asked about by its column. */
const TELLING = new Set(['lentOut', 'onLoanHere', 'away'])

/** 借出（县委巡察办）, 抽调：县专班: where to stands in brackets. */
const LENT = /^(?:借出|外借|借调|借用|抽调)(?:人员)?(?:[（(:：]|[至到往在])+(?<place>\p{sc=Han}{2,20})[）)]?$/u

/** 在岗情况 借调县委办, 去向 and the like: what a column nobody asked for says of where somebody is goes into the remark, in place. */
export function addStateRemarks(reading: SheetReading): void {
  const open = reading.columns.filter(({ field, path }) => field === null && !isAboutOthers(path))
  if (open.length === 0 || reading.cards || reading.turned) return
  for (const { row, values } of reading.people)
    for (const { index, letters, path } of open) {
      const text = reading.grid.text(row, index)
      if (text === '' || text.length > 40) continue
      // 人员状态 编外聘用人员: they have no 编制, whatever the form is for.
      if (/^(?:编外|非在编|不在编)/u.test(text) && !values.has('inQuota') && !values.has('category'))
        values.set('inQuota', { cell: text, letters, header: path.join('/'), from: null })
      const plain = text.replace(LENT, '借调到$<place>')
      const said = readRemark(plain, { asOf: null, township: null })
      if (said === null || !TELLING.has(said.kind)) continue
      const remark = values.get('remark')
      const before = remark === undefined ? '' : shownText(remark.cell).trim()
      if (before.includes(text)) continue
      const header = path.join('/')
      values.set('remark', {
        cell: before === '' ? plain : `${before}；${plain}`,
        letters: remark?.letters ?? letters,
        header: remark?.header ?? header,
        from: `${letters} 列“${header}”写着“${text}”`,
      })
    }
}
