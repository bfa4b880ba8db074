import type { Output } from '../../electron/contract/operations.ts'
import { hrefTo } from '../text/paths.ts'
import { Tag } from '../ui/tag.tsx'
import './off-rules.css'

/** Rules the locality has switched off: named here with who and why, so that nothing is hidden. */
export function OffRules({ rules }: { readonly rules: Output<'check.run'>['off'] }) {
  if (rules.length === 0) return null
  return (
    <section className="sheet off-rules" aria-label="停用的规则">
      <p>
        <Tag look="dashed">停用</Tag> 本地规则包停用了 {rules.length} 条规则，没有按它们核查。
        <a href={hrefTo('packs')}>查看规则包</a>
      </p>
      <ul>
        {rules.map((rule) => (
          <li key={rule.rule}>
            {rule.rule} {rule.title}：{rule.reason}（{rule.by}，{rule.on}）
          </li>
        ))}
      </ul>
    </section>
  )
}
