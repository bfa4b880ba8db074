import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Answer } from '../../ui/states.tsx'
import { EXPLANATION, PrintExplanation, PrintedHeading } from './print-explanation.tsx'

/** 领导职数: who allows how many, 正职 and 副职 apart. */
export function LeadershipExplain({ onClose }: { readonly onClose: () => void }) {
  const { asOf, believedOn } = useAsOf()
  const figures = useQuery('figures.read', { asOf, believedOn })
  const units = useQuery('units.read', { asOf, believedOn })
  return (
    <Drawer
      title="领导职数"
      label="数字来由"
      onClose={onClose}
      printPart={EXPLANATION}
      footer={<PrintExplanation ready={figures.data !== undefined && units.data !== undefined} />}
    >
      <PrintedHeading />
      <Answer query={figures}>
        {({ leadership }) => (
          <p className="formula">
            核定 {leadership.quota}，实有 {leadership.actual}，空 {leadership.vacancy}，超 {leadership.over}。正职{' '}
            {words(leadership.chief)}；副职 {words(leadership.deputy)}。正职、副职分开算，兼任不重复占职数。
          </p>
        )}
      </Answer>
      <Answer query={units}>
        {(data) => (
          <table className="grid">
            <thead>
              <tr>
                <th>机构</th>
                <th className="align-right">职数</th>
                <th className="align-right">正职</th>
                <th className="align-right">副职</th>
                <th>文号</th>
                <th>起</th>
              </tr>
            </thead>
            <tbody>
              {data.units.map((unit) =>
                unit.leadership === null ? null : (
                  <tr key={unit.unitId}>
                    <td>{unit.name}</td>
                    <td className="align-right">{unit.leadership.amount}</td>
                    <td className="align-right">{unit.leadership.chief ?? '未分'}</td>
                    <td className="align-right">{unit.leadership.deputy ?? '未分'}</td>
                    <td>{unit.leadership.documentNumber}</td>
                    <td>{unit.leadership.validFrom}</td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        )}
      </Answer>
    </Drawer>
  )
}

function words(part: { readonly quota: number | null; readonly actual: number }): string {
  return part.quota === null ? `实有 ${part.actual}，文件未分正副` : `核定 ${part.quota}、实有 ${part.actual}`
}
