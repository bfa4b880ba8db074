import type { LawTextView } from '../../electron/contract/law-operations.ts'
import { LAW_CERTAINTY_NAMES, LAW_LEVEL_NAMES, LAW_TIER_NAMES } from '../../electron/vocabulary/laws.ts'
import { Tag } from '../ui/tag.tsx'

/** Who issued it and how far the text may be trusted, before its words. */
export function LawHead({ law }: { readonly law: LawTextView }) {
  const rows: readonly (readonly [string, string | null])[] = [
    ['制定机关', law.issuer],
    ['文号', law.number],
    ['层级', `${LAW_TIER_NAMES[law.tier]} · ${LAW_LEVEL_NAMES[law.level]}`],
    ['通过', law.adopted],
    ['施行', law.inForce],
    ['修改', law.amended],
    ['代替', law.replaces.length === 0 ? null : law.replaces.join('；')],
    ['失效', law.inForceTo],
    ['适用', law.applies],
    ['收录', law.whole ? '全文' : `不全：${law.extent.replace(/^否[。，（(]?/u, '').replace(/[）)]$/u, '')}`],
  ]
  return (
    <header className="law-head">
      <h2>{law.title}</h2>
      {law.superseded !== null && <p className="law-warning">{law.superseded}。</p>}
      {law.certainty !== 'compared' && (
        <p>
          <Tag look="amber">{LAW_CERTAINTY_NAMES[law.certainty]}</Tag> 引用前请与原件核对。
        </p>
      )}
      <dl>
        {rows.map(([title, value]) =>
          value === null || value === '' ? null : (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <details>
        <summary>文本从哪里来</summary>
        <p>{law.certaintyNote}。</p>
        <ul>
          {law.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </header>
  )
}
