import { useState } from 'react'
import type { BlankKind } from '../../electron/contract/blank-operations.ts'
import { call, toApiError } from '../api/client.ts'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { toastRefused } from '../ui/toast.tsx'

/** An empty workbook with drop-downs, for those who would rather fill one in than type here. */
export function BlankButton({ kind }: { readonly kind: BlankKind }) {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    try {
      const file = await call('blank.file', { kind })
      saveFile(file.fileName, file.base64)
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button busy={busy} onClick={() => void save()} data-testid="blank-file">
      下载空白表（带下拉选项）
    </Button>
  )
}
