import { GATE_NAMES, GATES } from '../../electron/vocabulary/findings.ts'
import { SEVERITY_TAGS } from '../text/words.ts'
import { ErrorLine } from '../ui/states.tsx'
import { Tag } from '../ui/tag.tsx'
import type { TagLook } from '../ui/tag.tsx'
import { Clause } from './finding-item.tsx'
import { StandsOver } from './stands-over.tsx'
import type { Outcome, Preview } from '../api/use-preview.ts'
import './outcome-pane.css'

type Created = Outcome['created'][number]

const LOOKS: Readonly<Record<Created['gate'], { readonly look: TagLook; readonly title: string }>> = {
  block: { look: 'solid-red', title: '不能登记' },
  record: { look: 'amber', title: '可以登记，要写理由，记入台账' },
  hint: { look: 'outline', title: '可以登记' },
}
/** What stands in the way first. */
const ORDER = GATES.toReversed()

interface OutcomePaneProps {
  readonly preview: Preview
  readonly whole: boolean
  /** Keys of those she named to stand as over; empty: as proposed. */
  readonly standsOver: readonly string[]
  readonly onStandsOver: (keys: readonly string[]) => void
  /** Below the fields instead of beside them. */
  readonly below?: boolean
}

/** What will be true after saving: the arithmetic, what it would breach with the clause, what it puts right, what is still missing. */
export function OutcomePane({ preview, whole, standsOver, onStandsOver, below = false }: OutcomePaneProps) {
  const { outcome, error, busy } = preview
  return (
    <aside
      className={below ? 'outcome outcome-below' : 'outcome'}
      aria-label="登记后会怎样"
      aria-busy={busy}
      data-testid="outcome"
    >
      <h2>
        登记后{' '}
        {outcome?.late === true && (
          <Tag look="amber" title="登记晚于生效日十个工作日以上">
            补录
          </Tag>
        )}
      </h2>
      {!whole && outcome === null && <p className="quiet">填好带 * 的各项，这里先算给您看。</p>}
      {whole && outcome === null && error === null && <p className="quiet">正在算…</p>}
      <ErrorLine error={error} />
      {outcome !== null && <OutcomeBody outcome={outcome} standsOver={standsOver} onStandsOver={onStandsOver} />}
    </aside>
  )
}

function OutcomeBody({
  outcome,
  standsOver,
  onStandsOver,
}: Pick<OutcomePaneProps, 'standsOver' | 'onStandsOver'> & { readonly outcome: Outcome }) {
  const created = [...outcome.created].sort((a, b) => ORDER.indexOf(a.gate) - ORDER.indexOf(b.gate))
  return (
    <>
      <p className="outcome-text" data-testid="outcome-text">
        {outcome.text}
      </p>
      {outcome.sentences.map((sentence) => (
        <p key={sentence} className="arithmetic" data-testid="sentence">
          {sentence}
        </p>
      ))}
      {outcome.sentences.length === 0 && <p className="quiet">编制数字不变。</p>}
      {outcome.needs.length > 0 && (
        <p className="outcome-needs" role="alert" data-testid="needs">
          还缺：{outcome.needs.join('、')}
        </p>
      )}
      <StandsOver questions={outcome.standing} chosen={standsOver} onChange={onStandsOver} />
      {created.length > 0 && <h3>会产生 {created.length} 个问题</h3>}
      {created.map((finding) => (
        <CreatedFinding key={`${finding.rule}${finding.text}`} finding={finding} />
      ))}
      {outcome.cured.length > 0 && <h3>会消除 {outcome.cured.length} 个问题</h3>}
      {outcome.cured.map((finding) => (
        <p key={`${finding.rule}${finding.text}`} className="outcome-finding">
          <Tag look={SEVERITY_TAGS[finding.severity].look}>{finding.rule}</Tag> {finding.text}
        </p>
      ))}
    </>
  )
}

function CreatedFinding({ finding }: { readonly finding: Created }) {
  const gate = LOOKS[finding.gate]
  return (
    <article className="outcome-finding" data-testid="created">
      <p>
        <Tag look={gate.look} title={gate.title}>
          {GATE_NAMES[finding.gate]}
        </Tag>{' '}
        {finding.text}
      </p>
      <details>
        <summary>
          {finding.rule} {finding.title}：条文和办法
        </summary>
        <p className="finding-remedy">怎么办：{finding.remedy}</p>
        <Clause source={finding.source} />
      </details>
    </article>
  )
}
