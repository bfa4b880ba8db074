import { useState } from 'react'
import type { ReformShown, ReformStepView } from '../../../electron/contract/reform-operations.ts'
import { GATE_NAMES } from '../../../electron/vocabulary/findings.ts'
import { REFORM_COUNT_LIST, STEP_STATE_NAMES } from '../../../electron/vocabulary/reform.ts'
import { codesOf } from '../../../electron/vocabulary/code-list.ts'
import { call, toApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'
import { DraftBoard, type Placed } from './draft-board.tsx'
import { ForceDialog } from './force-dialog.tsx'
import { StepForm } from './step-form.tsx'

/** One draft: its steps, the township as it leaves it, and what it brings. */
export function PlanDesk({ plan }: { readonly plan: string }) {
  const query = useQuery('reform.show', { plan })
  return (
    <Answer query={query} rows={10}>
      {(shown) => <Desk shown={shown} />}
    </Answer>
  )
}

function Desk({ shown }: { readonly shown: ReformShown }) {
  const [asking, setAsking] = useState<'step' | 'force' | null>(null)
  const add = useCommand('reform.addSteps')
  const { plan } = shown
  const drafting = plan.state === 'draft'
  const move = (person: Placed, unit: string) => {
    const step = { type: 'move', person: person.personId, unit, post: person.post } as const
    void add.run({ plan: plan.id, steps: [step] }).then((done) => done !== null && toastSaved(done.texts[0] ?? ''))
  }
  return (
    <div className="reform-desk">
      <Sheet
        title={plan.title}
        note={`施行日 ${plan.day}${plan.document === null ? '，还没有文号' : `，${plan.document.number}`}`}
        actions={
          <>
            <ExportPlan plan={plan.id} />
            {drafting && (
              <>
                <Button onClick={() => setAsking('step')}>加一步</Button>
                <Button look="main" disabled={shown.steps.length === 0} onClick={() => setAsking('force')}>
                  施行…
                </Button>
              </>
            )}
          </>
        }
      >
        {!drafting && <p className="quiet">已施行。要重新起草，在“变动”的历史里撤销施行的那一条。</p>}
        {drafting && plan.movedOn > 0 && <MovedOn shown={shown} />}
        {drafting && <StepList plan={plan.id} steps={shown.steps} />}
        {!drafting && (
          <ol className="reform-steps">
            {shown.steps.map((step) => (
              <li key={step.id}>{step.was ?? step.text}</li>
            ))}
          </ol>
        )}
        <ErrorLine error={add.error} />
      </Sheet>
      {drafting && (
        <>
          <Sheet title="方案里的机构和人" note={`截至 ${plan.day}`}>
            <DraftBoard board={shown.board} editable={drafting} onMove={move} />
          </Sheet>
          <Outcome shown={shown} />
        </>
      )}
      {asking === 'step' && <StepForm plan={plan.id} board={shown.board} onClose={() => setAsking(null)} />}
      {asking === 'force' && <ForceDialog shown={shown} onClose={() => setAsking(null)} />}
    </div>
  )
}

function ExportPlan({ plan }: { readonly plan: string }) {
  const save = async () => {
    try {
      const file = await call('reform.export', { plan })
      saveFile(file.fileName, file.base64, 'application/json')
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    }
  }
  return <Button onClick={() => void save()}>导出</Button>
}

/** The book moved on: what happened since, and the way to hold the draft against it. */
function MovedOn({ shown }: { readonly shown: ReformShown }) {
  const rebase = useCommand('reform.rebase')
  const lost = shown.steps.filter(({ state }) => state === 'conflict').length
  const act = async (dropConflicts: boolean) => {
    const done = await rebase.run({ plan: shown.plan.id, dropConflicts })
    if (done !== null) toastSaved('已按现在的编制本重新核对')
  }
  return (
    <div className="reform-moved" role="status">
      <p>
        起草以后编制本又登记了 {shown.moved.length} 条：
        {shown.moved.map(({ seq, text }) => `第 ${seq} 条 ${text}`).join('；')}
      </p>
      <Button small busy={rebase.busy} onClick={() => void act(false)}>
        重新核对
      </Button>
      {lost > 0 && (
        <Button small busy={rebase.busy} onClick={() => void act(true)}>
          去掉行不通的 {lost} 步
        </Button>
      )}
      <ErrorLine error={rebase.error} />
    </div>
  )
}

function StepList({ plan, steps }: { readonly plan: string; readonly steps: readonly ReformStepView[] }) {
  const drop = useCommand('reform.dropSteps')
  if (steps.length === 0) return <p className="quiet">还没有步骤。加一步，或在下面把人拖到另一个机构。</p>
  return (
    <>
      <ol className="reform-steps" aria-label="步骤">
        {steps.map((step) => (
          <li key={step.id} data-state={step.state}>
            <span className="reform-step">
              <strong>{step.title}</strong>
              <span>{step.text}</span>
              {step.state !== 'works' && <Tag look="solid-red">{STEP_STATE_NAMES[step.state]}</Tag>}
              {step.was !== null && <span className="quiet">起草时：{step.was}</span>}
              {step.problem !== null && <span className="reform-problem">{step.problem}</span>}
            </span>
            <Button
              small
              look="quiet"
              aria-label={`去掉第 ${step.place + 1} 步`}
              onClick={() => void drop.run({ plan, steps: [step.id] })}
            >
              去掉
            </Button>
          </li>
        ))}
      </ol>
      <ErrorLine error={drop.error} />
    </>
  )
}

/** Numbers before and with the draft, and the findings that come and go. */
function Outcome({ shown }: { readonly shown: ReformShown }) {
  const codes = codesOf(REFORM_COUNT_LIST)
  return (
    <Sheet title="施行以后" note="和施行日不施行相比">
      <table className="grid reform-counts" aria-label="数字">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className="number">
              不施行
            </th>
            <th scope="col" className="number">
              施行
            </th>
            <th scope="col" className="number">
              变化
            </th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => {
            const [before, after] = [shown.before.counts[code], shown.after.counts[code]]
            return (
              <tr key={code} className={before === after ? 'quiet' : ''}>
                <th scope="row">{REFORM_COUNT_LIST[code].title}</th>
                <td className="number">{before}</td>
                <td className="number">{after}</td>
                <td className="number">
                  {before === after ? '' : after > before ? `+${after - before}` : after - before}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <h3>会引起 {shown.created.length} 个问题</h3>
      <ul className="reform-findings" aria-label="会引起的问题">
        {shown.created.map((finding, place) => (
          <li key={`${finding.rule} ${place}`}>
            <Tag look={finding.severity === 'error' ? 'solid-red' : 'outline'}>{GATE_NAMES[finding.gate]}</Tag>
            {finding.text}
          </li>
        ))}
      </ul>
      <h3>会消除 {shown.cured.length} 个问题</h3>
      <ul className="reform-findings">
        {shown.cured.map((finding, place) => (
          <li key={`${finding.rule} ${place}`}>{finding.text}</li>
        ))}
      </ul>
    </Sheet>
  )
}
