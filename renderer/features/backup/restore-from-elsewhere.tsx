import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Folders } from './folders.tsx'
import type { RestoreSource } from './restore-dialog.tsx'

/** A copy that lies on a USB stick or came from another machine. */
export function RestoreFromElsewhere({
  start,
  onChoose,
}: {
  readonly start: string
  readonly onChoose: (source: RestoreSource) => void
}) {
  const [browsing, setBrowsing] = useState(false)
  return (
    <>
      <Button look="link" onClick={() => setBrowsing(true)}>
        从别处的备份恢复…
      </Button>
      {browsing && (
        <Folders
          title="选择备份文件"
          start={start}
          onChooseFile={(path) => {
            setBrowsing(false)
            onChoose({ path, described: path })
          }}
          onClose={() => setBrowsing(false)}
        />
      )}
    </>
  )
}
