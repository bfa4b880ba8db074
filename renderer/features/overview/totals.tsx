import type { FiguresView } from '../../../electron/contract/shapes.ts'
import { FigureDoor } from '../../parts/figure-door.tsx'
import { FIGURE_TITLES } from '../../text/words.ts'
import { Tag } from '../../ui/tag.tsx'

type Kind = keyof typeof FIGURE_TITLES
const KINDS: readonly Kind[] = ['quota', 'actual', 'reserved', 'vacancy', 'over']

/** One row a category, 领导职数 and the 职级职数 pools below them. Nothing is netted, so there is no grand total. */
export function Totals({ figures }: { readonly figures: FiguresView }) {
  const { leadership } = figures
  return (
    <table className="grid totals">
      <thead>
        <tr>
          <th>编制类型</th>
          {KINDS.map((kind) => (
            <th key={kind} className="align-right">
              {FIGURE_TITLES[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {figures.totals.map((total) => (
          <tr key={total.categoryCode}>
            <th scope="row">
              {total.category}
              {total.ceiling !== null && total.ceiling !== total.quota && (
                <span className="totals-note">全乡总数 {total.ceiling}</span>
              )}
            </th>
            {KINDS.map((kind) => (
              <td key={kind} className="align-right">
                <FigureDoor
                  unitId=""
                  category={total.categoryCode}
                  kind={kind}
                  value={total[kind]}
                  label={`${total.category} ${FIGURE_TITLES[kind]}`}
                />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">
            领导职数
            <span className="totals-note">{dividedWords(leadership)}</span>
          </th>
          {KINDS.map((kind) => (
            <td key={kind} className="align-right">
              {kind === 'reserved' ? (
                <span className="quiet dash">—</span>
              ) : (
                <FigureDoor
                  unitId=""
                  category="leadership"
                  kind={kind}
                  value={leadership[kind]}
                  label={`领导职数 ${FIGURE_TITLES[kind]}`}
                />
              )}
            </td>
          ))}
        </tr>
        {figures.ranks.map((rank) => (
          <tr key={`${rank.unit} ${rank.pool}`}>
            <th scope="row" title={rank.people.join('、')}>
              {rank.pool}
              <span className="totals-note">
                {rank.documentNumber}
                {rank.retained.length > 0 && `，保留待遇 ${rank.retained.join('、')}（不计）`}
              </span>
            </th>
            {KINDS.map((kind) => (
              <td key={kind} className="align-right">
                {kind === 'reserved' ? (
                  <span className="quiet dash">—</span>
                ) : kind === 'over' && rank.over > 0 ? (
                  <Tag look="solid-red">超 {rank.over}</Tag>
                ) : (
                  rank[kind]
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function dividedWords({ chief, deputy }: FiguresView['leadership']): string {
  if (chief.quota === null || deputy.quota === null)
    return `现有正职 ${chief.actual}、副职 ${deputy.actual}，文件未分正副`
  return `正职 ${chief.actual}/${chief.quota}，副职 ${deputy.actual}/${deputy.quota}`
}
