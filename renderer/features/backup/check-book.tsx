import { useCommand } from '../../api/use-command.ts'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/page.tsx'
import { ErrorLine } from '../../ui/states.tsx'

/** The whole file read through: every row against the journal, every entry against the one before. */
export function CheckBook() {
  const verify = useCommand('book.verify')
  const [result, setResult] = useState<Output<'book.verify'> | null>(null)
  const run = async () => {
    setResult(null)
    setResult(await verify.run({}))
  }
  return (
    <Sheet
      title="完整性检查"
      note="逐条核对台账的校验链，并核对每一行数据与台账是否一致"
      actions={
        <Button small busy={verify.busy} onClick={() => void run()} data-testid="verify">
          {verify.busy ? '正在检查…' : '检查'}
        </Button>
      }
    >
      <div className="backup-facts">
        <ErrorLine error={verify.error} />
        {result?.ok === true && (
          <div data-testid="verify-result">
            <p>
              <strong className="verify-good">完好。</strong>台账 {result.entries} 条全部核对一致。
            </p>
            <details>
              <summary>末尾有没有被人截去：与外面留存的校验值比对</summary>
              <p>
                现在的台账校验值 <span className="mono backup-path">{result.head}</span>
                。公示页脚和每份备份的清单上印着当时的校验值；此后没有再登记过的，应当一致，不一致就是末尾被截去了。
              </p>
            </details>
          </div>
        )}
        {result?.ok === false && <Problems problems={result.problems} />}
        {result === null && verify.error === null && (
          <p className="quiet">还没有检查。文件拷贝过、断过电或有疑问时，检查一次。</p>
        )}
      </div>
    </Sheet>
  )
}

function Problems({ problems }: { readonly problems: Output<'book.verify'>['problems'] }) {
  return (
    <div role="alert" data-testid="verify-result">
      <p className="red">
        发现 {problems.length} 处不一致。请不要继续登记，先从上面最近一份完好的备份恢复；现在的文件会保留副本。
      </p>
      <ul className="restore-steps">
        {problems.map((problem) => (
          <li key={`${problem.seq ?? ''} ${problem.text}`}>
            {problem.seq === null ? '' : `台账第 ${problem.seq} 条：`}
            {problem.text}
          </li>
        ))}
      </ul>
    </div>
  )
}
