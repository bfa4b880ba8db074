import { Button } from '../../ui/button.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import type { Fill, FilledForm } from './use-fill.ts'

/** The form as it will be saved, with what stayed empty and why. */
export function FilledSheet({ run, preview }: { readonly run: Fill; readonly preview: FilledForm }) {
  const busy = run.state.taskId !== null
  return (
    <>
      <div className="fill-head">
        <p data-testid="fill-result">
          写入 {preview.rows} {preview.kind === 'units' ? '个机构' : '人'}
          {preview.inserted > 0 && `，加了 ${preview.inserted} 行`}
          {preview.empty.length > 0 && `；留空 ${preview.empty.length} 列：${preview.empty.map(({ header, why }) => `${header.split('/').at(-1) ?? header}（${why.includes('公式') ? '自带公式' : '编制本里没有'}）`).join('、')}`}。
        </p>
        <Button onClick={run.back}>回去改</Button>
        <Button look="main" busy={busy} onClick={() => void run.save()} data-testid="fill-save">
          保存到文件
        </Button>
      </div>
      {preview.lines.length > 0 && <p data-testid="fill-lines">表格上下的栏目也填了：{preview.lines.map(({ cell, text }) => `${cell} ${text}`).join('，')}。</p>}
      {preview.plainIdNumbers && <p className="fill-warning">文件里会写完整身份证号（这里打码显示），保存时记入台账。</p>}
      {preview.notes.map((note) => (
        <p key={note} className="fill-warning">
          {note}
        </p>
      ))}
      <SheetGrid view={preview.view} label={`${preview.sheet}，填好的样子`} header={[0, 0]} filled={[preview.firstRow, preview.lastRow]} />
    </>
  )
}
