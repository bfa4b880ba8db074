import type { Output } from '../../../electron/contract/operations.ts'
import { BUREAU_FORM_LIST, type BureauForm } from '../../../electron/vocabulary/bureau-words.ts'
import { codesOf } from '../../../electron/vocabulary/code-list.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { PaperViews } from '../../parts/paper-views.tsx'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { setParams, useRoute } from '../../ui/route.ts'
import { saveFile } from '../../ui/save-file.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { toastRefused, toastSaved } from '../../ui/toast.tsx'
import { CodeTable } from './code-table.tsx'
import { OpenWords } from './open-words.tsx'
import './bureau.css'

type Checked = Output<'bureau.check'>
type View = BureauForm | 'codes'

const VIEWS = [
  ...codesOf(BUREAU_FORM_LIST).map((value) => ({ value: value as View, label: BUREAU_FORM_LIST[value].title })),
  { value: 'codes' as const, label: '国标代码' },
]

/** 上级导入表: what a bureau's system would send back is seen here, before the file goes out. */
export function BureauScreen() {
  const { asOf, shown } = useAsOf()
  const { params } = useRoute()
  const view = VIEWS.find(({ value }) => value === params['form'])?.value ?? 'cadre'
  return (
    <Page
      title="公示与报表"
      note={
        <>
          <PaperViews current="bureau" />
          <span>截至 {shown}</span>
        </>
      }
    >
      <Tabs label="上级导入表" value={view} onChange={(form) => setParams({ form }, { replace: true })} tabs={VIEWS} />
      {view === 'codes' ? <CodeTable asOf={asOf} /> : <FormCheck key={view} form={view} asOf={asOf} />}
    </Page>
  )
}

function FormCheck({ form, asOf }: { readonly form: BureauForm; readonly asOf: string | undefined }) {
  const asked = { form, ...(asOf === undefined ? {} : { asOf }) }
  const query = useQuery('bureau.check', asked)
  const make = useCommand('bureau.file')
  const run = async () => {
    const made = await make.run(asked)
    if (made === null) {
      toastRefused(make.error?.message ?? '没有导出')
      return
    }
    saveFile(made.fileName, made.base64)
    toastSaved(`已导出 ${made.fileName}，含身份证号，请妥善保管`)
  }
  return (
    <Answer query={query} rows={10}>
      {(checked) => (
        <>
          <div className="bureau-head">
            <p>
              共 <strong className="number">{checked.rows}</strong> 行，
              <strong className="number">{checked.clean}</strong> 行不会退回；
              {checked.bounces.length === 0 ? (
                '没有会退回的格。'
              ) : (
                <>
                  <strong className="number">{checked.bounces.length}</strong> 处会被系统退回，下面逐处写明。
                </>
              )}
            </p>
            <Button look="main" busy={make.busy} onClick={() => void run()}>
              导出 .xlsx
            </Button>
          </div>
          <OpenWords words={checked.words} />
          <SheetTable checked={checked} />
          <Bounces checked={checked} />
        </>
      )}
    </Answer>
  )
}

function SheetTable({ checked }: { readonly checked: Checked }) {
  return (
    <table className="grid bureau-sheets">
      <thead>
        <tr>
          <th>工作表</th>
          <th className="number">栏</th>
          <th className="number">行</th>
          <th className="number">会退回</th>
        </tr>
      </thead>
      <tbody>
        {checked.sheets.map((sheet) => (
          <tr key={sheet.name}>
            <td>{sheet.name}</td>
            <td className="number">{sheet.columns}</td>
            <td className="number">{sheet.rows}</td>
            <td className="number">{sheet.bounces === 0 ? '—' : sheet.bounces}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** So many kinds of one trouble are told by one line: which column of which sheet, and whose rows. */
const SHOWN_PEOPLE = 8

function Bounces({ checked }: { readonly checked: Checked }) {
  if (checked.bounces.length === 0) return <EmptyState text="每一格都合这张表自己的下拉和写法。" />
  const groups = Map.groupBy(checked.bounces, ({ sheet, column, message }) => `${sheet}\n${column}\n${message}`)
  return (
    <table className="grid bureau-bounces">
      <thead>
        <tr>
          <th>工作表</th>
          <th>栏目</th>
          <th>为什么退回</th>
          <th className="number">处</th>
          <th>哪些行</th>
        </tr>
      </thead>
      <tbody>
        {[...groups].map(([key, bounces]) => {
          const [first] = bounces
          if (first === undefined) return null
          const people = bounces.slice(0, SHOWN_PEOPLE).map(({ about, row }) => `${about}（${row}）`)
          return (
            <tr key={key}>
              <td>{first.sheet}</td>
              <td>{first.column}</td>
              <td>{first.message}</td>
              <td className="number">{bounces.length}</td>
              <td title={bounces.map(({ about, row }) => `${about} 第 ${row} 行`).join('、')}>
                {people.join('、')}
                {bounces.length > SHOWN_PEOPLE && ` 等 ${bounces.length} 行`}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
