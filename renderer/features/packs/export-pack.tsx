import { useState } from 'react'
import { call, toApiError } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { ErrorLine } from '../../ui/states.tsx'

/** A local pack as a file for another township. */
export function ExportPack({ packId }: { readonly packId: string }) {
  const [error, setError] = useState<{ readonly message: string } | null>(null)
  const act = async () => {
    setError(null)
    try {
      const file = await call('pack.export', { pack: packId })
      saveFile(file.fileName, file.base64, 'application/json')
    } catch (cause) {
      setError(toApiError(cause))
    }
  }
  return (
    <>
      <Button onClick={() => void act()}>导出</Button>
      <ErrorLine error={error} />
    </>
  )
}
