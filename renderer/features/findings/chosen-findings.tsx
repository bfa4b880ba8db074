import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'

const SHOWN = 4

/** Which findings a dialog is about: the first few in full. */
export function ChosenFindings({ findings }: { readonly findings: readonly StatedFindingView[] }) {
  return (
    <ul className="chosen-findings">
      {findings.slice(0, SHOWN).map((finding) => (
        <li key={finding.key}>
          <span className="quiet">{finding.rule}</span> {finding.text}
        </li>
      ))}
      {findings.length > SHOWN && <li className="quiet">等 {findings.length} 处</li>}
    </ul>
  )
}
