import type { Input, Output } from '../../contract/operations.ts'
import { withNames } from '../../domain/ledger/journal/person-marks.ts'
import { assessDraft } from '../../domain/reform/assess-draft.ts'
import { sentenceOn, type KeptStep } from '../../domain/reform/reform-step.ts'
import { reformStaffing, type Competition } from '../../domain/reform/staffing.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import { writeFacts } from '../../store/write-facts.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CommandContext } from '../context.ts'
import { refuseUnready } from '../ledger/add-event.ts'
import { conflictsOf } from './edit-plan.ts'
import { toolsOf } from './plan-rows.ts'

/**
 * 竞聘结果办理任职: whoever was chosen for the post moves there, in one entry, once the posting is over without an objection that holds.
 * @throws `competition_unknown`, `competition_not_ready`, `reform_conflicts`, `event_blocked`, `event_needs`
 */
export async function appointChosen(
  input: Input<'reform.appoint'>,
  context: CommandContext,
): Promise<Output<'reform.appoint'>> {
  const reason = input.reason === undefined || input.reason === '' ? null : input.reason
  const { result, entry } = await context.commit({ reason, summary: '竞聘结果任职' }, async (tx, journal) => {
    const facts = await loadFacts(tx)
    const { competitions } = reformStaffing(stateOn(facts, input.on).snapshot, facts)
    const found = competitions.find(({ code }) => code === input.code)
    if (found === undefined)
      throw new Refusal('competition_unknown', {
        code: input.code,
        available: competitions.map(({ code }) => code).join('、') || '还没有登记竞聘岗位',
      })
    const chosen = requireReady(found, input.on)
    const steps = chosen.map((personId): KeptStep => ({
      id: personId,
      said: '',
      step: { type: 'move', person: personId, unit: found.unitId, post: found.post },
    }))
    const frame = { on: input.on, document: input.document }
    const draft = assessDraft(facts, steps, frame, toolsOf(context), reason !== null)
    const conflicts = conflictsOf(draft, steps, { day: input.on })
    if (conflicts.length > 0)
      throw new Refusal('reform_conflicts', { count: conflicts.length, list: conflicts.join('') })
    refuseUnready({
      created: draft.created.map(({ finding, gate }) => ({ gate, text: finding.text })),
      needs: draft.needs,
    })
    await writeFacts(journal, draft.writes)
    const says = draft.outcomes.map((outcome) => sentenceOn(outcome.says ?? '', input.on))
    journal.describe({
      summary: `竞聘岗位${found.code}任职：${says.join('；')}`,
      effectiveOn: input.on,
      documentNumber: input.document.number,
    })
    const names = new Map(draft.facts.person.map((person) => [person.id, person.name]))
    return says.map((text) => withNames(text, names))
  })
  return { seq: entry.seq, texts: result }
}

/** Who is to be seated. @throws `competition_not_ready` with what stands against it */
function requireReady(found: Competition, on: string): readonly string[] {
  const refuse = (why: string): never => {
    throw new Refusal('competition_not_ready', { code: found.code, post: found.post, why })
  }
  const chosen = found.candidates.filter(({ result }) => result === 'chosen')
  if (chosen.length === 0) return refuse('还没有拟聘人员')
  if (chosen.length > found.seats) return refuse(`拟聘 ${chosen.length} 人，多于聘用人数 ${found.seats}`)
  if (found.method !== 'appointed') {
    if (found.noticeTo === null) return refuse('还没有登记公示的起止日期')
    if (on <= found.noticeTo) return refuse(`公示到 ${found.noticeTo}，任职日应在期满以后`)
    if (found.noticeResult === null) return refuse('还没有登记公示结果')
    if (found.noticeResult === 'upheld') return refuse('公示期间的异议成立')
  }
  const declined = chosen.filter(({ unitChoice }) => found.method === 'mutual' && unitChoice !== 'agreed')
  if (declined.length > 0) return refuse(`双向选择还没有单位同意：${declined.map(({ name }) => name).join('、')}`)
  const waiting = chosen.filter(({ seated }) => !seated)
  return waiting.length === 0 ? refuse('拟聘人员都已任职') : waiting.map(({ personId }) => personId)
}
