import type { SentPackageView } from '../../../electron/contract/package-operations.ts'
import { formatInstant } from '../../text/format.ts'
import { Sheet } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

/** Every package made, with what was answered. */
export function SentPackages({ sent }: { readonly sent: readonly SentPackageView[] }) {
  return (
    <Sheet title="上报过的">
      {sent.length === 0 ? (
        <EmptyState text="还没有做过上报数据包。" />
      ) : (
        <table className="grid submit-grid" aria-label="上报过的">
          <thead>
            <tr>
              <th scope="col">做于</th>
              <th scope="col">截至</th>
              <th scope="col">文件</th>
              <th scope="col" className="number">
                人员
              </th>
              <th scope="col">回执</th>
            </tr>
          </thead>
          <tbody>
            {sent.map((one) => (
              <tr key={`${one.seq} ${one.madeAt} ${one.sha256}`}>
                <td className="number">{formatInstant(one.madeAt)}</td>
                <td className="number">{one.asOf}</td>
                <th scope="row" title={`校验码 ${one.sha256}`}>
                  {one.fileName}
                  {one.masked ? '' : '（完整号码）'}
                  {one.locked ? '（加密）' : ''}
                </th>
                <td className="number">{one.people}</td>
                <td>
                  {one.answer === null ? (
                    <Tag look="dashed">还没有</Tag>
                  ) : (
                    <>
                      <Tag look={one.answer.accepted ? 'outline' : 'outline-red'}>
                        {one.answer.accepted ? '已收下' : '退回'}
                      </Tag>{' '}
                      {one.answer.number}
                      {one.answer.reasons.length > 0 && `：${one.answer.reasons.join('；')}`}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  )
}
