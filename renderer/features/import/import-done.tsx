import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { Refusals } from './confirm-import.tsx'
import { refusedRowCount } from './proof-model.ts'
import type { Import, ImportResult } from './use-import.ts'

/** What came of it, and where to look next. */
export function ImportDone({ run, result }: { readonly run: Import; readonly result: ImportResult }) {
  const [next] = run.state.waiting
  const refused = refusedRowCount(result)
  return (
    <div className="confirm-import">
      <Sheet title={result.committed ? '已写入编制本' : '没有写入'}>
        <div className="confirm-body">
          <p className="proof-summary" data-testid="import-result">
            {resultSentence(result)}
          </p>
          {result.notes.length > 0 && (
            <details className="proof-notes" open={result.notes.length <= 3}>
              <summary>导入时注意到 {result.notes.length} 件事</summary>
              <ul>
                {result.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </details>
          )}
          <div className="confirm-buttons">
            <a className="door-link" href={hrefTo('people')}>
              看人员名单
            </a>
            <a className="door-link" href={hrefTo('findings')}>
              看核查出的问题
            </a>
            <a className="door-link" href={hrefTo('overview')}>
              看总览
            </a>
            <a className="door-link" href={hrefTo('notice')}>
              去拟稿公示
            </a>
            {next !== undefined && (
              <Button look="main" onClick={() => void run.next()} data-testid="import-waiting">
                下一份：{next.name}
              </Button>
            )}
            <Button onClick={run.restart}>再导入一份</Button>
          </div>
        </div>
      </Sheet>
      {refused > 0 && <Refusals run={run} refused={result.refused} title={`没有导入的 ${refused} 行`} />}
    </div>
  )
}

function resultSentence(result: ImportResult): string {
  if (!result.committed) return '表里的内容与编制本一致，没有要写入的变动。'
  const entry = result.seq === null ? '' : `记入台账第 ${result.seq} 条。`
  return `新增 ${result.added} 行，更新 ${result.updated} 行，不变 ${result.unchanged} 行。${entry}`
}
