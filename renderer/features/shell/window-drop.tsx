import { useEffect, useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { RECORD_KIND_NAMES, recordType, type RecordKindName } from '../../../electron/contract/records.ts'
import { call, toApiError, type ApiError } from '../../api/client.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { handFiles, type FileScreen } from '../../parts/handed-files.ts'
import { stageFile } from '../../parts/stage-file.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { droppedFiles } from '../../ui/dropped-files.ts'
import { Select } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'

type Recognised = Output<'file.recognise'>

/** Anything dropped on the window beside a place of its own: the page stays, and she is told what the file is and what would be done. */
export function WindowDrop({ open }: { readonly open: boolean }) {
  const [files, setFiles] = useState<readonly File[]>([])
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault()
    const take = (event: DragEvent) => {
      // A place that takes files has taken them.
      if (event.defaultPrevented) return
      event.preventDefault()
      if (event.dataTransfer === null) return
      void droppedFiles(event.dataTransfer).then((dropped) => {
        if (dropped.length > 0) told(dropped)
      })
    }
    const told = (dropped: readonly File[]) => {
      if (open || isBook(dropped[0])) setFiles(dropped)
      else toastRefused('还没有打开编制本。请先新建或打开一本，再把文件拖进来。')
    }
    document.addEventListener('dragover', stay)
    document.addEventListener('drop', take)
    return () => {
      document.removeEventListener('dragover', stay)
      document.removeEventListener('drop', take)
    }
  }, [open])
  return files.length === 0 ? null : (
    <AskWhat key={nameOf(files)} open={open} files={files} onClose={() => setFiles([])} />
  )
}

const isBook = (file: File | undefined): boolean => file?.name.endsWith('.dingbian') === true
const nameOf = (files: readonly File[]): string =>
  `${files[0]?.name ?? ''}${files.length > 1 ? ` 等 ${files.length} 个文件` : ''}`

interface Asked {
  readonly open: boolean
  readonly files: readonly File[]
  readonly onClose: () => void
}

/** What the core takes the first file for; null while it looks. */
function useRecognised(open: boolean, file: File | undefined) {
  const [found, setFound] = useState<{ readonly fileId: string; readonly what: Recognised } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => {
    let gone = false
    const look = async () => {
      if (file === undefined) return
      try {
        const { fileId } = await stageFile(file)
        const what: Recognised = open
          ? await call('file.recognise', { fileId })
          : {
              kind: 'book',
              says: '这是一本编制本或它的备份。会另存一份到默认文件夹再打开，这份文件不动。',
              recordKind: null,
            }
        if (!gone) setFound({ fileId, what })
      } catch (cause) {
        if (!gone) setError(toApiError(cause))
      }
    }
    void look()
    return () => void (gone = true)
  }, [open, file])
  return { found, error }
}

function AskWhat({ open, files, onClose }: Asked) {
  const { found, error } = useRecognised(open, files[0])
  const use = (screen: FileScreen, params?: Readonly<Record<string, string>>) => {
    onClose()
    handFiles(screen, files, params)
  }
  return (
    <Dialog title={nameOf(files)} onClose={onClose}>
      <p role="status">{found === null ? (error === null ? '正在看这是什么…' : '') : found.what.says}</p>
      <ErrorLine error={error} />
      {found !== null && <MainWay fileId={found.fileId} what={found.what} onUse={use} onClose={onClose} />}
      {open && (found !== null || error !== null) && <OtherWays many={files.length > 1} onUse={use} />}
    </Dialog>
  )
}

type Use = (screen: FileScreen, params?: Readonly<Record<string, string>>) => void

/** One click for what it was taken for. */
function MainWay({
  fileId,
  what,
  onUse,
  onClose,
}: {
  readonly fileId: string
  readonly what: Recognised
  readonly onUse: Use
  readonly onClose: () => void
}) {
  const go = (label: string, act: () => void) => (
    <p>
      <Button look="main" autoFocus onClick={act}>
        {label}
      </Button>
    </p>
  )
  switch (what.kind) {
    case 'roster':
      return go('导入', () => onUse('import'))
    case 'payroll':
      return go('比对', () => onUse('compare'))
    case 'form':
      return go('填表', () => onUse('fill'))
    case 'records':
      return go('导入资料', () => onUse('records', { kind: what.recordKind ?? 'training' }))
    case 'appointmentForm':
      return go('逐格对照', () => onUse('lrmx'))
    case 'pack':
      return go('看规则包', () => onUse('packs'))
    case 'holidays':
      return go('看放假安排', () => onUse('packs', { tab: 'holidays' }))
    case 'scan':
      return <AttachScan fileId={fileId} onDone={onClose} />
    case 'book':
      return <TakeBook fileId={fileId} onDone={onClose} />
    case 'unknown':
      return null
  }
}

/** A scan goes to the paper it is the picture of. */
function AttachScan({ fileId, onDone }: { readonly fileId: string; readonly onDone: () => void }) {
  const documents = useQuery('documents.search', {}).data?.documents ?? []
  const attach = useCommand('attachment.add')
  const [chosen, setChosen] = useState<string | null>(null)
  const number = chosen ?? documents[0]?.number
  if (number === undefined) return <p className="quiet">还没有依据文件。登记一项有文号的变动以后，再附扫描件。</p>
  const run = async () => {
    if ((await attach.run({ documentNumber: number, fileId })) === null) return
    toastSaved(`扫描件附到 ${number}`)
    onDone()
  }
  return (
    <>
      <p className="window-drop-paper">
        <Select
          aria-label="附到哪份文件"
          value={number}
          onChange={setChosen}
          choices={documents.map((one) => ({
            value: one.number,
            label: `${one.number}${one.title === null ? '' : ` ${one.title}`}`,
          }))}
        />
        <Button look="main" busy={attach.busy} onClick={() => void run()}>
          附到这份文件
        </Button>
      </p>
      <ErrorLine error={attach.error} />
    </>
  )
}

/** A book from anywhere: a copy of it lies in the data folder then, and is open. */
function TakeBook({ fileId, onDone }: { readonly fileId: string; readonly onDone: () => void }) {
  const adopt = useCommand('book.adopt')
  const run = async () => {
    const taken = await adopt.run({ fileId })
    if (taken === null) return
    onDone()
    if (taken.opened) {
      toastSaved(`已打开 ${taken.path}`)
      goTo('overview')
    } else {
      toastRefused(`已另存为 ${taken.path}。这本有密码，请在开始页点它，输入密码打开。`)
      goTo('start')
    }
  }
  return (
    <>
      <p>
        <Button look="main" autoFocus busy={adopt.busy} onClick={() => void run()}>
          另存并打开
        </Button>
      </p>
      <ErrorLine error={adopt.error} />
    </>
  )
}

/** Where it was taken for something else. */
function OtherWays({ many, onUse }: { readonly many: boolean; readonly onUse: Use }) {
  const [kind, setKind] = useState<RecordKindName>('training')
  const only = many ? '（只用第一个文件）' : ''
  return (
    <details className="window-drop-others">
      <summary>不是这样，我来选</summary>
      <ul className="window-drop">
        <li>
          <Button onClick={() => onUse('import')}>是花名册，导入</Button>
          <span className="quiet">先预览，确认以前什么也不写</span>
        </li>
        <li>
          <Button onClick={() => onUse('compare')}>是别家的名单，比对</Button>
          <span className="quiet">工资表、社保名单、编办名单{only}</span>
        </li>
        <li>
          <Button onClick={() => onUse('fill')}>是上级的空表，填表</Button>
          <span className="quiet">按编制本填好，格式不变{only}</span>
        </li>
        <li>
          <Button onClick={() => onUse('records', { kind })}>是资料，导入</Button>
          <Select
            aria-label="哪一种资料"
            value={kind}
            onChange={setKind}
            choices={RECORD_KIND_NAMES.map((name) => ({ value: name, label: recordType(name).title }))}
          />
          <span className="quiet">{only}</span>
        </li>
      </ul>
    </details>
  )
}
