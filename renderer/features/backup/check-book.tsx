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
          <p data-testid="verify-result">
            <strong className="verify-good">完好。</strong>台账 {result.entries} 条全部核对一致。台账校验值：
            <span className="mono backup-path">{result.head}</span>
            。请抄在纸上或与上次公示页脚的校验值比对：只有与外面留存的校验值一致，才说明末尾没有被人截去。
          </p>
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
