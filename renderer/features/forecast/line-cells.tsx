import { openExplain } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'

interface LineLike {
  readonly unitId: string
  readonly unit: string
  readonly categoryCode: string
  readonly category: string
  readonly quota: number
  readonly actual: number
}

/** Heads of the columns every table of lines begins with. */
export function LineHeads() {
  return (
    <>
      <th scope="col">机构</th>
      <th scope="col">编制</th>
      <th scope="col" className="align-right">
        核定
      </th>
      <th scope="col" className="align-right">
        实有
      </th>
    </>
  )
}

/** Which line it is, with the way to where its figures come from. */
export function LineCells({ line }: { readonly line: LineLike }) {
  return (
    <>
      <th scope="row">
        <Button look="link" onClick={() => openExplain(line.unitId, line.categoryCode)}>
          {line.unit}
        </Button>
      </th>
      <td>{line.category}</td>
      <td className="align-right number">{line.quota}</td>
      <td className="align-right number">{line.actual}</td>
    </>
  )
}
