import { useEffect, useRef, useState } from 'react'
import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { CureLinks } from '../../parts/cure-links.tsx'
import { AlsoBy, Clause } from '../../parts/finding-item.tsx'
import { effectWord, SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { FindingSubject } from './finding-subject.tsx'
import type { FindingGroup } from './group-findings.ts'
import { MarkLine } from './mark-line.tsx'

const FIRST_SHOWN = 6
/** Thousands of one rule are looked at some at a time. */
const MORE_SHOWN = 40

interface GroupProps {
  readonly group: FindingGroup
  readonly wanted: boolean
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (keys: readonly string[], on: boolean) => void
  readonly onExplain: ((findings: readonly StatedFindingView[]) => void) | null
}

/** Everything one rule found: the clause once, word for word, and each case with its arithmetic and its ways out. */
export function FindingGroupSheet({ group, wanted, chosen, onChoose, onExplain }: GroupProps) {
  const section = useRef<HTMLElement>(null)
  const [most, setMost] = useState(FIRST_SHOWN)
  useEffect(() => {
    if (wanted) section.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const tag = SEVERITY_TAGS[group.severity]
  const keys = group.findings.map((finding) => finding.key)
  const all = keys.every((key) => chosen.has(key))
  const shown = group.findings.slice(0, most)
  const hidden = group.findings.length - shown.length
  return (
    <section
      className={wanted ? 'sheet finding-group finding-wanted' : 'sheet finding-group'}
      aria-label={group.title}
      ref={section}
    >
      <header className="finding-head">
        {onExplain !== null && (
          <input
            type="checkbox"
            aria-label={`选中“${group.title}”的全部 ${keys.length} 处`}
            checked={all}
            onChange={() => onChoose(keys, !all)}
          />
        )}
        <Tag look={tag.look}>{tag.word}</Tag>
        <h2>{group.title}</h2>
        <span className="quiet number">{group.findings.length} 处</span>
        <span className="finding-rule">
          {group.effect === 'none' ? '' : `${effectWord(group.effect)} · `}规则 {group.rule}
        </span>
      </header>
      <div className="finding-columns">
        <div>
          <ul>
            {shown.map((finding) => (
              <FindingRow
                key={finding.key}
                finding={finding}
                ownRemedy={group.remedy === null}
                chosen={chosen.has(finding.key)}
                onChoose={onExplain === null ? null : (on) => onChoose([finding.key], on)}
                onExplain={onExplain}
              />
            ))}
          </ul>
          {group.findings.length > FIRST_SHOWN && (
            <Button
              look="link"
              aria-expanded={hidden === 0}
              onClick={() => setMost(hidden === 0 ? FIRST_SHOWN : most + MORE_SHOWN)}
            >
              {hidden === 0
                ? '收起'
                : hidden <= MORE_SHOWN
                  ? `还有 ${hidden} 处，全部展开`
                  : `还有 ${hidden} 处，再看 ${MORE_SHOWN} 处`}
            </Button>
          )}
        </div>
        <div>
          <Clause source={group.source} />
          {group.remedy !== null && <p className="finding-remedy">怎么办：{group.remedy}</p>}
        </div>
      </div>
    </section>
  )
}

interface RowProps {
  readonly finding: StatedFindingView
  /** Whose sheet it stands on, where that is not the rule's own. */
  readonly named?: 'person' | 'unit' | null
  readonly ownRemedy: boolean
  readonly chosen: boolean
  readonly onChoose: ((on: boolean) => void) | null
  readonly onExplain: GroupProps['onExplain']
}

/** One case; `named` where the sheet it stands on is a person's or a unit's and the rule has to be said. */
export function FindingRow({ finding, named = null, ownRemedy, chosen, onChoose, onExplain }: RowProps) {
  return (
    <li className="finding-row" data-testid="finding">
      {onChoose === null ? (
        <span />
      ) : (
        <input
          type="checkbox"
          aria-label={`选中：${finding.text}`}
          checked={chosen}
          onChange={() => onChoose(!chosen)}
        />
      )}
      <span className="finding-subject">
        {named === 'person' ? (
          <Tag look={SEVERITY_TAGS[finding.severity].look}>{SEVERITY_TAGS[finding.severity].word}</Tag>
        ) : (
          <FindingSubject
            personId={finding.personId}
            person={finding.person}
            unitId={finding.unitId}
            unit={finding.unit}
          />
        )}
      </span>
      <div>
        {named !== null && (
          <p>
            {named === 'unit' && (
              <Tag look={SEVERITY_TAGS[finding.severity].look}>{SEVERITY_TAGS[finding.severity].word}</Tag>
            )}{' '}
            <strong>{finding.title}</strong>
          </p>
        )}
        <p>{finding.text}</p>
        {named !== null && (
          <details>
            <summary className="quiet">依据</summary>
            <Clause source={finding.source} />
          </details>
        )}
        {ownRemedy && <p className="finding-remedy">怎么办：{finding.remedy}</p>}
        <AlsoBy others={finding.alsoBy} />
        {finding.lapsed !== null && <MarkLine mark={finding.lapsed} lead="说明已到期" />}
        <div className="finding-ways">
          <CureLinks cures={finding.cures} />
          {onExplain !== null && (
            <Button small look="link" onClick={() => onExplain([finding])}>
              说明…
            </Button>
          )}
        </div>
      </div>
    </li>
  )
}
