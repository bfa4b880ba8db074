import { goTo, openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { ListSheet } from '../../parts/list-sheet.tsx'
import type { SheetColumn } from '../../ui/sheet/sheet-shape.ts'
import { Checkbox } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { GROUP_TITLES } from './compare-rows.ts'
import type { CompareLine } from './compare-rows.ts'

interface CompareTableProps {
  readonly lines: readonly CompareLine[]
  /** Said below the title on paper. */
  readonly note: string
  readonly chosen: ReadonlySet<string>
  readonly busy: boolean
  readonly onChoose: (key: string, on: boolean) => void
  readonly onAccept: (line: CompareLine) => void
  readonly onRefuse: (line: CompareLine) => void
}

/** Differences line by line: ours, theirs, and what to do about each. */
export function CompareTable({ lines, note, chosen, busy, onChoose, onAccept, onRefuse }: CompareTableProps) {
  return (
    <ListSheet
      list="compare"
      title="比对结果"
      note={note}
      unit="处"
      columns={columnsOf({ chosen, busy, onChoose, onAccept, onRefuse })}
      rows={lines}
      rowKey={lineKey}
      rowName={lineName}
      empty={<EmptyState text="没有差异。" />}
    />
  )
}

function columnsOf({
  chosen,
  busy,
  onChoose,
  onAccept,
  onRefuse,
}: Omit<CompareTableProps, 'lines' | 'note'>): readonly SheetColumn<CompareLine>[] {
  return [
    {
      key: 'choose',
      title: '选',
      width: 62,
      text: (line) => (chosen.has(line.key) ? '选' : ''),
      look: (line) =>
        line.decided === null ? (
          <Checkbox
            checked={chosen.has(line.key)}
            onChange={(on) => onChoose(line.key, on)}
            label={
              <span className="visually-hidden">
                选 {line.name} {line.what}
              </span>
            }
          />
        ) : null,
    },
    { key: 'group', title: '差异', width: 112, text: (line) => GROUP_TITLES[line.group] },
    { key: 'name', title: '姓名', width: 96, text: (line) => line.name, look: (line) => <Name line={line} /> },
    { key: 'unit', title: '机构', width: 150, text: (line) => line.unit },
    { key: 'what', title: '项目', width: 112, text: (line) => line.what },
    { key: 'ours', title: '编制本', width: 180, text: (line) => line.ours },
    { key: 'theirs', title: '对方', width: 180, text: (line) => line.theirs },
    {
      key: 'act',
      title: '处理',
      width: 230,
      text: (line) => (line.decided === null ? '' : `已看过：${line.decided.reason}`),
      look: (line) => <Act line={line} busy={busy} onAccept={onAccept} onRefuse={onRefuse} />,
    },
  ]
}

const lineKey = (line: CompareLine): string => line.key
const lineName = (line: CompareLine): string => line.name

function Name({ line }: { readonly line: CompareLine }) {
  const { personId } = line
  return personId === null ? (
    <>{line.name}</>
  ) : (
    <Button look="link" onClick={() => openPerson(personId)}>
      {line.name}
    </Button>
  )
}

function Act({
  line,
  busy,
  onAccept,
  onRefuse,
}: {
  readonly line: CompareLine
  readonly busy: boolean
  readonly onAccept: (line: CompareLine) => void
  readonly onRefuse: (line: CompareLine) => void
}) {
  if (line.decided !== null)
    return (
      <span className="quiet" title={`${line.decided.list}，${line.decided.on}`}>
        已看过：{line.decided.reason}
      </span>
    )
  return (
    <span className="compare-acts">
      {line.acceptable && (
        <Button small disabled={busy} onClick={() => onAccept(line)}>
          采用对方
        </Button>
      )}
      {!line.acceptable && (
        <Button small onClick={() => goTo('journal', eventFor(line))}>
          {EVENT_WORDS[eventName(line)]}
        </Button>
      )}
      <Button small look="link" onClick={() => onRefuse(line)}>
        保留编制本…
      </Button>
    </span>
  )
}

const EVENT_WORDS = { entry: '登记入编', exit: '登记出编', move: '登记调整' } as const

function eventName(line: CompareLine): keyof typeof EVENT_WORDS {
  return line.group === 'onlyTheirs' ? 'entry' : line.group === 'onlyOurs' ? 'exit' : 'move'
}

/** The event that would make it so, with what is known filled in. */
function eventFor(line: CompareLine): Readonly<Record<string, string | null>> {
  return {
    tab: 'register',
    event: eventName(line),
    who: line.personId,
    ...(line.field === 'unit' ? { unit: line.theirs } : {}),
    ...(line.field === 'post' ? { post: line.theirs } : {}),
  }
}
