import { useQuery } from '../../api/use-query.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { useMoreRows } from '../../ui/more-rows.tsx'
import { dropParam } from '../../ui/route.ts'
import { Answer, EmptyState } from '../../ui/states.tsx'
import type { Output } from '../../../electron/contract/operations.ts'
import { readNames } from './people-door.ts'

/** Names behind a figure. */
export function CountyPeople({ asked }: { readonly asked: string }) {
  const people = readNames(asked)
  if (people === null) return null
  const { title, ...input } = people
  return (
    <Drawer title={title} label="名单" wide onClose={() => dropParam('names')}>
      <Names input={input} />
    </Drawer>
  )
}

function Names({ input }: { readonly input: Omit<NonNullable<ReturnType<typeof readNames>>, 'title'> }) {
  const query = useQuery('county.people', input)
  return (
    <Answer query={query} rows={8}>
      {(answer) => (answer.people.length === 0 ? <EmptyState text="没有人。" /> : <NameTable answer={answer} />)}
    </Answer>
  )
}

function NameTable({ answer }: { readonly answer: Output<'county.people'> }) {
  const { shown, more } = useMoreRows(answer.people, 100, { unit: '人' })
  return (
    <>
      <p className="quiet">
        共 {answer.total} 人{answer.total > answer.people.length ? `，先列 ${answer.people.length} 人` : ''}。
      </p>
      <table className="grid county-grid" aria-label="名单">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">乡镇</th>
            <th scope="col">机构</th>
            <th scope="col">职务</th>
            <th scope="col">编制</th>
            <th scope="col">身份</th>
            <th scope="col">证件号</th>
            <th scope="col">预计退休</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={`${one.township} ${one.id}`}>
              <th scope="row">{one.name}</th>
              <td>{one.township}</td>
              <td>{one.unit}</td>
              <td>{one.post}</td>
              <td>{one.category}</td>
              <td>{one.status}</td>
              <td className="number">{one.number}</td>
              <td className="number">{one.retires}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  )
}
