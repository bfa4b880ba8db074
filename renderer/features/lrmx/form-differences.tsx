import { useState } from 'react'
import type { LrmxDifference, LrmxImported } from '../../../electron/contract/lrmx-operations.ts'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/form.tsx'
import { Sheet } from '../../ui/page.tsx'
import { LookAtForm, type Looked } from './look-at-form.tsx'
import { leftKey } from './use-forms.ts'

interface FormDifferencesProps {
  readonly preview: LrmxImported
  readonly left: ReadonlySet<string>
  readonly onLeave: (keys: readonly string[], taken: boolean) => void
  readonly onWrite: () => void
  readonly onRestart: () => void
}

/** What the forms say otherwise, person by person: a tick a field, a tick a person, and all at once. */
export function FormDifferences({ preview, left, onLeave, onWrite, onRestart }: FormDifferencesProps) {
  const changed = preview.people.filter(({ state }) => state === 'updated')
  const all = preview.differences.map(({ fileId, field }) => leftKey(fileId, field))
  const taken = all.filter((key) => !left.has(key)).length
  const nothing = changed.length === 0
  return (
    <Sheet
      title="逐项差异"
      note={`${preview.files} 份，对上 ${preview.matched} 人；有差异 ${changed.length} 人 ${all.length} 处，没有变化 ${preview.unchanged} 人`}
      actions={
        <span className="lrmx-buttons">
          {!nothing && (
            <>
              <Button look="link" onClick={() => onLeave(all, true)}>
                全收
              </Button>
              <Button look="link" onClick={() => onLeave(all, false)}>
                全不收
              </Button>
              <Button look="main" disabled={taken === 0 && all.length > 0} onClick={onWrite}>
                导入 {taken} 处
              </Button>
            </>
          )}
          <Button onClick={onRestart}>换一批</Button>
        </span>
      }
    >
      {preview.refused.length > 0 && (
        <ul className="lrmx-refused" aria-label="没有收的表">
          {preview.refused.map((one) => (
            <li key={one.fileId}>{one.message}</li>
          ))}
        </ul>
      )}
      {preview.notes.length > 0 && (
        <ul className="lrmx-notes" aria-label="没有看懂的内容">
          {preview.notes.map((note) => (
            <li key={`${note.fileId}${note.message}`}>{note.message}</li>
          ))}
        </ul>
      )}
      {nothing && <p className="lrmx-done">这些表与编制本没有差别，不用导入。</p>}
      {changed.map((person) => (
        <PersonDifferences
          key={person.fileId}
          person={person}
          differences={preview.differences.filter(({ fileId }) => fileId === person.fileId)}
          left={left}
          onLeave={onLeave}
        />
      ))}
    </Sheet>
  )
}

function PersonDifferences({
  person,
  differences,
  left,
  onLeave,
}: Pick<FormDifferencesProps, 'left' | 'onLeave'> & {
  readonly person: LrmxImported['people'][number]
  readonly differences: readonly LrmxDifference[]
}) {
  const [looked, setLooked] = useState<Looked>([])
  const keys = differences.map(({ fileId, field }) => leftKey(fileId, field))
  const taken = keys.filter((key) => !left.has(key)).length
  return (
    <section className="lrmx-person" aria-label={person.person}>
      <header>
        <Checkbox
          checked={taken === keys.length}
          onChange={(on) => onLeave(keys, on)}
          label={`${person.person}（${taken}/${keys.length}）`}
        />
        <span className="quiet">
          {person.place}，{person.file}
        </span>
        <Button look="link" onClick={() => openPerson(person.personId)}>
          看这个人
        </Button>
        {looked.length === 0 && differences.some(({ masked }) => masked) && (
          <LookAtForm fileId={person.fileId} name={person.person} onShown={setLooked} />
        )}
      </header>
      {differences.length === 0 ? (
        <p className="quiet lrmx-done">内容一致，只把原表存进编制本。</p>
      ) : (
        <table className="grid lrmx-grid">
          <thead>
            <tr>
              <th>项目</th>
              <th>编制本</th>
              <th>表上</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((one) => {
              const key = leftKey(one.fileId, one.field)
              const { from, to } = looked.find(({ field }) => field === one.field) ?? one
              return (
                <tr key={key} className={left.has(key) ? 'lrmx-left' : undefined}>
                  <td>
                    <Checkbox checked={!left.has(key)} onChange={(on) => onLeave([key], on)} label={one.title} />
                  </td>
                  <td>{said(one, from)}</td>
                  <td>{said(one, to)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

function said({ field }: LrmxDifference, value: string | null) {
  if (value === null) return <span className="quiet">（空）</span>
  if (field === 'photo') return '照片'
  return <span className="lrmx-lines">{value}</span>
}
