import { useRef, useState } from 'react'
import { toApiError, type ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { stageFile } from '../../parts/stage-file.ts'
import { formatBytes } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import type { NoticeLife } from './notice-life.ts'

type Photo = NoticeLife['photos'][number]

/** Photos of the wall; more can be added until the notice is archived. */
export function PhotoList({ life }: { readonly life: NoticeLife }) {
  const picker = useRef<HTMLInputElement>(null)
  const add = useCommand('notice.addPhoto')
  const [unread, setUnread] = useState<ApiError | null>(null)
  const [shown, setShown] = useState<Photo | null>(null)
  const take = async (file: File) => {
    setUnread(null)
    try {
      const { fileId } = await stageFile(file)
      if ((await add.run({ noticeId: life.notice.id, fileId })) !== null) toastSaved(`附照片 ${file.name}`)
    } catch (cause) {
      setUnread(toApiError(cause))
    }
  }
  return (
    <>
      {life.photos.map((photo) => (
        <p key={photo.id}>
          <Button look="link" onClick={() => setShown(photo)}>
            {photo.fileName}
          </Button>{' '}
          <span className="quiet">
            {formatBytes(photo.bytes)}，校验值 {photo.sha256.slice(0, 8)}
          </span>
        </p>
      ))}
      {life.archive === null && (
        <Button small busy={add.busy} onClick={() => picker.current?.click()}>
          附张贴现场的照片…
        </Button>
      )}
      <input
        ref={picker}
        type="file"
        accept=".jpg,.jpeg,.png,.pdf"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="张贴现场的照片"
        data-testid="notice-photo"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void take(file)
          event.target.value = ''
        }}
      />
      <ErrorLine error={unread ?? add.error} />
      {shown !== null && <PhotoDialog photo={shown} onClose={() => setShown(null)} />}
    </>
  )
}

function PhotoDialog({ photo, onClose }: { readonly photo: Photo; readonly onClose: () => void }) {
  const query = useQuery('notice.photo', { id: photo.id })
  const file = query.data
  return (
    <Dialog
      title={photo.fileName}
      onClose={onClose}
      wide
      confirm={{
        label: '下载',
        disabled: file === undefined,
        onConfirm: () => file !== undefined && saveFile(file.fileName, file.base64, file.mediaType),
      }}
    >
      <Answer query={query} rows={4}>
        {(data) =>
          data.mediaType.startsWith('image/') ? (
            <img
              className="notice-photo"
              src={`data:${data.mediaType};base64,${data.base64}`}
              alt={`公示照片 ${data.fileName}`}
            />
          ) : (
            <p>这一份要下载后用阅读软件打开。</p>
          )
        }
      </Answer>
    </Dialog>
  )
}
