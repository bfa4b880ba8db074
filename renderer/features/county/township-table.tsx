import type { Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { setParams } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import { Tag } from '../../ui/tag.tsx'

type Line = Output<'county.townships'>['townships'][number]

const ANSWERS: Readonly<Record<Line['answered'], string>> = { accepted: '已收下', refused: '已退回', none: '没有答复' }
const number = (key: string, title: string, of: (line: Line) => number, width = 66): Column<Line> => ({
  key,
  title,
  width,
  align: 'right',
  sortBy: of,
  text: (line) => String(of(line)),
  render: of,
})

const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', title: '乡镇', sortBy: (line) => line.name, text: (line) => line.name, render: (line) => line.name },
  {
    key: 'region',
    title: '所在',
    width: 110,
    sortBy: (line) => line.region,
    text: (line) => line.region,
    render: (line) => line.region,
  },
  {
    key: 'asOf',
    title: '截至',
    width: 100,
    sortBy: (line) => line.asOf ?? '',
    text: (line) => line.asOf ?? '',
    render: (line) => line.asOf,
  },
  number('quota', '核定', (line) => line.quota),
  number('actual', '实有', (line) => line.actual),
  number('vacancy', '空编', (line) => line.vacancy),
  {
    key: 'over',
    title: '超编',
    width: 66,
    align: 'right',
    sortBy: (line) => line.over,
    text: (line) => String(line.over),
    render: (line) => (line.over > 0 ? <Tag look="solid-red">超{line.over}</Tag> : 0),
  },
  {
    key: 'leaders',
    title: '领导职数',
    width: 90,
    align: 'right',
    sortBy: (line) => line.leadershipActual - line.leadershipQuota,
    text: (line) => `${line.leadershipActual}/${line.leadershipQuota}`,
    render: (line) => `${line.leadershipActual}/${line.leadershipQuota}`,
  },
  number('off', '编外', (line) => line.offQuota),
  number('errors', '违规', (line) => line.errors),
  number('warnings', '待查', (line) => line.warnings),
  number('overdue', '过期未办', (line) => line.overdue, 84),
  number('retiring', '一年内退休', (line) => line.retiring, 96),
  {
    key: 'answered',
    title: '回执',
    width: 90,
    sortBy: (line) => line.answered,
    text: (line) => ANSWERS[line.answered],
    render: (line) => (line.answered === 'none' ? <Tag look="dashed">没有答复</Tag> : ANSWERS[line.answered]),
  },
]

/** Every township of a region a line; Enter or a click opens it. */
export function TownshipTable({ region }: { readonly region: number | null }) {
  const query = useQuery('county.townships', region === null ? {} : { region })
  const open = (line: Line) => setParams({ township: line.code ?? line.name })
  return (
    <Answer query={query} rows={10}>
      {({ townships, regions }) => (
        <div className="county-townships">
          {region !== null && (
            <div className="county-line">
              只看{regions.find((one) => one.id === region)?.name ?? '这个地区'}的乡镇
              <Button look="link" onClick={() => setParams({ region: null })}>
                看全部
              </Button>
            </div>
          )}
          <DataTable
            label="乡镇一览"
            columns={COLUMNS}
            rows={townships}
            rowKey={(line) => String(line.id)}
            onOpen={open}
            memory="county-townships"
            rowTone={(line) => (line.over > 0 || line.errors > 0 ? 'red' : undefined)}
            empty={
              <EmptyState
                text="还没有收到乡镇的数据包。乡镇在“公示与报表 → 上报”里做，拷来收进这里。"
                action={<Button onClick={() => setParams({ tab: 'receive' })}>去收件</Button>}
              />
            }
          />
        </div>
      )}
    </Answer>
  )
}
