import { useMemo, useState } from 'react'
import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import type { Severity } from '../../text/words.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { FindingGroupSheet } from './finding-group.tsx'
import { groupFindings, searchFindings } from './group-findings.ts'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
const CHOICES = [{ value: 'all' as const, label: '全部轻重' }, ...SEVERITIES.map((value) => ({ value, label: SEVERITY_TAGS[value].word }))]

interface OpenFindingsProps {
  readonly findings: readonly StatedFindingView[]
  /** The rule another screen asked for. */
  readonly wanted: string | undefined
  /** Null on a day that is not today: a finding is explained as it stands now. */
  readonly onExplain: ((findings: readonly StatedFindingView[]) => void) | null
}

/** Findings to be settled, by rule; found by typing, chosen one by one or rule by rule. */
export function OpenFindings({ findings, wanted, onExplain }: OpenFindingsProps) {
  const [words, setWords] = useState('')
  const [only, setOnly] = useState<Severity | 'all'>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => searchFindings(findings, words).filter((finding) => only === 'all' || finding.severity === only), [findings, words, only])
  const groups = useMemo(() => groupFindings(shown), [shown])
  const picked = findings.filter((finding) => chosen.has(finding.key))
  const choose = (keys: readonly string[], on: boolean) => setChosen((now) => new Set([...[...now].filter((key) => on || !keys.includes(key)), ...(on ? keys : [])]))
  return (
    <>
      <Toolbar>
        <TextInput aria-label="找问题" type="search" value={words} onChange={setWords} placeholder="姓名、机构、规则、字句" width={240} />
        <Select aria-label="轻重" value={only} onChange={setOnly} choices={CHOICES} width={110} />
        <span className="quiet">{shown.length === findings.length ? `${findings.length} 处` : `${findings.length} 处里的 ${shown.length} 处`}</span>
        <span className="toolbar-end">
          {picked.length > 0 && <Button look="link" onClick={() => setChosen(new Set())}>不选了</Button>}
          {onExplain !== null && <Button disabled={picked.length === 0} onClick={() => onExplain(picked)}>说明选中的{picked.length > 0 ? ` ${picked.length} 处` : ''}…</Button>}
        </span>
      </Toolbar>
      {shown.length === 0 && <EmptyState text="没有这样的问题。换个说法，或清掉条件。" action={<Button onClick={() => { setWords(''); setOnly('all') }}>清掉条件</Button>} />}
      {SEVERITIES.map((severity) => {
        const mine = groups.filter((group) => group.severity === severity)
        if (mine.length === 0) return null
        const count = mine.reduce((sum, group) => sum + group.findings.length, 0)
        const heading = `${SEVERITY_TAGS[severity].word} ${count} 处`
        const body = mine.map((group) => <FindingGroupSheet key={group.rule} group={group} wanted={group.rule === wanted} chosen={chosen} onChoose={choose} onExplain={onExplain} />)
        if (severity !== 'info') return <section key={severity} aria-label={heading} className="severity">{body}</section>
        return (
          <details key={severity} className="severity" open={only === 'info' || words.trim() !== '' || mine.some((group) => group.rule === wanted)}>
            <summary>{heading}：提醒和已知情况，多数不需要处理</summary>
            {body}
          </details>
        )
      })}
    </>
  )
}
