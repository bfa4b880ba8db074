import { useState } from 'react'
import type { CallInput } from '../../electron/contract/operations.ts'
import { call, toApiError } from '../api/client.ts'
import { useQuery } from '../api/use-query.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { saveFile } from '../ui/save-file.ts'
import { Answer } from '../ui/states.tsx'
import { toastRefused } from '../ui/toast.tsx'
import { Paper } from './paper.tsx'

type SeenList = CallInput<'listPaper.preview'>

/** Heads and lines as the screen has them. */
interface Seen {
  readonly columns: readonly SeenList['columns'][number][]
  readonly rows: readonly (readonly string[])[]
  readonly headings?: readonly number[]
}

/** 打印所见 and 导出所见: the list as it stands on the screen, its columns, order and filter. */
export function SeenListButtons({
  title,
  note,
  seen,
}: {
  readonly title: string
  readonly note: string
  readonly seen: () => Seen
}) {
  const listed = (): SeenList => {
    const { columns, rows, headings = [] } = seen()
    return { title, note, columns: [...columns], rows: rows.map((row) => [...row]), headings: [...headings] }
  }
  const [printed, setPrinted] = useState<SeenList | null>(null)
  const [saving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      const file = await call('listPaper.file', listed())
      saveFile(file.fileName, file.base64)
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    } finally {
      setSaving(false)
    }
  }
  return (
    <>
      <Button small onClick={() => setPrinted(listed())}>
        打印所见…
      </Button>
      <Button small busy={saving} onClick={() => void save()}>
        导出所见
      </Button>
      {printed !== null && <PrintedList list={printed} onClose={() => setPrinted(null)} />}
    </>
  )
}

function PrintedList({ list, onClose }: { readonly list: SeenList; readonly onClose: () => void }) {
  const preview = useQuery('listPaper.preview', list)
  return (
    <Drawer title="打印所见" label="打印所见" onClose={onClose} wide>
      <Answer query={preview} rows={12}>
        {(data) => <Paper preview={data.preview} label={list.title} fileName={data.title} />}
      </Answer>
    </Drawer>
  )
}
