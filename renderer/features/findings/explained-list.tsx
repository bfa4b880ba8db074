import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { CureLinks } from '../../parts/cure-links.tsx'
import { AlsoBy, Clause } from '../../parts/finding-item.tsx'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FindingSubject } from './finding-subject.tsx'
import { MarkLine } from './mark-line.tsx'

/** Drawn at a time. */
const ROWS = 50

interface ExplainedListProps {
  readonly findings: readonly StatedFindingView[]
  readonly onExplain: ((findings: readonly StatedFindingView[]) => void) | null
  readonly onReopen: ((findings: readonly StatedFindingView[]) => void) | null
}

/** Findings that stand with a reason: they count on, and come back by themselves when the reason runs out. */
export function ExplainedList({ findings, onExplain, onReopen }: ExplainedListProps) {
  const { shown, more } = useMoreRows(findings, ROWS, { unit: '处' })
  return (
    <>
      <p className="quiet inbox-note">已说明的问题仍计入核查，也印在问题清单上；过了有效期自动回到“待处理”。</p>
      <ul className="sheet settled">
        {shown.map((finding) => (
          <li key={finding.key} className="settled-row" data-testid="explained">
            <div>
              <p>
                <Tag look={SEVERITY_TAGS[finding.severity].look}>{SEVERITY_TAGS[finding.severity].word}</Tag>{' '}
                <strong>{finding.title}</strong> <span className="quiet">规则 {finding.rule}</span>
              </p>
              <p>
                <FindingSubject
                  personId={finding.personId}
                  person={finding.person}
                  unitId={finding.unitId}
                  unit={finding.unit}
                />
              </p>
              <p>{finding.text}</p>
              <Clause source={finding.source} />
              <AlsoBy others={finding.alsoBy} />
            </div>
            <div>
              {finding.history.map((mark, place) => (
                <MarkLine key={place} mark={mark} />
              ))}
              <CureLinks cures={finding.cures} />
              {onExplain !== null && onReopen !== null && (
                <p className="cures">
                  <Button small onClick={() => onExplain([finding])}>
                    改说明…
                  </Button>
                  <Button small onClick={() => onReopen([finding])}>
                    重新打开…
                  </Button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {more}
    </>
  )
}
