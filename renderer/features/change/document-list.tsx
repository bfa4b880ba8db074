import { useRef, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { call, toApiError } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { readBase64 } from '../../parts/stage-file.ts'
import { formatBytes, orDash } from '../../text/format.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { TextInput } from '../../ui/form.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer, EmptyState, ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { isNumber } from '../../../electron/vocabulary/document-number.ts'
import { CompleteDocument } from './complete-document.tsx'
import { ScanViewer } from './scan-viewer.tsx'
import { ACCEPTED_SCANS } from './scan-file.ts'

type Document = Output<'documents.search'>['documents'][number]
type Scan = Document['attachments'][number]

/** Every document something was done by, with its scan kept inside the book. */
export function DocumentList() {
  const search = useRoute().params['q'] ?? ''
  const documents = useQuery('documents.search', search.trim() === '' ? {} : { search })
  const [seen, setSeen] = useState<Scan | null>(null)
  const [lacking, setLacking] = useState<Document | null>(null)
  const attach = useAttach()
  return (
    <>
      <Toolbar>
        <TextInput
          aria-label="找文件"
          placeholder="文号、文件名称、发文机关"
          width={320}
          value={search}
          onChange={(q) => setParams({ q }, { replace: true })}
        />
        <span className="quiet">{documents.data === undefined ? '' : `${documents.data.documents.length} 份`}</span>
      </Toolbar>
      <ErrorLine error={attach.error} />
      <Answer query={documents} rows={10}>
        {(data) => (
          <DataTable
            label="依据文件"
            memory="documents"
            renderTools={(seen) => (
              <SeenListButtons title="依据文件" note={search === '' ? '' : `含有 ${search}`} seen={seen} />
            )}
            columns={columnsWith(attach.choose, attach.busy, setSeen, setLacking)}
            rows={data.documents}
            rowKey={(document) => document.documentId}
            empty={
              <EmptyState
                text={
                  search === ''
                    ? '还没有依据文件。登记变动时写的文号会列在这里，可以把扫描件存进编制本。'
                    : '没有这样的文件。换个文号或名称再找。'
                }
              />
            }
          />
        )}
      </Answer>
      {attach.picker}
      {lacking !== null && <CompleteDocument document={lacking} onClose={() => setLacking(null)} />}
      {seen !== null && <ScanViewer scan={seen} onClose={() => setSeen(null)} />}
    </>
  )
}

function columnsWith(
  onAttach: (number: string) => void,
  busy: string | null,
  onSee: (scan: Scan) => void,
  onComplete: (document: Document) => void,
): readonly Column<Document>[] {
  return [
    {
      key: 'number',
      title: '文号',
      width: 200,
      text: (document) => document.number,
      sortBy: (document) => document.number,
      render: (document) =>
        isNumber(document.number) ? (
          <span title={document.number}>{document.number}</span>
        ) : (
          <Button look="link" onClick={() => onComplete(document)}>
            {document.number}，去补登
          </Button>
        ),
    },
    {
      key: 'title',
      title: '文件名称',
      text: (document) => document.title ?? '',
      render: (document) => <span title={document.title ?? ''}>{orDash(document.title)}</span>,
    },
    {
      key: 'issuer',
      title: '发文机关',
      width: 180,
      text: (document) => document.issuer ?? '',
      render: (document) => <span title={document.issuer ?? ''}>{orDash(document.issuer)}</span>,
    },
    {
      key: 'issuedOn',
      title: '发文日期',
      width: 100,
      text: (document) => document.issuedOn ?? '',
      sortBy: (document) => document.issuedOn ?? '',
      render: (document) => orDash(document.issuedOn),
    },
    {
      key: 'uses',
      title: '用于',
      width: 76,
      text: (document) => String(document.uses),
      align: 'right',
      sortBy: (document) => document.uses,
      render: (document) => (
        <Button
          look="link"
          aria-label={`按 ${document.number} 登记的 ${document.uses} 处`}
          onClick={() => goTo('journal', { tab: 'history', document: document.number })}
        >
          {document.uses} 处
        </Button>
      ),
    },
    {
      key: 'scans',
      title: '扫描件',
      width: 300,
      text: (document) => document.attachments.map((scan) => scan.fileName).join('、'),
      render: (document) => (
        <span className="scans">
          {document.attachments.map((scan) => (
            <Button
              key={scan.id}
              look="link"
              title={`${scan.fileName}，${formatBytes(scan.bytes)}`}
              onClick={() => onSee(scan)}
            >
              {scan.fileName}
            </Button>
          ))}
          <Button
            small
            busy={busy === document.number}
            disabled={busy !== null}
            aria-label={`给 ${document.number} 附扫描件`}
            onClick={() => onAttach(document.number)}
          >
            附扫描件
          </Button>
        </span>
      ),
    },
  ]
}

/** File picker → staged in the core → attached to the document of that number. */
function useAttach() {
  const input = useRef<HTMLInputElement>(null)
  const [number, setNumber] = useState<string | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<{ readonly message: string } | null>(null)
  const attach = async (file: File, documentNumber: string) => {
    setBusy(documentNumber)
    setError(null)
    try {
      const { fileId } = await call('file.stage', { name: file.name, base64: await readBase64(file) })
      await call('attachment.add', { documentNumber, fileId })
      toastSaved(`${documentNumber} 附 ${file.name}`)
    } catch (cause) {
      setError(toApiError(cause))
    } finally {
      setBusy(null)
    }
  }
  const picker = (
    <input
      ref={input}
      type="file"
      accept={ACCEPTED_SCANS}
      className="visually-hidden"
      tabIndex={-1}
      aria-label="选择扫描件"
      data-testid="scan-file"
      onChange={(event) => {
        const file = event.target.files?.[0]
        if (file !== undefined && number !== null) void attach(file, number)
        event.target.value = ''
      }}
    />
  )
  const choose = (documentNumber: string) => {
    setNumber(documentNumber)
    input.current?.click()
  }
  return { choose, picker, busy, error }
}
