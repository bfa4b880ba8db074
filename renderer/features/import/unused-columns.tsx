import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { withMapping } from './import-options.ts'
import type { ImportOptions } from './import-options.ts'
import type { ImportPreview } from './proof-model.ts'
import type { Import } from './use-import.ts'

/** Columns the book has no field for: nothing of them comes in, unless they become fields of the township's own. */
export function UnusedColumns({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const add = useCommand('ownField.add')
  const { unused } = preview
  if (unused.length === 0) return null
  const keep = async () => {
    const done = await add.run({ fields: unused.map(({ title, kind }) => ({ title, kind })) })
    if (done !== null) await run.correct(placed(run.state.options, unused, done.fields))
  }
  return (
    <div className="proof-unused">
      <p>
        有 {unused.length} 列编制本没有，不会收进：
        {unused.map(({ column, header }) => `${column} 列“${header}”`).join('、')}。
      </p>
      <Button small busy={add.busy} disabled={run.state.work !== null} onClick={() => void keep()}>
        记成自定栏目，一并收进
      </Button>
      <ErrorLine error={add.error} />
    </div>
  )
}

/** The options with every such column named by hand. */
function placed(options: ImportOptions, unused: ImportPreview['unused'], fields: readonly string[]): ImportOptions {
  const columns = unused.map(({ sheet, column }, place) => ({ sheet, column, field: fields[place] ?? null }))
  return [...Map.groupBy(columns, ({ sheet }) => sheet)].reduce((all, [sheet, own]) => {
    const before = all.mappings.find((mapping) => mapping.sheet === sheet)?.columns ?? {}
    const named = Object.fromEntries(own.map(({ column, field }) => [column, field]))
    return withMapping(all, sheet, { columns: { ...before, ...named } })
  }, options)
}
