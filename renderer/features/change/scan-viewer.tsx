import { useQuery } from '../../api/use-query.ts'
import { formatBytes } from '../../text/format.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Answer } from '../../ui/states.tsx'
import { isPicture, saveScan } from './scan-file.ts'

/** The scan itself where it is a picture; a PDF or a text is saved and opened by the program she has for it. */
export function ScanViewer({
  scan,
  onClose,
}: {
  readonly scan: { readonly id: string; readonly fileName: string; readonly bytes: number }
  readonly onClose: () => void
}) {
  const query = useQuery('attachment.file', { id: scan.id })
  const file = query.data
  return (
    <Dialog
      title={`${scan.fileName}（${formatBytes(scan.bytes)}）`}
      onClose={onClose}
      wide
      confirm={{
        label: '下载',
        disabled: file === undefined,
        onConfirm: () => file !== undefined && saveScan(file.fileName, file.mediaType, file.base64),
      }}
    >
      <Answer query={query} rows={4}>
        {(data) =>
          isPicture(data.mediaType) ? (
            <img
              className="scan"
              src={`data:${data.mediaType};base64,${data.base64}`}
              alt={`扫描件 ${data.fileName}`}
            />
          ) : (
            <p>这份扫描件要下载后用看图或阅读软件打开。</p>
          )
        }
      </Answer>
    </Dialog>
  )
}
