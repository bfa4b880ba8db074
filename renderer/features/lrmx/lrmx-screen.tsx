import { useAsOf } from '../../api/as-of.tsx'
import { cancelTask, useTask } from '../../api/use-task.ts'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { PeopleViews } from '../../parts/people-views.tsx'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Page, Sheet } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { ExportForms } from './export-forms.tsx'
import { FormDifferences } from './form-differences.tsx'
import { useForms } from './use-forms.ts'
import './lrmx.css'

/** 任免审批表: a folder of .lrmx and .lrm comes in field by field; forms of a list go out. */
export function LrmxScreen() {
  const { shown } = useAsOf()
  const { run, read, write, leave, restart } = useForms()
  const progress = useTask(run.taskId)
  useHandedFiles('lrmx', (files) => void read(files))
  const { taskId, preview, done } = run
  return (
    <Page
      title="人员"
      note={
        <>
          <PeopleViews current="lrmx" />
          <span>截至 {shown}</span>
        </>
      }
    >
      {taskId !== null && (
        <Progress
          phase={progress?.phase ?? '正在读取'}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          onCancel={() => void cancelTask(taskId)}
        />
      )}
      {taskId === null && preview === null && (
        <>
          <DropPlace
            words="把任免审批表拖到这里：一个文件夹，或许多文件"
            note="任免审批表编辑器的 .lrmx 和旧版 .lrm（照片 .pic 放在一起）。按身份证号对人，没有的按姓名；先看逐项差异，再决定收哪些。"
            label="选择任免审批表"
            accept=".lrmx,.lrm,.pic"
            testId="lrmx-files"
            onFiles={(files) => void read(files)}
          />
          <div className="lrmx-export-sheet">
            <ExportForms />
          </div>
        </>
      )}
      {run.unread.length > 0 && (
        <ul className="lrmx-refused">
          {run.unread.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {taskId === null && preview !== null && done === null && (
        <FormDifferences
          preview={preview}
          left={run.left}
          onLeave={leave}
          onWrite={() => void write()}
          onRestart={restart}
        />
      )}
      {taskId === null && done !== null && (
        <Sheet title="已导入">
          <p className="lrmx-done" role="status">
            任免审批表 <span className="number">{done.files}</span> 份，更新{' '}
            <span className="number">{done.updated}</span> 人，没有变化 <span className="number">{done.unchanged}</span>{' '}
            人，没有收 <span className="number">{done.refused.length}</span>{' '}
            份。原表已存进编制本，改过的再导出时只动改过的地方。
          </p>
          <div className="form-buttons lrmx-done">
            <Button look="main" onClick={restart}>
              再导入一批
            </Button>
          </div>
        </Sheet>
      )}
      <ErrorLine error={run.error} />
    </Page>
  )
}
