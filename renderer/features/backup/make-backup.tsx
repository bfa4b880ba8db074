import { useState } from 'react'
import { refetchQuery, queryEntry } from '../../api/query-cache.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatBytes } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Folders } from './folders.tsx'

/** A verified copy now, beside the book or on a USB stick. */
export function MakeBackup() {
  const backup = useCommand('backup.create')
  const [browsing, setBrowsing] = useState(false)
  const [done, setDone] = useState<{
    readonly path: string
    readonly people: number
    readonly entries: number
    readonly bytes: number
  } | null>(null)
  const make = async (directory?: string) => {
    setBrowsing(false)
    const made = await backup.run(directory === undefined ? {} : { directory })
    if (made === null) return
    setDone(made)
    // A backup changes no book, so nothing tells the lists by itself.
    await Promise.all([
      refetchQuery(queryEntry('backup.list', {}).key),
      refetchQuery(queryEntry('book.status', {}).key),
    ])
  }
  return (
    <>
      <Button onClick={() => setBrowsing(true)} disabled={backup.busy}>
        备份到 U 盘…
      </Button>
      <Button look="main" busy={backup.busy} onClick={() => void make()} data-testid="backup-now">
        立即备份
      </Button>
      {browsing && (
        <Folders
          title="备份到哪个文件夹"
          chooseFolder={{ label: '备份到这里', onChoose: (directory) => void make(directory) }}
          onClose={() => setBrowsing(false)}
        />
      )}
      {done !== null && (
        <Dialog title="已备份并校验" onClose={() => setDone(null)}>
          <p className="backup-path">{done.path}</p>
          <p>
            内有 {done.people} 人、台账 {done.entries} 条，{formatBytes(done.bytes)}。写完后已重新打开核对过。
          </p>
        </Dialog>
      )}
      {backup.error !== null && (
        <Dialog title="没有备份成功" onClose={backup.clearError}>
          <ErrorLine error={backup.error} />
        </Dialog>
      )}
    </>
  )
}
