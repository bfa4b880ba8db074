import { useEffect } from 'react'
import type { OperationName, Output } from '../../../electron/contract/operations.ts'
import { onCommandDone } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { redoEntry, tellNewestAct, undoEntry } from '../../parts/undo-entry.ts'
import { Button } from '../../ui/button.tsx'
import { isFormPending, watchPendingForms } from '../../ui/pending-form.ts'
import { offerWithToasts, toastRefused, toastSaved } from '../../ui/toast.tsx'
import { UndoQuestion } from '../../parts/undo-question.tsx'
import { isTextField, undoWish } from './undo-keys.ts'

/** A frozen notice and a look at an ID number are never taken back; a reversal has its own toast. */
const NO_WAY_BACK: ReadonlySet<OperationName> = new Set<OperationName>([
  'notice.issue',
  'person.reveal',
  'person.erase',
  'report.reveal',
  'report.file',
  'handoverPack.make',
  'inspectionPack.make',
  'package.make',
  'journal.undo',
  'journal.redo',
])
const LOOKED_AT = 20

type Entry = Output<'history.read'>['entries'][number]

/** 撤销 and 重做 in the top bar, their keys everywhere, and 撤销 beside every "已登记". */
export function UndoButtons() {
  const history = useQuery('history.read', { limit: LOOKED_AT }).data
  useUndoKeys()
  useToastOffer()
  useEffect(() => watchPendingForms(onCommandDone), [])
  const undoable = history?.undoable ?? null
  const redoable = history?.redoable ?? null
  useEffect(() => tellNewestAct(undoable), [undoable])
  return (
    <span className="undo" role="group" aria-label="撤销与重做">
      <Button
        look="quiet"
        disabled={undoable === null}
        title={titleOf('撤销', 'Ctrl+Z', undoable, history?.entries)}
        onClick={() => void undoEntry()}
        data-testid="undo"
      >
        撤销
      </Button>
      <Button
        look="quiet"
        disabled={redoable === null}
        title={titleOf('重做', 'Ctrl+Y', redoable, history?.entries)}
        onClick={() => void redoEntry()}
        data-testid="redo"
      >
        重做
      </Button>
      <UndoQuestion />
    </span>
  )
}

/** "撤销第 57 条 入编（Ctrl+Z）" */
function titleOf(word: string, keys: string, seq: number | null, entries: readonly Entry[] | undefined): string {
  if (seq === null) return `没有可以${word}的登记`
  const entry = entries?.find((one) => one.seq === seq)
  return `${word}第 ${seq} 条${entry === undefined ? '' : ` ${entry.title}`}（${keys}）`
}

function useUndoKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wish = undoWish(event)
      if (
        wish === null ||
        event.isComposing ||
        event.defaultPrevented ||
        document.querySelector('dialog[open]') !== null
      )
        return
      const { target } = event
      if (
        target instanceof HTMLElement &&
        isTextField({
          tagName: target.tagName,
          type: target instanceof HTMLInputElement ? target.type : undefined,
          isContentEditable: target.isContentEditable,
        })
      )
        return
      event.preventDefault()
      if (event.repeat) return
      // A form that is being filled in, or was just refused: what she means is the form, and the book is behind it.
      if (isFormPending()) {
        toastRefused(
          `这张表还没有保存，${wish === 'undo' ? 'Ctrl+Z 不会撤销' : 'Ctrl+Y 不会重做'}已登记的变动。要${wish === 'undo' ? '撤销' : '重做'}，请点右上角的按钮。`,
        )
        return
      }
      void (wish === 'undo' ? undoEntry() : redoEntry())
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** The way back offered with a toast is the entry just written, however much is written after. */
function useToastOffer(): void {
  useEffect(() => {
    let last: number | null = null
    const stopListening = onCommandDone((name, output) => {
      last = NO_WAY_BACK.has(name) ? null : seqOf(output)
      // The import's own page tells at length; the way back is said here, as after everything else.
      if (name === 'import.commit' && last !== null) toastSaved('花名册已导入')
      // A screen that says so says it at once; a later toast is about something else.
      window.setTimeout(() => (last = null), 0)
    })
    const stopOffering = offerWithToasts(() => {
      const seq = last
      return seq === null ? null : { label: '撤销', act: () => void undoEntry(seq) }
    })
    return () => {
      stopListening()
      stopOffering()
    }
  }, [])
}

function seqOf(output: unknown): number | null {
  return typeof output === 'object' && output !== null && 'seq' in output && typeof output.seq === 'number'
    ? output.seq
    : null
}
