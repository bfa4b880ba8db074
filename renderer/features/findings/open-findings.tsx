import { SEVERITIES } from '../../../electron/vocabulary/findings.ts'
import { useMemo, useState } from 'react'
import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { SeenRows, type SeenHead } from '../../parts/seen-rows.tsx'
import type { Severity } from '../../text/words.ts'
import { SEVERITY_TAGS } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Select, TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { EmptyState } from '../../ui/states.tsx'
import { FindingGroupSheet } from './finding-group.tsx'
import { groupBySubject, groupFindings, type FindingOrder, searchFindings, speaksBy } from './group-findings.ts'
import { SubjectSheet } from './subject-sheet.tsx'

const CHOICES = [
  { value: 'all' as const, label: '全部轻重' },
  ...SEVERITIES.map((value) => ({ value, label: SEVERITY_TAGS[value].word })),
]

const ORDERS: readonly { readonly value: FindingOrder; readonly label: string }[] = [
  { value: 'rule', label: '按规则' },
  { value: 'person', label: '按人' },
  { value: 'unit', label: '按机构' },
]

const HEADS: readonly SeenHead[] = [
  ['轻重', 60],
  ['机构', 120],
  ['人员', 80],
  ['问题', 320],
  ['怎么办', 260],
  ['依据', 240],
]

interface OpenFindingsProps {
  readonly findings: readonly StatedFindingView[]
  /** The rule another screen asked for. */
  readonly wanted: string | undefined
  /** Null on a day that is not today: a finding is explained as it stands now. */
  readonly onExplain: ((findings: readonly StatedFindingView[]) => void) | null
}

/** Findings to be settled, by rule; found by typing, chosen one by one or rule by rule. */
export function OpenFindings({ findings, wanted, onExplain }: OpenFindingsProps) {
  const { params } = useRoute()
  const [words, setWords] = useState(params['words'] ?? '')
  const [only, setOnly] = useState<Severity | 'all'>(
    () => SEVERITIES.find((severity) => severity === params['only']) ?? 'all',
  )
  const order = ORDERS.find(({ value }) => value === params['by'])?.value ?? 'rule'
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(
    () => searchFindings(findings, words).filter((finding) => only === 'all' || finding.severity === only),
    [findings, words, only],
  )
  const groups = useMemo(() => groupFindings(shown), [shown])
  const picked = findings.filter((finding) => chosen.has(finding.key))
  const choose = (keys: readonly string[], on: boolean) =>
    setChosen((now) => new Set([...[...now].filter((key) => on || !keys.includes(key)), ...(on ? keys : [])]))
  return (
    <>
      <Toolbar>
        <TextInput
          aria-label="找问题"
          type="search"
          value={words}
          onChange={setWords}
          placeholder="姓名、机构、规则、字句"
          width={240}
        />
        <Select
          aria-label="怎么排"
          value={order}
          onChange={(by) => setParams({ by: by === 'rule' ? null : by }, { replace: true })}
          choices={ORDERS}
          width={100}
        />
        <Select aria-label="轻重" value={only} onChange={setOnly} choices={CHOICES} width={110} />
        <span className="quiet">
          {shown.length === findings.length ? `${findings.length} 处` : `${findings.length} 处里的 ${shown.length} 处`}
        </span>
        <span className="toolbar-end">
          {picked.length > 0 && (
            <Button look="link" onClick={() => setChosen(new Set())}>
              不选了
            </Button>
          )}
          {onExplain !== null && (
            <Button disabled={picked.length === 0} onClick={() => onExplain(picked)}>
              说明选中的{picked.length > 0 ? ` ${picked.length} 处` : ''}…
            </Button>
          )}
        </span>
      </Toolbar>
      {shown.length === 0 && (
        <EmptyState
          text="没有这样的问题。换个说法，或清掉条件。"
          action={
            <Button
              onClick={() => {
                setWords('')
                setOnly('all')
              }}
            >
              清掉条件
            </Button>
          }
        />
      )}
      {order !== 'rule' &&
        groupBySubject(shown, order).map((group) => (
          <SubjectSheet key={group.key} group={group} chosen={chosen} onChoose={choose} onExplain={onExplain} />
        ))}
      {(order === 'rule' ? SEVERITIES : []).map((severity) => {
        const mine = groups.filter((group) => group.severity === severity)
        if (mine.length === 0) return null
        const count = mine.reduce((sum, group) => sum + group.findings.length, 0)
        const heading = `${SEVERITY_TAGS[severity].word} ${count} 处`
        const body = mine.map((group) => (
          <FindingGroupSheet
            key={group.rule}
            group={group}
            wanted={speaksBy(group, wanted)}
            chosen={chosen}
            onChoose={choose}
            onExplain={onExplain}
          />
        ))
        if (severity !== 'info')
          return (
            <section key={severity} aria-label={heading} className="severity">
              {body}
            </section>
          )
        return (
          <details
            key={severity}
            className="severity"
            open={only === 'info' || words.trim() !== '' || mine.some((group) => speaksBy(group, wanted))}
          >
            <summary>{heading}：提醒和已知情况，多数不需要处理</summary>
            {body}
          </details>
        )
      })}
      {shown.length > 0 && (
        <SeenRows
          title="待处理的问题"
          note={words.trim() === '' ? '' : `含“${words.trim()}”`}
          heads={HEADS}
          rows={() =>
            shown.map((one) => [
              SEVERITY_TAGS[one.severity].word,
              one.unit ?? '',
              one.person ?? '',
              one.text,
              one.remedy,
              one.source.cited,
            ])
          }
        />
      )}
    </>
  )
}
