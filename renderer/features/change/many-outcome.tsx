import { useEffect, useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { GATE_NAMES } from '../../../electron/vocabulary/findings.ts'
import { useQuery } from '../../api/use-query.ts'
import { Tag } from '../../ui/tag.tsx'

type Events = CallInput<'event.previewMany'>['events']

/** A moment after the last key. */
const REST_MS = 400
/** Of more people what comes of it is told once it is saved: it is not worked out at every cell. */
export const FORETOLD = 300
const SHOWN = 5

interface ManyOutcomeProps {
  /** Null while a line cannot be read. */
  readonly events: Events | null
  /** Names, in the order of the events. */
  readonly names: readonly string[]
}

/** What will be true after saving, before it is saved: the numbers that move, the problems that come of it, and who cannot be registered so. */
export function ManyOutcome({ events, names }: ManyOutcomeProps) {
  const text = events === null || events.length === 0 ? null : JSON.stringify(events)
  const [asked, setAsked] = useState<string | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text), REST_MS)
    return () => window.clearTimeout(timer)
  }, [text])
  const told = useQuery(
    'event.previewMany',
    asked === null || asked !== text ? null : { events: JSON.parse(asked) as Events },
  ).data?.told
  if (told === undefined) return null
  const against = told.flatMap(({ problem }, place) => (problem === null ? [] : [`${names[place] ?? ''}：${problem}`]))
  const sentences = told.flatMap((one) => one.sentences)
  const created = told.flatMap((one) => one.created)
  return (
    <section className="many-outcome" aria-label="登记后会怎样" data-testid="many-outcome">
      <h3>登记后</h3>
      {sentences.length === 0 && against.length === 0 && <p className="quiet">编制数字不变。</p>}
      <Lines texts={sentences} />
      {created.length > 0 && <h3>会产生 {created.length} 个问题</h3>}
      <ul>
        {created.slice(0, SHOWN).map((finding) => (
          <li key={`${finding.rule}${finding.text}`}>
            <Tag look={finding.gate === 'block' ? 'solid-red' : finding.gate === 'record' ? 'amber' : 'outline'}>
              {GATE_NAMES[finding.gate]}
            </Tag>{' '}
            {finding.text}
          </li>
        ))}
        {created.length > SHOWN && <li className="quiet">共 {created.length} 个。</li>}
      </ul>
      {against.length > 0 && <h3>还不能登记 {against.length} 人</h3>}
      <Lines texts={against} />
    </section>
  )
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <ul>
      {[...new Set(texts)].slice(0, SHOWN).map((text) => (
        <li key={text}>{text}</li>
      ))}
      {texts.length > SHOWN && <li className="quiet">共 {texts.length} 条。</li>}
    </ul>
  )
}
