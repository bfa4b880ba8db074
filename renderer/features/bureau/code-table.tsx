import { useQuery } from '../../api/use-query.ts'
import { Answer } from '../../ui/states.tsx'

/** Every field with its data element and standard, or why it has none; and each word of the book with its code. */
export function CodeTable({ asOf }: { readonly asOf: string | undefined }) {
  const query = useQuery('codes.read', asOf === undefined ? {} : { asOf })
  return (
    <Answer query={query} rows={12}>
      {({ fields }) => (
        <table className="grid bureau-codes">
          <thead>
            <tr>
              <th>栏目</th>
              <th>数据元（GB/T 14946.1）</th>
              <th>代码标准</th>
              <th>编制本的写法和代码</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, title, element, gap, standard, words }) => (
              <tr key={field}>
                <td>{title}</td>
                <td>{element ?? <span className="quiet">没有：{gap}</span>}</td>
                <td>{standard ?? '—'}</td>
                <td>
                  {words.map(({ word, people, code, why, remembered }) => (
                    <span key={word} className="bureau-code">
                      {word} <span className="mono">{code ?? '无代码'}</span>
                      {remembered && <span className="quiet">（您定的）</span>}
                      <span className="quiet">
                        {' '}
                        {people} 人{code === null && why !== null && `，${why}`}
                      </span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Answer>
  )
}
