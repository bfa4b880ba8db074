import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '../button.tsx'
import { Dialog } from '../dialog.tsx'
import { Checkbox, TextInput } from '../form.tsx'
import { cellsIn } from './cell-moves.ts'
import type { SheetModel } from './sheet-model.ts'
import { findAll, replaceAll, type Hit } from './sheet-patch.ts'
import type { Patch } from './sheet-shape.ts'

/** Changes shown before they are made. */
const SHOWN = 100

/** 查找 and 替换 over the sheet, or over what is selected where more than a cell is. Nothing is replaced before it was shown. */
export function FindBar<T>({
  model,
  replacing,
  mayReplace,
  onShow,
  onReplace,
  onClose,
}: {
  readonly model: SheetModel<T>
  readonly replacing: boolean
  readonly mayReplace: boolean
  readonly onShow: (row: number, column: number) => void
  readonly onReplace: (patch: Patch) => void
  readonly onClose: () => void
}) {
  const [words, setWords] = useState('')
  const [replacement, setReplacement] = useState('')
  const [whole, setWhole] = useState(false)
  const [at, setAt] = useState(-1)
  const [asked, setAsked] = useState<readonly Hit[] | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  // What was selected when the search began stays what is searched.
  const [area] = useState(() => (cellsIn(model.selected) > 1 ? model.selected : null))
  const hits = useMemo(
    () => findAll(model.shown, { words, whole, area }, replacement),
    [model, words, whole, area, replacement],
  )
  useEffect(() => bar.current?.querySelector('input')?.focus(), [])
  const step = (by: number) => {
    if (hits.length === 0) return
    const next = (at + by + hits.length) % hits.length
    setAt(next)
    const hit = hits[next]
    if (hit !== undefined) onShow(hit.row, hit.column)
  }
  return (
    <div
      className="cells-find"
      role="search"
      aria-label="在表里查找"
      ref={bar}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape') onClose()
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          step(event.shiftKey ? -1 : 1)
        }
      }}
    >
      <TextInput
        width={180}
        aria-label="在表里找"
        placeholder="在表里找"
        value={words}
        onChange={(next) => {
          setWords(next)
          setAt(-1)
        }}
      />
      <span className="cells-find-count" role="status">
        {words === ''
          ? area === null
            ? '整张表'
            : '选中的格'
          : hits.length === 0
            ? '没有'
            : `${at < 0 ? '' : `第 ${at + 1} 处，`}共 ${hits.length} 处`}
      </span>
      <Button small onClick={() => step(-1)} disabled={hits.length === 0}>
        上一处
      </Button>
      <Button small onClick={() => step(1)} disabled={hits.length === 0}>
        下一处
      </Button>
      <Checkbox label="整格相同" checked={whole} onChange={setWhole} />
      {mayReplace && replacing && (
        <>
          <TextInput width={180} aria-label="换成" placeholder="换成" value={replacement} onChange={setReplacement} />
          <Button small disabled={hits.length === 0} onClick={() => setAsked(hits)}>
            全部替换…
          </Button>
        </>
      )}
      <Button small look="quiet" onClick={onClose}>
        关闭
      </Button>
      {asked !== null && (
        <ReplaceQuestion
          model={model}
          hits={asked}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null)
            onReplace(replaceAll(model.shown, asked))
            onClose()
          }}
        />
      )}
    </div>
  )
}

function ReplaceQuestion<T>({
  model,
  hits,
  onClose,
  onConfirm,
}: {
  readonly model: SheetModel<T>
  readonly hits: readonly Hit[]
  readonly onClose: () => void
  readonly onConfirm: () => void
}) {
  const { changes, closed } = replaceAll(model.shown, hits)
  const open = hits.filter(({ row, column }) => model.shown.typed(column, row))
  return (
    <Dialog
      title={`替换 ${changes.length} 格？`}
      wide
      onClose={onClose}
      confirm={{ label: '替换', onConfirm, disabled: changes.length === 0 }}
    >
      {closed > 0 && <p className="quiet">{`另有 ${closed} 格不能直接改（姓名、机构等另办手续），不替换。`}</p>}
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">列</th>
            <th scope="col">原来</th>
            <th scope="col">换成</th>
          </tr>
        </thead>
        <tbody>
          {open.slice(0, SHOWN).map((hit) => (
            <tr key={`${hit.row} ${hit.column}`}>
              <td>{hit.row + 1}</td>
              <td>{model.column(hit.column)?.title}</td>
              <td>{hit.was}</td>
              <td>{hit.now === '' ? '（清空）' : hit.now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open.length > SHOWN && <p className="quiet">{`只列出前 ${SHOWN} 格。`}</p>}
    </Dialog>
  )
}
