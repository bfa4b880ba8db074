import { useState } from 'react'
import {
  OBJECTION_CHANNEL_TITLES,
  OBJECTION_OUTCOME_TITLES,
} from '../../../electron/contract/notice-life-operations.ts'
import { Button } from '../../ui/button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CloseObjection } from './close-objection.tsx'
import { LifeStep } from './life-step.tsx'
import type { NoticeLife } from './notice-life.ts'
import { ReceiveObjection } from './receive-objection.tsx'

type Objection = NoticeLife['objections'][number]

/** One objection on the day it came, with its answer and the entry that put the book right. */
export function ObjectionStep({
  objection,
  life,
  today,
}: {
  readonly objection: Objection
  readonly life: NoticeLife
  readonly today: string
}) {
  const [closing, setClosing] = useState(false)
  return (
    <LifeStep
      title={`异议：${OBJECTION_CHANNEL_TITLES[objection.channel]}`}
      on={objection.receivedOn}
      done={objection.closedOn !== null}
    >
      <p>
        {objection.content}
        {objection.raisedBy !== null && <span className="quiet">（{objection.raisedBy}）</span>}
      </p>
      {objection.outcome === null ? (
        <p>
          <Tag look="amber">未办结</Tag>{' '}
          {life.closing === null && (
            <Button small onClick={() => setClosing(true)}>
              办结…
            </Button>
          )}
        </p>
      ) : (
        <Answered objection={objection} outcome={objection.outcome} />
      )}
      {closing && <CloseObjection objection={objection} today={today} onClose={() => setClosing(false)} />}
    </LifeStep>
  )
}

/** How many came and how they ended; new ones until the notice is closed. */
export function ObjectionSum({ life, today }: { readonly life: NoticeLife; readonly today: string }) {
  const [receiving, setReceiving] = useState(false)
  return (
    <LifeStep title="异议" on={null} done={life.objections.every((one) => one.closedOn !== null)}>
      {life.sentence}。
      {life.closing === null && (
        <Button small onClick={() => setReceiving(true)} data-testid="objection-receive">
          登记异议…
        </Button>
      )}
      {receiving && <ReceiveObjection notice={life.notice} today={today} onClose={() => setReceiving(false)} />}
    </LifeStep>
  )
}

function Answered({
  objection,
  outcome,
}: {
  readonly objection: Objection
  readonly outcome: NonNullable<Objection['outcome']>
}) {
  const { correction } = objection
  return (
    <p>
      <Tag look={outcome === 'corrected' ? 'ink' : 'plain'}>{OBJECTION_OUTCOME_TITLES[outcome]}</Tag>{' '}
      {objection.closedOn} {objection.closedBy}：{objection.answer}
      {correction !== null && (
        <>
          <br />
          台账第 {correction.seq} 条：{correction.text}{' '}
          {!correction.standing && <Tag look="amber">这一条后来撤销了</Tag>}
        </>
      )}
    </p>
  )
}
