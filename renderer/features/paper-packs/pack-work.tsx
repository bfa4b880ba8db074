import type { PaperPackView } from '../../../electron/contract/paper-pack-operations.ts'
import type { TaskProgress } from '../../api/use-task.ts'
import { formatBytes } from '../../text/format.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'

interface Work {
  readonly stop: () => void
  readonly busy: boolean
  readonly progress: TaskProgress | null
  readonly error: { readonly message: string } | null
}

interface PackWorkProps {
  readonly work: Work
  readonly label: string
  readonly ready: boolean
  readonly onMake: () => void
}

/** The button; while the work runs, how far it is and a way to stop it. */
export function PackWork({ work, label, ready, onMake }: PackWorkProps) {
  return (
    <>
      {work.busy ? (
        <Progress
          phase={work.progress === null ? '正在核对编制本' : `正在做：${work.progress.phase}`}
          done={work.progress?.done ?? 0}
          total={work.progress?.total ?? 0}
          onCancel={work.stop}
        />
      ) : (
        <div>
          <Button look="main" disabled={!ready} onClick={onMake}>
            {label}
          </Button>
        </div>
      )}
      <ErrorLine error={work.error} />
    </>
  )
}

/** What the pack holds, and what it does not. */
export function PackMade({ made }: { readonly made: PaperPackView | null }) {
  if (made === null) return null
  return (
    <div className="pack-made" role="status">
      <p>
        <strong>{made.name}.zip</strong>　{made.files.length} 个文件，
        {made.masked ? '身份证号已遮住' : '含完整身份证号，请妥善保管'}。先打开里面的“目录.html”。
      </p>
      {made.leftOut.map(({ what, why }) => (
        <p key={what} className="amber">
          没有放进来：{what}，{why}。
        </p>
      ))}
      <table className="grid pack-files">
        <thead>
          <tr>
            <th scope="col">文件</th>
            <th scope="col">内容</th>
            <th scope="col">页数</th>
            <th scope="col">大小</th>
          </tr>
        </thead>
        <tbody>
          {made.files.map(({ path, about, pages, bytes }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{about}</td>
              <td className="number">{pages ?? ''}</td>
              <td className="number">{formatBytes(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
