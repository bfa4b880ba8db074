import './backup.css'
import { useState } from 'react'
import type { Output } from '../../../electron/contract/operations.ts'
import { useBook } from '../../api/book.tsx'
import { useQuery } from '../../api/use-query.ts'
import { clockSentence } from '../../text/clock-doubt.ts'
import { formatInstant } from '../../text/format.ts'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { KeyValue } from '../../ui/key-value.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { BookPeople } from './book-people.tsx'
import { BackupList } from './backup-list.tsx'
import { CheckBook } from './check-book.tsx'
import { ErasePeople } from './erase-people.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { MakeBackup } from './make-backup.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import type { RestoreSource } from './restore-dialog.tsx'
import { RestoreFromElsewhere } from './restore-from-elsewhere.tsx'

/** Is the data safe, where is it, and how does one get back. */
export function BackupScreen() {
  const book = useBook()
  if (book?.open !== true) {
    return (
      <Page title="备份与安全">
        <EmptyState
          text="还没有打开编制本。先打开一本，再备份或恢复。"
          action={<a href={hrefTo('start')}>回到开始</a>}
        />
      </Page>
    )
  }
  return <OpenBookSafety book={book} />
}

function OpenBookSafety({ book }: { readonly book: Output<'book.status'> }) {
  const query = useQuery('backup.list', {})
  const [source, setSource] = useState<(RestoreSource & { readonly folder: string }) | null>(null)
  return (
    <Page title="备份与安全" actions={<MakeBackup />}>
      {book.clock !== null && (
        <p className="backup-latest amber" data-testid="clock-doubt">
          {clockSentence(book.clock, book.today)}
        </p>
      )}
      <Answer query={query} rows={8}>
        {({ folder, backups, elsewhere, rehearsedAt }) => (
          <>
            <p className="backup-latest" data-testid="backup-latest">
              {latestSentence(backups.find((backup) => backup.state === 'verified'))}
            </p>
            <Elsewhere elsewhere={elsewhere} rehearsedAt={rehearsedAt} />
            <Sheet
              title="备份"
              note={`自动备份存放在 ${folder}，留最近十份，另留一天内每小时、两周内每天、两年内每月各一份`}
              actions={<RestoreFromElsewhere start={folder} onChoose={(chosen) => setSource({ ...chosen, folder })} />}
            >
              <BackupList
                backups={backups}
                onRestore={(backup) =>
                  setSource({
                    path: backup.path,
                    folder,
                    described: `${formatInstant(backup.at)} 的备份（${backup.people} 人，台账 ${backup.entries} 条）`,
                  })
                }
              />
            </Sheet>
          </>
        )}
      </Answer>
      <BookPeople book={book} />
      <CheckBook />
      <ErasePeople />
      <WhereItLies book={book} />
      {source !== null && (
        <RestoreDialog source={source} keptIn={source.folder} book={book} onClose={() => setSource(null)} />
      )}
    </Page>
  )
}

function latestSentence(latest: Output<'backup.list'>['backups'][number] | undefined): string {
  if (latest === undefined) return '还没有可以恢复的备份。请点“立即备份”，最好存一份到 U 盘。'
  return `最近一次可恢复的备份：${formatInstant(latest.at)}（${latest.reason}），内有 ${latest.people} 人、台账 ${latest.entries} 条，已校验。`
}

/** What was counted, not what is promised: connections of the program, and files of this page from anywhere else. */
function Connections() {
  const query = useQuery('network.read', {})
  return (
    <Answer query={query} rows={1}>
      {({ since, count, latest }) => {
        const elsewhere = filesFromElsewhere()
        const from = `从 ${formatInstant(since)} 打开到现在`
        return (
          <span data-testid="connections">
            {count === 0 && elsewhere.length === 0
              ? `${from}，程序没有向任何地方连接过（0 次），页面也没有从别处取过文件。`
              : `${from}，有过 ${count + elsewhere.length} 次向外的连接：${[...latest.map(({ to }) => to), ...elsewhere].join('、')}。这不是本程序该有的，请断网并告诉管理员。`}
          </span>
        )
      }}
    </Answer>
  )
}

/** Hosts this page has taken a file from that are not the program. */
function filesFromElsewhere(): readonly string[] {
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name)
  const foreign = addresses.filter(
    (name) => !/^(?:data|blob):/u.test(name) && new URL(name).origin !== window.location.origin,
  )
  return [...new Set(foreign.map((name) => new URL(name).host))]
}

function WhereItLies({ book }: { readonly book: Output<'book.status'> }) {
  return (
    <Sheet title="文件与网络">
      <div className="backup-facts">
        <KeyValue
          columns={1}
          pairs={[
            { label: '编制本', value: <span className="backup-path">{book.path}</span> },
            {
              label: '密码',
              value: book.encrypted
                ? '已设密码，整个文件加密；备份也用同一密码。'
                : '未设密码：拿到这个文件的人都能打开。请放在只有您能用的电脑和文件夹里。',
            },
            { label: '网络', value: '本程序不连网络，不上传任何内容；数据只在上面这个文件和备份里。' },
            { label: '联网记录', value: <Connections /> },
          ]}
        />
        <p>
          <Button look="link" onClick={() => window.location.assign(hrefTo('start'))}>
            打开另一本编制本
          </Button>
        </p>
      </div>
    </Sheet>
  )
}
