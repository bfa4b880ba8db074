import './fill.css'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Page } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { useTask } from '../../api/use-task.ts'
import { FilledSheet } from './filled-sheet.tsx'
import { MapForm } from './map-form.tsx'
import { useFill } from './use-fill.ts'
import type { Fill } from './use-fill.ts'

/** A superior's blank form: dropped in, mapped once, filled in its own formatting. */
export function FillScreen() {
  const run = useFill()
  const { form, preview } = run.state
  useHandedFiles('fill', ([file]) => file !== undefined && void run.choose(file))
  return (
    <Page title="公示与报表" note={<PaperViews current="fill" />} fill>
      <div className="fill-body">
        {run.state.taskId !== null && <Working run={run} taskId={run.state.taskId} />}
        <ErrorLine error={run.state.error} />
        {form === null ? (
          <Choose run={run} />
        ) : preview === null ? (
          <MapForm run={run} form={form} />
        ) : (
          <FilledSheet run={run} preview={preview} />
        )}
      </div>
    </Page>
  )
}

function Choose({ run }: { readonly run: Fill }) {
  return (
    <>
      <DropPlace
        words="把上级发的空表拖到这里"
        note=".xlsx 原样保留字体、边框、公式和打印设置；Word 的 .docx 表格（登记表等）也填；旧的 .xls 请先在 WPS 里另存为 .xlsx。"
        label="选择空表"
        accept=".xlsx,.xls,.docx"
        testId="fill-file"
        onFile={(file) => void run.choose(file)}
      />
      <ul className="choose-notes">
        <li>
          一人一行的名册、一个机构一行的统计表、按年龄学历等计数的结构表、一人一张的登记卡都能填；一个文件里几张表、一张表里几块，都填。
        </li>
        <li>头一回核对各列填什么，以后同样的表拖进来就按记住的填。</li>
        <li>
          空白行不够会照样加行，合计、落款仍在下面；下拉选项、日期位数照表格的要求填，填不合的先列出来；编制本里没有的列留空，不会乱填。
        </li>
      </ul>
    </>
  )
}

function Working({ run, taskId }: { readonly run: Fill; readonly taskId: string }) {
  const progress = useTask(taskId)
  return (
    <Progress
      phase={progress?.phase ?? '正在读表'}
      done={progress?.done ?? 0}
      total={progress?.total ?? 0}
      onCancel={() => void run.stop()}
    />
  )
}
