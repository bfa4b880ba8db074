import type { Output } from '../../../electron/contract/operations.ts'
import type { ReformPairView, ReformUnitView } from '../../../electron/contract/reform-operations.ts'
import { codesOf } from '../../../electron/vocabulary/code-list.ts'
import { REFORM_COUNT_LIST } from '../../../electron/vocabulary/reform.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Answer } from '../../ui/states.tsx'

type Compared = Output<'reform.compare'>

const KIND_WORDS = { kept: '', renamed: '更名', merged: '合并', created: '新设', split: '析出', ended: '撤销' } as const

/** 改革前 | 方案 | 改革后, in numbers and unit by unit, on screen and on paper. */
export function CompareTab({ plan }: { readonly plan: string }) {
  const { asOf } = useAsOf()
  const query = useQuery('reform.compare', { plan, ...(asOf === undefined ? {} : { asOf }) })
  return (
    <Answer query={query} rows={12}>
      {(compared) => <Compare compared={compared} />}
    </Answer>
  )
}

function Compare({ compared }: { readonly compared: Compared }) {
  const { before, draft, after } = compared
  const numbers = codesOf(REFORM_COUNT_LIST).map((code) => [
    REFORM_COUNT_LIST[code].title,
    String(before.counts[code]),
    String(draft.counts[code]),
    after === null ? '' : String(after.counts[code]),
  ])
  const units = compared.pairs.map(pairRow)
  const note = `${compared.plan.title}，施行日 ${compared.plan.day}`
  return (
    <div className="reform-compare">
      <Sheet
        title="数字对照"
        note={after === null ? '还没有施行' : `改革后为 ${after.asOf}`}
        actions={
          <SeenListButtons
            title="改革前后数字对照"
            note={note}
            seen={() => ({
              columns: ['项目', '改革前', '方案', '改革后'].map((title, place) => ({
                title,
                width: place === 0 ? 160 : 90,
                number: place > 0,
              })),
              rows: numbers,
            })}
          />
        }
      >
        <Table heads={['项目', '改革前', '方案', '改革后']} rows={numbers} />
        {compared.drift.length > 0 && (
          <ul className="reform-findings" aria-label="与方案不同">
            {compared.drift.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </Sheet>
      <Sheet
        title="机构对照"
        actions={
          <SeenListButtons
            title="改革前后机构对照"
            note={note}
            seen={() => ({
              columns: HEADS.map((title, place) => ({ title, width: place === 0 || place === 3 ? 220 : 80 })),
              rows: units,
            })}
          />
        }
      >
        <Table heads={HEADS} rows={units} />
      </Sheet>
    </div>
  )
}

const HEADS = ['改革前', '编制', '实有', '方案', '编制', '实有', '变化'] as const

function pairRow({ kind, before, after }: ReformPairView): readonly string[] {
  const now = after === null ? [] : [after]
  const [quota, then] = [sum(now, 'quota'), sum(before, 'quota')]
  const change = quota - then
  return [
    ...side(before),
    ...side(now),
    [KIND_WORDS[kind], change === 0 ? '' : `编制${change > 0 ? '+' : '−'}${Math.abs(change)}`]
      .filter((word) => word !== '')
      .join('，'),
  ]
}

function side(units: readonly ReformUnitView[]): readonly string[] {
  return units.length === 0
    ? ['', '', '']
    : [units.map(({ name }) => name).join('、'), String(sum(units, 'quota')), String(sum(units, 'actual'))]
}

function sum(units: readonly ReformUnitView[], of: 'quota' | 'actual'): number {
  return units.flatMap(({ lines }) => lines).reduce((total, line) => total + line[of], 0)
}

export function Table({
  heads,
  rows,
}: {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}) {
  return (
    <table className="grid">
      <thead>
        <tr>
          {heads.map((head, place) => (
            <th key={`${head} ${place}`}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={`${row[0] ?? ''} ${place}`}>
            {row.map((text, column) => (
              <td key={`${heads[column] ?? ''} ${column}`} className={/^[-−+]?\d+$/u.test(text) ? 'number' : ''}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
