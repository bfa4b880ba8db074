import type { StandingQuestionView as Question } from '../../electron/contract/ledger-operations.ts'
import { Checkbox } from '../ui/form.tsx'
import './stands-over.css'

interface StandsOverProps {
  readonly questions: readonly Question[]
  /** Keys she named; empty: as proposed. */
  readonly chosen: readonly string[]
  readonly onChange: (keys: readonly string[]) => void
}

/** Asked of every line a change brings over its quota: who is to stand as over. What stands ticked when she saves is her answer. */
export function StandsOver({ questions, chosen, onChange }: StandsOverProps) {
  const ticked = chosen.length > 0 ? chosen : proposedKeys(questions)
  return questions.map((question) => {
    const own = question.people.filter((person) => ticked.includes(person.key)).length
    return (
      <fieldset key={`${question.unitId}|${question.categoryCode}`} className="stands-over" data-testid="stands-over">
        <legend>
          {question.unit} {question.category}：谁列为超编（{question.count} 名）
        </legend>
        <div className="stands-over-people">
          {question.people.map((person) => (
            <Checkbox
              key={person.key}
              label={`${person.name}（${standingWords(person)}）`}
              checked={ticked.includes(person.key)}
              onChange={(on) => onChange(on ? [...ticked, person.key] : ticked.filter((key) => key !== person.key))}
            />
          ))}
        </div>
        {own !== question.count && (
          <p className="stands-over-short" role="alert">
            请恰好选 {question.count} 名，现为 {own} 名
          </p>
        )}
      </fieldset>
    )
  })
}

/** Keys of those who stand as over where nobody says otherwise. */
export function proposedKeys(questions: readonly Question[]): readonly string[] {
  return questions.flatMap((question) => question.people.filter((person) => person.proposed).map(({ key }) => key))
}

/** True where as many are named in every line as stand over in it, and nobody else. */
export function isAnswered(questions: readonly Question[], keys: readonly string[]): boolean {
  const asked = questions.flatMap((question) => question.people.map((person) => person.key))
  return (
    keys.every((key) => asked.includes(key)) &&
    questions.every(({ people, count }) => people.filter((person) => keys.includes(person.key)).length === count)
  )
}

function standingWords(person: Question['people'][number]): string {
  return [
    ...(person.newcomer ? ['本次进入'] : person.since === null ? [] : [`${person.since.slice(0, 7)} 起在此`]),
    ...(person.overUntil === null ? [] : [`超编进入，计划 ${person.overUntil} 前消化`]),
    ...(person.newcomer || person.enteredOn === null ? [] : [`${person.enteredOn.slice(0, 7)} 入编`]),
  ].join('，')
}
