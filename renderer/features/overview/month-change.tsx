import type { Output } from '../../../electron/contract/operations.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'

type Changes = Output<'changes.read'>

const SHOWN = 4

const WORDS: Readonly<Record<Changes['rows'][number]['kind'], string>> = {
  in: '增',
  out: '减',
  transferIn: '转入',
  transferOut: '转出',
  move: '调整',
}

/** What became of the people since the end of last month: each figure leads to its entries, each name to what happened to them. */
export function MonthChange({ changes }: { readonly changes: Changes }) {
  const { from, to, rows } = changes
  const told = rows.filter(({ kind }) => kind !== 'transferOut')
  if (told.length === 0) return <p className="sheet-line quiet">{from.slice(5)} 以来没有人员变动。</p>
  const toEntries = () => goTo('journal', { tab: 'history', from, to })
  const toSheet = () => goTo('journal', { tab: 'sheet', from, to })
  return (
    <>
      <table className="grid month-change">
        <thead>
          <tr>
            <th scope="col">编制类型</th>
            <th scope="col" className="align-right">
              上月末
            </th>
            <th scope="col" className="align-right">
              增
            </th>
            <th scope="col" className="align-right">
              减
            </th>
            <th scope="col" className="align-right">
              现在
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.categories.map((one) => (
            <tr key={one.categoryCode}>
              <th scope="row">{one.category}</th>
              <td className="align-right">{one.opening}</td>
              {(
                [
                  ['增', one.in, '+'],
                  ['减', one.out, '−'],
                ] as const
              ).map(([word, count, sign]) => (
                <td key={word} className="align-right">
                  <button
                    type="button"
                    className={count === 0 ? 'figure zero' : 'figure'}
                    aria-label={`${one.category}${word} ${count === 0 ? 0 : `${sign}${count}`}，看登记`}
                    onClick={toEntries}
                  >
                    {count === 0 ? 0 : `${sign}${count}`}
                  </button>
                </td>
              ))}
              <td className="align-right">
                <button
                  type="button"
                  className="figure"
                  aria-label={`${one.category}现在 ${one.closing}，看增减变动表`}
                  onClick={toSheet}
                >
                  {one.closing}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="month-lines">
        {told.slice(0, SHOWN).map((row) => (
          <li key={`${row.personId}${row.on}${row.kind}`}>
            <span className="number">{row.on.slice(5)}</span>
            <span className="quiet">{WORDS[row.kind]}</span>
            <Button look="link" onClick={() => goTo('journal', { tab: 'history', who: row.personId, from, to })}>
              {row.person}
            </Button>
            <span className="quiet">{wayOf(row)}</span>
          </li>
        ))}
      </ul>
      {told.length > SHOWN && (
        <p className="sheet-line">
          <Button look="link" onClick={toSheet}>
            还有 {told.length - SHOWN} 人次
          </Button>
        </p>
      )}
    </>
  )
}

function wayOf({ fromUnit, toUnit, cause }: Changes['rows'][number]): string {
  const way = [fromUnit, toUnit].filter((unit) => unit !== null).join(' → ')
  return cause === null || way === '' ? (cause ?? way) : `${way}，${cause}`
}

/** First day of the month a day lies in: what is earlier is last month's. */
export const monthStart = (day: string): string => `${day.slice(0, 8)}01`
