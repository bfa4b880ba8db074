import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { FindingRow } from './finding-group.tsx'
import { FindingSubject } from './finding-subject.tsx'
import type { SubjectGroup } from './group-findings.ts'

interface SubjectSheetProps {
  readonly group: SubjectGroup
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (keys: readonly string[], on: boolean) => void
  readonly onExplain: ((findings: readonly StatedFindingView[]) => void) | null
}

/** All that stands open of one person or unit: what to ask them, at one go. */
export function SubjectSheet({ group, chosen, onChoose, onExplain }: SubjectSheetProps) {
  const keys = group.findings.map(({ key }) => key)
  const all = keys.every((key) => chosen.has(key))
  const name = group.person ?? group.unit ?? '全乡'
  return (
    <section className="sheet finding-group" aria-label={name}>
      <header className="finding-head">
        {onExplain !== null && (
          <input
            type="checkbox"
            aria-label={`选中“${name}”的全部 ${keys.length} 处`}
            checked={all}
            onChange={() => onChoose(keys, !all)}
          />
        )}
        <h2>
          <FindingSubject personId={group.personId} person={group.person} unitId={group.unitId} unit={group.unit} />
        </h2>
        <span className="quiet number">{keys.length} 处</span>
      </header>
      <ul className="finding-lines">
        {group.findings.map((finding) => (
          <FindingRow
            key={finding.key}
            named={group.personId === null ? 'unit' : 'person'}
            finding={finding}
            ownRemedy
            chosen={chosen.has(finding.key)}
            onChoose={onExplain === null ? null : (on) => onChoose([finding.key], on)}
            onExplain={onExplain}
          />
        ))}
      </ul>
    </section>
  )
}
