import type { CallInput, Output } from '../../../electron/contract/operations.ts'
import { useQuery } from '../../api/use-query.ts'
import { SeenTable } from '../../parts/seen-table.tsx'
import { openPerson } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { Answer } from '../../ui/states.tsx'
import type { Chosen } from './structure-grid.tsx'

type Structure = Output<'structure.read'>

/** Who a number of the table counts: the same question, with names. */
export function StructurePeople({
  question,
  chosen,
  onClose,
}: {
  readonly question: CallInput<'structure.read'>
  readonly chosen: Chosen
  readonly onClose: () => void
}) {
  const structure = useQuery('structure.read', { ...question, withPeople: true })
  const people = structure.data === undefined ? [] : peopleOf(structure.data, chosen)
  return (
    <Drawer
      title={structure.data === undefined ? '人员' : `${wordsOf(structure.data, chosen)}：${people.length} 人`}
      label="人员名单"
      onClose={onClose}
      printPart="structure-people"
    >
      <Answer query={structure} rows={8}>
        {() => (
          <SeenTable title="人员名单" note={structure.data === undefined ? '' : wordsOf(structure.data, chosen)}>
            <table className="grid">
              <thead>
                <tr>
                  <th>姓名</th>
                  <th>机构</th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr key={person.personId}>
                    <td>
                      <Button look="link" onClick={() => openPerson(person.personId)}>
                        {person.name}
                      </Button>
                    </td>
                    <td>{person.unit}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </SeenTable>
        )}
      </Answer>
    </Drawer>
  )
}

function peopleOf({ people }: Structure, { row, column }: Chosen) {
  const rows = people ?? []
  return (row === null ? rows : [rows[row] ?? []])
    .flatMap((cells) => (column === null ? cells : [cells[column] ?? []]))
    .flat()
}

function wordsOf(data: Structure, { row, column }: Chosen): string {
  const words = [
    ...(row === null ? [] : [data.rows[row]?.title ?? '']),
    ...(column === null || data.columnsBy === null ? [] : [data.columns[column]?.title ?? '']),
  ]
  return words.length === 0 ? '全部' : words.join('，')
}
