import { goTo, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'

interface SubjectProps {
  readonly personId: string | null
  readonly person: string | null
  readonly unitId: string | null
  readonly unit: string | null
}

/** Whom or what a finding is about, as a door. */
export function FindingSubject({ personId, person, unitId, unit }: SubjectProps) {
  if (personId !== null) {
    return (
      <>
        <Button look="link" onClick={() => openPerson(personId)}>
          {person}
        </Button>
        {unit !== null && <small className="quiet">{unit}</small>}
      </>
    )
  }
  if (unitId !== null && unit !== null) {
    return (
      <Button look="link" onClick={() => goTo('units', { unit: unitId })}>
        {unit}
      </Button>
    )
  }
  return <>全乡</>
}
