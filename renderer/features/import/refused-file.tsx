import { useState } from 'react'
import { call, toApiError } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toastDone, toastRefused } from '../../ui/toast.tsx'
import { importInput } from './import-options.ts'
import type { Import } from './use-import.ts'

/** The refused rows back as a workbook with a column 原因: put right in WPS, it is dropped here again. */
export function RefusedFile({ run }: { readonly run: Import }) {
  const [busy, setBusy] = useState(false)
  const { file, options } = run.state
  if (file === null) return null
  const save = async () => {
    setBusy(true)
    try {
      const made = await call('import.refusedFile', importInput(file.fileId, options))
      saveFile(made.fileName, made.base64)
      toastDone('已存成表格', `被拒绝的 ${made.rows} 行。改好后拖回这里导入。`, null)
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button small busy={busy} onClick={() => void save()} data-testid="refused-file">
      把被拒绝的行存成表格
    </Button>
  )
}
