import type { Output } from '../../../electron/contract/operations.ts'
import { formatBytes, formatInstant } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'

export type Backup = Output<'backup.list'>['backups'][number]

const STATE_WORDS: Readonly<Record<Backup['state'], string>> = {
  verified: '已校验',
  unlisted: '未登记，恢复时再校验',
  changed: '大小已变，请勿使用',
}
const STATE_LOOKS: Readonly<Record<Backup['state'], string | undefined>> = {
  verified: undefined,
  unlisted: 'amber',
  changed: 'red',
}

/** Copies that were opened again and compared after they were written. */
export function BackupList({
  backups,
  onRestore,
}: {
  readonly backups: readonly Backup[]
  readonly onRestore: (backup: Backup) => void
}) {
  if (backups.length === 0) return <EmptyState text="导入前、升级前和退出时会自动备份；现在也可以点“立即备份”。" />
  return (
    <table className="grid">
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">缘由</th>
          <th scope="col" className="align-right">
            人数
          </th>
          <th scope="col" className="align-right">
            台账
          </th>
          <th scope="col" className="align-right">
            大小
          </th>
          <th scope="col">校验</th>
          <th scope="col">恢复</th>
        </tr>
      </thead>
      <tbody>
        {backups.map((backup) => (
          <tr key={backup.path} data-testid="backup-row" title={`${backup.path}\n台账校验值 ${backup.head}`}>
            <th scope="row">{formatInstant(backup.at)}</th>
            <td>{backup.reason}</td>
            <td className="align-right">{backup.people}</td>
            <td className="align-right">{backup.entries}</td>
            <td className="align-right">{formatBytes(backup.bytes)}</td>
            <td className={STATE_LOOKS[backup.state]}>{STATE_WORDS[backup.state]}</td>
            <td>
              <Button look="link" disabled={backup.state === 'changed'} onClick={() => onRestore(backup)}>
                恢复到这一份…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
