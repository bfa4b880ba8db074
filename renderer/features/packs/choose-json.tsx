import { useEffect, useEffectEvent, useState } from 'react'
import { toApiError } from '../../api/client.ts'
import { stageFile, type StagedFile } from '../../parts/stage-file.ts'
import { ErrorLine } from '../../ui/states.tsx'

/**
 * A .json file handed to the core. Choosing anew begins with null: the file before is not taken by mistake, and the same one may be chosen
 * again, put right.
 */
export function ChooseJson({
  label,
  given,
  onStaged,
}: {
  readonly label: string
  /** A file that was handed over already. */
  readonly given?: File | undefined
  readonly onStaged: (file: StagedFile | null) => void
}) {
  const [error, setError] = useState<{ readonly message: string } | null>(null)
  const begin = () => {
    setError(null)
    onStaged(null)
  }
  const take = async (file: File) => {
    begin()
    try {
      onStaged(await stageFile(file))
    } catch (cause) {
      setError(toApiError(cause))
    }
  }
  const staged = useEffectEvent(onStaged)
  useEffect(() => {
    if (given !== undefined)
      stageFile(given).then(
        (file) => staged(file),
        (cause: unknown) => setError(toApiError(cause)),
      )
  }, [given])
  return (
    <>
      <label className="packs-file">
        {label}
        <input
          type="file"
          accept=".json,application/json"
          onClick={(event) => {
            event.currentTarget.value = ''
            begin()
          }}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file !== undefined) void take(file)
          }}
        />
      </label>
      <ErrorLine error={error} />
    </>
  )
}
