import { useState } from 'react'
import type { GoneFindingView } from '../../../electron/contract/finding-operations.ts'
import { Clause } from '../../parts/finding-item.tsx'
import { formatInstant } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { FindingSubject } from './finding-subject.tsx'
import { MarkLine } from './mark-line.tsx'

const STEP = 100

/** What is found no more: what it was, which entry put it right, and what had been said of it. */
export function CuredList({ cured }: { readonly cured: readonly GoneFindingView[] }) {
  const [most, setMost] = useState(STEP)
  return (
    <>
      <ul className="sheet settled">
        {cured.slice(0, most).map((finding) => (
          <li key={finding.key} className="settled-row" data-testid="cured">
            <div>
              <p>
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
              {finding.text !== null && <p>{finding.text}</p>}
              {finding.source !== null && <Clause source={finding.source} />}
              {finding.alsoBy.map((other) => (
                <p key={other.key} className="quiet">
                  另据 {other.title} 规则 {other.rule}
                </p>
              ))}
            </div>
            <div>
              {finding.entry === null ? (
                <p className="quiet">没有哪一条登记消除它：到期或过了核查期，不再出现。</p>
              ) : (
                <p>
                  由台账{' '}
                  <a href={hrefTo('journal', { tab: 'history', entry: String(finding.entry.seq) })}>
                    第 {finding.entry.seq} 条
                  </a>{' '}
                  消除：{finding.entry.text}
                  {finding.entry.documentNumber !== null && `（${finding.entry.documentNumber}）`}
                  <br />
                  <span className="quiet">{formatInstant(finding.entry.recordedAt)} 登记</span>
                </p>
              )}
              {finding.history.map((mark, place) => (
                <MarkLine key={place} mark={mark} />
              ))}
            </div>
          </li>
        ))}
      </ul>
      {cured.length > most && (
        <Button onClick={() => setMost(most + STEP)}>
          再看 {Math.min(STEP, cured.length - most)} 处（共 {cured.length} 处）
        </Button>
      )}
    </>
  )
}
