import type { ReactNode } from 'react'
import { useState } from 'react'
import type { CallInput } from '../../electron/contract/operations.ts'
import { call, toApiError } from '../api/client.ts'
import type { ApiError } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Answer, ErrorLine } from '../ui/states.tsx'
import { Paper } from './paper.tsx'
import './check-paper.css'

interface CheckPaperProps {
  readonly title: string
  readonly question: CallInput<'checkPaper.preview'>
  readonly onClose: () => void
  /** What can be told of the paper: unit, deadline, number. */
  readonly children?: ReactNode
}

/** A paper of 核查 over the screen: as it prints, to print or to keep as a workbook. */
export function CheckPaper({ title, question, onClose, children }: CheckPaperProps) {
  const preview = useQuery('checkPaper.preview', question)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const save = async () => {
    setSaving(true)
    setError(null)
    try {
      const file = await call('checkPaper.file', question)
      saveFile(file.fileName, file.base64)
    } catch (cause) {
      setError(toApiError(cause))
    } finally {
      setSaving(false)
    }
  }
  return (
    <Drawer title={title} label={title} onClose={onClose} wide>
      <div className="check-paper">
        <div className="check-paper-controls">
          {children}
          <Button
            onClick={() => void save()}
            busy={saving}
            disabled={preview.data === undefined || preview.error !== null}
          >
            另存为 xlsx
          </Button>
        </div>
        <ErrorLine error={error} />
        <Answer query={preview} rows={12}>
          {(data) => <Paper preview={data.preview} label={title} fileName={data.title} />}
        </Answer>
      </div>
    </Drawer>
  )
}
