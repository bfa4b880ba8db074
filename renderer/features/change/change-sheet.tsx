import type { Output } from '../../../electron/contract/operations.ts'
import { useAsOf } from '../../api/as-of.tsx'
import { useBook } from '../../api/book.tsx'
import { useQuery } from '../../api/use-query.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Toolbar } from '../../ui/page.tsx'
import { printOnly } from '../../ui/print.ts'
import { setParams, useRoute } from '../../ui/route.ts'
import { Answer } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { groupChanges } from './group-changes.ts'
import type { ChangeRow } from './group-changes.ts'
import { shortcuts } from './periods.ts'

type Changes = Output<'changes.read'>

/** 增减变动表 between two days: opening + in − out ± transfers = closing, per kind of 编制, and the rows it is made of. */
export function ChangeSheet() {
  const { today } = useAsOf()
  const book = useBook()
  const { params } = useRoute()
  const offered = shortcuts(today)
  const from = params['from'] ?? offered[0]?.from ?? today
  const to = params['to'] ?? today
  const backwards = from > to
  const changes = useQuery('changes.read', backwards ? null : { from, to })
  return (
    <>
      <Toolbar>
        <DateInput
          aria-label="期初日"
          value={from}
          onChange={(day) => day !== undefined && setParams({ from: day }, { replace: true })}
        />
        <span>至</span>
        <DateInput
          aria-label="期末日"
          value={to}
          onChange={(day) => day !== undefined && setParams({ to: day }, { replace: true })}
        />
        {offered.map((period) => (
          <Button
            key={period.label}
            aria-pressed={period.from === from && period.to === to}
            onClick={() => setParams({ from: period.from, to: period.to }, { replace: true })}
          >
            {period.label}
          </Button>
        ))}
        <span className="toolbar-end">
          <Button onClick={() => printOnly('sheet')} disabled={changes.data === undefined}>
            打印
          </Button>
        </span>
      </Toolbar>
      {backwards ? (
        <p className="error-line" role="alert">
          期初日 {from} 在期末日 {to} 之后。请把日期对调。
        </p>
      ) : (
        <div className="change-sheet sheet" data-print-part="sheet">
          <h2 className="change-title">{book?.name ?? ''} 编制人员增减变动表</h2>
          <p className="change-note">
            期初 {from}，期末 {to}
          </p>
          <Answer query={changes} rows={10}>
            {(data) => <SheetBody data={data} />}
          </Answer>
        </div>
      )}
    </>
  )
}

function SheetBody({ data }: { readonly data: Changes }) {
  return (
    <>
      {data.faults.length > 0 && (
        <div className="faults" role="alert">
          <strong>期初加减不等于期末：</strong>
          {data.faults.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
        </div>
      )}
      <Equations categories={data.categories} />
      {data.misplaced.length > 0 && (
        <p className="quiet change-mixed">
          混编不计入实有：
          {data.misplaced.map((line) => `${line.unit} ${line.people.join('、')}（${line.category}）`).join('；')}。
        </p>
      )}
      {groupChanges(data.rows).map((group) => (
        <section key={group.title} className="change-group">
          <h3>
            {group.title} <span className="quiet">{group.rows.length} 人次</span>
          </h3>
          <ChangeRows rows={group.rows} />
        </section>
      ))}
      {data.rows.length === 0 && <p className="quiet change-none">这段时间没有人员增减。</p>}
      <Vacancies rows={data.vacancies} />
    </>
  )
}

function Equations({ categories }: { readonly categories: Changes['categories'] }) {
  // Most months nobody becomes or stops being 混编: the column is there when somebody did.
  const mixed = categories.some((line) => line.mixed !== 0)
  return (
    <table className="grid equations" aria-label="增减平衡">
      <thead>
        <tr>
          <th>编制类型</th>
          <th className="align-right">期初实有</th>
          <th aria-label="加" />
          <th className="align-right">增加</th>
          <th aria-label="减" />
          <th className="align-right">减少</th>
          <th aria-label="加减" />
          <th className="align-right">调剂划转</th>
          {mixed && (
            <>
              <th aria-label="加减" />
              <th className="align-right">混编增减</th>
            </>
          )}
          <th aria-label="等于" />
          <th>期末实有</th>
          <th>核对</th>
        </tr>
      </thead>
      <tbody>
        {categories.map((line) => (
          <tr
            key={line.categoryCode}
            className={line.balanced ? '' : 'red'}
            data-testid={`equation-${line.categoryCode}`}
          >
            <th scope="row">{line.category}</th>
            <td className="align-right">{line.opening}</td>
            <td className="operator">＋</td>
            <td className="align-right">{line.in}</td>
            <td className="operator">−</td>
            <td className="align-right">{line.out}</td>
            <td className="operator">{line.transfers < 0 ? '−' : line.transfers > 0 ? '＋' : '±'}</td>
            <td className="align-right">{Math.abs(line.transfers)}</td>
            {mixed && (
              <>
                <td className="operator">{line.mixed < 0 ? '−' : line.mixed > 0 ? '＋' : '±'}</td>
                <td className="align-right">{Math.abs(line.mixed)}</td>
              </>
            )}
            <td className="operator">＝</td>
            <td>
              <strong>{line.closing}</strong>
              {line.misplaced > 0 && <span className="quiet">（另有混编 {line.misplaced}）</span>}
            </td>
            <td>
              {line.balanced ? (
                '平'
              ) : (
                <Tag look="solid-red">
                  差 {line.closing - line.opening - line.in + line.out - line.transfers - line.mixed}
                </Tag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ChangeRows({ rows }: { readonly rows: readonly ChangeRow[] }) {
  return (
    <table className="grid change-rows">
      <thead>
        <tr>
          <th>日期</th>
          <th>姓名</th>
          <th>编制类型</th>
          <th className="wide">原在</th>
          <th className="wide">现在</th>
          <th className="wide">原因</th>
          <th className="wide">文号</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.personId}${row.on}${row.kind}${row.categoryCode}`}>
            <td className="nowrap">
              {row.on} {row.late && <Tag look="amber">补录</Tag>}
            </td>
            <td>
              <Button look="link" onClick={() => openPerson(row.personId)}>
                {row.person}
              </Button>
            </td>
            <td>{row.category}</td>
            <td>{row.fromUnit ?? '—'}</td>
            <td>{row.toUnit ?? '—'}</td>
            <td>{row.cause ?? '—'}</td>
            <td>{row.document ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 减员空编情况: where people left, and what stands empty at the end. */
function Vacancies({ rows }: { readonly rows: Changes['vacancies'] }) {
  if (rows.length === 0) return null
  return (
    <section className="change-group">
      <h3>期末减员空编情况</h3>
      <table className="grid">
        <thead>
          <tr>
            <th>机构</th>
            <th>编制类型</th>
            <th className="align-right">核定</th>
            <th className="align-right">期初实有</th>
            <th className="align-right">减员</th>
            <th className="align-right">期末实有</th>
            <th className="align-right">空编</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.unit}${row.category}`}>
              <td>{row.unit}</td>
              <td>{row.category}</td>
              <td className="align-right">{row.quota}</td>
              <td className="align-right">{row.opening}</td>
              <td className="align-right">{row.left}</td>
              <td className="align-right">{row.closing}</td>
              <td className="align-right">{row.vacancy > 0 ? <Tag look="outline">空 {row.vacancy}</Tag> : 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
