import { useState } from 'react'
import type { CardLineView } from '../../../electron/contract/card-operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { CardSheet } from './card-sheet.tsx'
import { CardTargets } from './card-targets.tsx'
import './card.css'

/** 变动卡: the changes that have to be typed into other systems, and the one that is open, field by field in each one's order. */
export function CardDesk() {
  const { card, of, edit } = useRoute().params
  const cards = useQuery('card.list', {})
  const [all, setAll] = useState(false)
  const entry = of === undefined ? undefined : Number(of)
  const asked = card !== undefined || (entry !== undefined && Number.isInteger(entry))
  if (edit !== undefined) return <CardTargets onLeave={() => setParams({ edit: null })} />
  return (
    <div className="card-desk">
      <Toolbar>
        <span className="quiet">登记一次，照各系统的次序逐项复制；录完打勾，没录完的留在待办。</span>
        <span className="toolbar-end">
          <Checkbox label="连同已报完的" checked={all} onChange={setAll} />
          <Button onClick={() => setParams({ edit: '1' })}>报送系统和栏目…</Button>
        </span>
      </Toolbar>
      <Answer query={cards} rows={8}>
        {(data) => {
          const shown = data.cards.filter(({ done, eventId }) => all || !done || eventId === card)
          return (
            <div className="card-columns">
              <CardList cards={shown} chosen={card} />
              {asked ? (
                <CardSheet which={card === undefined ? { entry: entry ?? 0 } : { event: card }} />
              ) : (
                <EmptyState
                  text={
                    shown.length === 0
                      ? '没有要报的变动。登记入编、出编、调整、任职、晋升以后，这里有它的变动卡。'
                      : '从左边选一项变动。'
                  }
                  action={<Button onClick={() => goTo('journal', { tab: 'register' })}>登记变动</Button>}
                />
              )}
            </div>
          )
        }}
      </Answer>
    </div>
  )
}

/** Months back after which the open ones can be ticked off together. */
function CardList({ cards, chosen }: { readonly cards: readonly CardLineView[]; readonly chosen: string | undefined }) {
  const tick = useCommand('card.tick')
  const open = cards.filter(({ done }) => !done)
  const others = open.filter(({ eventId }) => eventId !== chosen)
  const closeAll = async () => {
    const saved = await tick.run({ events: others.map(({ eventId }) => eventId), entered: true })
    if (saved !== null) toastSaved(`${others.length} 件变动已录入各系统`)
  }
  return (
    <nav className="card-list sheet" aria-label="变动卡清单">
      <ul>
        {cards.map((one) => {
          const left = one.ticks.filter(({ enteredOn }) => enteredOn === null)
          return (
            <li key={one.eventId} data-testid="card-line">
              <button
                type="button"
                aria-current={one.eventId === chosen ? 'true' : undefined}
                onClick={() => setParams({ card: one.eventId, of: null })}
              >
                <strong>{one.person}</strong> {one.title} <span className="number quiet">{one.on}</span>
                <small className={left.length === 0 ? 'quiet' : 'amber'}>
                  {left.length === 0 ? '已报完' : `还差 ${left.map(({ target }) => target).join('、')}`}
                </small>
              </button>
            </li>
          )
        })}
      </ul>
      {others.length > 1 && (
        <footer>
          <Button small busy={tick.busy} onClick={() => void closeAll()}>
            其余 {others.length} 件都早已报过
          </Button>
        </footer>
      )}
      <ErrorLine error={tick.error} />
    </nav>
  )
}
