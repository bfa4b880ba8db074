import type { NoticeDoubtView } from '../../../electron/contract/notice-operations.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field, TextArea } from '../../ui/form.tsx'

interface DespiteListProps {
  readonly doubts: readonly NoticeDoubtView[]
  /** A reason is needed, whatever the list. */
  readonly asked: boolean
  readonly ticked: ReadonlySet<string>
  readonly reason: string
  readonly onTick: (ticked: ReadonlySet<string>) => void
  readonly onReason: (reason: string) => void
}

/** What mostly is a slip, to be ticked one by one or all at once, with one reason that stays on the notice's page. */
export function DespiteList({ doubts, asked, ticked, reason, onTick, onReason }: DespiteListProps) {
  if (!asked) return null
  const toggle = (key: string, on: boolean) =>
    onTick(new Set(on ? [...ticked, key] : [...ticked].filter((one) => one !== key)))
  const all = doubts.every((doubt) => ticked.has(doubt.key))
  return (
    <fieldset className="notice-despite">
      <legend>{doubts.length === 0 ? '要写明理由才能发布' : `有 ${doubts.length} 件事要写明理由才能发布`}</legend>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.key}>
            <Checkbox checked={ticked.has(doubt.key)} onChange={(on) => toggle(doubt.key, on)} label={doubt.text} />
          </li>
        ))}
      </ul>
      {doubts.length > 1 && (
        <Button
          look="link"
          onClick={() => onTick(all ? new Set() : new Set(doubts.map((doubt) => doubt.key)))}
          data-testid="despite-all"
        >
          {all ? '都不勾' : `全部勾选 ${doubts.length} 件`}
        </Button>
      )}
      <Field label="发布理由" required hint="记入台账，写在这份公示的办理经过里">
        {(ids) => <TextArea {...ids} value={reason} onChange={onReason} />}
      </Field>
    </fieldset>
  )
}
