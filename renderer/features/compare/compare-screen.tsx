import { useMemo, useState } from 'react'
import { useBook } from '../../api/book.tsx'
import { CheckViews } from '../../parts/check-views.tsx'
import { useHandedFiles } from '../../parts/handed-files.ts'
import { SHEET_FILES } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { DropPlace } from '../../ui/drop-place.tsx'
import { Page, Toolbar } from '../../ui/page.tsx'
import { Progress } from '../../ui/progress.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { compareLines, GROUP_TITLES } from './compare-rows.ts'
import type { CompareLine, Comparison } from './compare-rows.ts'
import { CompareTable } from './compare-table.tsx'
import { PayDialog } from './pay-dialog.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { useComparison } from './use-comparison.ts'
import './compare.css'

/** 比对: a payroll or bureau list beside the book; each difference taken over, or left with a reason. */
export function CompareScreen() {
  const run = useComparison()
  const { data, taskId, error, file } = run.state
  useHandedFiles('compare', ([chosen]) => {
    if (chosen === undefined) return
    run.restart()
    void run.choose(chosen)
  })
  return (
    <Page
      title="核查"
      note={<CheckViews current="compare" />}
      actions={data === null ? undefined : <Button onClick={run.restart}>换一份名单</Button>}
      fill
    >
      {taskId !== null && data === null && (
        <Progress
          phase={run.progress?.phase ?? '正在读取'}
          done={run.progress?.done ?? 0}
          total={run.progress?.total ?? 0}
          onCancel={() => void run.stop()}
        />
      )}
      {taskId === null && data === null && (
        <DropPlace
          words="把工资表、社保名单或编办名单拖到这里"
          note="有“姓名”或“身份证号”一列就行，不用整理；对方没有写的项目不比。原表不会改动。"
          label="选择对方名单"
          accept={SHEET_FILES}
          testId="compare-file"
          onFile={(chosen) => void run.choose(chosen)}
        />
      )}
      <ErrorLine error={error} />
      {data !== null && file !== null && <Result data={data} fileId={file.fileId} busy={taskId !== null} run={run} />}
    </Page>
  )
}

type Group = CompareLine['group'] | 'all'
const GROUPS: readonly CompareLine['group'][] = ['differing', 'onlyOurs', 'onlyTheirs']

function Result({
  data,
  fileId,
  busy,
  run,
}: {
  readonly data: Comparison
  readonly fileId: string
  readonly busy: boolean
  readonly run: ReturnType<typeof useComparison>
}) {
  const lines = useMemo(() => compareLines(data), [data])
  const [group, setGroup] = useState<Group>('all')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [refusing, setRefusing] = useState<readonly CompareLine[] | null>(null)
  const [paying, setPaying] = useState(false)
  const book = useBook()
  const shown = lines.filter((line) => group === 'all' || line.group === group)
  const picked = lines.filter((line) => chosen.has(line.key) && line.decided === null)
  const open = lines.filter((line) => line.decided === null).length
  const settled = () => {
    setRefusing(null)
    setChosen(new Set())
    void run.again()
  }
  return (
    <>
      <p role="status">
        {namedTable(data.fileName, data.sheet)}共 <span className="number">{data.rows}</span> 人，与编制本对上{' '}
        <span className="number">{data.matched}</span> 人，其中 <span className="number">{data.same}</span>{' '}
        人完全一致；差异 <strong className="number">{lines.length}</strong> 处，还没有处理{' '}
        <strong className="number">{open}</strong> 处。
      </p>
      {[
        ...data.refused.map((row) => row.message),
        ...data.ambiguous.map((row) => `第 ${row.row} 行 ${row.name}：编制本同名的不止一人，没有身份证号分不清是谁`),
      ].map((message) => (
        <p key={message} className="compare-warning">
          {message}
        </p>
      ))}
      <Tabs<Group>
        label="差异"
        value={group}
        onChange={setGroup}
        tabs={[
          { value: 'all', label: '全部', count: lines.length },
          ...GROUPS.map((one) => ({
            value: one,
            label: GROUP_TITLES[one],
            count: lines.filter((line) => line.group === one).length,
          })),
        ]}
      />
      <Toolbar>
        <Button
          disabled={busy || picked.filter((line) => line.acceptable).length === 0}
          onClick={() => void run.accept(picked).then(() => setChosen(new Set()))}
        >
          采用对方（{picked.filter((line) => line.acceptable).length} 处）
        </Button>
        <Button disabled={busy || picked.length === 0} onClick={() => setRefusing(picked)}>
          保留编制本（{picked.length} 处）…
        </Button>
        <Button
          look="link"
          onClick={() => setChosen(new Set(shown.filter((line) => line.decided === null).map((line) => line.key)))}
        >
          全选
        </Button>
        <Button look="link" onClick={() => setPaying(true)}>
          这是工资表，登记发放情况…
        </Button>
      </Toolbar>
      <CompareTable
        lines={shown}
        note={`与“${data.fileName}”比对，截至 ${data.asOf}`}
        chosen={chosen}
        busy={busy}
        onChoose={(key, on) => setChosen((now) => new Set(on ? [...now, key] : [...now].filter((one) => one !== key)))}
        onAccept={(line) => void run.accept([line])}
        onRefuse={(line) => setRefusing([line])}
      />
      {refusing !== null && (
        <RefuseDialog fileId={fileId} lines={refusing} onClose={() => setRefusing(null)} onDone={settled} />
      )}
      {paying && (
        <PayDialog
          fileId={fileId}
          fileName={data.fileName}
          today={book?.today ?? ''}
          onClose={() => setPaying(false)}
        />
      )}
    </>
  )
}

/** The file by its name; the sheet beside it where it has a name of its own, which 工作表1 is not. */
function namedTable(fileName: string, sheet: string): string {
  return /^(?:sheet|工作表)?\s*\d*$/iu.test(sheet) || fileName.startsWith(`${sheet}.`)
    ? `“${fileName}”`
    : `“${fileName}”里的“${sheet}”`
}
