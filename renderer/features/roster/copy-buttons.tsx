import { useEffect, useEffectEvent, useState } from 'react'
import type { PersonField } from '../../../electron/vocabulary/person-fields.ts'
import { call, toApiError } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { toastDone, toastRefused } from '../../ui/toast.tsx'
import { CopyDrawer, type CopyFile } from './copy-drawer.tsx'

/** What of the list is seen: its columns that are fields, and its people. */
export interface SeenPeople {
  readonly columns: readonly { readonly field: PersonField; readonly title: string }[]
  readonly personIds: readonly string[]
}

/** 用 WPS 打开 and 取回修改: the list as it is seen goes out as a workbook, and what she changed in it comes back cell by cell. */
export function CopyButtons({ title, seen }: { readonly title: string; readonly seen: () => SeenPeople }) {
  const [busy, setBusy] = useState(false)
  const [taking, setTaking] = useState<CopyFile | 'choose' | null>(null)
  const open = async () => {
    setBusy(true)
    try {
      const { columns, personIds } = seen()
      const { fileName, base64 } = await call('viewCopy.file', {
        title,
        columns: [...columns],
        personIds: [...personIds],
      })
      const { opened } = await call('viewCopy.open', { fileName, base64 })
      if (!opened) saveFile(fileName, base64)
      toastDone(
        opened ? '已打开' : '已存好',
        `${fileName}。${opened ? '' : '请在 WPS 里打开，'}改好保存后点“取回修改”。`,
        null,
      )
    } catch (cause) {
      toastRefused(toApiError(cause).message)
    } finally {
      setBusy(false)
    }
  }
  const take = async () => {
    const { fileName, staged } = await call('viewCopy.look', { take: true })
    setTaking(staged === null || fileName === null ? 'choose' : { fileId: staged.fileId, name: fileName })
  }
  useSavedCopy(() => void take())
  return (
    <>
      <Button small busy={busy} onClick={() => void open()}>
        用 WPS 打开
      </Button>
      <Button small onClick={() => void take()}>
        取回修改…
      </Button>
      {taking !== null && (
        <CopyDrawer
          key={taking === 'choose' ? '' : taking.fileId}
          file={taking === 'choose' ? null : taking}
          onClose={() => setTaking(null)}
        />
      )}
    </>
  )
}

/** Back in this window after the copy was saved in the other: the way to take it back is offered. */
function useSavedCopy(take: () => void): void {
  const onTake = useEffectEvent(take)
  useEffect(() => {
    let told = false
    const onFocus = async () => {
      const { changed, fileName } = await call('viewCopy.look', {}).catch(() => ({ changed: false, fileName: null }))
      if (changed && !told) toastDone('副本保存过', fileName ?? '', { label: '取回修改', act: () => onTake() })
      told = changed
    }
    const listener = () => void onFocus()
    window.addEventListener('focus', listener)
    return () => window.removeEventListener('focus', listener)
  }, [])
}
