import { NOTICE_LAYOUT_TITLES, NOTICE_STAGE_TITLES } from '../../../electron/contract/notice-operations.ts'
import type { Output } from '../../../electron/contract/operations.ts'
import { SeenTable } from '../../parts/seen-table.tsx'
import { hrefTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { setParams } from '../../ui/route.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'
import { stageLook } from './stage-look.ts'

type Notice = Output<'notice.list'>['notices'][number]

/** Frozen notices, newest first; each number is the door to its page. */
export function IssuedNotices({ notices }: { readonly notices: readonly Notice[] }) {
  if (notices.length === 0) {
    return (
      <EmptyState
        text="还没有发布过公示。在“拟稿”里看好纸样再发布，发布后的文件和办理经过留在这里。"
        action={<Button onClick={() => setParams({ view: null })}>去拟一份</Button>}
      />
    )
  }
  return (
    <div className="issued">
      <SeenTable title="公示登记" note="已发布的公示，新的在前">
        <table className="grid">
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">状态</th>
              <th scope="col">版式</th>
              <th scope="col">名单截至</th>
              <th scope="col">公示期</th>
              <th scope="col">异议</th>
            </tr>
          </thead>
          <tbody>
            {notices.map((notice) => (
              <tr key={notice.id} data-testid="issued-notice">
                <th scope="row">
                  <a href={hrefTo('notice', { view: 'issued', notice: notice.id })}>{notice.number}</a>
                </th>
                <td>
                  <Tag look={stageLook(notice.stage)}>{NOTICE_STAGE_TITLES[notice.stage]}</Tag>
                </td>
                <td>{NOTICE_LAYOUT_TITLES[notice.layout]}</td>
                <td>{notice.asOf}</td>
                <td>{periodText(notice)}</td>
                <td>{objectionText(notice.objections)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </SeenTable>
      <p className="quiet">
        点编号看这份公示从拟稿到归档的经过，登记异议、办结、归档、重印。{' '}
        <Button look="link" onClick={() => setParams({ paper: 'exceptions' })}>
          公开内容例外记录
        </Button>
      </p>
    </div>
  )
}

/** 2026-11-23 至 2026-12-02（7 个工作日）. */
export function periodText({
  postedOn,
  endsOn,
  workingDays,
}: Pick<Notice, 'postedOn' | 'endsOn' | 'workingDays'>): string {
  return endsOn === null ? `${postedOn} 起长期公开` : `${postedOn} 至 ${endsOn}（${workingDays} 个工作日）`
}

function objectionText({ received, open, corrected }: Notice['objections']): string {
  if (received === 0) return '无'
  return [`收到 ${received}`, open === 0 ? '已办结' : `未办结 ${open}`, corrected === 0 ? '' : `更正 ${corrected}`]
    .filter((part) => part !== '')
    .join('，')
}
