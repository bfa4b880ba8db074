import type { Output } from '../../../electron/contract/operations.ts'
import { useCommand } from '../../api/use-command.ts'
import { formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastDone } from '../../ui/toast.tsx'

type Listed = Output<'backup.list'>

/** Is there a copy that does not burn with this computer, and has anybody tried whether one can be put back. */
export function Elsewhere({ elsewhere, rehearsedAt }: Pick<Listed, 'elsewhere' | 'rehearsedAt'>) {
  const rehearse = useCommand('backup.rehearse')
  const start = async () => {
    const done = await rehearse.run({})
    if (done !== null)
      toastDone('演练成功', `${done.file} 打得开，${done.people} 人、台账 ${done.entries} 条，已记入台账`, null)
  }
  return (
    <>
      <p className={elsewhere.due ? 'backup-elsewhere amber' : 'backup-elsewhere'} data-testid="backup-elsewhere">
        {elsewhereSentence(elsewhere)}
      </p>
      <p className="backup-elsewhere" data-testid="backup-rehearsed">
        {rehearsedAt === null ? '还没有做过恢复演练。' : `最近一次恢复演练：${formatInstant(rehearsedAt)}。`}
        <Button look="link" busy={rehearse.busy} onClick={() => void start()}>
          做一次恢复演练
        </Button>
      </p>
      {rehearse.error !== null && <ErrorLine error={rehearse.error} />}
    </>
  )
}

function elsewhereSentence({ last, due }: Listed['elsewhere']): string {
  if (last === null) return '别处还没有备份：这台电脑坏了或丢了，就什么都没有了。请点“备份到 U 盘”，存好拔下来收着。'
  const where = `别处最近一份：${formatInstant(last.at)}，${last.people} 人、台账 ${last.entries} 条，在 ${last.folder}。`
  if (last.sameDisk) return `${where}它和编制本在同一块硬盘上，硬盘坏了两份一起坏，请另存一份到 U 盘。`
  return due ? `${where}已过 7 天，请再存一份到 U 盘。` : where
}
