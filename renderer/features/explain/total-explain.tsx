import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import type { FigureLineView, FiguresView } from '../../../electron/contract/shapes.ts'
import { FigureDoor } from '../../parts/figure-door.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Answer } from '../../ui/states.tsx'
import { EXPLANATION, PrintExplanation, PrintedHeading } from './print-explanation.tsx'

/** A township total is the sum of its lines: each line again a door. */
export function TotalExplain({ category, onClose }: { readonly category: string; readonly onClose: () => void }) {
  const { asOf, believedOn } = useAsOf()
  const query = useQuery('figures.read', { asOf, believedOn })
  const total = query.data?.totals.find((one) => one.categoryCode === category)
  return (
    <Drawer
      title={total === undefined ? '数字来由' : `全乡 · ${total.category}`}
      label="数字来由"
      onClose={onClose}
      printPart={EXPLANATION}
      footer={<PrintExplanation ready={query.data !== undefined} />}
    >
      <PrintedHeading />
      <Answer query={query}>{(data) => <Summed figures={data} category={category} />}</Answer>
    </Drawer>
  )
}

function Summed({ figures, category }: { readonly figures: FiguresView; readonly category: string }) {
  const total = figures.totals.find((one) => one.categoryCode === category)
  const lines = figures.lines.filter((line) => line.categoryCode === category)
  if (total === undefined) return <p>这一天没有这类编制。</p>
  const misplaced = figures.misplaced.filter((line) => line.categoryCode === category)
  return (
    <>
      <p className="formula">
        核定 {total.quota} ＝ {sum(lines, 'quota')}；实有 {total.actual} ＝ {sum(lines, 'actual')}
        {total.ceiling !== null && `。全乡核定总数 ${total.ceiling}`}。空编、超编逐个机构算，一处空不抵另一处超。
      </p>
      <table className="grid">
        <thead>
          <tr>
            <th>机构</th>
            <th className="align-right">核定</th>
            <th className="align-right">实有</th>
            <th className="align-right">未到位</th>
            <th className="align-right">空编</th>
            <th className="align-right">超编</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.unitId}>
              <td>{line.unit}</td>
              {(['quota', 'actual', 'reserved', 'vacancy', 'over'] as const).map((kind) => (
                <td key={kind} className="align-right">
                  <FigureDoor
                    unitId={line.unitId}
                    category={line.categoryCode}
                    kind={kind}
                    value={line[kind]}
                    label={`${line.unit}${line.category}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {misplaced.length > 0 && (
        <p className="explain-action quiet">
          另有混编、不计入任何机构：
          {misplaced.map((line) => `${line.unit} ${line.people.map((person) => person.name).join('、')}`).join('；')}。
        </p>
      )}
    </>
  )
}

function sum(lines: readonly FigureLineView[], kind: 'quota' | 'actual'): string {
  return lines.length === 0 ? '0' : lines.map((line) => line[kind]).join('＋')
}
