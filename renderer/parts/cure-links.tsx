import type { CureView } from '../../electron/contract/finding-operations.ts'
import { goTo, openExplain, openPerson, openPersonForm } from '../text/paths.ts'
import { Button } from '../ui/button.tsx'
import './cure-links.css'

/** Ways to put a finding right: each opens the form with what is known already, the usual one first. */
export function CureLinks({ cures }: { readonly cures: readonly CureView[] }) {
  if (cures.length === 0) return null
  return (
    <p className="cures">
      {cures.map((cure, place) => (
        <Button key={cure.label} small look={place === 0 ? 'plain' : 'link'} onClick={() => openCure(cure)}>
          {cure.label}
        </Button>
      ))}
    </p>
  )
}

function openCure(cure: CureView): void {
  switch (cure.kind) {
    case 'event': {
      // `who`, not `person`: that one opens the person's page over any screen.
      const { person, ...fields } = cure.fields ?? {}
      return goTo('journal', { tab: 'register', event: cure.event, who: person, ...fields })
    }
    case 'person':
      return cure.form === null || cure.form === undefined
        ? openPerson(cure.personId ?? '')
        : openPersonForm(cure.personId ?? '', cure.form, cure.field ?? null)
    case 'unit':
      return goTo('units', { unit: cure.unitId })
    case 'figure':
      return openExplain(cure.unitId ?? '', cure.category ?? 'other')
    case 'history':
      return goTo('journal', { tab: 'history', who: cure.personId })
    case 'off-quota':
      return goTo('journal', { tab: 'off-quota' })
    case 'records':
      return goTo('records', { kind: cure.record, add: '1', subject: cure.personId })
    case 'rules':
      return goTo('help')
    default:
      return goTo(cure.kind)
  }
}
