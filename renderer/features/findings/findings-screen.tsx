import { useEffect, useMemo, useRef } from 'react'
import type { FindingView } from '../../../electron/contract/shapes.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useQuery } from '../../api/use-query.ts'
import { Clause } from '../../parts/finding-item.tsx'
import { goTo, openPerson } from '../../text/paths.ts'
import { effectWord, SEVERITY_TAGS } from '../../text/words.ts'
import type { Severity } from '../../text/words.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { useRoute } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { groupFindings } from './group-findings.ts'
import type { FindingGroup } from './group-findings.ts'
import './findings.css'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** What the rules found: the arithmetic, the clause word for word, how to fix, and a way to the row. */
export function FindingsScreen() {
  const { asOf, believedOn, shown } = useAsOf()
  const check = useQuery('check.run', { asOf, believedOn })
  const note = check.data === undefined ? '' : `截至 ${shown}，按 ${check.data.rulesRun} 条规则（${check.data.pack.title}）`
  return (
    <Page title="核查" note={note} actions={<Button onClick={check.refetch} busy={check.loading}>重新核查</Button>}>
      <Answer query={check} rows={10}>
        {(data) => (data.findings.length === 0 ? <EmptyState text={`${data.rulesRun} 条规则都查过了，没有发现问题。`} /> : <Findings findings={data.findings} />)}
      </Answer>
    </Page>
  )
}

function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  const groups = useMemo(() => groupFindings(findings), [findings])
  const wanted = useRoute().params['rule']
  return (
    <>
      {SEVERITIES.map((severity) => {
        const mine = groups.filter((group) => group.severity === severity)
        if (mine.length === 0) return null
        const count = mine.reduce((sum, group) => sum + group.findings.length, 0)
        const heading = `${SEVERITY_TAGS[severity].word} ${count} 处`
        const body = mine.map((group) => <Group key={group.rule} group={group} wanted={group.rule === wanted} />)
        if (severity !== 'info') return <section key={severity} aria-label={heading} className="severity">{body}</section>
        return (
          <details key={severity} className="severity" open={mine.some((group) => group.rule === wanted)}>
            <summary>{heading}：已知情况的说明，不需要处理</summary>
            {body}
          </details>
        )
      })}
    </>
  )
}

function Group({ group, wanted }: { readonly group: FindingGroup; readonly wanted: boolean }) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (wanted) section.current?.scrollIntoView({ block: 'start' })
  }, [wanted])
  const tag = SEVERITY_TAGS[group.severity]
  return (
    <section className={wanted ? 'sheet finding-group finding-wanted' : 'sheet finding-group'} aria-label={group.title} ref={section}>
      <header className="finding-head">
        <Tag look={tag.look}>{tag.word}</Tag>
        <h2>{group.title}</h2>
        <span className="quiet number">{group.findings.length} 处</span>
        <span className="finding-rule">{group.effect === 'none' ? '' : `${effectWord(group.effect)} · `}规则 {group.rule}</span>
      </header>
      <div className="finding-columns">
        <ul>
          {group.findings.map((finding, index) => (
            <Item key={`${finding.personId ?? ''}${finding.unitId ?? ''}${index}`} finding={finding} own={group.remedy === null} />
          ))}
        </ul>
        <div>
          <Clause source={group.source} />
          {group.remedy !== null && <p className="finding-remedy">怎么办：{group.remedy}</p>}
        </div>
      </div>
    </section>
  )
}

function Item({ finding, own }: { readonly finding: FindingView; readonly own: boolean }) {
  const { personId, unit, unitId } = finding
  return (
    <li className="finding-row">
      <span className="finding-subject">
        {personId !== null && (
          <Button look="link" onClick={() => openPerson(personId)}>
            {finding.person}
          </Button>
        )}
        {personId === null && unitId !== null && unit !== null && (
          <Button look="link" onClick={() => goTo('units', { unit: unitId })}>
            {unit}
          </Button>
        )}
        {personId === null && unitId === null && '全乡'}
      </span>
      <div>
        <p>{finding.text}</p>
        {own && <p className="finding-remedy">怎么办：{finding.remedy}</p>}
      </div>
    </li>
  )
}
