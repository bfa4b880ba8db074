import { useEffect, useState } from 'react'
import type { CardView } from '../../../electron/contract/card-operations.ts'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { holdsWholeId } from '../../ui/forget-copies.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, TextInput } from '../../ui/form.tsx'
import { setParams } from '../../ui/route.ts'
import { printOnly } from '../../ui/print.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toastDone, toastRefused, toastSaved } from '../../ui/toast.tsx'
import { rowText } from './card-text.ts'

type Target = CardView['targets'][number]

/** One change for all its systems: values to copy, papers to bring, a tick for each that has it. */
export function CardSheet({ which }: { readonly which: CallInput<'card.read'> }) {
  const card = useQuery('card.read', which)
  const [told, setTold] = useState<CardView | null>(null)
  const [asking, setAsking] = useState(false)
  // Reached by the entry that registered it, the address names the change from here on.
  const found = which.event === undefined ? card.data?.eventId : undefined
  useEffect(() => {
    if (found !== undefined) setParams({ card: found, of: null }, { replace: true })
  }, [found])
  return (
    <Answer query={card} rows={14}>
      {(masked) => {
        // Whole numbers stay on the screen for this change alone; the ticks are always the newest.
        const whole = told?.eventId === masked.eventId ? told : null
        const targets = masked.targets.map((target) => ({
          ...target,
          values: whole?.targets.find(({ targetId }) => targetId === target.targetId)?.values ?? target.values,
        }))
        const hidden = targets.some(({ values }) => values.some((value) => value.masked))
        return (
          <section className="card-sheet" aria-label={`${masked.person}${masked.title}变动卡`} data-print-part="card">
            <header className="card-head">
              <h2>
                <Button look="link" onClick={() => openPerson(masked.personId)}>
                  {masked.person}
                </Button>{' '}
                {masked.title} <span className="number">{masked.on}</span>
              </h2>
              <span className="card-actions">
                {hidden && <Button onClick={() => setAsking(true)}>显示完整号码…</Button>}
                {whole !== null && <Button onClick={() => setTold(null)}>重新遮住号码</Button>}
                <Button onClick={() => printOnly('card')}>打印…</Button>
              </span>
            </header>
            <Papers papers={masked.papers} />
            <div className="card-targets">
              {targets.map((target) => (
                <TargetSheet
                  key={target.targetId}
                  target={target}
                  eventId={masked.eventId}
                  onAsk={() => setAsking(true)}
                />
              ))}
            </div>
            {asking && (
              <RevealCard
                eventId={masked.eventId}
                systems={targets.map(({ target }) => target).join('、')}
                onClose={() => setAsking(false)}
                onShown={setTold}
              />
            )}
          </section>
        )
      }}
    </Answer>
  )
}

function Papers({ papers }: { readonly papers: CardView['papers'] }) {
  if (papers.length === 0) return null
  return (
    <div className="card-papers" aria-label="材料清单">
      <strong>材料清单</strong>
      <ul>
        {papers.map(({ title, seen }) => (
          <li key={title}>
            {seen ? '☑' : '☐'} {title}
            {seen && <span className="quiet">（登记时见到）</span>}
          </li>
        ))}
      </ul>
      <small className="quiet">各地要求不同，以受理部门的清单为准。</small>
    </div>
  )
}

function TargetSheet({
  target,
  eventId,
  onAsk,
}: {
  readonly target: Target
  readonly eventId: string
  readonly onAsk: () => void
}) {
  const tick = useCommand('card.tick')
  const hidden = target.values.some(({ masked }) => masked)
  const put = async (entered: boolean) => {
    const saved = await tick.run({ events: [eventId], target: target.targetId, entered })
    if (saved !== null) toastSaved(`${target.target}${entered ? '已录入' : '改回未录入'}`)
  }
  const copy = async (what: string, text: string) => {
    if (await copyText(text)) toastDone('已复制', holdsWholeId(text) ? `${what}（一分钟后从剪贴板清掉）` : what, null)
    else toastRefused('这台电脑不让程序写剪贴板。请选中文字后按 Ctrl+C。')
  }
  const copyRow = (withHead: boolean) => {
    // A masked number is of no use in another system.
    if (hidden) onAsk()
    else void copy(`${target.target}一行，${target.values.length} 项`, rowText(target.values, withHead))
  }
  return (
    <section className="sheet card-target" aria-label={target.target} data-testid="card-target">
      <header className="sheet-head">
        <h2>{target.target}</h2>
        <div className="sheet-note">
          {target.enteredOn === null ? (
            <Tag look="amber">未录入</Tag>
          ) : (
            <Tag look="plain">已录入 {target.enteredOn.slice(5)}</Tag>
          )}
        </div>
        <div className="sheet-actions">
          <Button small onClick={() => copyRow(false)}>
            复制一行
          </Button>
          <Button small onClick={() => copyRow(true)}>
            连表头
          </Button>
          <Checkbox label="已录入" checked={target.enteredOn !== null} onChange={(on) => void put(on)} />
        </div>
      </header>
      <ErrorLine error={tick.error} />
      <table className="grid card-values">
        <tbody>
          {target.values.map(({ title, value, masked }) => (
            <tr key={`${title} ${value ?? ''}`}>
              <th scope="row">{title}</th>
              <td className={value === null ? 'quiet' : undefined}>{value ?? '—'}</td>
              <td className="card-copy">
                {value !== null && (
                  <Button
                    small
                    look="link"
                    aria-label={`复制${title}`}
                    onClick={() => (masked ? onAsk() : void copy(title, value))}
                  >
                    复制
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Whole numbers are shown once she says why; the entry is written before they are. */
function RevealCard({
  eventId,
  systems,
  onClose,
  onShown,
}: {
  readonly eventId: string
  readonly systems: string
  readonly onClose: () => void
  readonly onShown: (card: CardView) => void
}) {
  const [reason, setReason] = useState(`录入${systems}`)
  const reveal = useCommand('card.reveal')
  const confirm = async () => {
    const card = await reveal.run({ event: eventId, reason })
    if (card === null) return
    onShown(card)
    onClose()
  }
  return (
    <Dialog
      title="显示完整号码？"
      onClose={onClose}
      confirm={{ label: '显示', onConfirm: () => void confirm(), busy: reveal.busy, disabled: reason.trim() === '' }}
    >
      <p>谁在什么时候看了谁的号码、为什么看，会记入台账。</p>
      <Field label="理由" required>
        {(ids) => <TextInput {...ids} value={reason} onChange={setReason} autoFocus />}
      </Field>
      <ErrorLine error={reveal.error} />
    </Dialog>
  )
}
