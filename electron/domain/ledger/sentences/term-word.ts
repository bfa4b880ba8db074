import { HOLDING_KIND_NAMES, type Holding } from '../../model/person.ts'

/** 借出, 借入 or 挂职, whichever way: 挂职 outside is kept as a 借出 whose remark says so. */
export function termWord(holding: Pick<Holding, 'kind' | 'remark'>): string {
  return isAttachment(holding) ? '挂职' : HOLDING_KIND_NAMES[holding.kind]
}

/** True for 挂职, here or outside. */
export function isAttachment(holding: Pick<Holding, 'kind' | 'remark'>): boolean {
  return holding.kind === 'attached' || (holding.kind === 'secondedOut' && holding.remark === '挂职')
}
