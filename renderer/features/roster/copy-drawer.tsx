import { useCallback, useMemo, useState } from 'react'
import type { CopyChangeView } from '../../../electron/contract/view-copy-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { call, toApiError, type ApiError } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { handFiles } from '../../parts/handed-files.ts'
import { SHEET_FILES, stageFile } from '../../parts/stage-file.ts'
import { goTo, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Progress } from '../../ui/progress.tsx'
import { writeTsv } from '../../ui/sheet/cell-text.ts'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import type { SheetLayout } from '../../ui/sheet/sheet-view.ts'
import { Sheet } from '../../ui/sheet/sheet.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'
import { UnitEvents } from './unit-events.tsx'

export interface CopyFile {
  readonly fileId: string
  readonly name: string
}

type Read = Output<'viewCopy.read'>
type Refused = Output<'viewCopy.accept'>['refused'][number]

const keyOf = ({ personId, field }: { readonly personId: string; readonly field: string }) => `${personId} ${field}`
const bothChanged = ({ was, now }: CopyChangeView) => was !== now
const mayTake = ({ way, problem }: CopyChangeView) => problem === null && (way === 'typed' || way === 'correct')

/** 取回修改: what was changed in the copy, cell by cell; taken in or left, each, a person's, or all. */
export function CopyDrawer({ file, onClose }: { readonly file: CopyFile | null; readonly onClose: () => void }) {
  const [staged, setStaged] = useState(file)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const [working, setWorking] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const during = useCallback(async (work: () => Promise<void>) => {
    setWorking(true)
    setFailed(null)
    try {
      await work()
    } catch (cause) {
      setFailed(toApiError(cause))
    } finally {
      setWorking(false)
    }
  }, [])
  const fileId = staged?.fileId
  // Asked anew after everything that is written: what the book says by then is no change any more.
  const query = useQuery('viewCopy.read', fileId === undefined ? null : { fileId })
  const read = query.data ?? null
  const error = failed ?? query.error
  const busy = working || query.loading
  const choose = (chosen: File) =>
    void during(async () => {
      setStaged(await stageFile(chosen))
    })
  const accept = (cells: readonly CopyChangeView[]) =>
    void during(async () => {
      if (fileId === undefined) return
      const done = await call('viewCopy.accept', {
        fileId,
        cells: cells.map(({ personId, field }) => ({ personId, field })),
      })
      setRefused(done.refused)
      if (done.cells > 0) toastSaved(`取回 ${done.cells} 格`)
    })
  return (
    <Drawer title="取回修改" label="取回修改" onClose={onClose} wide>
      <div className="copy-back">
        {busy && read === null && <Progress phase="正在对照副本" done={0} total={0} />}
        {staged === null && (
          <DropPlace
            words="把改好的副本拖到这里"
            note="就是点“用 WPS 打开”得到的那一份。排过序、删过行、插过行都认得出来。机构交来的数据包也放在这里。"
            label="选择改好的副本"
            accept={`${SHEET_FILES},.json`}
            testId="copy-file"
            onFile={choose}
          />
        )}
        <ErrorLine error={error} />
        {error !== null && staged !== null && read === null && (
          <Button onClick={() => setStaged(null)}>换一个文件</Button>
        )}
        {read !== null && (
          <Difference
            read={read}
            left={left}
            refused={refused}
            busy={busy}
            onAccept={accept}
            onLeave={(cells) => setLeft(new Set([...left, ...cells.map(keyOf)]))}
          />
        )}
        {read?.fromUnit === true && fileId !== undefined && <UnitEvents fileId={fileId} />}
      </div>
    </Drawer>
  )
}

const OPENING: SheetLayout = {
  columns: ['name', 'title', 'was', 'theirs', 'act', 'now', 'unit'],
  widths: {},
  frozen: 1,
  sort: [],
  filters: {},
  group: null,
}

interface DifferenceProps {
  readonly read: Read
  readonly left: ReadonlySet<string>
  readonly refused: readonly Refused[]
  readonly busy: boolean
  readonly onAccept: (cells: readonly CopyChangeView[]) => void
  readonly onLeave: (cells: readonly CopyChangeView[]) => void
}

function Difference({ read, left, refused, busy, onAccept, onLeave }: DifferenceProps) {
  const [layout, setLayout] = useState(OPENING)
  const open = useMemo(() => read.changes.filter((change) => !left.has(keyOf(change))), [read, left])
  // What the book changed meanwhile is taken one by one, with both sides in view, never all at once.
  const takable = open.filter((change) => mayTake(change) && !bothChanged(change))
  const columns = useMemo(
    () => columnsOf({ open, refused, busy, onAccept, onLeave }),
    [open, refused, busy, onAccept, onLeave],
  )
  return (
    <>
      <p role="status">
        {`“${read.fileName}”：改了 ${read.changes.length} 格`}
        {left.size > 0 && `，其中 ${read.changes.length - open.length} 格不采用`}
        {read.settled > 0 && `；另有 ${read.settled} 格编制本里已经是这样`}
        {read.unknown.length > 0 && `；多出的列没有看：${read.unknown.join('、')}`}。
      </p>
      {open.length > 0 && (
        <>
          <div className="copy-acts">
            <Button look="main" busy={busy} disabled={takable.length === 0} onClick={() => onAccept(takable)}>
              {`全部采用（${takable.length} 格）`}
            </Button>
            <Button disabled={busy} onClick={() => onLeave(open)}>
              其余都不采用
            </Button>
          </div>
          <Sheet
            label="副本里的修改"
            unit="格"
            columns={columns}
            rows={open}
            rowKey={keyOf}
            rowName={nameOf}
            layout={layout}
            onLayout={setLayout}
          />
        </>
      )}
      <Rows read={read} />
    </>
  )
}

const nameOf = ({ name }: CopyChangeView): string => name

function columnsOf({
  open,
  refused,
  busy,
  onAccept,
  onLeave,
}: Pick<DifferenceProps, 'refused' | 'busy' | 'onAccept' | 'onLeave'> & {
  readonly open: readonly CopyChangeView[]
}): readonly SheetColumn<CopyChangeView>[] {
  const why = new Map(refused.map((cell) => [keyOf(cell), cell.problem]))
  const problemOf = (change: CopyChangeView) => change.problem ?? why.get(keyOf(change)) ?? null
  const whole = (change: CopyChangeView) => open.filter((other) => other.personId === change.personId && mayTake(other))
  return [
    {
      key: 'name',
      title: '姓名',
      width: 78,
      text: ({ name }) => name,
      look: ({ personId, name }) => (
        <button type="button" className="cells-door" tabIndex={-1} onClick={() => openPerson(personId)}>
          {name}
        </button>
      ),
    },
    { key: 'unit', title: '机构', width: 130, text: ({ unit }) => unit },
    { key: 'title', title: '栏目', width: 96, text: ({ title }) => title },
    { key: 'was', title: '原来', width: 106, text: ({ was }) => was },
    {
      key: 'now',
      title: '编制本现在',
      width: 126,
      text: ({ was, now }) => (was === now ? '' : now === '' ? '（空）' : now),
    },
    { key: 'theirs', title: '改成', width: 114, text: ({ theirs }) => (theirs === '' ? '（清空）' : theirs) },
    {
      key: 'act',
      title: '处理',
      width: 270,
      text: (change) => problemOf(change) ?? '',
      look: (change) => (
        <span className="copy-act">
          {mayTake(change) && problemOf(change) === null && (
            <Button small disabled={busy} onClick={() => onAccept([change])}>
              采用
            </Button>
          )}
          {mayTake(change) && problemOf(change) === null && whole(change).length > 1 && (
            <Button small disabled={busy} onClick={() => onAccept(whole(change))}>
              采用此人 {whole(change).length} 格
            </Button>
          )}
          {change.way === 'event' && change.problem === null && (
            <Button small onClick={() => goTo('journal', eventFor(change))}>
              登记调整
            </Button>
          )}
          <Button small look="link" onClick={() => onLeave([change])}>
            不采用
          </Button>
          {mayTake(change) && bothChanged(change) && <span className="quiet">两边都改了</span>}
          {change.way === 'follows' && <span className="quiet">由别的栏目推出</span>}
          {problemOf(change) !== null && <span className="red">{problemOf(change)}</span>}
        </span>
      ),
    },
  ]
}

/** Where somebody works, or as what, changes by 内部调整, with what was typed filled in. */
function eventFor({ personId, field, theirs }: CopyChangeView): Readonly<Record<string, string>> {
  return { tab: 'register', event: 'move', who: personId, [field === 'unit' ? 'unit' : 'post']: theirs }
}

/** Rows taken out are asked about, rows put in go through the import. Nothing happens to either by itself. */
function Rows({ read }: { readonly read: Read }) {
  const { gone, added, twice, heads } = read
  const importAdded = () => {
    const text = writeTsv([heads, ...added.map(({ cells }) => cells)])
    handFiles('import', [new File([`\u{FEFF}${text}`], '副本里新加的行.txt', { type: 'text/plain' })])
  }
  if (gone.length + added.length + twice.length === 0) return null
  return (
    <div className="copy-rows">
      {added.length > 0 && (
        <p>
          {`新加的行 ${added.length} 行：${names(added)}。`}{' '}
          <Button small onClick={importAdded}>
            按新人导入…
          </Button>
        </p>
      )}
      {gone.map(({ personId, name, unit }) => (
        <p key={personId}>
          {`${name}（${unit}）的行删去了，编制本里没有动。`}{' '}
          <Button small onClick={() => goTo('journal', { tab: 'register', event: 'exit', who: personId })}>
            确已离开，登记出编
          </Button>
        </p>
      ))}
      {twice.length > 0 && <p>{`同一个人出现两次，后面的行没有看：${names(twice)}。`}</p>}
    </div>
  )
}

const NAMED = 6

function names(rows: readonly { readonly row: number; readonly name: string }[]): string {
  const said = rows.slice(0, NAMED).map(({ row, name }) => `第 ${row} 行 ${name === '' ? '（没有姓名）' : name}`)
  return said.join('、') + (rows.length > NAMED ? `等` : '')
}
