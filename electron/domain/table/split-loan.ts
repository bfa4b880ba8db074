import { shownText } from './raw-workbook.ts'
import type { DraftRecord } from './read-table.ts'
import type { KnownNames } from './section-title.ts'
import { compact } from './sheet-grid.ts'
import { withoutTownship } from './unit-words.ts'

/*
 * 派出单位, 借用单位, 借调时间: a table of people on loan. What it says goes where the book reads it: into the remark, and for a guest into
 * the 编制 and the office.
 */

const OUTSIDE = /[县市省区州]|局|委|厅|公司|法院|检察|专班|指挥部|[镇乡](?!村)|部$/u

/** Reads the columns of a loan into the record, in place. Where it is not clear who lends to whom, nothing is changed. */
export function splitLoan({ values }: DraftRecord, known: KnownNames): void {
  const [to, from] = [values.get('lentTo'), values.get('lentFrom')]
  if (to === undefined) return
  const [target, origin] = [compact(shownText(to.cell)), compact(shownText(from?.cell))]
  if (target === '' || /^[/\\—-]+$|^无$/u.test(target)) return
  const when = shownText(values.get('lentOn')?.cell).trim()
  const remark = values.get('remark')
  const before = shownText(remark?.cell).trim()
  const say = (text: string) =>
    void values.set('remark', {
      letters: to.letters,
      header: to.header,
      ...remark,
      cell: before === '' ? text : `${before}；${text}`,
      from: `${to.letters} 列“${to.header}”`,
    })
  if (isOutside(target, known)) {
    say(`借调到${target}${when === '' ? '' : `（${when}起）`}`)
    if (from !== undefined && origin !== '' && !values.has('unit') && !isOutside(origin, known))
      values.set('unit', {
        ...from,
        cell: withoutTownship(origin, known.township),
        from: `单位取自 ${from.letters} 列`,
      })
    return
  }
  if (from === undefined || origin === '' || !isOutside(origin, known)) return
  say(`借自${origin}`)
  if (!values.has('unit'))
    values.set('unit', { ...to, cell: withoutTownship(target, known.township), from: `单位取自 ${to.letters} 列` })
  if (!values.has('category'))
    values.set('category', { ...from, cell: '借入', from: `${from.letters} 列“${from.header}”` })
}

function isOutside(text: string, known: KnownNames): boolean {
  if (known.units.has(text) || known.units.has(withoutTownship(text, known.township))) return false
  return (known.township === null || !text.startsWith(known.township)) && OUTSIDE.test(text)
}
