import { useState } from 'react'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { DifferenceTable } from '../../parts/difference-table.tsx'

/** To what it handed in before; units that could not be matched are matched here, once. */
export function TownshipDifferences({ asked }: { readonly asked: string }) {
  const query = useQuery('county.differences', { township: asked })
  const answer = query.data
  if (answer === undefined || answer.from === null) return null
  return (
    <Sheet title="与上次的不同" note={`${answer.from} 到 ${answer.to}，${answer.differences.length} 处`}>
      {answer.unmatched.map((name) => (
        <MatchUnit key={name} asked={asked} name={name} former={answer.former} />
      ))}
      {answer.differences.length > 0 && <DifferenceTable differences={answer.differences} />}
    </Sheet>
  )
}

function MatchUnit({
  asked,
  name,
  former,
}: {
  readonly asked: string
  readonly name: string
  readonly former: readonly string[]
}) {
  const match = useCommand('county.matchUnit')
  const [chosen, setChosen] = useState('')
  if (former.length === 0) return null
  const run = async () => {
    if ((await match.run({ township: asked, name, former: chosen })) !== null) toastSaved(`“${name}”已对上，以后不再问`)
  }
  return (
    <div className="county-form county-line">
      <span>“{name}”以前叫什么？</span>
      <Select
        id={`former-${name}`}
        aria-label={`${name}以前叫什么`}
        value={chosen}
        onChange={setChosen}
        choices={[{ value: '', label: '是新设的' }, ...former.map((one) => ({ value: one, label: one }))]}
      />
      <Button disabled={chosen === ''} busy={match.busy} onClick={() => void run()}>
        记下
      </Button>
      <ErrorLine error={match.error} />
    </div>
  )
}
