import type { RosterLayout } from '../../../electron/contract/adhoc-operations.ts'
import { rosterGroup } from '../../../electron/contract/adhoc-operations.ts'
import { Checkbox, Select, TextInput } from '../../ui/form.tsx'
import type { RosterFields } from './adhoc-fields.tsx'
import { Line } from './adhoc-who.tsx'

interface AdhocLookProps {
  readonly layout: RosterLayout
  readonly fields: RosterFields
  readonly onChange: (part: Partial<RosterLayout>) => void
}

const DATES = [
  { value: 'dot', label: '1985.06' },
  { value: 'day', label: '1985-06-01' },
  { value: 'month', label: '198506' },
  { value: 'chinese', label: '1985年6月' },
] as const
const NUMBERS = [
  { value: 'masked', label: '打码' },
  { value: 'plain', label: '完整号码' },
] as const
const PAPERS = [
  { value: 'A4 portrait', label: 'A4 纵向' },
  { value: 'A4 landscape', label: 'A4 横向' },
  { value: 'A3 portrait', label: 'A3 纵向' },
  { value: 'A3 landscape', label: 'A3 横向' },
] as const

/** Order, groups, and how it is written. */
export function AdhocLook({ layout, fields, onChange }: AdhocLookProps) {
  const titleOf = (field: string) => fields.find((own) => own.field === field)?.title ?? field
  const group = layout.groupBy ?? ''
  return (
    <fieldset>
      <legend>次序与样式</legend>
      <Line label="分组">
        <Select
          aria-label="分组"
          value={group}
          onChange={(value) => onChange({ groupBy: value === '' ? null : value })}
          choices={[
            { value: '', label: '不分组' },
            ...rosterGroup.options.map((value) => ({ value, label: `按${titleOf(value)}` })),
          ]}
        />
      </Line>
      <Line label="排序">
        <Select
          aria-label="排序"
          value={layout.sortBy ?? ''}
          onChange={(value) => onChange({ sortBy: value === '' ? null : value })}
          choices={[
            { value: '', label: '按机构次序' },
            ...fields
              .filter(({ field }) => field !== 'sequence')
              .map(({ field, title }) => ({ value: field, label: `按${title}` })),
          ]}
        />
      </Line>
      {layout.sortBy !== null && (
        <Checkbox checked={layout.descending} onChange={(descending) => onChange({ descending })} label="从大到小" />
      )}
      <Line label="日期">
        <Select
          aria-label="日期"
          value={layout.dateFormat}
          onChange={(dateFormat) => onChange({ dateFormat })}
          choices={DATES}
        />
      </Line>
      {layout.fields.includes('idNumber') && (
        <Line label="身份证号">
          <Select
            aria-label="身份证号"
            value={layout.idNumbers}
            onChange={(idNumbers) => onChange({ idNumbers })}
            choices={NUMBERS}
          />
        </Line>
      )}
      <Line label="纸张">
        <Select
          aria-label="纸张"
          value={`${layout.paper} ${layout.orientation}`}
          onChange={(value) =>
            onChange({
              paper: value.startsWith('A3') ? 'A3' : 'A4',
              orientation: value.endsWith('portrait') ? 'portrait' : 'landscape',
            })
          }
          choices={PAPERS}
        />
      </Line>
      <Line label="标题">
        <TextInput
          aria-label="标题"
          value={layout.title}
          onChange={(title) => onChange({ title: title.slice(0, 40) })}
        />
      </Line>
    </fieldset>
  )
}
