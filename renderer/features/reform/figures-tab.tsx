import { useState } from 'react'
import type { CallInput } from '../../../electron/contract/operations.ts'
import { CHANGE_VERDICT_LIST } from '../../../electron/vocabulary/reform.ts'
import { toApiError } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { SeenListButtons } from '../../parts/seen-list.tsx'
import { SHEET_FILES, stageFile } from '../../parts/stage-file.ts'
import { Button } from '../../ui/button.tsx'
import { NumberInput, TextInput } from '../../ui/form.tsx'
import { Sheet, Toolbar } from '../../ui/page.tsx'
import { Answer, ErrorLine } from '../../ui/states.tsx'
import { Table } from './compare-tab.tsx'

type Question = CallInput<'reform.figures'>
type Row = NonNullable<Question['rows']>[number]

const HEADS = ['地方', '项目', '改革前', '改革后', '减少', '比例', '复算', '结论', '算式'] as const
const WIDTHS = [90, 110, 70, 70, 70, 60, 80, 120, 300]
const EMPTY: Row = { place: '', item: '' }

/** Figures of many townships before and after, typed or from a sheet: each cut and rate recomputed and judged. */
export function FiguresTab() {
  const [typed, setTyped] = useState<readonly Row[]>([])
  const [draft, setDraft] = useState<Row>(EMPTY)
  const [fileId, setFileId] = useState<string | null>(null)
  const [error, setError] = useState<{ readonly message: string } | null>(null)
  const asked: Question | null =
    typed.length === 0 && fileId === null ? null : { rows: [...typed], ...(fileId === null ? {} : { fileId }) }
  const query = useQuery('reform.figures', asked)
  const take = async (file: File) => {
    setError(null)
    try {
      setFileId((await stageFile(file)).fileId)
    } catch (cause) {
      setError(toApiError(cause))
    }
  }
  const put = (more: Partial<Row>) => setDraft((now) => ({ ...now, ...more }))
  const add = () => {
    setTyped([...typed, draft])
    setDraft(EMPTY)
  }
  return (
    <Sheet title="改革前后数字核对" note="减少数和比例逐项复算">
      <Toolbar>
        <TextInput
          aria-label="地方"
          placeholder="地方"
          width={110}
          value={draft.place ?? ''}
          onChange={(place) => put({ place })}
        />
        <TextInput
          aria-label="项目"
          placeholder="项目"
          width={120}
          value={draft.item}
          onChange={(item) => put({ item })}
        />
        <label>
          改革前{' '}
          <NumberInput aria-label="改革前" value={draft.from ?? undefined} onChange={(from) => put({ from })} min={0} />
        </label>
        <label>
          改革后{' '}
          <NumberInput aria-label="改革后" value={draft.to ?? undefined} onChange={(to) => put({ to })} min={0} />
        </label>
        <label>
          减少 <NumberInput aria-label="减少" value={draft.cut ?? undefined} onChange={(cut) => put({ cut })} min={0} />
        </label>
        <TextInput
          aria-label="比例"
          placeholder="比例 %"
          width={80}
          value={typeof draft.rate === 'string' ? draft.rate : ''}
          onChange={(rate) => put({ rate: rate === '' ? null : rate })}
        />
        <Button onClick={add} disabled={draft.item.trim() === ''}>
          加一行
        </Button>
        <label className="reform-file">
          或导入表格
          <input
            type="file"
            accept={SHEET_FILES}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file !== undefined) void take(file)
            }}
          />
        </label>
      </Toolbar>
      <ErrorLine error={error} />
      {asked === null ? (
        <p className="quiet">填一行，或导入有“改革前”“改革后”两列的表。没有写的空着，能推算的会推算。</p>
      ) : (
        <Answer query={query} rows={6}>
          {(judged) => {
            const rows = judged.rows.map((row) => [
              row.place,
              row.item,
              numberText(row.from),
              numberText(row.to),
              numberText(row.cut),
              row.rate ?? '',
              row.realRate ?? '',
              CHANGE_VERDICT_LIST[row.verdict].title,
              row.text,
            ])
            const totals = judged.totals.map((total) => [
              `${total.places} 处合计`,
              total.item,
              String(total.from),
              String(total.to),
              String(total.cut),
              total.rate ?? '',
              '',
              total.fault === null ? '' : '对不上',
              total.fault ?? '',
            ])
            return (
              <>
                <Table heads={HEADS} rows={[...rows, ...totals]} />
                {judged.problems.length > 0 && (
                  <ul className="reform-findings">
                    {judged.problems.map((problem) => (
                      <li key={problem}>{problem}</li>
                    ))}
                  </ul>
                )}
                <SeenListButtons
                  title="改革前后数字核对表"
                  note=""
                  seen={() => ({
                    columns: HEADS.map((title, place) => ({ title, width: WIDTHS[place] ?? 80 })),
                    rows: [...rows, ...totals],
                  })}
                />
              </>
            )
          }}
        </Answer>
      )}
    </Sheet>
  )
}

function numberText(number: number | null): string {
  return number === null ? '' : String(number)
}
