import { dropParam } from '../../ui/route.ts'
import { LeadershipExplain } from './leadership-explain.tsx'
import { LineExplain } from './line-explain.tsx'
import { TotalExplain } from './total-explain.tsx'
import './explain.css'

const close = (): void => dropParam('explain')

/** Where a figure comes from. `door` is `unit~category`; without a unit it is the township's total, `~leadership` the 领导职数. */
export function ExplainDrawer({ door }: { readonly door: string }) {
  const [unitId = '', category = ''] = door.split('~')
  if (unitId !== '') return <LineExplain unitId={unitId} category={category} onClose={close} />
  if (category === 'leadership') return <LeadershipExplain onClose={close} />
  return <TotalExplain category={category} onClose={close} />
}
