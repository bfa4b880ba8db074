import type { Input, Output } from '../../contract/operations.ts'
import { CARD_DUTY, tickPeriod, type CardState } from '../../domain/cards/open-cards.ts'
import { personMark } from '../../domain/ledger/journal/person-marks.ts'
import { writeOwnTargets } from '../../store/card-store.ts'
import { readDutyMarks } from '../../store/duty-store.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'
import { drawCard, readCardStates, readTargetsInForce } from './read-cards.ts'

/** Shows a card with whole personal numbers; the entry says who looked at whom and why, and is on the disk before a number is shown. */
export async function revealCard(
  { reason, ...which }: Input<'card.reveal'>,
  context: CommandContext,
): Promise<Output<'card.reveal'>> {
  const { personId, title } = await drawCard(context.db, which, false)
  const draft = { reason, summary: `查看了${personMark(personId)}${title}变动卡上的完整号码` }
  const { result } = await context.commit(draft, (tx) => drawCard(tx, which, true))
  return result
}

/** 已录入: a tick for one target, or for all a change has. @throws `card_gone`, `card_target_unknown`; `invalid_input` where nothing changes. */
export async function tickCards(input: Input<'card.tick'>, context: CommandContext): Promise<Output<'card.tick'>> {
  const today = context.clock.today()
  const { entry } = await context.commit({ effectiveOn: today, summary: '变动报送' }, async (tx, journal) => {
    const cards = await readCardStates(tx)
    const chosen = input.events.map((id) => {
      const card = cards.find(({ subject }) => subject.event.id === id)
      if (card === undefined) throw new Refusal('card_gone')
      return card
    })
    if (
      input.target !== undefined &&
      !chosen.some(({ ticks }) => ticks.some(({ target }) => target.id === input.target))
    )
      throw new Refusal('card_target_unknown')
    const marks = new Map(
      (await readDutyMarks(tx)).filter(({ duty }) => duty === CARD_DUTY).map((mark) => [mark.period, mark.id]),
    )
    const periods = chosen.flatMap((card) => periodsOf(card, input.target, input.entered, marks))
    if (periods.length === 0)
      throw new Refusal('invalid_input', { field: '变动报送', problem: '与现在的一样，没有改动' })
    for (const { period, insert } of periods) {
      const known = marks.get(period)
      if (insert)
        await journal.insert('duty_mark', [
          {
            id: context.newId(),
            duty: CARD_DUTY,
            period,
            done_on: today,
            note: null,
            recorded_at: context.clock.now(),
          },
        ])
      else if (known !== undefined) await journal.remove('duty_mark', known)
    }
    journal.describe({ summary: summaryOf(chosen, input) })
  })
  return { seq: entry.seq }
}

interface MarkChange {
  readonly period: string
  readonly insert: boolean
}

/** Marks to set or to take away. A whole change marked done at once falls apart into its targets when one of them is taken back. */
function periodsOf(
  { subject, ticks }: CardState,
  target: string | undefined,
  entered: boolean,
  marks: ReadonlyMap<string, string>,
): readonly MarkChange[] {
  const { id } = subject.event
  const own = ticks.filter((tick) => target === undefined || tick.target.id === target)
  const period = (targetId: string) => tickPeriod(id, targetId)
  if (entered)
    return own
      .filter(({ enteredOn }) => enteredOn === null)
      .map((tick) => ({ period: period(tick.target.id), insert: true }))
  const single = own
    .map((tick) => period(tick.target.id))
    .filter((one) => marks.has(one))
    .map((one) => ({ period: one, insert: false }))
  if (!marks.has(id)) return single
  const others = ticks
    .filter((tick) => !own.includes(tick) && !marks.has(period(tick.target.id)))
    .map((tick) => ({ period: period(tick.target.id), insert: true }))
  return [...single, { period: id, insert: false }, ...others]
}

/** The journal names nobody. */
function summaryOf(chosen: readonly CardState[], { target, entered }: Input<'card.tick'>): string {
  const [first] = chosen
  const system =
    target === undefined ? '各系统' : (first?.ticks.find((tick) => tick.target.id === target)?.target.title ?? '')
  const what =
    chosen.length === 1 && first !== undefined
      ? `${personMark(first.subject.personId)}${first.title}`
      : `${chosen.length} 件变动`
  return `${what}${entered ? '已录入' : '改回未录入'}${system}`
}

/** The targets and the order of their fields, as the clerk has them. */
export async function setCardTargets(
  { targets }: Input<'card.setTargets'>,
  context: CommandContext,
): Promise<Output<'card.setTargets'>> {
  const { entry } = await context.commit({ summary: '改报送系统' }, async (tx, journal) => {
    const before = await readTargetsInForce(tx)
    await writeOwnTargets(tx, journal, targets === null ? null : JSON.stringify(targets), context.clock.now())
    const after = await readTargetsInForce(tx)
    if (JSON.stringify(before) === JSON.stringify(after))
      throw new Refusal('invalid_input', { field: '报送系统', problem: '与现在的一样，没有改动' })
    journal.describe({
      summary: `改报送系统：${after.map(({ title, columns }) => `${title} ${columns.length} 项`).join('，')}`,
    })
  })
  return { seq: entry.seq }
}
