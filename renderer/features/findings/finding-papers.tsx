import { useState } from 'react'
import type { StatedFindingView } from '../../../electron/contract/finding-operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { CheckPaper } from '../../parts/check-paper.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Select, TextInput } from '../../ui/form.tsx'

/** 问题清单: everything found, the explained too; 整改期限 is that of what is open. */
export function ProblemListPaper({ onClose }: { readonly onClose: () => void }) {
  const { asOf, believedOn } = useAsOf()
  const [deadline, setDeadline] = useState<string | undefined>()
  return (
    <CheckPaper
      title="问题清单"
      question={{ paper: 'problem-list', asOf, believedOn, ...(deadline === undefined ? {} : { deadline }) }}
      onClose={onClose}
    >
      <Deadline value={deadline} onChange={setDeadline} />
    </CheckPaper>
  )
}

const TOWNSHIP = ''

/** 整改通知: one letter a unit, of what is open there. */
export function RectificationPaper({
  findings,
  onClose,
}: {
  readonly findings: readonly StatedFindingView[]
  readonly onClose: () => void
}) {
  const { asOf, believedOn } = useAsOf()
  const units = new Map(
    findings
      .filter((finding) => finding.state === 'open' && finding.severity !== 'info')
      .map((finding) => [finding.unitId ?? TOWNSHIP, finding.unit ?? '全乡']),
  )
  const choices = [...units].map(([value, label]) => ({ value, label }))
  const [unit, setUnit] = useState(choices[0]?.value ?? TOWNSHIP)
  const [deadline, setDeadline] = useState<string | undefined>()
  const [number, setNumber] = useState('')
  const question = {
    paper: 'rectification' as const,
    asOf,
    believedOn,
    ...(unit === TOWNSHIP ? {} : { unitId: unit }),
    ...(deadline === undefined ? {} : { deadline }),
    ...(number === '' ? {} : { number }),
  }
  return (
    <CheckPaper title="整改通知" question={question} onClose={onClose}>
      <label className="paper-field">
        责任单位 <Select aria-label="责任单位" value={unit} onChange={setUnit} choices={choices} width={180} />
      </label>
      <label className="paper-field">
        编号{' '}
        <TextInput aria-label="编号" value={number} onChange={setNumber} placeholder="如 编整〔2026〕1号" width={150} />
      </label>
      <Deadline value={deadline} onChange={setDeadline} />
    </CheckPaper>
  )
}

function Deadline({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}) {
  return (
    <span className="paper-field">
      整改期限 <DateInput aria-label="整改期限" value={value} onChange={onChange} />
      <small className="quiet">不填：一个月</small>
    </span>
  )
}
