import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'

interface Sums {
  readonly quota: number
  readonly actual: number
  readonly reserved: number
  readonly vacancy: number
  readonly over: number
}

/** The five numbers of a line; `onNames`: the people counted are a click away. */
export function SumCells({ sums, onNames }: { readonly sums: Sums; readonly onNames?: () => void }): ReactNode {
  return (
    <>
      <td className="number">{sums.quota}</td>
      <td className="number">
        {onNames === undefined || sums.actual === 0 ? (
          sums.actual
        ) : (
          <Button look="link" onClick={onNames} title="看名单">
            {sums.actual}
          </Button>
        )}
      </td>
      <td className="number">{sums.reserved === 0 ? '' : sums.reserved}</td>
      <td className="number">{sums.vacancy === 0 ? '' : `空${sums.vacancy}`}</td>
      <td className={sums.over === 0 ? 'number' : 'number red'}>{sums.over === 0 ? '' : `超${sums.over}`}</td>
    </>
  )
}

export function SumHeads(): ReactNode {
  return ['核定', '实有', '已核准未到位', '空编', '超编'].map((title) => (
    <th key={title} scope="col" className="number">
      {title}
    </th>
  ))
}
