import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input, Output } from '../../contract/operations.ts'
import { GATE_TITLES } from '../../contract/pack-shapes.ts'
import { ALWAYS_BLOCKS } from '../../domain/ledger/planning/gates.ts'
import { ruleById } from '../../domain/rules/registry.ts'
import { writeSetting } from '../../store/pack-store.ts'
import type { CommandContext } from '../context.ts'
import { gateSetting } from '../packs/find-pack.ts'

/** What a rule's finding does to an event about to be saved. @throws `invalid_input` for no rule, and for D1, which always refuses */
export async function setGate(input: Input<'gate.set'>, context: CommandContext): Promise<Output<'gate.set'>> {
  const rule = ruleById(input.rule)
  if (rule === undefined) throw new Refusal('invalid_input', { field: '规则', problem: `没有 ${input.rule} 这条规则` })
  if (rule.id === ALWAYS_BLOCKS)
    throw new Refusal('invalid_input', { field: '规则', problem: '一号两人始终拦截，不能改' })
  const words = input.gate === null ? '恢复为规则自己的处理' : `改为${GATE_TITLES[input.gate]}`
  const { entry } = await context.commit({ summary: `规则 ${rule.id} 登记时${words}` }, (tx, journal) =>
    writeSetting(tx, journal, gateSetting(rule.id), input.gate, context.clock.now()),
  )
  return { seq: entry.seq }
}
