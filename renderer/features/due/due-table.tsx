import { useMemo } from 'react'
import type { DueView } from '../../../electron/contract/due-operations.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Tag, type TagLook } from '../../ui/tag.tsx'

/** Names in one row drawn at a time. */
const NAMES = 40
/** Parts of the page drawn at a time, and what a row and a name in it are of them. */
export const PARTS = 1200
const [ROW, NAME] = [16, 2]

/** What the row of so many people weighs on the page. */
export const weightOf = (people: number): number => ROW + NAME * Math.min(NAMES, people)

const LOOKS: Readonly<Record<DueView['state'], TagLook>> = {
  past: 'ink',
  now: 'amber',
  ahead: 'outline',
  barred: 'hatched',
  unknown: 'dashed',
}

/** Years that are complete are no fault; of the other kinds a day gone by is one. */
const RIPE: readonly DueView['kind'][] = ['rank', 'term']

function lookOf({ state, kind }: DueView): TagLook {
  return state === 'past' && !RIPE.includes(kind) ? 'outline-red' : LOOKS[state]
}

/**
 * One row a person and matter: when, how it was counted, by which clause. `together`: people of whom the very same is said share a row, so that
 * what many lack does not push aside what falls due for one.
 */
export function DueTable({ due, together }: { readonly due: readonly DueView[]; readonly together: boolean }) {
  const groups = useMemo(
    () =>
      [
        ...Map.groupBy(
          due.map((one, place) => ({ one, place })),
          ({ one, place }) => (together ? one.said : place),
        ),
      ].map(([key, members]) => [key, members.map(({ one }) => one)] as const),
    [due, together],
  )
  const { shown, more } = useMoreRows(groups, PARTS, { unit: '行', weigh: ([, people]) => weightOf(people.length) })
  return (
    <div className="sheet due-sheet">
      <table className="grid" aria-label="到期人员">
        <thead>
          <tr>
            <th scope="col">到期</th>
            <th scope="col">情形</th>
            <th scope="col">姓名</th>
            <th scope="col">事项</th>
            <th scope="col">怎么算的</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([key, [one, ...others]]) =>
            one === undefined ? null : (
              <tr key={key} data-testid="due">
                <td className="number">{one.on}</td>
                <td>
                  <Tag look={lookOf(one)}>{one.stateTitle}</Tag>
                </td>
                <th scope="row">
                  {others.length === 0 ? (
                    <>
                      <Button look="link" onClick={() => openPerson(one.personId)}>
                        {one.person}
                      </Button>
                      <small className="quiet due-line">{one.unit}</small>
                    </>
                  ) : (
                    <span className="number">{others.length + 1} 人</span>
                  )}
                </th>
                <td className="due-title">{one.title}</td>
                <td className="due-how">
                  {one.steps.map((step) => (
                    <span key={step} className="due-line">
                      {step}
                    </span>
                  ))}
                  {others.length > 0 && <Names people={[one, ...others]} />}
                  {one.obstacles.map((text) => (
                    <span key={text} className="due-line red">
                      {text}
                    </span>
                  ))}
                  {one.lacks.length > 0 && <span className="due-line amber">缺{one.lacks.join('、')}，不能判断</span>}
                  <Clause source={one.source} />
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      {more}
    </div>
  )
}

/** Those of whom the same is said, by name; many are shown some at a time. */
export function Names({ people }: { readonly people: readonly DueView[] }) {
  const { shown, more } = useMoreRows(people, NAMES, { unit: '人' })
  return (
    <span className="due-line">
      {shown.map((one, place) => (
        // Somebody may lack the same of two contracts: the place tells them apart, and the list is only ever redrawn whole.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={place} className="due-name">
          <Button look="link" onClick={() => openPerson(one.personId)} title={one.unit ?? undefined}>
            {one.person}
          </Button>
        </span>
      ))}
      {more}
    </span>
  )
}

/** The document at a glance, its words on asking. */
export function Clause({ source }: { readonly source: DueView['source'] }) {
  const { document, documentNumber, article, clause } = source
  return (
    <details className="due-clause quiet">
      <summary>
        依据：{document} {article}
      </summary>
      <q>{clause}</q> <small>{documentNumber}</small>
    </details>
  )
}
