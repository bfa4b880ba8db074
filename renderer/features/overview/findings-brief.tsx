import type { Output } from '../../../electron/contract/operations.ts'
import { goTo } from '../../text/paths.ts'
import type { Severity } from '../../text/words.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'

type Finding = Output<'check.run'>['findings'][number]

const SHOWN = 7

interface BriefProps {
  readonly findings: readonly Finding[]
  readonly counts: Readonly<Record<Severity, number>>
  readonly rulesRun: number
}

interface Group {
  readonly rule: string
  readonly title: string
  readonly severity: Severity
  readonly count: number
}

/** Counts by severity, then one line a rule: what it found and how often. Hints and what has been explained stay on the findings screen. */
export function FindingsBrief({ findings, counts, rulesRun }: BriefProps) {
  const explained = findings.filter((finding) => finding.state === 'explained').length
  const groups = groupByRule(findings.filter((finding) => finding.state === 'open')).filter(
    (group) => group.severity !== 'info',
  )
  return (
    <>
      <p className="sheet-line">
        <span className={counts.error > 0 ? 'red' : ''}>违规 {counts.error}</span> ·{' '}
        <span className={counts.warning > 0 ? 'amber' : ''}>待查 {counts.warning}</span> ·{' '}
        <span className="quiet">提示 {counts.info}</span>
        <span className="quiet">
          （按 {rulesRun} 条规则{explained > 0 && `，其中已说明 ${explained}`}）
        </span>
      </p>
      <ul className="findings-brief">
        {groups.slice(0, SHOWN).map((group) => (
          <li key={group.rule}>
            <Tag look={SEVERITY_TAGS[group.severity].look}>{SEVERITY_TAGS[group.severity].word}</Tag>
            <Button look="link" onClick={() => goTo('findings', { rule: group.rule })}>
              {group.title}
            </Button>
            <span className="quiet number">{group.count} 处</span>
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && (
        <p className="sheet-line">
          <Button look="link" onClick={() => goTo('findings')}>
            还有 {groups.length - SHOWN} 项，看全部
          </Button>
        </p>
      )}
    </>
  )
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

function groupByRule(findings: readonly Finding[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const group = groups.get(finding.rule)
    groups.set(
      finding.rule,
      group === undefined
        ? { rule: finding.rule, title: finding.title, severity: finding.severity, count: 1 }
        : { ...group, count: group.count + 1 },
    )
  }
  return [...groups.values()].sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || b.count - a.count)
}
