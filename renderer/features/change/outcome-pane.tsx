import { SEVERITY_TAGS } from '../../text/words.ts'
import { ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { TagLook } from '../../ui/tag.tsx'
import { Clause } from '../../parts/finding-item.tsx'
import type { Outcome, Preview } from './use-preview.ts'

type Created = Outcome['created'][number]

const GATES: Readonly<Record<Created['gate'], { readonly word: string; readonly look: TagLook; readonly title: string }>> = {
  block: { word: '拦住', look: 'solid-red', title: '不能登记' },
  record: { word: '记录', look: 'amber', title: '可以登记，要写理由，记入台账' },
  hint: { word: '提示', look: 'outline', title: '可以登记' },
}
const ORDER: readonly Created['gate'][] = ['block', 'record', 'hint']

/** What will be true after saving: the arithmetic, what it would breach with the clause, what it puts right, what is still missing. */
export function OutcomePane({ preview, whole }: { readonly preview: Preview; readonly whole: boolean }) {
  const { outcome, error, busy } = preview
  return (
    <aside className="outcome" aria-label="登记后会怎样" aria-busy={busy} data-testid="outcome">
      <h2>
        登记后 {outcome?.late === true && <Tag look="amber" title="登记晚于生效日十个工作日以上">补录</Tag>}
      </h2>
      {!whole && outcome === null && <p className="quiet">填好左边带 * 的各项，这里先算给您看。</p>}
      {whole && outcome === null && error === null && <p className="quiet">正在算…</p>}
      <ErrorLine error={error} />
      {outcome !== null && <OutcomeBody outcome={outcome} />}
    </aside>
  )
}

function OutcomeBody({ outcome }: { readonly outcome: Outcome }) {
  const created = [...outcome.created].sort((a, b) => ORDER.indexOf(a.gate) - ORDER.indexOf(b.gate))
  return (
    <>
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
  const gate = GATES[finding.gate]
  return (
    <article className="outcome-finding" data-testid="created">
      <p>
        <Tag look={gate.look} title={gate.title}>
          {gate.word}
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
