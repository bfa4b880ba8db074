import type { Input, Output } from '../../contract/operations.ts'
import { reformStaffing } from '../../domain/reform/staffing.ts'
import { stateOn } from '../../domain/state/state-on.ts'
import { loadFacts } from '../../store/load-facts.ts'
import type { QueryContext } from '../context.ts'

/** 竞聘定岗, 未竞聘上岗, 分流, 清退 and 自聘消化 on a day. */
export async function readStaffing(
  input: Input<'reform.staffing'>,
  context: QueryContext,
): Promise<Output<'reform.staffing'>> {
  const facts = await loadFacts(context.db)
  const asOf = input.asOf ?? context.clock.today()
  const staffing = reformStaffing(stateOn(facts, asOf).snapshot, facts)
  return {
    asOf,
    competitions: staffing.competitions.map((one) => ({
      ...one,
      candidates: one.candidates.map((candidate) => ({ ...candidate })),
    })),
    uncompeted: staffing.uncompeted.map((one) => ({ ...one })),
    redeployed: staffing.redeployed.map((one) => ({ ...one })),
    dismissed: staffing.dismissed.map((one) => ({ ...one })),
    runOff: staffing.runOff.map((one) => ({ ...one })),
  }
}
