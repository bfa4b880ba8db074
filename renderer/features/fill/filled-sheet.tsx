import { useState } from 'react'
import { ROSTER_LIST_TITLES } from '../../../electron/contract/shapes.ts'
import { Button } from '../../ui/button.tsx'
import { SheetGrid } from './sheet-grid.tsx'
import type { Fill, FilledForm } from './use-fill.ts'

type FilledPart = FilledForm['parts'][number]

const WORDS: Readonly<Record<FilledPart['kind'], string>> = {
  people: '人',
  units: '个机构',
  card: '人',
  counts: '行',
  unitCard: '个机构',
}
const PROBLEMS_SHOWN = 12

/** The form as it will be saved: who went in, what stayed empty and why, and what does not fit, before anything is saved. */
export function FilledSheet({ run, preview }: { readonly run: Fill; readonly preview: FilledForm }) {
  const busy = run.state.taskId !== null
  const [shown, setShown] = useState(preview.views[0]?.sheet ?? '')
  const view = preview.views.find(({ sheet }) => sheet === shown) ?? preview.views[0]
  const parts = preview.parts.filter(({ sheet }) => sheet === view?.sheet)
  return (
    <>
      <div className="fill-head">
        <div data-testid="fill-result" className="fill-parts-said">
          {preview.parts.map((part) => (
            <p key={part.key}>
              {preview.parts.length > 1 && `${part.sheet}：`}
              {partText(part)}
            </p>
          ))}
        </div>
        <Button onClick={run.back}>回去改</Button>
        <Button look="main" busy={busy} onClick={() => void run.save()} data-testid="fill-save">
          保存到文件
        </Button>
      </div>
      {preview.problems.length > 0 && <Problems problems={preview.problems} />}
      {preview.leftOut.length > 0 && (
        <p className="quiet" data-testid="fill-left-out">
          没有列入：{preview.leftOut.map(({ list, count }) => `${ROSTER_LIST_TITLES[list]} ${count} 人`).join('、')}。
        </p>
      )}
      {preview.lines.length > 0 && (
        <p data-testid="fill-lines">
          表格上下的栏目也填了：{preview.lines.map(({ cell, text }) => `${cell} ${text}`).join('，')}。
        </p>
      )}
      {preview.plainIdNumbers && (
        <p className="fill-warning">文件里会写完整身份证号（这里打码显示），保存时记入台账。</p>
      )}
      {preview.notes.map((note) => (
        <p key={note} className="fill-warning">
          {note}
        </p>
      ))}
      {preview.views.length > 1 && (
        <div className="fill-parts" role="group" aria-label="看哪张工作表">
          {preview.views.map(({ sheet }) => (
            <Button
              key={sheet}
              small
              look={sheet === view?.sheet ? 'main' : 'plain'}
              aria-pressed={sheet === view?.sheet}
              onClick={() => setShown(sheet)}
            >
              {sheet}
            </Button>
          ))}
        </div>
      )}
      {view !== undefined && (
        <SheetGrid
          view={view}
          label={`${view.sheet}，填好的样子`}
          header={[0, 0]}
          filled={parts.map(({ firstRow, lastRow }) => [firstRow, lastRow] as const)}
          counts={parts.flatMap(({ counts }) => counts)}
        />
      )}
    </>
  )
}

function partText(part: FilledPart): string {
  if (part.left !== null) return `${part.left}。`
  const last = (header: string) => header.split('/').at(-1) ?? header
  const reasons = [...new Set(part.empty.map(({ why }) => why))].map(
    (why) =>
      `${part.empty
        .filter((one) => one.why === why)
        .map(({ header }) => last(header))
        .join('、')}（${short(why)}）`,
  )
  return [
    `写入 ${part.rows} ${WORDS[part.kind]}`,
    ...(part.about === '' || part.kind === 'card' || part.kind === 'unitCard' ? [] : [`：${part.about}`]),
    ...(part.inserted > 0 ? [`，加了 ${part.inserted} 行`] : []),
    ...(part.empty.length > 0 ? [`；留空 ${part.empty.length} 处：${reasons.join('、')}`] : []),
    '。',
  ].join('')
}

function short(why: string): string {
  if (why.includes('公式')) return '自带公式'
  return why.replace(/，?留空$/u, '').replace('编制本里没有这一项', '编制本里没有')
}

/** What does not fit the form's own words and widths, or was taken for something, before it is saved. */
function Problems({ problems }: { readonly problems: FilledForm['problems'] }) {
  return (
    <div className="fill-warning" role="group" aria-label="请核对" data-testid="fill-problems">
      <p>有 {problems.length} 处请核对：</p>
      <ul>
        {problems.slice(0, PROBLEMS_SHOWN).map(({ sheet, cell, text }) => (
          <li key={`${sheet} ${cell} ${text}`}>
            {sheet} {cell} {text}
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS_SHOWN && <p>另有 {problems.length - PROBLEMS_SHOWN} 处。</p>}
    </div>
  )
}
